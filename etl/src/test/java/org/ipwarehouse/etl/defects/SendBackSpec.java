package org.ipwarehouse.etl.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipwarehouse.etl.defects.LedgerSheet.HEADER;
import static org.ipwarehouse.etl.defects.LedgerSheet.case_;
import static org.ipwarehouse.etl.defects.LedgerSheet.csv;
import static org.ipwarehouse.etl.defects.LedgerSheet.only;
import static org.ipwarehouse.etl.defects.LedgerSheet.row;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.etl.check.ContractJudge;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.contract.ReasonCodes;
import org.ipwarehouse.etl.feedback.Feedback;
import org.ipwarehouse.etl.feedback.FeedbackWorkbook;
import org.ipwarehouse.etl.feedback.SecondReading;
import org.ipwarehouse.etl.feedback.Wording;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.warehouse.api.QuarantinedRow;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file goes in, its feedback workbook comes out, is corrected by hand and is sent back as it is. */
class SendBackSpec {
    private static final CodeLists CODES = Contracts.load(Path.of("..")).codeLists();
    private static final int HEADER_ROW = 2;

    private final Path folder;

    SendBackSpec(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Five cases in 万元, three of them wrong: a date that is none, an unknown kind of right, a formula for a fine. */
    private static Received ledger() {
        return Received.text(
                "案件台账_2026年7月.csv",
                csv(
                        only(12, "单位：万元"),
                        HEADER,
                        row(1, "0.05"),
                        row(2, "0.06", "立案日期", "2026-02-30"),
                        row(3, "0.07", "知识产权类型", "某某权"),
                        row(4, "=1+1"),
                        row(5, "0.09", "立案日期", "2026/7/1")));
    }

    @Test
    void corrected_rows_are_accepted_as_if_they_had_been_right_and_the_others_come_back_again() throws IOException {
        Received sent = ledger();
        assertThat(sent.column("case_no")).containsExactly(case_(1), case_(5));
        assertThat(sent.codes())
                .containsExactly(List.of("DATE_INVALID"), List.of("ENUM_UNKNOWN"), List.of("AMOUNT_UNPARSEABLE"));
        byte[] corrected = edited(workbook(sent), sheet -> {
            cell(sheet, 0, "立案日期").setCellValue("2026-07-02");
            cell(sheet, 1, "知识产权类型").setCellValue("商标");
        });
        Received back = Received.file("回执（已改）.xlsx", corrected);
        assertThat(back.source()).isEqualTo("S02");
        assertThat(back.file().asOf()).hasToString("2026-07-31");
        assertThat(back.file().months()).containsExactly("2026-07");
        assertThat(back.column("case_no")).containsExactly(case_(2), case_(3));
        // 0.06 and 0.07 万元 are 600 and 700 元: the note above the first file's header has come along
        assertThat(back.column("fine_yuan")).containsExactly("600.00", "700.00");
        assertThat(back.column("filing_date")).containsExactly("2026-07-02", "2026-07-01");
        assertThat(back.codes()).containsExactly(List.of("AMOUNT_UNPARSEABLE"));
        assertThat(back.returned.get(0).sent().keySet()).containsExactlyElementsOf(HEADER);
        assertThat(back.accepted).allSatisfy(r -> assertThat(r.notes().extra()).isEmpty());
        assertThat(back.warnings).isEmpty();
    }

    @Test
    void what_is_sent_back_unchanged_is_returned_for_the_same_reasons() throws IOException {
        Received sent = ledger();
        Received back = Received.file("a.xlsx", workbook(sent));
        assertThat(back.accepted).isEmpty();
        assertThat(back.codes()).isEqualTo(sent.codes());
        assertThat(back.returned.stream().map(Received.Returned::sent))
                .isEqualTo(sent.returned.stream().map(Received.Returned::sent).toList());
    }

    @Test
    void no_cell_is_a_formula_and_what_looks_like_one_is_quoted() throws IOException {
        byte[] book = workbook(ledger());
        int sheets = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    sheets++;
                    String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(xml).doesNotContain("<f>").doesNotContain("<f ");
                }
            }
        }
        assertThat(sheets).isGreaterThanOrEqualTo(3);
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(book))) {
            Cell risky = cell(read.getSheet("退回行"), 2, "罚款");
            assertThat(risky.getStringCellValue()).isEqualTo("=1+1");
            assertThat(risky.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void a_repair_that_ends_in_a_code_shows_the_name_before_it() throws IOException {
        Received sent =
                Received.text("案件台账_2026年7月.csv", csv(only(12, "单位：万元"), HEADER, row(1, "0.05", "办案机构", "沙坡头区市监局")));
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook(sent)))) {
            Row repair = line(read.getSheet("已修复"), "单位名称按名录归一（D53）");
            assertThat(repair.getCell(3).getStringCellValue()).isEqualTo("沙坡头区市监局 → 区市场监督管理分局（U17）");
        }
    }

    @Test
    void the_workbook_says_in_words_what_why_and_how_and_what_was_repaired() throws IOException {
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook(ledger())))) {
            Cell wrong = cell(read.getSheet("退回行"), 0, "立案日期");
            assertThat(wrong.getCellComment().getString().getString())
                    .contains("日期非法或越界（DATE_INVALID）", "立案日期", "例：2024-02-30 → 2024-02-29");
            Row repair = line(read.getSheet("已修复"), "日期、报送期写法统一（D30）");
            assertThat(repair.getCell(1).getStringCellValue()).isEqualTo("立案日期");
            assertThat(repair.getCell(3).getStringCellValue()).isEqualTo("2026/7/1 → 2026-07-01");
            Row sum = line(read.getSheet("摘要"), "核对");
            assertThat(sum.getCell(1).getStringCellValue()).isEqualTo("读取 5 = 接收 2 + 退回 3 + 重复 0");
            assertThat(line(read.getSheet("摘要"), "本期报送截止日").getCell(1).getStringCellValue())
                    .startsWith("2026-08-10");
        }
    }

    @Test
    void a_refused_file_gets_a_workbook_with_what_is_missing_and_what_was_found() throws IOException {
        List<String> header = List.of("案件编号", "案件名称", "违法行为", "罚款");
        Received sent = Received.text("a.csv", csv(header, List.of("A1", "某案", "假冒专利", "1")));
        Submission submission = new Submission(
                "ab".repeat(32), "a.csv", "", Instant.parse("2026-10-08T02:00:00Z"), Received.DAY, List.of());
        SubmissionRecord record = SubmissionRecord.refused(submission, sent.refusal(), sent.remedy());
        Feedback feedback = new Feedback(
                record,
                Optional.empty(),
                List.of(),
                List.of(),
                SendBackSpec::name,
                new Feedback.Details(Optional.empty(), sent.refused, List.of(), Wording.of(CODES)));
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(written(feedback)))) {
            Sheet summary = read.getSheet("摘要");
            assertThat(line(summary, "结论").getCell(1).getStringCellValue()).isEqualTo("整份退回");
            assertThat(line(summary, "缺少的必填列").getCell(1).getStringCellValue()).contains("当事人名称");
            assertThat(line(summary, "文件中找到的列").getCell(1).getStringCellValue()).isEqualTo("案件编号、案件名称、违法行为、罚款");
            assertThat(line(summary, "REQUIRED_COLUMN_MISSING").getCell(3).getStringCellValue())
                    .isNotEmpty();
        }
    }

    private byte[] workbook(Received sent) throws IOException {
        Recognised file = sent.file();
        List<QuarantinedRow> rows = sent.returned.stream()
                .map(r -> new QuarantinedRow(r.origin(), r.sent(), r.reasons(), r.sealed()))
                .toList();
        TreeMap<String, Long> reasons = new TreeMap<>();
        sent.codes().forEach(codes -> codes.forEach(code -> reasons.merge(code, 1L, Long::sum)));
        Submission submission = new Submission(
                "ab".repeat(32),
                "案件台账_2026年7月.csv",
                "S02",
                Instant.parse("2026-08-03T02:00:00Z"),
                file.asOf(),
                file.months());
        long accepted = sent.accepted.size();
        SubmissionRecord record = new SubmissionRecord(
                submission,
                Verdict.PARTLY,
                accepted + rows.size(),
                accepted,
                rows.size(),
                0,
                reasons,
                new TreeMap<>(),
                "请改正退回行后重报。");
        SecondReading again = SecondReading.of(
                file, (contract, sheet) -> ContractJudge.of(contract, CODES, sheet, Received.KEY), Wording.of(CODES));
        return written(new Feedback(
                record,
                Optional.of(file.contract()),
                rows,
                again.remarks(),
                SendBackSpec::name,
                new Feedback.Details(Optional.of(file), Optional.empty(), again.repairs(), Wording.of(CODES))));
    }

    private byte[] written(Feedback feedback) throws IOException {
        Path target = FeedbackWorkbook.place(folder, feedback.record().submission());
        FeedbackWorkbook.write(target, feedback);
        return Files.readAllBytes(target);
    }

    private static String name(String code) {
        return CODES.reasons().find(code).map(ReasonCodes.Reason::title).orElse(code);
    }

    private static byte[] edited(byte[] book, Consumer<Sheet> edit) throws IOException {
        try (InputStream in = new ByteArrayInputStream(book);
                XSSFWorkbook read = new XSSFWorkbook(in);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            edit.accept(read.getSheet("退回行"));
            read.write(out);
            return out.toByteArray();
        }
    }

    /** The cell of the n-th returned row under a header. */
    private static Cell cell(Sheet sheet, int n, String header) {
        for (Cell label : sheet.getRow(HEADER_ROW)) {
            if (label.getStringCellValue().equals(header)) {
                return sheet.getRow(HEADER_ROW + 1 + n).getCell(label.getColumnIndex());
            }
        }
        throw new AssertionError("No column " + header);
    }

    /** The row that begins with a text. */
    private static Row line(Sheet sheet, String first) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).getStringCellValue().equals(first)) {
                return row;
            }
        }
        throw new AssertionError("No row " + first);
    }
}
