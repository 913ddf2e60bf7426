package org.ipwarehouse.reports.site;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.site.Page.Count;
import org.ipwarehouse.warehouse.api.Deadline;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.WarningQuery;
import org.ipwarehouse.warehouse.api.WarningRule;
import org.jspecify.annotations.Nullable;

/** What somebody has to act on, item by item, down to file, sheet and row: warnings and limits. Internal only. */
final class AlarmBoard {
    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");
    private static final Set<String> PRESSING = Set.of("overdue", "soon");
    private static final int ROWS = 12;

    private final Warehouse warehouse;
    private final Kit kit;

    AlarmBoard(Warehouse warehouse, Kit kit) {
        this.warehouse = warehouse;
        this.kit = kit;
    }

    Boards.Warnings warnings(int most) {
        List<Warning> open = warehouse.warnings(WarningQuery.all()).stream()
                .filter(w -> w.state().isOpen())
                .toList();
        long red = open.stream().filter(w -> w.level() == Warning.Level.RED).count();
        return new Boards.Warnings(
                open.stream().limit(most).map(this::alarm).toList(),
                new Count(String.valueOf(open.size()), "warnings|open"),
                new Count(String.valueOf(red), "warnings|red"),
                new Boards.Rest(Math.max(0, open.size() - most), "ipw warnings"));
    }

    private Boards.Alarm alarm(Warning w) {
        List<Boards.EvidenceRow> rows = new ArrayList<>();
        w.evidence().stream().limit(ROWS).forEach(r -> rows.add(row(r)));
        if (w.evidence().size() > ROWS) {
            rows.add(new Boards.EvidenceRow("另有" + (w.evidence().size() - ROWS) + "行", "ipw warnings " + w.id(), ""));
        }
        return new Boards.Alarm(
                w.id(),
                w.level().name().toLowerCase(Locale.ROOT),
                kit.english().both("level", w.level().labelZh()),
                w.rule(),
                w.ruleZh(),
                w.subject(),
                w.summary(),
                w.region(),
                owner(w.owner()),
                day(w.happenedOn()),
                day(w.dueOn()),
                kit.english().both("warning_state", w.state().labelZh()),
                rows,
                w.history().stream().map(this::event).toList());
    }

    private static Boards.EvidenceRow row(Warning.Row r) {
        String values = r.values().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("，"));
        return new Boards.EvidenceRow(r.role(), r.file() + " · " + r.sheet() + " · 第" + r.row() + "行", values);
    }

    private String event(Warning.Event e) {
        String what = kit.labels().value("warning_event", e.kind());
        String by = e.by().equals("ipw") ? "" : "，" + e.by();
        return LocalDate.ofInstant(e.at(), BUSINESS) + " " + what + by
                + (e.reason().isBlank() ? "" : "：" + e.reason());
    }

    private String owner(String codes) {
        return codes.isBlank()
                ? "—"
                : List.of(codes.split(";")).stream()
                        .map(c -> kit.labels().value("unit", c))
                        .collect(Collectors.joining("、"));
    }

    Boards.WarningRules rules() {
        return new Boards.WarningRules(
                warehouse.warningRules().stream().map(this::rule).toList());
    }

    private Boards.Rule rule(WarningRule r) {
        return new Boards.Rule(
                r.code(),
                new org.ipwarehouse.reports.dashboard.Bilingual(r.nameZh(), r.nameEn()),
                r.level(),
                r.meaning(),
                owner(r.owner()),
                new Count(String.valueOf(r.handleDays()), "rule|" + r.code() + "|days"),
                r.gaps().stream().map(g -> g.reason() + "（" + g.rows() + "行）").toList());
    }

    /** Past or near their limit, the longest overdue first. */
    Boards.Deadlines deadlines(int most) {
        List<Deadline> all = warehouse.deadlines();
        List<Deadline> pressing =
                all.stream().filter(d -> PRESSING.contains(d.state())).toList();
        Map<String, Long> states = new LinkedHashMap<>();
        all.forEach(d -> states.merge(d.state(), 1L, Long::sum));
        return new Boards.Deadlines(
                pressing.stream().limit(most).map(this::item).toList(),
                states.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder()))
                        .map(e -> new Boards.StateCount(
                                e.getKey(),
                                kit.english()
                                        .coded(
                                                "deadline_state",
                                                e.getKey(),
                                                kit.labels().value("deadline_state", e.getKey())),
                                new Count(String.valueOf(e.getValue()), "deadline|" + e.getKey())))
                        .toList(),
                new Boards.Rest(Math.max(0, pressing.size() - most), "ipw overdue"));
    }

    private Boards.Item item(Deadline d) {
        return new Boards.Item(
                d.titleZh(),
                d.itemNo(),
                owner(d.owner()),
                d.region().value(),
                township(d),
                day(d.startedOn()),
                day(d.dueOn()) + (d.isProvisional() ? "（暂定）" : ""),
                d.state(),
                kit.english().coded("deadline_state", d.state(), kit.labels().value("deadline_state", d.state())),
                days(d),
                d.file() + " · " + d.sheet() + " · 第" + d.row() + "行");
    }

    private String township(Deadline d) {
        return warehouse.regions().stream()
                .filter(r -> r.code().equals(d.region()))
                .map(Warehouse.Region::nameZh)
                .findFirst()
                .orElse("");
    }

    private static String days(Deadline d) {
        if (d.daysOver() != null && d.daysOver() > 0) {
            return "超" + d.daysOver() + "天";
        }
        return d.daysLeft() == null ? "—" : "剩" + d.daysLeft() + d.daysUnit();
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "—" : date.toString();
    }
}
