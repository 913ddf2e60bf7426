package org.ipwarehouse.etl.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.ipwarehouse.etl.read.SheetTop.Merge;
import org.junit.jupiter.api.Test;

/** What stands in an xls and what of it is a row: Excel 97—2003, 5.0/95, and the bare sheets of small programs. */
class XlsReaderSpec {
    private static final Charset GBK = Charset.forName("GBK");

    private static byte[] bytes(HSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static CellStyle style(Workbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    @Test
    void cells_of_every_type_keep_what_is_stored() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFRow row = book.createSheet("表").createRow(1);
            row.createCell(0).setCellValue("䶮𫖯");
            row.createCell(1).setCellValue(0.1);
            row.createCell(2).setCellValue(1_234_567);
            row.createCell(3).setCellValue(45356.4375);
            row.getCell(3).setCellStyle(style(book, "[$-804]yyyy\"年\"m\"月\"d\"日\""));
            row.createCell(4).setCellValue(0.95);
            row.getCell(4).setCellStyle(style(book, "0%"));
            row.createCell(5).setCellValue(true);
            row.createCell(6).setCellErrorValue(FormulaError.REF.getCode());
            row.createCell(7).setCellFormula("B2*30");
            row.createCell(8).setCellFormula("\"甲\"&\"乙\"");
            row.createCell(9).setCellFormula("1/0");
            row.createCell(10).setCellFormula("1=1");
            row.createCell(12).setCellValue(640502199001011234d);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            // 18 digits do not fit into a double, which shows
            assertThat(Seen.of(bytes(book)).rows())
                    .containsExactly("表!2 䶮𫖯 | =0.1 | =1234567 | @2024-03-05T10:30:00 | =0.95% | ?TRUE | !#REF!"
                            + " | =3 | 甲乙 | !#DIV/0! | ?TRUE |  | =6.405021990010112E+17");
        }
    }

    @Test
    void formulas_that_a_program_left_uncomputed_are_computed_where_it_is_safe() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFRow row = book.createSheet("表").createRow(0);
            row.createCell(0).setCellValue(2);
            row.createCell(1).setCellFormula("A1*21");
            row.createCell(2).setCellFormula("NOW()");
            assertThat(Seen.of(bytes(book)).rows()).containsExactly("表!1 =2 | =42 | !=");
        }
    }

    @Test
    void sheets_that_are_hidden_are_told_and_rows_that_are_hidden_are_marked() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet sheet = book.createSheet("七月");
            for (int i = 0; i < 3; i++) {
                sheet.createRow(i).createCell(0).setCellValue(i);
            }
            sheet.getRow(1).setZeroHeight(true);
            sheet.setColumnHidden(0, true);
            sheet.protectSheet("密");
            book.createSheet("旧").createRow(0).createCell(0).setCellValue("甲");
            book.createSheet("更旧");
            book.setSheetHidden(1, true);
            book.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
            Seen seen = Seen.of(bytes(book));
            assertThat(seen.sheets()).containsExactly("七月", "旧 hidden", "更旧 hidden");
            assertThat(seen.rows()).containsExactly("七月!1 =0", "七月!2~ =1", "七月!3 =2", "旧!1 甲");
            assertThat(seen.remarks()).containsExactly("SHEET_PROTECTED");
        }
    }

    @Test
    void a_vertical_merge_fills_downwards() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet sheet = book.createSheet("表");
            for (int i = 0; i < 4; i++) {
                sheet.createRow(i).createCell(1).setCellValue(i);
            }
            sheet.getRow(0).createCell(0).setCellValue("文旅局");
            sheet.addMergedRegion(new CellRangeAddress(0, 2, 0, 0));
            Seen seen = Seen.of(bytes(book));
            assertThat(seen.rows()).containsExactly("表!1 文旅局 | =0", "表!2 (文旅局) | =1", "表!3 (文旅局) | =2", "表!4  | =3");
            assertThat(seen.reader.tops().get(0).merges()).containsExactly(new Merge(1, 3, 0, 0));
        }
    }

    @Test
    void texts_that_cross_records_stay_whole() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet sheet = book.createSheet("表");
            // 300 texts of 100 to 399 characters are some 150 kB: a record holds 8,224 bytes
            for (int i = 0; i < 300; i++) {
                sheet.createRow(i).createCell(0).setCellValue((i % 2 == 0 ? "甲" : "x").repeat(100 + i) + i);
            }
            Seen seen = Seen.of(bytes(book));
            for (int i = 0; i < 300; i++) {
                assertThat(seen.rows().get(i))
                        .isEqualTo("表!" + (i + 1) + " " + (i % 2 == 0 ? "甲" : "x").repeat(100 + i) + i);
            }
        }
    }

    @Test
    void a_lock_against_change_is_opened_and_a_password_is_asked_for() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("表").createRow(0).createCell(0).setCellValue("甲");
            book.createSheet("二").createRow(0).createCell(0).setCellValue(7);
            assertThat(Seen.of(locked(book, "VelvetSweatshop")).rows()).containsExactly("表!1 甲", "二!1 =7");
            assertThat(Seen.refused(locked(book, "123456"))).isEqualTo(FileForm.ENCRYPTED);
        }
    }

    private static byte[] locked(HSSFWorkbook book, String password) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            return bytes(book);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void a_file_that_was_cut_off_is_damaged() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet sheet = book.createSheet("表");
            for (int i = 0; i < 2_000; i++) {
                sheet.createRow(i).createCell(0).setCellValue(i);
            }
            byte[] whole = bytes(book);
            assertThat(Seen.refused(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(FileForm.DAMAGED);
            assertThat(Seen.refused(Arrays.copyOf(whole, 600))).isEqualTo(FileForm.DAMAGED);
        }
    }

    @Test
    void a_workbook_of_excel_95_is_read_in_its_code_page() throws IOException {
        assertThat(Seen.of(excel95(936, false)).rows())
                .containsExactly("七月!1 案件编号 | 罚款", "七月!2 A1 | =5000 | @2024-03-05 | =0.5%");
        Seen seen = Seen.of(excel95(936, true));
        assertThat(seen.sheets()).containsExactly("七月");
        // 43894 days after 1904-01-01 are 45356 of 1900: 45356 in a file of 1904 is 1462 days later
        assertThat(seen.rows().get(1)).contains("@2028-03-06");
    }

    @Test
    void chinese_of_programs_that_state_a_western_code_page_is_chinese_all_the_same() throws IOException {
        assertThat(Seen.of(excel95(1252, false)).rows().get(0)).isEqualTo("七月!1 案件编号 | 罚款");
    }

    /** MS-XLS's predecessor, as the Excel 97 developer's kit lists it: text in bytes, the stream is named Book. */
    private static byte[] excel95(int codePage, boolean date1904) throws IOException {
        byte[] name = "七月".getBytes(GBK);
        BiffBytes globals = new BiffBytes()
                .record(0x0809, 0x0500, 0x0005, 0, 1995)
                .record(0x0042, codePage)
                .record(0x0022, date1904 ? 1 : 0)
                .record(0x041E, 164, (byte) 10, "yyyy-mm-dd".getBytes(GBK))
                .record(0x00E0, 0, 0, new byte[12])
                .record(0x00E0, 0, 164, new byte[12])
                .record(0x00E0, 0, 9, new byte[12]);
        // the record of the sheet: 4 of head, 4 of place, 2 of flags, 1 of length, the name; then the end: 4
        long place = globals.size() + 4 + 7 + name.length + 4;
        globals.record(0x0085, place, (byte) 0, (byte) 0, (byte) name.length, name)
                .record(0x000A);
        BiffBytes sheet = new BiffBytes()
                .record(0x0809, 0x0500, 0x0010, 0, 1995)
                .record(0x0208, 0, 0, 4, 0x8000, 0, 0, 0x100, 15)
                .record(0x0204, 0, 0, 0, 8, "案件编号".getBytes(GBK))
                .record(0x00D6, 0, 1, 0, 4, "罚款".getBytes(GBK), (byte) 0)
                .record(0x0204, 1, 0, 0, 2, "A1".getBytes(GBK))
                .record(0x0203, 1, 1, 0, 5000.0)
                // 45356 × 4 with the mark 2: a whole number of 30 bits
                .record(0x027E, 1, 2, 1, (45356L << 2) | 2)
                .record(0x0203, 1, 3, 2, 0.5)
                .record(0x000A);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(globals.bytes());
        stream.writeBytes(sheet.bytes());
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(stream.toByteArray()), "Book");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    @Test
    void the_bare_sheet_that_small_web_programs_write_is_read() throws IOException {
        // pack('ssssss', 0x809, 0x8, 0x0, 0x10, 0x0, 0x0) and so on, as a recipe for PHP goes round
        byte[] file = new BiffBytes()
                .record(0x0809, 0, 0x10, 0, 0)
                .record(0x0204, 0, 0, 0, 8, "案件编号".getBytes(GBK))
                .record(0x0203, 1, 0, 0, 12.5)
                .record(0x000A)
                .bytes();
        Seen seen = Seen.of(file);
        assertThat(seen.form).isEqualTo(FileForm.XLS);
        assertThat(seen.rows()).containsExactly("!1 案件编号", "!2 =12.5");
    }

    @Test
    void a_sheet_of_excel_2_is_read() throws IOException {
        byte[] file = new BiffBytes()
                .record(0x0009, 2, 0x10)
                .record(0x0042, 936)
                .record(0x001E, (byte) 7, "General".getBytes(GBK))
                .record(0x001E, (byte) 10, "yyyy-mm-dd".getBytes(GBK))
                .record(0x0004, 0, 0, new byte[3], (byte) 4, "罚款".getBytes(GBK))
                .record(0x0003, 0, 1, new byte[] {0, 1, 0}, 45356.0)
                .record(0x0002, 1, 0, new byte[3], 77)
                .record(0x0005, 1, 1, new byte[3], (byte) 1, (byte) 0)
                .record(0x000A)
                .bytes();
        assertThat(Seen.of(file).rows()).containsExactly("!1 罚款 | @2024-03-05", "!2 =77 | ?TRUE");
    }

    @Test
    void cells_that_a_program_wrote_column_by_column_are_put_in_order() throws IOException {
        byte[] file = new BiffBytes()
                .record(0x0809, 0x0500, 0x10, 0, 0)
                .record(0x0203, 0, 0, 0, 1.0)
                .record(0x0203, 1, 0, 0, 2.0)
                .record(0x0203, 0, 1, 0, 3.0)
                .record(0x0203, 1, 1, 0, 4.0)
                .record(0x000A)
                .bytes();
        assertThat(Seen.of(file).rows()).containsExactly("!1 =1 | =3", "!2 =2 | =4");
    }

    @Test
    void pictures_in_place_of_cells_are_refused_as_such() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet sheet = book.createSheet("扫描");
            int picture = book.addPicture(new byte[] {1, 2, 3}, Workbook.PICTURE_TYPE_PNG);
            sheet.createDrawingPatriarch().createPicture(new org.apache.poi.hssf.usermodel.HSSFClientAnchor(), picture);
            assertThat(Seen.refused(bytes(book))).isEqualTo(FileForm.PICTURES);
        }
    }
}
