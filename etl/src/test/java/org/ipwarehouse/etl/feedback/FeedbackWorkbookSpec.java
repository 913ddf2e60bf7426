package org.ipwarehouse.etl.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.etl.read.Remark;
import org.ipwarehouse.etl.read.SmallContracts;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.QuarantinedRow;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackWorkbookSpec {
    private final Path folder;

    FeedbackWorkbookSpec(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_summary_says_what_became_of_the_file_and_what_to_do() throws IOException {
        try (XSSFWorkbook book = written(partly())) {
            Map<String, String> pairs = pairs(book.getSheet("摘要"));
            assertThat(pairs)
                    .containsEntry("文件", "处罚2026年7月.xlsx")
                    .containsEntry("报表", "S02 知识产权行政处罚案件台账")
                    .containsEntry("结论", "部分接收，有退回行")
                    .containsEntry("处理办法", "请改正退回行后重报。")
                    .containsEntry("读取行数", "1,234")
                    .containsEntry("接收", "1,231")
                    .containsEntry("退回", "2")
                    .containsEntry("重复（已有相同记录）", "1")
                    .containsEntry("DATE_INVALID", "日期非法或越界");
        }
    }

    @Test
    void a_wrong_cell_is_coloured_and_explained_and_the_others_stand_as_sent() throws IOException {
        try (XSSFWorkbook book = written(partly())) {
            Sheet sheet = book.getSheet("退回行");
            assertThat(texts(sheet.getRow(2)))
                    .containsExactly("原表", "原行号", "退回原因", "如何改正", "案件编号", "罚没款_决定日期", "当事人名称", "系统列（请勿改动）");
            assertThat(texts(sheet.getRow(3)))
                    .containsExactly(
                            "7月",
                            "17",
                            "日期非法或越界（DATE_INVALID）",
                            "日期不存在，请核对。",
                            "A1",
                            "2024-02-30",
                            "=HYPERLINK(\"x\")",
                            "");
            assertThat(sheet.isColumnHidden(7)).isTrue();
            Cell wrong = sheet.getRow(3).getCell(5);
            Cell right = sheet.getRow(3).getCell(4);
            assertThat(wrong.getCellComment().getString().getString()).isEqualTo("日期非法或越界（DATE_INVALID）\n日期不存在，请核对。");
            assertThat(wrong.getCellStyle().getFillForegroundColor())
                    .isNotEqualTo(right.getCellStyle().getFillForegroundColor());
            assertThat(right.getCellComment()).isNull();
        }
    }

    @Test
    void what_looks_like_a_formula_stays_text_also_when_it_is_saved_again() throws IOException {
        try (XSSFWorkbook book = written(partly())) {
            Cell formula = book.getSheet("退回行").getRow(3).getCell(6);
            assertThat(formula.getCellType()).isEqualTo(CellType.STRING);
            assertThat(formula.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(book.getSheet("退回行").getRow(4).getCell(6).getCellStyle().getQuotePrefixed())
                    .isFalse();
        }
    }

    @Test
    void remarks_have_a_sheet_of_their_own_and_a_clean_file_has_neither() throws IOException {
        try (XSSFWorkbook book = written(partly())) {
            assertThat(texts(book.getSheet("合计核对").getRow(1)))
                    .containsExactly("7月", "20", "TOTAL_MISMATCH", "TOTAL_MISMATCH", "合计行为 9，明细之和为 7");
        }
        SubmissionRecord clean = record(Verdict.ACCEPTED, new long[] {2, 2, 0, 0}, Map.of());
        try (XSSFWorkbook book = written(
                new Feedback(clean, Optional.of(SmallContracts.penalties()), List.of(), List.of(), code -> code))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
            assertThat(pairs(book.getSheet("摘要"))).containsEntry("处理办法", "无需处理。");
        }
    }

    @Test
    void a_cell_longer_than_a_workbook_allows_is_cut_and_marked() throws IOException {
        QuarantinedRow row = new QuarantinedRow(
                new Origin("", 2),
                Map.of("案件编号", "长".repeat(40_000)),
                List.of(new Rejection("KEY_MISSING", "", "", "缺键")));
        SubmissionRecord record = record(Verdict.PARTLY, new long[] {1, 0, 1, 0}, Map.of("KEY_MISSING", 1L));
        try (XSSFWorkbook book = written(
                new Feedback(record, Optional.of(SmallContracts.penalties()), List.of(row), List.of(), code -> code))) {
            assertThat(book.getSheet("退回行").getRow(3).getCell(4).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("长…");
        }
    }

    @Test
    void many_rows_are_streamed_and_look_the_same() throws IOException {
        List<QuarantinedRow> rows = new ArrayList<>();
        for (int i = 1; i <= 1_500; i++) {
            rows.add(new QuarantinedRow(
                    new Origin("", i + 1),
                    Map.of("案件编号", "-" + i),
                    List.of(new Rejection("KEY_MISSING", "case_no", "", "第" + i + "行缺键"))));
        }
        SubmissionRecord record =
                record(Verdict.PARTLY, new long[] {1_500, 0, 1_500, 0}, Map.of("KEY_MISSING", 1_500L));
        try (XSSFWorkbook book =
                written(new Feedback(record, Optional.of(SmallContracts.penalties()), rows, List.of(), code -> code))) {
            Sheet sheet = book.getSheet("退回行");
            // advice, unit and header stand in rows 0 to 2
            assertThat(sheet.getLastRowNum()).isEqualTo(1_502);
            Cell last = sheet.getRow(1_502).getCell(4);
            assertThat(last.getStringCellValue()).isEqualTo("-1500");
            assertThat(last.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(last.getCellComment().getString().getString()).isEqualTo("KEY_MISSING\n第1500行缺键");
        }
    }

    private static Feedback partly() {
        Map<String, String> first = new LinkedHashMap<>();
        first.put("案件编号", "A1");
        first.put("罚没款_决定日期", "2024-02-30");
        first.put("当事人名称", "=HYPERLINK(\"x\")");
        Map<String, String> second = new LinkedHashMap<>(first);
        second.put("当事人名称", "乙公司");
        Rejection reason = new Rejection("DATE_INVALID", "decision_date", "2024-02-30", "日期不存在，请核对。");
        return new Feedback(
                record(Verdict.PARTLY, new long[] {1_234, 1_231, 2, 1}, Map.of("DATE_INVALID", 2L)),
                Optional.of(SmallContracts.penalties()),
                List.of(
                        new QuarantinedRow(new Origin("7月", 17), first, List.of(reason)),
                        new QuarantinedRow(new Origin("7月", 18), second, List.of(reason))),
                List.of(new Remark("TOTAL_MISMATCH", new Origin("7月", 20), "合计行为 9，明细之和为 7")),
                code -> code.equals("DATE_INVALID") ? "日期非法或越界" : code);
    }

    private static SubmissionRecord record(Verdict verdict, long[] counts, Map<String, Long> reasons) {
        Submission submission = new Submission(
                "ab".repeat(32),
                "处罚2026年7月.xlsx",
                "S02",
                Instant.parse("2026-08-03T02:00:00Z"),
                LocalDate.of(2026, 7, 31),
                List.of("2026-07"));
        return new SubmissionRecord(
                submission,
                verdict,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                new TreeMap<>(reasons),
                new TreeMap<>(),
                reasons.isEmpty() ? "" : "请改正退回行后重报。");
    }

    private XSSFWorkbook written(Feedback feedback) throws IOException {
        Path file = FeedbackWorkbook.place(folder, feedback.record().submission());
        FeedbackWorkbook.write(file, feedback);
        assertThat(file).isEqualTo(folder.resolve("feedback/S02/处罚2026年7月-abababab-回执.xlsx"));
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static Map<String, String> pairs(Sheet sheet) {
        Map<String, String> pairs = new TreeMap<>();
        for (Row row : sheet) {
            if (row.getLastCellNum() > 1) {
                pairs.put(row.getCell(0).getStringCellValue(), row.getCell(1).getStringCellValue());
            }
        }
        return pairs;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell.getStringCellValue()));
        return texts;
    }
}
