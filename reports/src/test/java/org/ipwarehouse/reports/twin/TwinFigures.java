package org.ipwarehouse.reports.twin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.jspecify.annotations.Nullable;

/** Figures of all periods and regions from the monthly facts, by the definitions of docs/architecture.md. */
final class TwinFigures {
    static final RegionCode DISTRICT = new RegionCode("640502");
    static final String[] TOWNSHIPS = {
        "100", "101", "102", "103", "104", "105", "106", "107", "108", "109", "200", "000"
    };
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal SMALL = BigDecimal.TEN;

    private final Map<FigureRef, Figure> figures = new HashMap<>();

    static List<Figure> of(List<TwinIndicator> indicators) {
        TwinFigures made = new TwinFigures();
        for (TwinIndicator i : indicators) {
            for (Period period : periods()) {
                made.add(i, period);
            }
        }
        return made.figures.values().stream()
                .sorted(Comparator.comparing(Figure::indicator)
                        .thenComparing(Figure::period)
                        .thenComparing(Figure::region)
                        .thenComparing(Figure::dimension)
                        .thenComparing(Figure::dimensionValue))
                .toList();
    }

    static List<Period> periods() {
        List<Period> all = new ArrayList<>();
        for (YearMonth m = TwinFacts.FROM; !m.isAfter(TwinFacts.THROUGH); m = m.plusMonths(1)) {
            all.add(Period.month(m));
            int number = m.getMonthValue();
            if (number % 3 == 0) {
                all.add(Period.quarter(m.getYear(), number / 3));
            }
            if (m.getYear() > 2023) {
                all.add(Period.toDate(m));
                if (number % 6 == 0) {
                    all.add(Period.half(m.getYear(), number / 6));
                }
                if (number == 12) {
                    all.add(Period.year(m.getYear()));
                }
            }
        }
        return all.stream().sorted().toList();
    }

    private void add(TwinIndicator i, Period period) {
        int places = i.byTownship() ? TOWNSHIPS.length : 1;
        for (int place = 0; i.byTownship() && place < places; place++) {
            int at = place;
            add(i, period, new RegionCode("640502" + TOWNSHIPS[place]), "", "", m -> pair(i, m, at, at + 1));
        }
        add(i, period, DISTRICT, "", "", m -> pair(i, m, 0, places));
        for (int type = 0; i.byType() && type < TwinFacts.TYPES.size(); type++) {
            int t = type;
            add(i, period, DISTRICT, "ip_type", TwinFacts.TYPES.get(type), m -> {
                BigDecimal part = TwinFacts.part(pair(i, m, 0, places)[0], t);
                return new BigDecimal[] {part, part};
            });
        }
    }

    private static BigDecimal[] pair(TwinIndicator i, YearMonth month, int from, int to) {
        BigDecimal above = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (int place = from; place < to; place++) {
            above = above.add(TwinFacts.numerator(i, month, place));
            below = below.add(TwinFacts.denominator(i, month, place));
        }
        return new BigDecimal[] {above, below};
    }

    private void add(
            TwinIndicator i,
            Period period,
            RegionCode region,
            String dimension,
            String value,
            Function<YearMonth, BigDecimal[]> facts) {
        Passport p = i.passport();
        boolean stock = p.kind() == Passport.Kind.STOCK;
        List<YearMonth> months = stock ? List.of(period.last()) : period.months();
        BigDecimal above = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO;
        for (YearMonth m : months) {
            above = above.add(facts.apply(m)[0]);
            below = below.add(facts.apply(m)[1]);
        }
        FigureStatus status = TwinStatuses.of(p, period, below.signum() == 0);
        BigDecimal result = status.hasValue() ? (p.isRate() ? percent(above, below) : above) : null;
        if (!dimension.isEmpty() && above.signum() == 0) {
            return; // cells that do not occur are not stored
        }
        FigureRef ref = new FigureRef(p.id(), period, region, dimension, value);
        figures.put(ref, compared(p, ref, result, above, p.isRate() ? below : null, status));
    }

    private static BigDecimal percent(BigDecimal above, BigDecimal below) {
        return above.multiply(HUNDRED).divide(below, MathContext.DECIMAL64);
    }

    private Figure compared(
            Passport p,
            FigureRef ref,
            @Nullable BigDecimal value,
            BigDecimal above,
            @Nullable BigDecimal below,
            FigureStatus status) {
        BigDecimal lastYear = base(ref, ref.period().yearBefore());
        BigDecimal before = ref.period().previous().map(b -> base(ref, b)).orElse(null);
        boolean yoy = p.comparisons().contains("yoy");
        boolean qoq = p.comparisons().contains("qoq");
        BigDecimal completeness = status == FigureStatus.INCOMPLETE ? new BigDecimal("0.67") : BigDecimal.ONE;
        return new Figure(
                ref.indicator(),
                ref.period(),
                ref.region(),
                ref.dimension(),
                ref.dimensionValue(),
                value,
                above,
                below,
                lastYear,
                yoy ? change(p, value, lastYear) : null,
                before,
                qoq ? change(p, value, before) : null,
                status,
                status == FigureStatus.MISSING ? BigDecimal.ZERO : completeness,
                1,
                TwinStatuses.note(status));
    }

    private @Nullable BigDecimal base(FigureRef ref, Period period) {
        Figure f = figures.get(
                new FigureRef(ref.indicator(), period, ref.region(), ref.dimension(), ref.dimensionValue()));
        return f == null ? null : f.value();
    }

    private static @Nullable BigDecimal change(Passport p, @Nullable BigDecimal value, @Nullable BigDecimal base) {
        if (value == null || base == null) {
            return null;
        }
        if (p.isRate()) {
            return value.subtract(base);
        }
        boolean small = p.kind() == Passport.Kind.AMOUNT ? base.signum() == 0 : base.compareTo(SMALL) < 0;
        return small ? null : percent(Objects.requireNonNull(value).subtract(base), base);
    }
}
