package org.ipwarehouse.reports.twin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Deadline;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.HotSpots;
import org.ipwarehouse.warehouse.api.HotSpots.Mark;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.TaskUnit;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.WarningRule;

/** What the twin holds of single cases: none of it may ever be seen by the public. */
public final class TwinLists {
    /** A party that exists nowhere; stands for every party of the lake. */
    public static final String PARTY = "中卫市虚构甲商行（演示）";

    public static final String CASE = "沙市监处罚〔2026〕9901号";
    public static final String FILE = "行政案件台账_2026年9月_演示数据.xlsx";

    private TwinLists() {}

    /** Two rows of the first township, one of the second. */
    static List<Evidence.Row> evidence() {
        return List.of(
                evidence("640502100", 17, Map.of("case_no", CASE, "ip_type", "TM", "fine_yuan", "1200.00")),
                evidence("640502100", 18, Map.of("case_no", CASE + "-2", "ip_type", "PT")),
                evidence("640502101", 19, Map.of("case_no", CASE + "-3", "ip_type", "TM")));
    }

    static List<Evidence.Row> left() {
        return List.of(evidence("640502101", 20, Map.of("case_no", CASE + "-4", Evidence.REASON, "不满足 is_ip_case")));
    }

    private static Evidence.Row evidence(String region, long row, Map<String, String> values) {
        return new Evidence.Row("numerator", FILE, "c".repeat(64), "9月", row, region, new TreeMap<>(values));
    }

    static List<Warning> warnings() {
        return List.of(
                warning("W01-1a2b3c4d5e6f", "W01", "重复处罚", Warning.Level.RED, Warning.State.NEW),
                warning("W03-00ff00ff00ff", "W03", "案件超期", Warning.Level.YELLOW, Warning.State.CONFIRMED),
                warning("W09-abcabcabcabc", "W09", "断链", Warning.Level.YELLOW, Warning.State.CLOSED));
    }

    private static Warning warning(String id, String rule, String name, Warning.Level level, Warning.State state) {
        Warning.Row row = new Warning.Row(
                "处罚", "fact.penalty_case", FILE, "c".repeat(64), "9月", 17, new TreeMap<>(Map.of("case_no", CASE)));
        Warning.Event raised =
                new Warning.Event(Instant.parse("2026-09-30T01:00:00Z"), "raised", Warning.State.NEW, "ipw", "", 1);
        return new Warning(
                id,
                rule,
                name,
                level,
                state,
                PARTY,
                "36个月内第2次生效处罚",
                "640502100",
                "U17",
                LocalDate.of(2026, 9, 20),
                LocalDate.of(2026, 9, 30),
                LocalDate.of(2026, 10, 15),
                state.isOpen() ? null : LocalDate.of(2026, 10, 10),
                false,
                List.of(row),
                List.of(raised));
    }

    static List<WarningRule> rules() {
        return List.of(new WarningRule(
                "W01",
                "重复处罚",
                "Repeated penalties",
                1,
                "同一代码36个月内第2次生效处罚",
                "红",
                "U17",
                15,
                90,
                "",
                "guess",
                List.of(new WarningRule.Gap("没有统一社会信用代码", 4))));
    }

    static List<Deadline> deadlines() {
        return List.of(
                deadline("案件办理", CASE, "overdue", 12L, null),
                deadline("投诉办结", "TS-2026-0099", "soon", null, 3L),
                deadline("举报核查", "JB-2026-0100", "open", null, 11L));
    }

    private static Deadline deadline(
            String title,
            String number,
            String state,
            @org.jspecify.annotations.Nullable Long over,
            @org.jspecify.annotations.Nullable Long left) {
        return new Deadline(
                "case_close",
                number,
                title,
                "L09",
                "U17",
                new RegionCode("640502100"),
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2026, 9, 18),
                null,
                state,
                over,
                left,
                "工作日",
                false,
                FILE,
                "9月",
                17);
    }

    static List<TaskUnit> taskUnits() {
        List<TaskUnit> units = new ArrayList<>();
        String[] states = {"accepted", "routine", "in_progress", "overdue", "not_reported"};
        for (int task = 1; task <= 17; task++) {
            for (int unit = 1; unit <= 3; unit++) {
                String state = states[(task + unit) % states.length];
                boolean reported = !state.equals("not_reported");
                units.add(new TaskUnit(
                        task,
                        "任务" + task,
                        "U0" + unit,
                        List.of("区委宣传部", "区委网信办", "区人大办公室").get(unit - 1),
                        false,
                        state,
                        task < 10,
                        reported ? LocalDate.of(2026, 9, 30) : null,
                        reported ? 3 : 0,
                        reported ? task % 3 : 0,
                        "任务进展_2026年9月_演示数据.xlsx",
                        "任务",
                        task + 1));
            }
        }
        return units;
    }

    /** Four townships with a base: above, within, below, too small. */
    static HotSpots spots(IndicatorId id, Period period, InMemoryWarehouse twin) {
        if (!id.code().equals("XZ01")) {
            return new HotSpots(id, period, "没有约定按什么作基数。", List.of());
        }
        List<HotSpots.Spot> spots = new ArrayList<>();
        Mark[] marks = {Mark.ABOVE, Mark.WITHIN, Mark.BELOW, Mark.TOO_SMALL};
        for (int i = 0; i < marks.length; i++) {
            var region = twin.regions().get(i + 1);
            spots.add(new HotSpots.Spot(
                    region.code(),
                    region.nameZh(),
                    20 - 4L * i,
                    new BigDecimal("1000.0000"),
                    new BigDecimal(200 - 40 * i),
                    new BigDecimal(150 - 10 * i),
                    new BigDecimal("9.0000"),
                    3,
                    17,
                    marks[i],
                    i == 0));
        }
        return new HotSpots(id, period, "按每万户计；不排名。", spots);
    }
}
