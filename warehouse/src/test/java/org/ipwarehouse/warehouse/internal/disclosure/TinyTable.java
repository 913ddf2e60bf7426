package org.ipwarehouse.warehouse.internal.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.ipwarehouse.warehouse.internal.indicator.Term;

/** A small drawn count: cases by month, township and breakdown value, and every figure that is made of them. */
final class TinyTable {
    static final IndicatorId ID = new IndicatorId("XZ01");
    static final String DISTRICT = "640502";

    /** Cases of one month, township and value of the only breakdown ("" where there is none). */
    record Atom(int month, String region, String value) {}

    final int months;
    final List<String> townships;
    final List<String> values;
    final Map<Atom, Integer> cases = new LinkedHashMap<>();

    TinyTable(int months, List<String> townships, List<String> values) {
        this.months = months;
        this.townships = townships;
        this.values = values;
    }

    static TinyTable drawn(int seed) {
        return drawn(new Random(seed), 8);
    }

    /** @param most atoms that it has */
    static TinyTable drawn(Random random, int most) {
        int townships = random.nextInt(3);
        int values = random.nextInt(4);
        TinyTable table = new TinyTable(
                1 + random.nextInt(Math.max(1, Math.min(6, most / Math.max(1, townships) / Math.max(1, values)))),
                List.of("640502100", "640502101", "640502102").subList(0, townships),
                List.of("a", "b", "c").subList(0, values));
        int highest = 1 + random.nextInt(6);
        table.draw(random, highest);
        return table;
    }

    private void draw(Random random, int highest) {
        atoms().forEach(atom -> cases.put(atom, random.nextInt(3) == 0 ? 0 : random.nextInt(highest + 1)));
    }

    /** Another one of the same months, townships and values. */
    TinyTable alike(Random random, int highest) {
        TinyTable other = new TinyTable(months, townships, values);
        other.draw(random, highest);
        return other;
    }

    /** The sums of both, place by place. */
    TinyTable with(TinyTable other) {
        TinyTable sum = new TinyTable(months, townships, values);
        atoms().forEach(atom -> sum.cases.put(atom, cases.getOrDefault(atom, 0) + other.cases.getOrDefault(atom, 0)));
        return sum;
    }

    /** All places of cases, in one order. */
    List<Atom> atoms() {
        List<Atom> atoms = new ArrayList<>();
        for (int month = 1; month <= months; month++) {
            for (String region : townships.isEmpty() ? List.of(DISTRICT) : townships) {
                for (String value : values.isEmpty() ? List.of("") : values) {
                    atoms.add(new Atom(month, region, value));
                }
            }
        }
        return atoms;
    }

    List<Period> periods() {
        List<Period> periods = new ArrayList<>();
        for (int m = 1; m <= months; m++) {
            periods.add(Period.month(YearMonth.of(2026, m)));
            periods.add(Period.toDate(YearMonth.of(2026, m)));
            if (m % 3 == 0) {
                periods.add(Period.quarter(2026, m / 3));
            }
            if (m % 6 == 0) {
                periods.add(Period.half(2026, m / 6));
            }
        }
        return periods;
    }

    int sum(Period period, String region, String value) {
        return cases.entrySet().stream()
                .filter(e -> isIn(e.getKey(), period, region, value))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    static boolean isIn(Atom atom, Period period, String region, String value) {
        return period.first().getMonthValue() <= atom.month()
                && atom.month() <= period.last().getMonthValue()
                && (region.equals(DISTRICT) || region.equals(atom.region()))
                && (value.isEmpty() || value.equals(atom.value()));
    }

    /** The cases of each atom, in their order. */
    int[] truth() {
        return atoms().stream().mapToInt(atom -> cases.getOrDefault(atom, 0)).toArray();
    }

    int total() {
        return cases.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Which atoms a figure sums up. */
    boolean[] members(Period period, String region, String value) {
        List<Atom> atoms = atoms();
        boolean[] members = new boolean[atoms.size()];
        for (int i = 0; i < members.length; i++) {
            members[i] = isIn(atoms.get(i), period, region, value);
        }
        return members;
    }

    /** As the engine makes them: totals always, breakdown values where they occur. */
    List<Figure> figures() {
        return figures(ID);
    }

    List<Figure> figures(IndicatorId id) {
        List<Figure> figures = new ArrayList<>();
        List<String> regions = new ArrayList<>(List.of(DISTRICT));
        regions.addAll(townships);
        for (Period period : periods()) {
            for (String region : regions) {
                figures.add(figure(id, period, region, "", sum(period, region, "")));
                for (String value : values) {
                    int sum = sum(period, region, value);
                    if (sum > 0) {
                        figures.add(figure(id, period, region, value, sum));
                    }
                }
            }
        }
        return figures;
    }

    static Figure figure(Period period, String region, String value, int cases) {
        return figure(ID, period, region, value, cases);
    }

    static Figure figure(IndicatorId id, Period period, String region, String value, int cases) {
        BigDecimal count = BigDecimal.valueOf(cases);
        return new Figure(
                id,
                period,
                new RegionCode(region),
                value.isEmpty() ? "" : "kind",
                value,
                count,
                count,
                null,
                null,
                null,
                null,
                null,
                FigureStatus.OK,
                BigDecimal.ONE,
                1,
                "");
    }

    static Term count(String when) {
        return new Term(
                new TableName("fact", "case"),
                Term.Measure.COUNT,
                "",
                when,
                Term.Timing.FLOW,
                "filed_on",
                null,
                "",
                BigDecimal.ZERO);
    }

    static Definition definition(String code, Passport.Kind kind, List<Term> numerator, List<Term> denominator) {
        Passport passport = new Passport(
                new IndicatorId(code),
                "案件数",
                "cases",
                "",
                "",
                "",
                "件",
                0,
                RoundingMode.HALF_UP,
                kind,
                "neutral",
                List.of("kind"),
                List.of("yoy", "qoq"),
                List.of(),
                List.of(),
                List.of(),
                "",
                "firm",
                1,
                "enforcement",
                "month");
        return new Definition(
                passport,
                numerator,
                denominator,
                denominator.isEmpty() ? BigDecimal.ONE : BigDecimal.valueOf(100),
                Definition.Regions.TOWNSHIPS,
                Map.of("kind", new Definition.Dimension("kind", "kind", false)),
                List.of(),
                List.of(),
                BigDecimal.TEN,
                List.of(),
                Definition.Frequency.MONTH,
                List.of(),
                0,
                "");
    }
}
