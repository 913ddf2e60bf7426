package org.ipwarehouse.etl.feedback;

import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;

/** 摘要: one page that says what became of the file and what to do. */
final class SummarySheet {
    private final Sheet sheet;
    private final Styles styles;
    private int next;

    SummarySheet(Workbook book, Styles styles) {
        this.sheet = book.createSheet("摘要");
        this.styles = styles;
        sheet.setColumnWidth(0, 24 * 256);
        sheet.setColumnWidth(1, 72 * 256);
        sheet.setColumnWidth(2, 12 * 256);
    }

    void write(Feedback feedback) {
        SubmissionRecord record = feedback.record();
        boolean synthetic = record.warnings().containsKey("SYNTHETIC");
        styles.title(row(), 0, synthetic ? "数据报送回执（演示数据）" : "数据报送回执");
        file(feedback);
        row();
        pair("结论", FeedbackWorkbook.verdict(feedback));
        pair("处理办法", record.remedy().isEmpty() ? "无需处理。" : record.remedy());
        row();
        pair("读取行数", FeedbackWorkbook.count(record.rowsRead()));
        pair("接收", FeedbackWorkbook.count(record.accepted()));
        pair("退回", FeedbackWorkbook.count(record.quarantined()));
        pair("重复（已有相同记录）", FeedbackWorkbook.count(record.repeated()));
        row();
        codes("退回原因", record.reasons(), feedback);
        codes("警告", record.warnings(), feedback);
    }

    private void file(Feedback feedback) {
        Submission submission = feedback.record().submission();
        String source = feedback.contract().map(Contract::nameZh).orElse("未识别");
        pair("文件", submission.file());
        pair("报表", (submission.source() + " " + source).strip());
        pair("文件指纹（SHA-256）", submission.sha256());
        pair("数据截止日", submission.asOf().toString());
        pair("报告月份", submission.months().isEmpty() ? "未注明" : String.join("、", submission.months()));
    }

    private void codes(String title, Map<String, Long> counts, Feedback feedback) {
        if (counts.isEmpty()) {
            return;
        }
        Row head = row();
        styles.header(head, 0, title);
        styles.header(head, 1, "含义");
        styles.header(head, 2, "行数");
        counts.forEach((code, rows) -> {
            Row row = row();
            styles.text(row, 0, code);
            styles.text(row, 1, feedback.reasonNames().apply(code));
            styles.text(row, 2, FeedbackWorkbook.count(rows));
        });
        row();
    }

    private void pair(String label, String value) {
        Row row = row();
        styles.header(row, 0, label);
        styles.text(row, 1, value);
    }

    private Row row() {
        return sheet.createRow(next++);
    }
}
