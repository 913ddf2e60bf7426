package org.ipwarehouse.reports.superset.bundle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chart with its place on the grid and what it has to show.
 *
 * @param width of 12 columns
 * @param height in units of 8 pixels
 * @param expected what the chart's data have to be; null where only a server can tell
 * @param filters names of the dashboard's filters that it obeys
 */
record Block(ChartDraft draft, int width, int height, Block.@Nullable Expectation expected, List<String> filters) {
    Block {
        filters = List.copyOf(filters);
    }

    /**
     * Rows by their key columns.
     *
     * @param keys columns of the answer that name a row
     * @param rows by key, the values of the metrics, each a decimal, a text, or null
     */
    record Sheet(List<String> keys, Map<List<String>, List<@Nullable Object>> rows) {}

    /** Works out of the warehouse's figures what a chart has to show. */
    interface Expectation {
        Sheet from(FigureShelf figures);
    }
}
