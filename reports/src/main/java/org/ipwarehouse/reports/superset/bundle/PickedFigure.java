package org.ipwarehouse.reports.superset.bundle;

/**
 * The expression by which a chart asks for a figure. Figures are never added up: of the rows of a group it takes the
 * newest and most general one (the district before its townships, the whole before its parts), so that a filter by
 * township or type shows that township's or type's own figure; where a group has two of them, it shows nothing.
 */
final class PickedFigure {
    private PickedFigure() {}

    /** @param column a column of the figure table, a constant of this program */
    static String of(String column) {
        return "CASE WHEN (ARRAY_AGG(pick ORDER BY pick))[2] IS DISTINCT FROM MIN(pick)" + " THEN (ARRAY_AGG(" + column
                + " ORDER BY pick))[1] END";
    }

    /** The same for the rows of one indicator. */
    static String of(String column, String indicator) {
        String only = " FILTER (WHERE indicator = '" + indicator + "')";
        return "CASE WHEN (ARRAY_AGG(pick ORDER BY pick)" + only + ")[2] IS DISTINCT FROM MIN(pick)" + only
                + " THEN (ARRAY_AGG(" + column + " ORDER BY pick)" + only + ")[1] END";
    }
}
