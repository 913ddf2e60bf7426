package org.ipwarehouse.reports.figure;

import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;

/**
 * The address of a figure, {@code XZ01|2026Q3|640502|ip_type|TM} (the last two empty for a total). Each number that is
 * shown carries it, so that any reader or test can walk back from the page to the figure.
 */
public record FigureRef(
        IndicatorId indicator, Period period, RegionCode region, String dimension, String dimensionValue) {

    public static FigureRef of(Figure f) {
        return new FigureRef(f.indicator(), f.period(), f.region(), f.dimension(), f.dimensionValue());
    }

    public static FigureRef total(IndicatorId indicator, Period period, RegionCode region) {
        return new FigureRef(indicator, period, region, "", "");
    }

    /** Reads what {@link #toString()} writes. @throws IllegalArgumentException where it is not an address */
    public static FigureRef parse(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("Not the address of a figure: '" + text + "'");
        }
        return new FigureRef(
                new IndicatorId(parts[0]), Period.parse(parts[1]), new RegionCode(parts[2]), parts[3], parts[4]);
    }

    @Override
    public String toString() {
        return String.join("|", indicator.code(), period.toString(), region.value(), dimension, dimensionValue);
    }
}
