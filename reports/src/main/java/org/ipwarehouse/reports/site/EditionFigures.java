package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.figure.FigureBook;
import org.ipwarehouse.warehouse.api.Expected;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.HotSpots;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Superseded;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/** All that the pages of one edition show of figures, each read once from the warehouse as its audience may see it. */
final class EditionFigures {
    private final Warehouse warehouse;
    private final FigureBook book;
    private final Map<IndicatorId, List<Expected>> expected;
    private final Map<IndicatorId, List<Superseded>> superseded;
    private final Map<String, Map<IndicatorId, List<Figure>>> breakdowns = new HashMap<>();
    private final Map<IndicatorId, HotSpots> spots = new HashMap<>();

    EditionFigures(Warehouse seen) {
        this.warehouse = seen;
        this.book = FigureBook.read(seen);
        this.expected = seen.expectedRanges(book.district());
        this.superseded = seen.superseded(new FigureQuery(Set.of(), List.of(), Set.of(book.district()), "")).stream()
                .collect(Collectors.groupingBy(s -> s.figure().indicator()));
    }

    Warehouse warehouse() {
        return warehouse;
    }

    FigureBook book() {
        return book;
    }

    /** The range of each month by its period; empty where there is none. */
    Map<Period, Expected> expected(IndicatorId id) {
        return expected.getOrDefault(id, List.of()).stream()
                .filter(e -> e.mid() != null)
                .collect(Collectors.toMap(Expected::period, e -> e));
    }

    List<Superseded> superseded(IndicatorId id) {
        return superseded.getOrDefault(id, List.of());
    }

    /** The parts of an indicator by one dimension: all periods and regions. */
    List<Figure> parts(IndicatorId id, String dimension) {
        return breakdowns.computeIfAbsent(dimension, this::read).getOrDefault(id, List.of());
    }

    private Map<IndicatorId, List<Figure>> read(String dimension) {
        Set<IndicatorId> broken = book.passports().stream()
                .filter(p -> p.dimensions().contains(dimension))
                .map(Passport::id)
                .collect(Collectors.toSet());
        if (broken.isEmpty()) {
            return Map.of();
        }
        return warehouse.figures(new FigureQuery(broken, List.of(), Set.of(), dimension)).stream()
                .collect(Collectors.groupingBy(Figure::indicator));
    }

    HotSpots spots(IndicatorId id, Period period) {
        return spots.computeIfAbsent(id, i -> warehouse.hotSpots(i, period));
    }

    /** Whether townships have figures of this indicator. */
    boolean byTownship(IndicatorId id, Period period) {
        return book.townships().stream()
                .anyMatch(t -> book.total(id, period, t.code()).isPresent());
    }

    /** Whether any of the periods has a value in the district. */
    boolean anyValue(IndicatorId id, List<Period> periods) {
        return periods.stream()
                .anyMatch(t -> book.district(id, t).map(Figure::value).isPresent());
    }

    /** The periods of one kind up to the last, ascending. */
    static List<Period> upTo(Period last, int most) {
        List<Period> periods = new ArrayList<>();
        Optional<Period> next = Optional.of(last);
        while (periods.size() < most && next.isPresent()) {
            periods.add(next.get());
            next = next.get().previous();
        }
        Collections.reverse(periods);
        return periods;
    }

    /** The finest periods of an indicator up to the end of a period. */
    static List<Period> series(Passport p, Period period, int months) {
        return switch (p.frequency()) {
            case "month" -> upTo(Period.month(period.last()), months);
            case "quarter" -> upTo(lastQuarter(period), Math.max(2, months / 3));
            default -> upTo(lastYear(period), 5);
        };
    }

    private static Period lastQuarter(Period period) {
        int number = (period.last().getMonthValue() + 2) / 3;
        Period quarter = Period.quarter(period.last().getYear(), number);
        return quarter.last().isAfter(period.last()) ? quarter.previous().orElse(quarter) : quarter;
    }

    private static Period lastYear(Period period) {
        int year = period.last().getYear();
        return Period.year(period.last().getMonthValue() == 12 ? year : year - 1);
    }

    @Nullable
    String name(RegionCode region) {
        return warehouse.regions().stream()
                .filter(r -> r.code().equals(region))
                .map(Warehouse.Region::nameZh)
                .findFirst()
                .orElse(null);
    }
}
