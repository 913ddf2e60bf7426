package org.ipwarehouse.reports.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.reports.bulletin.Bulletin;

/**
 * Writes the data annex: a sheet that says what is in it, then one table a sheet. No merged cells, numbers as numbers, a
 * named table with a header on each sheet, nothing said by colour alone.
 */
final class XlsxWriter {
    private static final int WIDEST = 42;
    /** Width of the sheet that says what is in it, in digits. */
    private static final int CONTENTS = 84;

    private static final float LINE = 19;

    private final Bulletin bulletin;
    private final Annex annex;

    XlsxWriter(Bulletin bulletin) {
        this.bulletin = bulletin;
        this.annex = new Annex(bulletin);
    }

    /** The bytes of the workbook, the same for the same bulletin. */
    byte[] write() {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XlsxStyles styles = new XlsxStyles(workbook);
            List<AnnexSheet> sheets = annex.sheets();
            contents(workbook.createSheet("说明"), sheets, styles);
            for (int i = 0; i < sheets.size(); i++) {
                sheet(workbook.createSheet(sheets.get(i).name()), sheets.get(i), i + 1, styles);
            }
            properties(workbook.getProperties());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return StableZip.of(bytes.toByteArray());
        } catch (IOException cannotHappenInMemory) {
            throw new UncheckedIOException(cannotHappenInMemory);
        }
    }

    private void contents(XSSFSheet sheet, List<AnnexSheet> sheets, XlsxStyles styles) {
        List<String> lines = new ArrayList<>();
        lines.add(bulletin.title() + bulletin.issue() + "数据附表");
        if (bulletin.isSynthetic()) {
            lines.add(bulletin.mark());
        }
        lines.add(Bulletin.dateZh(bulletin.edition()));
        lines.add("每张工作表一个表，第一列之后的数可直接计算；没有数的单元格写符号：“—”不适用或不计算，“…”缺报或尚不能计算，“0”没有发生，“*”为保护可识别的主体而不公布。");
        lines.addAll(annex.notes());
        for (int i = 0; i < lines.size(); i++) {
            XSSFRow row = sheet.createRow(i);
            // programs do not all fit the height of a wrapped line by themselves
            row.setHeightInPoints(LINE * (1 + width(lines.get(i)) / CONTENTS));
            XSSFCell cell = row.createCell(0);
            cell.setCellValue(lines.get(i));
            cell.setCellStyle(i == 0 ? styles.title() : styles.wrapped());
        }
        for (int i = 0; i < sheets.size(); i++) {
            XSSFCell cell = sheet.createRow(lines.size() + 1 + i).createCell(0);
            AnnexSheet table = sheets.get(i);
            cell.setCellValue(
                    table.title().startsWith(table.name()) ? table.title() : table.name() + "　" + table.title());
            Hyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + table.name() + "'!A1");
            cell.setHyperlink(link);
            cell.setCellStyle(styles.link());
        }
        sheet.setColumnWidth(0, (CONTENTS + 6) * 256);
        fit(sheet);
    }

    private static void sheet(XSSFSheet sheet, AnnexSheet table, int number, XlsxStyles styles) {
        int row = 0;
        XSSFCell title = sheet.createRow(row++).createCell(0);
        title.setCellValue(table.title());
        title.setCellStyle(styles.title());
        for (String note : table.notes()) {
            sheet.createRow(row++).createCell(0).setCellValue(note);
        }
        int header = row++;
        XSSFRow head = sheet.createRow(header);
        for (int i = 0; i < table.head().size(); i++) {
            XSSFCell cell = head.createCell(i);
            cell.setCellValue(table.head().get(i));
            cell.setCellStyle(styles.head());
        }
        for (List<AnnexSheet.Cell> cells : table.rows()) {
            XSSFRow line = sheet.createRow(row++);
            for (int i = 0; i < cells.size(); i++) {
                fill(line.createCell(i), cells.get(i), styles);
            }
        }
        named(sheet, table, header, number);
        widths(sheet, table);
        sheet.createFreezePane(1, header + 1);
        sheet.setRepeatingRows(
                new CellRangeAddress(header, header, 0, table.head().size() - 1));
        fit(sheet);
    }

    private static void fill(XSSFCell cell, AnnexSheet.Cell content, XlsxStyles styles) {
        BigDecimal number = content.number();
        if (number == null) {
            cell.setCellValue(content.text());
            cell.setCellStyle(styles.words(content.text()));
        } else {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(styles.number(number));
        }
    }

    /** A table that programs and screen readers find by its name. */
    private static void named(XSSFSheet sheet, AnnexSheet table, int header, int number) {
        if (table.rows().isEmpty()) {
            return;
        }
        CellReference first = new CellReference(header, 0);
        CellReference last =
                new CellReference(header + table.rows().size(), table.head().size() - 1);
        XSSFTable named = sheet.createTable(new AreaReference(first, last, SpreadsheetVersion.EXCEL2007));
        named.setName("T" + number);
        named.setDisplayName("T" + number);
        named.getCTTable()
                .addNewAutoFilter()
                .setRef(new AreaReference(first, last, SpreadsheetVersion.EXCEL2007).formatAsString());
    }

    private static void widths(XSSFSheet sheet, AnnexSheet table) {
        for (int i = 0; i < table.head().size(); i++) {
            int column = i;
            int widest = table.rows().stream()
                    .mapToInt(row -> width(row.get(column).text()))
                    .max()
                    .orElse(0);
            int characters = Math.min(WIDEST, Math.max(width(table.head().get(i)), widest) + 4);
            sheet.setColumnWidth(i, characters * 256);
        }
    }

    /** A Chinese character is as wide as two digits. */
    private static int width(String text) {
        return text.codePoints().map(c -> c > 0x2E80 ? 2 : 1).sum();
    }

    private static void fit(XSSFSheet sheet) {
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void properties(POIXMLProperties properties) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(bulletin.title() + bulletin.issue() + "数据附表");
        core.setCreator("ip-warehouse");
        try {
            core.getUnderlyingProperties().setCreatedProperty(bulletin.edition() + "T00:00:00Z");
            core.getUnderlyingProperties().setModifiedProperty(bulletin.edition() + "T00:00:00Z");
            core.getUnderlyingProperties().setLanguageProperty("zh-CN");
        } catch (InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
