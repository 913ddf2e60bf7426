package org.ipwarehouse.reports.document;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of the annex's cells. */
final class XlsxStyles {
    private static final String FONT = "宋体";
    private static final BigDecimal FIVE_DIGITS = BigDecimal.valueOf(10_000);

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> numbers = new HashMap<>();
    private final XSSFCellStyle title;
    private final XSSFCellStyle head;
    private final XSSFCellStyle wrapped;
    private final XSSFCellStyle link;
    private final XSSFCellStyle words;
    private final XSSFCellStyle symbol;

    XlsxStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        title = style(14, true);
        head = style(11, true);
        head.setWrapText(true);
        head.setVerticalAlignment(VerticalAlignment.CENTER);
        head.setBorderBottom(BorderStyle.THIN);
        wrapped = style(11, false);
        wrapped.setWrapText(true);
        link = style(11, false);
        link.getFont().setUnderline(org.apache.poi.ss.usermodel.FontUnderline.SINGLE);
        words = style(11, false);
        symbol = style(11, false);
        symbol.setAlignment(HorizontalAlignment.RIGHT);
    }

    private XSSFCellStyle style(int points, boolean bold) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    XSSFCellStyle title() {
        return title;
    }

    XSSFCellStyle head() {
        return head;
    }

    XSSFCellStyle wrapped() {
        return wrapped;
    }

    XSSFCellStyle link() {
        return link;
    }

    /** A symbol stands where its number would. */
    XSSFCellStyle words(String text) {
        return text.equals("…") || text.equals("—") || text.equals("*") ? symbol : words;
    }

    /** As in the text: groups of three from five digits on. Without sections, which drop the sign in some programs. */
    XSSFCellStyle number(BigDecimal number) {
        int decimals = Math.max(0, number.scale());
        boolean grouped = number.abs().compareTo(FIVE_DIGITS) >= 0;
        String format = (grouped ? "#,##0" : "0") + (decimals == 0 ? "" : "." + "0".repeat(decimals));
        return numbers.computeIfAbsent(format, f -> {
            XSSFCellStyle style = style(11, false);
            style.setDataFormat(workbook.createDataFormat().getFormat(f));
            return style;
        });
    }
}
