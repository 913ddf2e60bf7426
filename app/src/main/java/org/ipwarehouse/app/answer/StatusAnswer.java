package org.ipwarehouse.app.answer;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.schedule.Run;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Warehouse.ExpectedReport;
import org.ipwarehouse.warehouse.api.Warehouse.Unfinished;
import org.jspecify.annotations.Nullable;

/** What came in, what is missing, what is stale, what ran. */
public final class StatusAnswer {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(Settings.ZONE);
    private static final int SHOWN = 20;

    private StatusAnswer() {}

    /**
     * What is known of an installation.
     *
     * @param submissions newest first
     * @param unfinished begun and interrupted, oldest first
     * @param expected what the contracts expect up to {@code through}
     * @param runs newest first
     */
    public record Standing(
            Settings settings,
            YearMonth through,
            Optional<Instant> builtAt,
            boolean stale,
            boolean synthetic,
            List<SubmissionRecord> submissions,
            List<Unfinished> unfinished,
            List<ExpectedReport> expected,
            List<Run> runs) {
        public Standing {
            submissions = List.copyOf(submissions);
            unfinished = List.copyOf(unfinished);
            expected = List.copyOf(expected);
            runs = List.copyOf(runs);
        }

        List<ExpectedReport> missing() {
            return expected.stream().filter(e -> e.state().equals("missing")).toList();
        }
    }

    public static String json(Standing s) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("data", s.settings().data().toString());
        object.put("through", s.through().toString());
        object.put("built_at", s.builtAt().map(Instant::toString).orElse(null));
        object.put("stale", s.stale());
        object.put("synthetic", s.synthetic());
        object.put(
                "submissions",
                s.submissions().stream().map(SubmissionAnswer::object).toList());
        object.put(
                "unfinished",
                s.unfinished().stream().map(StatusAnswer::unfinished).toList());
        object.put("missing", s.missing().stream().map(StatusAnswer::report).toList());
        object.put("runs", s.runs().stream().map(StatusAnswer::run).toList());
        return Json.line(object);
    }

    public static List<String> text(Standing s) {
        List<String> lines = new ArrayList<>();
        lines.add("数据目录：" + s.settings().data() + (s.synthetic() ? "（含演示数据）" : ""));
        lines.add("指标：" + s.builtAt().map(at -> "算于 " + MINUTE.format(at)).orElse("尚未生成") + "，统计至 " + s.through()
                + (s.stale() ? "；有新数据或口径变动，请运行 ipw build" : "；已是最新"));
        lines.add("");
        lines.add("已收：" + SubmissionAnswer.total(s.submissions()));
        received(s.submissions(), lines);
        unfinished(s.unfinished(), lines);
        lines.add("");
        missing(s.missing(), lines);
        lines.add("");
        runs(s.runs(), lines);
        return lines;
    }

    private static void received(List<SubmissionRecord> submissions, List<String> lines) {
        TextTable table = new TextTable(List.of("收到", "文件", "来源", "结论", "读入", "接收", "退回", "重复"));
        submissions.stream()
                .limit(SHOWN)
                .forEach(r -> table.row(List.of(
                        MINUTE.format(r.submission().receivedAt()),
                        r.submission().file(),
                        r.submission().source(),
                        SubmissionAnswer.verdictZh(r.verdict()),
                        String.valueOf(r.rowsRead()),
                        String.valueOf(r.accepted()),
                        String.valueOf(r.quarantined()),
                        String.valueOf(r.repeated()))));
        lines.addAll(table.lines());
        more(submissions.size(), lines);
    }

    private static void unfinished(List<Unfinished> unfinished, List<String> lines) {
        if (unfinished.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("未收完 " + unfinished.size() + " 个文件（接收中断；把同样的文件再交一次即续完）：");
        unfinished.stream()
                .limit(SHOWN)
                .forEach(u ->
                        lines.add("  " + MINUTE.format(u.openedAt()) + "  " + u.source() + "  sha256 " + u.sha256()));
        more(unfinished.size(), lines);
    }

    private static void missing(List<ExpectedReport> missing, List<String> lines) {
        lines.add(missing.isEmpty() ? "缺报：无" : "缺报 " + missing.size() + " 项：");
        missing.stream()
                .limit(SHOWN)
                .forEach(e -> lines.add("  " + e.month() + "  " + e.source() + " " + e.sourceZh() + "（应于 " + e.dueOn()
                        + " 前报，" + String.join("、", e.owners()) + "）"));
        more(missing.size(), lines);
    }

    private static void runs(List<Run> runs, List<String> lines) {
        lines.add(runs.isEmpty() ? "运行：尚无记录" : "最近的运行：");
        List<Run> shown = runs.stream()
                .filter(r -> r.outcome() != Run.Outcome.ENROLLED)
                .limit(10)
                .toList();
        for (Run r : shown) {
            lines.add("  " + MINUTE.format(r.startedAt()) + "  " + r.name() + "  " + outcomeZh(r.outcome())
                    + (r.message().isEmpty() ? "" : "  " + r.message()));
        }
    }

    private static void more(int size, List<String> lines) {
        if (size > SHOWN) {
            lines.add("  …… 共 " + size + " 项，全部见 --json");
        }
    }

    private static Map<String, Object> unfinished(Unfinished u) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("sha256", u.sha256());
        object.put("source", u.source());
        object.put("opened_at", u.openedAt().toString());
        return object;
    }

    private static Map<String, Object> report(ExpectedReport e) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("source", e.source());
        object.put("source_zh", e.sourceZh());
        object.put("month", e.month());
        object.put("due_on", e.dueOn());
        object.put("owners", e.owners());
        return object;
    }

    private static Map<String, @Nullable Object> run(Run r) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Instant ended = r.endedAt();
        object.put("name", r.name());
        object.put("flow", r.flow().toLowerCase(Locale.ROOT));
        object.put("due_at", r.dueAt().toString());
        object.put("started_at", r.startedAt().toString());
        object.put("ended_at", ended == null ? null : ended.toString());
        object.put("outcome", r.outcome().text());
        object.put("message", r.message());
        return object;
    }

    private static String outcomeZh(Run.Outcome outcome) {
        return switch (outcome) {
            case RUNNING -> "运行中";
            case DONE -> "完成";
            case FAILED -> "失败";
            case INTERRUPTED -> "中断";
            case ENROLLED -> "登记";
        };
    }
}
