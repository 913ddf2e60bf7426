package org.ipwarehouse.reports.bulletin;

import java.util.List;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Passport;

/**
 * The figures that an edition is made from, each once: every number of its text, tables and charts is a value, a base or a
 * change of one of these lines, or reckoned from them as its place says.
 */
public record IndicatorTable(List<Line> lines) {
    public IndicatorTable {
        lines = List.copyOf(lines);
    }

    /**
     * @param regionZh name of the district or township
     * @param dimensionZh what it is broken down by, "" for a total
     * @param partZh which part, "" for a total
     */
    public record Line(Passport passport, Figure figure, String regionZh, String dimensionZh, String partZh) {}
}
