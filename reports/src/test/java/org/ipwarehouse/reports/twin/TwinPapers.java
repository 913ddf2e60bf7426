package org.ipwarehouse.reports.twin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;
import org.ipwarehouse.warehouse.api.Warehouse.ExpectedReport;
import org.ipwarehouse.warehouse.api.Warehouse.TaskState;

/** Tasks, submissions and expected reports of the twin. */
final class TwinPapers {
    private static final String[][] SOURCES = {
        {"S01", "行政处罚双公示", "U17", "7"},
        {"S02", "知识产权行政案件台账", "U17", "5"},
        {"S04", "12315投诉", "U17", "5"},
        {"S05", "12315举报", "U17", "5"},
        {"S06", "法院知识产权案件", "U05", "10"},
        {"S13", "农产品追溯赋码批次", "U14", "10"},
        {"S15", "地理标志用标主体", "U17", "15"},
        {"S26", "任务进展月报", "U19", "5"},
        {"S27", "经营主体登记", "U17", "10"}
    };

    private TwinPapers() {}

    static List<TaskState> tasks() {
        return TwinIndicator.lines("tasks.csv").stream().map(TwinPapers::task).toList();
    }

    private static TaskState task(String line) {
        String[] c = line.split("\\|", -1);
        List<IndicatorId> indicators =
                TwinIndicator.words(c[10]).stream().map(IndicatorId::new).toList();
        return new TaskState(
                Integer.parseInt(c[0]),
                Integer.parseInt(c[1]),
                c[2],
                c[3],
                c[4],
                c[5],
                c[6],
                Integer.parseInt(c[7]),
                Integer.parseInt(c[8]),
                Integer.parseInt(c[9]),
                indicators);
    }

    static List<ExpectedReport> expected(Period period) {
        List<ExpectedReport> reports = new ArrayList<>();
        for (String[] source : SOURCES) {
            for (YearMonth month : period.months()) {
                LocalDate due = month.plusMonths(1).atDay(Integer.parseInt(source[3]));
                reports.add(new ExpectedReport(
                        source[0],
                        source[1],
                        List.of(source[2]),
                        month.toString(),
                        due.toString(),
                        state(source[0], month)));
            }
        }
        return reports;
    }

    private static String state(String source, YearMonth month) {
        return switch (source + " " + month) {
            case "S13 2026-08" -> "missing";
            case "S06 2026-07", "S26 2026-08", "S02 2026-05" -> "late";
            case "S15 2026-09" -> "not_due";
            default -> "in_time";
        };
    }

    /** Newest first; 412 = 405 + 5 + 2 and so on: each account closes. */
    static List<SubmissionRecord> submissions() {
        return List.of(
                taken(
                        "行政案件台账_2026年9月_演示数据.xlsx",
                        "S02",
                        "2026-10-11",
                        new long[] {46, 44, 1, 1},
                        Map.of("DATE_ORDER", 1L)),
                taken("任务进展_2026年9月_演示数据.xlsx", "S26", "2026-10-10", new long[] {113, 113, 0, 0}, Map.of()),
                refused("投诉汇总（新模板）_演示数据.xlsx", "2026-10-09"),
                taken(
                        "投诉明细_2026年9月_演示数据.csv",
                        "S04",
                        "2026-10-08",
                        new long[] {98, 95, 3, 0},
                        Map.of("VALUE_MISSING", 2L, "ENUM_UNKNOWN", 1L)),
                taken("举报明细_2026年9月_演示数据.csv", "S05", "2026-10-08", new long[] {41, 40, 0, 1}, Map.of()),
                repeated("双公示_2026年9月_演示数据.xlsx", "2026-10-07"),
                taken(
                        "双公示_2026年9月_演示数据.xlsx",
                        "S01",
                        "2026-10-07",
                        new long[] {57, 51, 4, 2},
                        Map.of("USCC_CHECKSUM", 3L, "AMOUNT_UNIT_SUSPECT", 1L)),
                taken("法院案件_2026年7月_演示数据.xlsx", "S06", "2026-08-21", new long[] {6, 6, 0, 0}, Map.of()),
                taken(
                        "赋码批次_2026年7月_演示数据.csv",
                        "S13",
                        "2026-08-09",
                        new long[] {412, 405, 5, 2},
                        Map.of("DATE_INVALID", 5L)));
    }

    private static SubmissionRecord taken(
            String file, String source, String day, long[] counts, Map<String, Long> reasons) {
        Verdict verdict = counts[2] > 0 ? Verdict.PARTLY : Verdict.ACCEPTED;
        String remedy = counts[2] > 0 ? "按退回工作簿中标出的原因更正后重报。" : "";
        return new SubmissionRecord(
                submission(file, source, day),
                verdict,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                new TreeMap<>(reasons),
                new TreeMap<>(),
                remedy);
    }

    private static SubmissionRecord refused(String file, String day) {
        return SubmissionRecord.refused(submission(file, "", day), "HEADER_NOT_FOUND", "最接近的是 S04，缺少列：登记编号、受理时间。");
    }

    private static SubmissionRecord repeated(String file, String day) {
        return new SubmissionRecord(
                submission(file, "S01", day), Verdict.REPEATED, 57, 0, 0, 57, new TreeMap<>(), new TreeMap<>(), "");
    }

    private static Submission submission(String file, String source, String day) {
        String sha = String.format(
                        "%064x",
                        new java.math.BigInteger(1, (file + day).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .substring(0, 64);
        Instant at = LocalDate.parse(day).atTime(2, 15).toInstant(java.time.ZoneOffset.UTC);
        YearMonth month = YearMonth.from(LocalDate.parse(day)).minusMonths(1);
        return new Submission(sha, file, source, at, month.atEndOfMonth(), List.of(month.toString()));
    }
}
