package org.ipwarehouse.etl.feedback;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The few looks of a feedback workbook. */
final class Styles {
    /** A cell of a workbook holds no more (ECMA-376; POI refuses it). */
    private static final int LONGEST = 32_767;

    private final CellStyle title;
    private final CellStyle header;
    private final CellStyle plain;
    private final CellStyle guarded;
    private final CellStyle wrong;
    private final CellStyle wrongGuarded;

    Styles(Workbook book) {
        Font bold = book.createFont();
        bold.setBold(true);
        title = style(book, false);
        Font large = book.createFont();
        large.setBold(true);
        large.setFontHeightInPoints((short) 16);
        title.setFont(large);
        header = style(book, false);
        header.setFont(bold);
        fill(header, IndexedColors.GREY_25_PERCENT);
        plain = style(book, false);
        guarded = style(book, true);
        wrong = style(book, false);
        fill(wrong, IndexedColors.ROSE);
        wrongGuarded = style(book, true);
        fill(wrongGuarded, IndexedColors.ROSE);
    }

    private static CellStyle style(Workbook book, boolean quoted) {
        CellStyle style = book.createCellStyle();
        style.setQuotePrefixed(quoted);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static void fill(CellStyle style, IndexedColors colour) {
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    Cell title(Row row, int column, String text) {
        return put(row, column, text, title);
    }

    Cell header(Row row, int column, String text) {
        return put(row, column, text, header);
    }

    Cell text(Row row, int column, String text) {
        return put(row, column, text, isRisky(text) ? guarded : plain);
    }

    Cell wrong(Row row, int column, String text) {
        return put(row, column, text, isRisky(text) ? wrongGuarded : wrong);
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
