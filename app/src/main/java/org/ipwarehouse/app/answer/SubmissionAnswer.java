package org.ipwarehouse.app.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.SubmissionRecord;

/** The accounts of submissions: one JSON object a line, or a table that adds up. */
public final class SubmissionAnswer {
    private SubmissionAnswer() {}

    public static String json(SubmissionRecord r) {
        return Json.line(object(r));
    }

    public static Map<String, Object> object(SubmissionRecord r) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("submission", r.submission().sha256());
        object.put("file", r.submission().file());
        object.put("source", r.submission().source());
        object.put("sha256", r.submission().sha256());
        object.put("verdict", r.verdict().text());
        object.put("rows_read", r.rowsRead());
        object.put("accepted", r.accepted());
        object.put("quarantined", r.quarantined());
        object.put("repeated", r.repeated());
        object.put("reasons", r.reasons());
        object.put("remedy", r.remedy());
        return object;
    }

    public static List<String> table(List<SubmissionRecord> records) {
        TextTable table = new TextTable(List.of("文件", "来源", "结论", "读入", "接收", "退回", "重复", "原因"));
        records.forEach(r -> table.row(List.of(
                r.submission().file(),
                r.submission().source().isEmpty() ? "?" : r.submission().source(),
                verdictZh(r.verdict()),
                String.valueOf(r.rowsRead()),
                String.valueOf(r.accepted()),
                String.valueOf(r.quarantined()),
                String.valueOf(r.repeated()),
                reasons(r))));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(total(records));
        records.stream()
                .filter(r -> !r.remedy().isEmpty())
                .forEach(r -> lines.add(r.submission().file() + "：" + r.remedy()));
        return lines;
    }

    /** One line that says what came of the files together. */
    public static String total(List<SubmissionRecord> records) {
        long read = records.stream().mapToLong(SubmissionRecord::rowsRead).sum();
        long accepted = records.stream().mapToLong(SubmissionRecord::accepted).sum();
        long quarantined =
                records.stream().mapToLong(SubmissionRecord::quarantined).sum();
        long repeated = records.stream().mapToLong(SubmissionRecord::repeated).sum();
        return records.size() + " 个文件，读入 " + read + " 行 = 接收 " + accepted + " + 退回 " + quarantined + " + 重复 "
                + repeated;
    }

    /** The verdict in one word. */
    public static String verdictZh(SubmissionRecord.Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "接收";
            case PARTLY -> "部分接收";
            case REFUSED -> "拒收";
            case REPEATED -> "重复";
        };
    }

    private static String reasons(SubmissionRecord r) {
        return r.reasons().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining("，"));
    }
}
