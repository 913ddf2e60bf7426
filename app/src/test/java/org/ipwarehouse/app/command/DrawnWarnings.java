package org.ipwarehouse.app.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.Warning.Level;
import org.ipwarehouse.warehouse.api.Warning.State;
import org.ipwarehouse.warehouse.api.WarningDesk;
import org.ipwarehouse.warehouse.api.WarningQuery;
import org.ipwarehouse.warehouse.api.WarningRule;
import org.jspecify.annotations.Nullable;

/** Three drawn warnings of two rules, and a desk that answers with what was decided. */
final class DrawnWarnings implements WarningDesk {
    static final WarningRule W03 = new WarningRule(
            "W03",
            "案件超期",
            "Case overdue",
            1,
            "90日届满未决",
            "红",
            "U17",
            5,
            1095,
            "扣除天数以台账为准",
            "firm",
            List.of(new WarningRule.Gap("未决案件没有立案日期", 2)));
    static final WarningRule W11 = new WarningRule(
            "W11", "海外抢注/纠纷", "Overseas dispute", 1, "有通报即预警", "黄", "U10;U17", 5, 365, "不判断真伪", "likely", List.of());

    static final List<Warning> WARNINGS = List.of(
            warning("W03-aaaaaaaaaaaa", W03, Level.RED, State.NEW, "U14", "2026-10-10", null),
            warning("W11-bbbbbbbbbbbb", W11, Level.YELLOW, State.CONFIRMED, "U10;U17", "2026-10-20", null),
            warning("W03-cccccccccccc", W03, Level.RED, State.DISMISSED, "U17", "2026-10-05", "2026-10-02"));

    static Warning warning(
            String id, WarningRule rule, Level level, State state, String owner, String due, @Nullable String handled) {
        Warning.Row row = new Warning.Row(
                "超期案件",
                "penalty_case",
                "S02_案件台账.xlsx",
                "ab".repeat(32),
                "3月",
                17,
                new TreeMap<>(Map.of("case_no", "A1")));
        Instant raised = Instant.parse("2026-10-01T01:00:00Z");
        return new Warning(
                id,
                rule.code(),
                rule.nameZh(),
                level,
                state,
                "A1",
                "办案期限届满，没有处理决定",
                "640502100",
                owner,
                LocalDate.of(2026, 9, 15),
                LocalDate.of(2026, 10, 1),
                LocalDate.parse(due),
                handled == null ? null : LocalDate.parse(handled),
                state == State.DISMISSED,
                List.of(row),
                List.of(new Warning.Event(raised, "raised", State.NEW, "ipw", "", 1)));
    }

    static List<Warning> matching(WarningQuery query) {
        return WARNINGS.stream().filter(query::admits).toList();
    }

    @Override
    public Warning confirm(String id, Decision decision) {
        return decided(id, State.CONFIRMED, decision);
    }

    @Override
    public Warning dismiss(String id, Decision decision) {
        return decided(id, State.DISMISSED, decision);
    }

    @Override
    public Warning close(String id, Decision decision) {
        return decided(id, State.CLOSED, decision);
    }

    /** The reason comes back as the warning's name, so that a specification can see what was handed on. */
    private static Warning decided(String id, State state, Decision decision) {
        WarningRule named = new WarningRule("W03", decision.reason(), "", 1, "", "红", "", 1, 1, "", "", List.of());
        return warning(id, named, Level.RED, state, "U17", "2026-10-10", null);
    }
}
