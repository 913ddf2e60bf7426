package org.ipwarehouse.app.answer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.Warning.Level;
import org.ipwarehouse.warehouse.api.WarningRule;
import org.jspecify.annotations.Nullable;

/** Early warnings as a list, and one warning with the rows it rests on and all that happened to it. */
public final class WarningAnswer {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final List<WarningRule> rules;
    private final Map<String, String> regions;
    private final ZoneId zone;

    /** @param regions names of regions by code */
    public WarningAnswer(List<WarningRule> rules, Map<String, String> regions, ZoneId zone) {
        this.rules = List.copyOf(rules);
        this.regions = Map.copyOf(regions);
        this.zone = zone;
    }

    /**
     * A list for people.
     *
     * @param today to tell which are overdue
     * @param asked codes of the rules that were asked for; empty for all
     */
    public List<String> lines(List<Warning> warnings, LocalDate today, List<String> asked) {
        List<String> lines = new ArrayList<>();
        if (!warnings.isEmpty()) {
            TextTable table = new TextTable(List.of("编号", "级别", "状态", "规则", "区域", "责任单位", "处置期限", "对象", "内容"));
            warnings.forEach(w -> table.row(List.of(
                    w.id(),
                    w.level().labelZh(),
                    w.state().labelZh(),
                    w.ruleZh(),
                    region(w),
                    w.owner().replace(';', '、'),
                    w.dueOn().toString(),
                    w.subject(),
                    w.summary())));
            lines.addAll(table.lines());
        }
        lines.add(total(warnings, today));
        rules.stream()
                .filter(rule -> asked.isEmpty() || asked.contains(rule.code()))
                .flatMap(rule -> rule.gaps().stream()
                        .map(gap -> "未能判断：" + rule.code() + " " + rule.nameZh() + "，" + gap.reason() + "（" + gap.rows()
                                + " 行）"))
                .forEach(lines::add);
        return lines;
    }

    private static String total(List<Warning> warnings, LocalDate today) {
        long red = warnings.stream().filter(w -> w.level() == Level.RED).count();
        long overdue = warnings.stream()
                .filter(w -> w.state().isOpen() && w.dueOn().isBefore(today))
                .count();
        return "预警 " + warnings.size() + " 条：红 " + red + "，黄 " + (warnings.size() - red) + "；未处置且已过期限 " + overdue
                + " 条。";
    }

    public List<String> csvLines(List<Warning> warnings) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "id,rule,level,state,subject,summary,region,owner,happened_on,raised_on,due_on,handled_on,is_false_alarm,rows");
        warnings.forEach(w -> lines.add(Csv.line(object(w).values().stream()
                .map(v -> v == null ? "" : String.valueOf(v))
                .toList())));
        return lines;
    }

    public List<String> jsonLines(List<Warning> warnings) {
        return warnings.stream().map(w -> Json.line(object(w))).toList();
    }

    private static Map<String, @Nullable Object> object(Warning w) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("id", w.id());
        object.put("rule", w.rule());
        object.put("level", w.level().labelZh());
        object.put("state", w.state().text());
        object.put("subject", w.subject());
        object.put("summary", w.summary());
        object.put("region", w.region());
        object.put("owner", w.owner());
        object.put("happened_on", w.happenedOn());
        object.put("raised_on", w.raisedOn());
        object.put("due_on", w.dueOn());
        object.put("handled_on", w.handledOn());
        object.put("is_false_alarm", w.isFalseAlarm());
        object.put("rows", (long) w.evidence().size());
        return object;
    }

    /** One warning for people, down to file, sheet and row. */
    public List<String> whyLines(Warning w) {
        List<String> lines = new ArrayList<>();
        lines.add(w.id() + " " + w.ruleZh() + "  " + w.level().labelZh() + "  "
                + w.state().labelZh());
        lines.add("对象：" + w.subject());
        lines.add("内容：" + w.summary());
        lines.add("区域：" + region(w) + "  责任单位：" + w.owner().replace(';', '、') + "  发生：" + shown(w.happenedOn())
                + "  生成：" + w.raisedOn() + "  处置期限：" + w.dueOn() + "  处置：" + shown(w.handledOn()));
        rules.stream().filter(rule -> rule.code().equals(w.rule())).forEach(rule -> {
            lines.add("规则：" + rule.meaning() + "（第 " + rule.version() + " 版，把握：" + rule.confidence() + "）");
            lines.add("注意：" + rule.pitfall());
        });
        lines.add("");
        lines.add("依据 " + w.evidence().size() + " 行：");
        lines.addAll(SourceRow.lines(w.evidence().stream().map(SourceRow::of).toList()));
        lines.add("");
        lines.add("经过：");
        lines.addAll(history(w));
        return lines;
    }

    private List<String> history(Warning w) {
        TextTable table = new TextTable(List.of("时间", "事项", "状态", "何人", "说明"));
        w.history()
                .forEach(e -> table.row(List.of(
                        MINUTE.format(e.at().atZone(zone)),
                        kindZh(e.kind()),
                        e.state().labelZh(),
                        e.by().equals("ipw") ? "系统" : e.by(),
                        e.reason())));
        return table.lines();
    }

    /** One warning as one JSON object with its rows and its history. */
    public String json(Warning w) {
        Map<String, @Nullable Object> object = object(w);
        object.put("rows", w.evidence().stream().map(WarningAnswer::row).toList());
        object.put("history", w.history().stream().map(WarningAnswer::event).toList());
        return Json.line(object);
    }

    private static Map<String, Object> row(Warning.Row r) {
        Map<String, Object> object = SourceRow.of(r).object();
        object.put("fact", r.fact());
        return object;
    }

    private static Map<String, Object> event(Warning.Event e) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("at", e.at());
        object.put("kind", e.kind());
        object.put("state", e.state().text());
        object.put("by", e.by());
        object.put("reason", e.reason());
        object.put("new_rows", e.newRows());
        return object;
    }

    private String region(Warning w) {
        return regions.getOrDefault(w.region(), w.region());
    }

    private static String shown(@Nullable LocalDate day) {
        return Objects.toString(day, "—");
    }

    private static String kindZh(String kind) {
        return switch (kind) {
            case "raised" -> "生成";
            case "raised_again" -> "再次生成";
            case "evidence_added" -> "新增依据";
            case "evidence_corrected" -> "依据更正";
            case "level_changed" -> "级别变化";
            case "confirmed" -> "确认";
            case "dismissed" -> "认定误报";
            case "closed" -> "关闭";
            case "ceased" -> "自动关闭";
            default -> kind;
        };
    }
}
