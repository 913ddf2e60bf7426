package org.ipwarehouse.etl.feedback;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.ReasonCodes.Reason;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;

/** 摘要: one page that says what became of the file and what to do. */
final class SummarySheet {
    private static final int[] WIDTHS = {26, 44, 8, 44, 34};
    private static final DateTimeFormatter RECEIVED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final Sheet sheet;
    private final Styles styles;
    private int next;

    SummarySheet(Workbook book, Styles styles) {
        this.sheet = book.createSheet("摘要");
        this.styles = styles;
        for (int c = 0; c < WIDTHS.length; c++) {
            sheet.setColumnWidth(c, WIDTHS[c] * 256);
        }
    }

    void write(Feedback feedback) {
        SubmissionRecord record = feedback.record();
        boolean synthetic = record.submission().synthetic() || record.warnings().containsKey("SYNTHETIC");
        Row title = row();
        title.setHeightInPoints(24);
        styles.title(title, 0, synthetic ? "数据报送回执（演示数据）" : "数据报送回执");
        file(feedback);
        row();
        pair("结论", FeedbackWorkbook.verdict(feedback));
        pair("处理办法", record.remedy().isEmpty() ? "无需处理。" : record.remedy());
        due(feedback).ifPresent(day -> pair("本期报送截止日", day));
        refusal(feedback);
        row();
        pair("读取行数", FeedbackWorkbook.count(record.rowsRead()));
        pair("接收", FeedbackWorkbook.count(record.accepted()));
        pair("退回", FeedbackWorkbook.count(record.quarantined()));
        pair("重复（已有相同记录）", FeedbackWorkbook.count(record.repeated()));
        pair(
                "核对",
                "读取 " + record.rowsRead() + " = 接收 " + record.accepted() + " + 退回 " + record.quarantined() + " + 重复 "
                        + record.repeated());
        row();
        codes("退回原因", record.reasons(), feedback);
        codes("警告", record.warnings(), feedback);
        if (record.quarantined() > 0) {
            steps();
        }
        Styles.print(sheet, -1);
    }

    private void file(Feedback feedback) {
        Submission submission = feedback.record().submission();
        String source = feedback.contract().map(Contract::nameZh).orElse("未识别");
        pair("文件", submission.file());
        pair("报表", (submission.source() + " " + source).strip());
        feedback.details()
                .file()
                .map(Recognised::filledBy)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> pair("填报单位", name));
        pair("收到时间", RECEIVED.format(submission.receivedAt()));
        pair("文件指纹（SHA-256）", submission.sha256());
        pair("数据截止日", submission.asOf().toString());
        pair("报告月份", submission.months().isEmpty() ? "未注明" : String.join("、", submission.months()));
    }

    /** Why nothing of the file was read: the columns that it lacks and those that it has. */
    private void refusal(Feedback feedback) {
        feedback.details().refused().ifPresent(refused -> {
            if (!refused.missing().isEmpty()) {
                pair("缺少的必填列", String.join("、", refused.missing()));
            }
            if (!refused.found().isEmpty()) {
                pair("文件中找到的列", String.join("、", refused.found()));
            }
        });
    }

    /** The day until which the report on the period was due, by the contract's frequency; none for irregular ones. */
    private static Optional<String> due(Feedback feedback) {
        LocalDate asOf = feedback.record().submission().asOf();
        return feedback.contract().flatMap(contract -> {
            int months =
                    switch (contract.frequency()) {
                        case "monthly" -> 1;
                        case "quarterly" -> 3;
                        case "yearly" -> 12;
                        default -> 0;
                    };
            if (months == 0) {
                return Optional.empty();
            }
            LocalDate begin = LocalDate.of(asOf.getYear(), (asOf.getMonthValue() - 1) / months * months + 1, 1);
            LocalDate day = begin.plusMonths(months).withDayOfMonth(contract.dueDay());
            return Optional.of(day + "（按约定的报送频次推算）");
        });
    }

    private void codes(String title, Map<String, Long> counts, Feedback feedback) {
        if (counts.isEmpty()) {
            return;
        }
        Row head = row();
        List<String> labels = List.of(title, "含义", "行数", "如何改正", "例");
        for (int c = 0; c < labels.size(); c++) {
            styles.header(head, c, labels.get(c));
        }
        counts.forEach((code, rows) -> {
            Row row = row();
            Optional<Reason> reason = feedback.details().wording().reasons().find(code);
            styles.text(row, 0, code);
            styles.text(row, 1, feedback.reasonNames().apply(code));
            styles.text(row, 2, FeedbackWorkbook.count(rows));
            styles.text(row, 3, reason.map(Reason::how).orElse(""));
            styles.text(row, 4, reason.map(Reason::example).orElse(""));
            Styles.fit(row);
        });
        row();
    }

    private void steps() {
        pair(
                "如何更正",
                "1. 打开“退回行”工作表，标色的单元格有批注说明。\n2. 在原处改正；无法改正的行可以删去整行。\n3. 保存，把本工作簿原样报回，不必另做文件。\n"
                        + "改正的行会被接收，未改正的行会再次退回；已接收的行不受影响。");
    }

    private void pair(String label, String value) {
        Row row = row();
        styles.header(row, 0, label);
        styles.text(row, 1, value);
        Styles.fit(row);
    }

    private Row row() {
        return sheet.createRow(next++);
    }
}
