package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.jspecify.annotations.Nullable;

/** Makes the figures of all indicators from the rolled-up sums: values, comparisons, status and notes. */
final class FigureMaker {
    private final Reader reader;
    private final Rollup rollup;
    private final List<RegionCode> regions;

    /** @param regions the district first */
    FigureMaker(Reader reader, Rollup rollup, List<RegionCode> regions) {
        this.reader = reader;
        this.rollup = rollup;
        this.regions = List.copyOf(regions);
    }

    /**
     * All figures of one indicator, in {@link Indicators#ORDER}.
     *
     * @param periods for which figures are made, ascending; bases of comparison are read beyond them
     */
    List<Figure> figures(Plan.Parts parts, List<Period> periods) {
        if (periods.isEmpty()) {
            return List.of();
        }
        List<Line> lines = cells(parts).stream()
                .sorted(Cell.ORDER)
                .map(cell -> new Line(parts, cell))
                .toList();
        List<Figure> figures = new ArrayList<>();
        for (Period period : periods) {
            lines.forEach(line -> line.addTo(figures, period));
        }
        return figures;
    }

    /** Who stands behind the amounts of one indicator in some periods, where that is known. */
    List<Contributed> contributed(Plan.Parts parts, List<Period> periods) {
        List<Contributed> all = new ArrayList<>();
        for (Cell cell : cells(parts)) {
            for (Period period : periods) {
                Contributed.Place place =
                        new Contributed.Place(parts.definition().passport().id(), period, cell);
                add(all, place, parts.numerator());
                add(all, place.below(), parts.denominator());
            }
        }
        return all;
    }

    private void add(List<Contributed> all, Contributed.Place place, List<Integer> terms) {
        Dominance sum = Dominance.NOBODY;
        for (int term : terms) {
            sum = sum.plus(rollup.dominance(term, place.cell(), place.period()));
        }
        if (sum.contributors() > 0) {
            all.add(Contributed.of(place, sum));
        }
    }

    /** The total of each region, and each breakdown cell that occurs in it. */
    private List<Cell> cells(Plan.Parts parts) {
        List<RegionCode> asked =
                parts.definition().regions() == Definition.Regions.DISTRICT ? regions.subList(0, 1) : regions;
        Set<String> codes = new TreeSet<>();
        List<Cell> cells = new ArrayList<>();
        for (RegionCode region : asked) {
            codes.add(region.value());
            cells.add(Cell.total(region.value()));
        }
        Set<Cell> occurring = new java.util.HashSet<>();
        parts.numerator().forEach(term -> occurring.addAll(rollup.cells(term)));
        parts.denominator().forEach(term -> occurring.addAll(rollup.cells(term)));
        // where every row lacks what is measured, that is what is said
        parts.keyFields().rows().forEach(term -> occurring.addAll(rollup.cells(term)));
        Set<String> dimensions = parts.definition().dimensions().keySet();
        occurring.stream()
                .filter(cell -> dimensions.contains(cell.dimension()) && codes.contains(cell.region()))
                .forEach(cells::add);
        return cells;
    }

    /** One indicator in one cell over all periods; readings are kept, since each is also a base of comparison. */
    private final class Line {
        private final Plan.Parts parts;
        private final Passport passport;
        private final Cell cell;
        private final Map<Period, Reading> readings = new HashMap<>();

        Line(Plan.Parts parts, Cell cell) {
            this.parts = parts;
            this.passport = parts.definition().passport();
            this.cell = cell;
        }

        void addTo(List<Figure> figures, Period period) {
            Reading reading = reading(period);
            if (cell.isTotal() || occurs(reading)) {
                figures.add(figure(period, reading));
            }
        }

        private boolean occurs(Reading reading) {
            return reading.status() == FigureStatus.UNRELIABLE
                    || isCounted(reading.numerator())
                    || isCounted(reading.denominator());
        }

        private boolean isCounted(@Nullable BigDecimal amount) {
            return amount != null && amount.signum() != 0;
        }

        private Reading reading(Period period) {
            return readings.computeIfAbsent(period, p -> reader.read(parts, cell, p));
        }

        private Figure figure(Period period, Reading reading) {
            Compared yoy = compared(reading, passport.comparisons().contains("yoy") ? period.yearBefore() : null);
            Compared qoq = compared(
                    reading,
                    passport.comparisons().contains("qoq") ? period.previous().orElse(null) : null);
            return new Figure(
                    passport.id(),
                    period,
                    new RegionCode(cell.region()),
                    cell.dimension(),
                    cell.value(),
                    reading.value(),
                    reading.numerator(),
                    reading.denominator(),
                    yoy.base(),
                    yoy.change(),
                    qoq.base(),
                    qoq.change(),
                    reading.status(),
                    completeness(reading.coverage()),
                    passport.version(),
                    reading.note() + yoy.note());
        }

        private Compared compared(Reading now, @Nullable Period then) {
            if (then == null) {
                return new Compared(null, null, "");
            }
            Reading base = reading(then);
            BigDecimal value = now.value();
            BigDecimal before = base.value();
            if (value == null || before == null || !now.isComparable() || !base.isComparable()) {
                return new Compared(base.isComparable() ? before : null, null, "");
            }
            if (passport.isRate()) {
                return new Compared(before, value.subtract(before), "");
            }
            if (before.signum() == 0 || before.compareTo(parts.definition().smallBase()) < 0) {
                return new Compared(before, null, "上年同期基数小，不计增减百分比。");
            }
            return new Compared(before, Reader.percent(value.subtract(before), before), "");
        }

        private BigDecimal completeness(Coverage.Share share) {
            return BigDecimal.valueOf(share.received())
                    .divide(BigDecimal.valueOf(Math.max(share.expected(), 1)), 6, RoundingMode.HALF_UP)
                    .round(MathContext.DECIMAL64);
        }
    }

    private record Compared(
            @Nullable BigDecimal base, @Nullable BigDecimal change, String note) {}
}
