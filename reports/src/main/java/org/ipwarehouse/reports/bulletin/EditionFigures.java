package org.ipwarehouse.reports.bulletin;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;

/** The figures of one bulletin, found by their address. */
final class EditionFigures {
    private final Map<FigureRef, Figure> figures = new LinkedHashMap<>();

    EditionFigures(List<Figure> figures) {
        figures.forEach(figure -> this.figures.put(FigureRef.of(figure), figure));
    }

    Optional<Figure> find(FigureRef ref) {
        return Optional.ofNullable(figures.get(ref));
    }

    /** The total; where none is stored no report came, and that is what it says. */
    Figure total(IndicatorId indicator, Period period, RegionCode region) {
        FigureRef ref = FigureRef.total(indicator, period, region);
        return find(ref).orElseGet(() -> without(ref, FigureStatus.MISSING));
    }

    /** The parts of a breakdown that occurred, in stored order. */
    List<Figure> parts(FigureRef total, String dimension) {
        return figures.values().stream()
                .filter(f -> f.indicator().equals(total.indicator())
                        && f.period().equals(total.period())
                        && f.region().equals(total.region())
                        && f.dimension().equals(dimension))
                .toList();
    }

    /**
     * A cell of a breakdown. Cells that did not occur are not stored: where the total has a value, a count or amount
     * then is 0 and a rate has no denominator; where it has none, neither has the cell.
     */
    Figure part(Figure total, String dimension, String value, boolean rate) {
        FigureRef ref = new FigureRef(total.indicator(), total.period(), total.region(), dimension, value);
        Optional<Figure> stored = find(ref);
        if (stored.isPresent()) {
            return stored.get();
        }
        if (!total.status().hasValue()) {
            return without(ref, total.status());
        }
        return rate ? without(ref, FigureStatus.NO_DENOMINATOR) : zero(ref, total);
    }

    private static Figure zero(FigureRef ref, Figure total) {
        BigDecimal none = BigDecimal.ZERO;
        return new Figure(
                ref.indicator(),
                ref.period(),
                ref.region(),
                ref.dimension(),
                ref.dimensionValue(),
                none,
                none,
                null,
                null,
                null,
                null,
                null,
                total.status(),
                total.completeness(),
                total.definition(),
                "");
    }

    private static Figure without(FigureRef ref, FigureStatus status) {
        return new Figure(
                ref.indicator(),
                ref.period(),
                ref.region(),
                ref.dimension(),
                ref.dimensionValue(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                status,
                BigDecimal.ZERO,
                0,
                "");
    }
}
