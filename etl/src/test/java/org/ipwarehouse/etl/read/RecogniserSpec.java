package org.ipwarehouse.etl.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.etl.read.Recognition.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecogniserSpec {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final LocalDate RECEIVED = LocalDate.of(2026, 10, 8);

    private final Recogniser recogniser =
            new Recogniser(List.of(SmallContracts.penalties(), SmallContracts.complaints()));

    private final Path folder;

    RecogniserSpec(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_plain_csv_is_known_by_its_labels_in_any_order() throws IOException {
        Recognised file = recognised("台账.csv", "当事人名称,备忘,案件编号,罚款（万元）\n甲公司,x,A1,1.5\n", UTF_8);
        assertThat(file.contract().source()).isEqualTo("S02");
        assertThat(file.sheets().get(0).context().fields()).containsExactly("party_name", "", "case_no", "fine_yuan");
        assertThat(file.sheets().get(0).context().units())
                .containsOnlyKeys("fine_yuan")
                .containsValue("万元");
        assertThat(file.asOf()).isEqualTo(RECEIVED);
    }

    @Test
    void gb18030_is_told_from_utf8_and_its_rare_characters_survive() throws IOException {
        Recognised file = recognised("台账.csv", "案件编号,当事人名称,承办人\nA1,䶮𫖯亅公司,张三\n", GB18030);
        assertThat(seen(file).accepted.get(0).subList(0, 2)).containsExactly("A1", "䶮𫖯亅公司");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_label() throws IOException {
        Recognised file = recognised("台账.csv", "\uFEFF案件编号,当事人名称,承办人\nA1,甲,乙\n", UTF_8);
        assertThat(file.sheets().get(0).context().headers()).startsWith("案件编号");
    }

    @Test
    void tabs_and_semicolons_are_found_even_where_the_name_says_csv() throws IOException {
        assertThat(seen(recognised("a.csv", "案件编号\t当事人名称\t承办人\nA1\t甲\t乙\n", UTF_8))
                        .keys())
                .containsExactly("A1");
        assertThat(seen(recognised("b.csv", "案件编号;当事人名称;承办人\nA1;甲;乙\n", UTF_8)).keys())
                .containsExactly("A1");
    }

    @Test
    void titles_notes_blank_rows_footers_and_totals_are_no_data() throws IOException {
        Recognised file = recognised("台账.csv", """
                沙坡头区知识产权案件台账（2026年7月）,,
                填报时间：2026-08-05,,单位：万元
                ,,
                案件编号,当事人名称,罚款
                A1,甲公司,1.50
                A2,乙公司,"1,000"

                A3,丙公司,2
                合  计,,1003.5
                填表人：张三,,审核人：李四
                注：金额以决定书为准,,
                """, UTF_8);
        SeenRows seen = seen(file);
        assertThat(seen.keys()).containsExactly("A1", "A2", "A3");
        assertThat(seen.places).containsExactly("!5", "!6", "!8");
        // 1.50 + 1,000 + 2 = 1003.5: the totals row agrees
        assertThat(seen.warnings).isEmpty();
        assertThat(file.asOf()).isEqualTo(LocalDate.of(2026, 7, 31));
        assertThat(file.months()).containsExactly("2026-07");
        assertThat(file.sheets().get(0).context().units()).containsEntry("fine_yuan", "万元");
    }

    @Test
    void a_totals_row_that_disagrees_is_a_warning_with_both_sums() throws IOException {
        Recognised file = recognised("台账.csv", "案件编号,当事人名称,罚款\nA1,甲,1\nA2,乙,2\n小计,,3\nA3,丙,4\n小计,,4\n合计,,9\n", UTF_8);
        // 小计 1+2=3 and 4 agree; 合计 1+2+4=7 is not 9
        for (long target : new long[] {1, 1_000_000}) {
            SeenRows seen = SeenRows.of(file.source(TextJudge::new), target);
            assertThat(seen.keys()).containsExactly("A1", "A2", "A3");
            assertThat(seen.warnings).singleElement().asString().contains("TOTAL_MISMATCH@!7", "9", "7");
        }
    }

    @Test
    void a_column_with_a_cell_that_is_no_exact_number_is_not_reconciled_and_that_is_told() throws IOException {
        Recognised file = recognised("台账.csv", "案件编号,当事人名称,罚款\nA1,甲,约3万\nA2,乙,2\n合计,,9\n", UTF_8);
        assertThat(seen(file).warnings).singleElement().asString().startsWith("TOTAL_UNCHECKED@!0 “罚款”有 1 个单元格");
    }

    @Test
    void a_workbook_with_title_merged_two_level_header_dates_and_formulas_reads_as_people_see_it() throws IOException {
        Path path = folder.resolve("7月报表.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("7月");
            text(sheet, 0, "沙坡头区知识产权案件统计表（2026年第三季度）");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 4));
            text(sheet, 1, "案件编号", "当事人名称", "罚没款", "", "决定日期");
            text(sheet, 2, "", "", "罚款(万元)", "没收(万元)", "");
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 3));
            text(sheet, 3, "A1", "甲公司");
            sheet.getRow(3).createCell(2).setCellValue(0.95);
            sheet.getRow(3).createCell(3).setCellFormula("C4*2");
            date(book, sheet.getRow(3).createCell(4), 46216);
            sheet.getRow(3).setZeroHeight(true);
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            text(sheet, 4, "合计", "");
            sheet.getRow(4).createCell(2).setCellValue(0.95);
            write(book, path);
        }
        Recognised file = recognised(path);
        assertThat(file.sheets().get(0).context().headers())
                .containsExactly("案件编号", "当事人名称", "罚没款_罚款(万元)", "罚没款_没收(万元)", "决定日期");
        assertThat(file.sheets().get(0).context().fields())
                .containsExactly("case_no", "party_name", "fine_yuan", "conf_gain_yuan", "decision_date");
        assertThat(file.sheets().get(0).context().units())
                .containsEntry("fine_yuan", "万元")
                .containsEntry("conf_gain_yuan", "万元");
        assertThat(file.months()).containsExactly("2026-07", "2026-08", "2026-09");
        SeenRows seen = seen(file);
        // 46216 is 2026-07-13: 2026-01-01 is day 46023, and 31+28+31+30+31+30+12 = 193 days lie between
        assertThat(seen.accepted).containsExactly(List.of("A1", "甲公司", "2026-07-13", "0.95", "1.9", ""));
        assertThat(seen.places).containsExactly("7月!4");
        assertThat(seen.warnings).isEmpty();
    }

    @Test
    void each_sheet_is_read_by_its_own_header_and_hidden_or_foreign_sheets_are_named() throws IOException {
        Path path = folder.resolve("2026年三季度.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            penalties(book, "7月", "A7");
            penalties(book, "8月", "A8");
            text(book.createSheet("填报说明"), 0, "请按月填写");
            penalties(book, "旧", "A0");
            book.setSheetHidden(3, true);
            write(book, path);
        }
        SeenRows seen = seen(recognised(path));
        assertThat(seen.keys()).containsExactly("A7", "A8");
        assertThat(seen.warnings)
                .satisfiesExactlyInAnyOrder(w -> assertThat(w).startsWith("HIDDEN_SHEET@旧"), w -> assertThat(w)
                        .startsWith("SHEET_IGNORED@填报说明"));
    }

    @Test
    void a_workbook_that_hides_everything_is_read_and_says_so() throws IOException {
        Path path = folder.resolve("a.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("空");
            penalties(book, "7月", "A7");
            book.setSheetHidden(1, true);
            write(book, path);
        }
        SeenRows seen = seen(recognised(path));
        assertThat(seen.keys()).containsExactly("A7");
        assertThat(seen.warnings).singleElement().asString().startsWith("HIDDEN_SHEET@7月");
    }

    @Test
    void two_kinds_of_report_in_one_workbook_are_refused_rather_than_half_read() throws IOException {
        Path path = folder.resolve("a.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            penalties(book, "处罚", "A7");
            text(book.createSheet("投诉"), 0, "登记编号", "被投诉人", "登记日期");
            write(book, path);
        }
        assertThat(refused(path).remedy()).contains("S02", "S04", "分成两个文件");
    }

    @Test
    void a_file_without_required_columns_names_the_nearest_contract_and_what_is_missing() throws IOException {
        Refused file = refused(write("a.csv", "案件编号,决定日期,罚款\nA1,2026-07-01,1\n", UTF_8));
        assertThat(file.reason()).isEqualTo("REQUIRED_COLUMN_MISSING");
        assertThat(file.nearest()).isEqualTo("S02");
        assertThat(file.missing()).containsExactly("当事人名称");
        assertThat(file.remedy()).contains("当事人名称", "S02");
    }

    @Test
    void a_file_without_any_known_header_is_refused() throws IOException {
        Refused file = refused(write("a.csv", "x,y\n1,2\n", UTF_8));
        assertThat(file.reason()).isEqualTo("HEADER_NOT_FOUND");
    }

    @Test
    void other_forms_are_recognised_by_their_bytes_and_refused_with_a_remedy() throws IOException {
        assertThat(refused(write("a.xls", "<html><table></table></html>", UTF_8))
                        .remedy())
                .contains("没有带内容的表格");
        assertThat(refused(write(
                                "a.xls",
                                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
                                UTF_8))
                        .remedy())
                .contains("没有任何内容");
        assertThat(refused(write("a.csv", "{\"a\":1}", UTF_8)).reason()).isEqualTo("HEADER_NOT_FOUND");
        assertThat(refused(write("a.csv", "%PDF-1.7", UTF_8)).remedy()).contains("PDF");
        assertThat(refused(write("a.csv", "", UTF_8)).remedy()).contains("零报告");
        assertThat(refused(write("a.xlsx", "PK\u0003\u0004\u0014\u0000\u0000\u0000\b\u0000 half a file", UTF_8))
                        .remedy())
                .contains("损坏");
    }

    @Test
    void a_workbook_with_a_password_is_refused_as_encrypted() throws Exception {
        Path path = folder.resolve("a.xlsx");
        try (var ole = new org.apache.poi.poifs.filesystem.POIFSFileSystem();
                OutputStream out = Files.newOutputStream(path)) {
            ole.createDocument(new java.io.ByteArrayInputStream(new byte[] {1, 2, 3}), "EncryptedPackage");
            ole.writeFilesystem(out);
        }
        assertThat(refused(path).reason()).isEqualTo("FILE_ENCRYPTED");
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_row_and_no_other() throws IOException {
        Path file = write("a.csv", "案件编号,当事人名称,承办人\nA1,甲,乙\nA2,\"丙,丁\nA3,戊,己\n", UTF_8);
        SeenRows seen = seen(recognised(file));
        assertThat(seen.keys()).containsExactly("A1", "A3");
        assertThat(seen.rejected).containsExactly("!3 ROW_BROKEN");
    }

    @Test
    void a_quote_that_would_be_closed_by_a_later_rows_opening_one_swallows_nothing() throws IOException {
        Path file = write("a.csv", "案件编号,当事人名称,承办人\nA1,\"甲,乙\nA2,\"丙\",丁\nA3,戊,己\n", UTF_8);
        SeenRows seen = seen(recognised(file));
        assertThat(seen.keys()).containsExactly("A2", "A3");
        assertThat(seen.rejected).containsExactly("!2 ROW_BROKEN");
    }

    @Test
    void a_row_whose_bytes_are_no_text_is_rejected_alone_with_personal_cells_masked() throws IOException {
        byte[] good = "案件编号,当事人名称,承办人\nA1,甲,张三\nA2,X,李四\nA3,丙,王五\n".getBytes(UTF_8);
        int at = new String(good, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("A2,X") + 3;
        good[at] = (byte) 0xFF;
        SeenRows seen = seen(recognised(Files.write(folder.resolve("a.csv"), good)));
        assertThat(seen.keys()).containsExactly("A1", "A3");
        assertThat(seen.rejected).containsExactly("!3 ENCODING_IRREVERSIBLE");
        assertThat(seen.rejectedCells.get(0)).contains("A2", "\"承办人\":\"＊＊＊\"").doesNotContain("李四");
    }

    @Test
    void a_file_name_settles_a_tie_between_two_contracts_and_nothing_else_does() throws IOException {
        Recogniser twins = new Recogniser(List.of(
                SmallContracts.complaints(),
                SmallContracts.contract(
                        "S05", "举报台账", "report", SmallContracts.complaints().fields(), "reg_no", "")));
        Path file = write("a.csv", "登记编号,被投诉人,登记日期\n1,甲,2026-07-01\n", UTF_8);
        assertThat(twins.recognise(original(file), "2026年7月.csv", RECEIVED)).isInstanceOf(Refused.class);
        Recognition named = twins.recognise(original(file), "S05-2026年7月.csv", RECEIVED);
        assertThat(named)
                .isInstanceOfSatisfying(
                        Recognised.class, r -> assertThat(r.contract().source()).isEqualTo("S05"));
    }

    @Test
    void months_come_from_the_period_column_where_nothing_names_them() throws IOException {
        Recognised file = recognised(
                "台账.csv",
                "案件编号,当事人名称,决定日期\nA1,甲,2026-07-03\nA2,乙,2026年8月1日\nA3,丙,20260909\nA4,丁,\nA5,戊,2204-01-01\n",
                UTF_8);
        assertThat(file.months()).containsExactly("2026-07", "2026-08", "2026-09");
    }

    @Test
    void what_is_synthetic_says_so() throws IOException {
        String table = "案件编号,当事人名称,承办人\nA1,甲,乙\n";
        assertThat(recognised("S02-演示数据.csv", table, UTF_8).synthetic()).isTrue();
        assertThat(recognised("a.csv", "（Synthetic）台账,,\n" + table, UTF_8).synthetic())
                .isTrue();
        assertThat(recognised("a.csv", table, UTF_8).synthetic()).isFalse();
    }

    private static void penalties(XSSFWorkbook book, String sheet, String key) {
        Sheet made = book.createSheet(sheet);
        text(made, 0, "案件编号", "当事人名称", "承办人");
        text(made, 1, key, "甲", "乙");
    }

    private static void text(Sheet sheet, int row, String... cells) {
        Row made = sheet.createRow(row);
        for (int c = 0; c < cells.length; c++) {
            if (!cells[c].isEmpty()) {
                made.createCell(c).setCellValue(cells[c]);
            }
        }
    }

    private static void date(XSSFWorkbook book, Cell cell, int serial) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
        cell.setCellValue(serial);
        cell.setCellStyle(style);
    }

    private static void write(XSSFWorkbook book, Path path) throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            book.write(out);
        }
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private Recognised recognised(String name, String text, Charset charset) throws IOException {
        return recognised(write(name, text, charset));
    }

    private static Original original(Path file) {
        try {
            return Original.plain(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Recognised recognised(Path file) {
        Recognition seen = recogniser.recognise(original(file), String.valueOf(file.getFileName()), RECEIVED);
        assertThat(seen).isInstanceOf(Recognised.class);
        return (Recognised) seen;
    }

    private Refused refused(Path file) {
        Recognition seen = recogniser.recognise(original(file), String.valueOf(file.getFileName()), RECEIVED);
        assertThat(seen).isInstanceOf(Refused.class);
        return (Refused) seen;
    }

    private static SeenRows seen(Recognised file) throws IOException {
        return SeenRows.of(file.source(TextJudge::new), 1 << 20);
    }
}
