package org.ipwarehouse.etl.feedback;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** The few looks of a feedback workbook. All cells are formatted as text: what is typed into them stays as typed. */
final class Styles {
    /** A cell of a workbook holds no more (ECMA-376; POI refuses it). */
    private static final int LONGEST = 32_767;

    private static final String BODY = "宋体";
    private static final String HEADING = "黑体";
    /** The built-in number format "@". */
    private static final short TEXT = 49;

    private static final float LINE_POINTS = 14.5f;
    private static final int MOST_LINES = 27;

    private final CellStyle title;
    private final CellStyle hint;
    private final CellStyle header;
    private final CellStyle ours;
    private final CellStyle plain;
    private final CellStyle guarded;
    private final CellStyle wrong;
    private final CellStyle wrongGuarded;

    Styles(Workbook book) {
        Font heading = font(book, HEADING, 11);
        Font body = font(book, BODY, 11);
        title = style(book, font(book, HEADING, 16));
        title.setWrapText(false);
        hint = style(book, body);
        hint.setWrapText(false);
        header = boxed(style(book, heading), IndexedColors.GREY_25_PERCENT);
        ours = boxed(style(book, heading), IndexedColors.PALE_BLUE);
        plain = boxed(style(book, body));
        guarded = boxed(style(book, body));
        guarded.setQuotePrefixed(true);
        wrong = boxed(style(book, body), IndexedColors.ROSE);
        wrongGuarded = boxed(style(book, body), IndexedColors.ROSE);
        wrongGuarded.setQuotePrefixed(true);
    }

    private static Font font(Workbook book, String name, int points) {
        Font font = book.createFont();
        font.setFontName(name);
        font.setFontHeightInPoints((short) points);
        return font;
    }

    private static CellStyle style(Workbook book, Font font) {
        CellStyle style = book.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setDataFormat(TEXT);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static CellStyle boxed(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }

    private static CellStyle boxed(CellStyle style, IndexedColors colour) {
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return boxed(style);
    }

    Cell title(Row row, int column, String text) {
        return put(row, column, text, title);
    }

    /** A line of advice, over as many columns as it needs. */
    Cell hint(Row row, int column, String text) {
        return put(row, column, text, hint);
    }

    Cell header(Row row, int column, String text) {
        return put(row, column, text, header);
    }

    /** The header of a column that we added. */
    Cell ours(Row row, int column, String text) {
        return put(row, column, text, ours);
    }

    Cell text(Row row, int column, String text) {
        return put(row, column, text, isRisky(text) ? guarded : plain);
    }

    Cell wrong(Row row, int column, String text) {
        return put(row, column, text, isRisky(text) ? wrongGuarded : wrong);
    }

    /** A text that is of use only as a whole: where it does not fit it is left out. */
    Cell whole(Row row, int column, String text) {
        return text(row, column, text.length() > LONGEST ? "" : text);
    }

    /**
     * Makes a row as high as its texts need in their columns: programs that open the file do not all do it themselves.
     *
     * @return the row
     */
    static Row fit(Row row) {
        int lines = 1;
        for (Cell cell : row) {
            int width = row.getSheet().getColumnWidth(cell.getColumnIndex()) / 256;
            boolean wraps = cell.getCellStyle().getWrapText() && !row.getSheet().isColumnHidden(cell.getColumnIndex());
            lines = Math.max(lines, wraps ? lines(cell.getStringCellValue(), Math.max(1, width - 1)) : 1);
        }
        row.setHeightInPoints(Math.min(MOST_LINES, lines) * LINE_POINTS + 3);
        return row;
    }

    /** A Han character is as wide as two digits. */
    private static int lines(String text, int width) {
        int lines = 1;
        int used = 0;
        for (int i = 0; i < text.length() && lines < MOST_LINES; i++) {
            char c = text.charAt(i);
            int wide = c < 0x2E80 ? 1 : 2;
            boolean full = c == '\n' || used + wide > width;
            lines += full ? 1 : 0;
            used = c == '\n' ? 0 : full ? wide : used + wide;
        }
        return lines;
    }

    /** A wide table goes over several pages side by side; each has the header and the first columns. */
    static void printWide(Sheet sheet, int headerRow, int columns) {
        print(sheet, headerRow);
        sheet.setFitToPage(false);
        sheet.getPrintSetup().setScale((short) 70);
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, columns - 1));
    }

    /** A4 landscape, as wide as the page, with the header's row on each page and the page's number below. */
    static void print(Sheet sheet, int headerRow) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        if (headerRow >= 0) {
            sheet.setRepeatingRows(new CellRangeAddress(headerRow, headerRow, -1, -1));
        }
        Footer footer = sheet.getFooter();
        footer.setCenter("第 &P 页，共 &N 页");
    }

    /** Always a text cell: a program that re-saves the sheet as CSV must not make a formula of what was sent. */
    private static Cell put(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text);
        cell.setCellStyle(style);
        return cell;
    }

    private static boolean isRisky(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }
}
