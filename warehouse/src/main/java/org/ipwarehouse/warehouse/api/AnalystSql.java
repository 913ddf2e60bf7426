package org.ipwarehouse.warehouse.api;

import java.util.List;
import java.util.Map;

/**
 * The lake in SQL, to read only: tables by {@code <layer>.<table>}, the versions that hold by {@code current.<table>},
 * and the passports as Spark's metric views, {@code metric.<fact>_by_<date>}, of which {@code MEASURE(XZ02)} is what the
 * passport defines at whatever the query groups by. The restricted layer cannot be named.
 *
 * <p>A query over single rows is for the analysts of the warehouse; nothing of it is under disclosure control.
 */
public interface AnalystSql {

    /** The metric views by name. */
    List<MetricView> views();

    /** Indicators that no metric view can carry, with the reason. */
    Map<IndicatorId, String> notCarried();

    /**
     * @param limit most rows of the answer
     * @throws Fault where the text is no query, or names what is not there
     */
    Answer ask(String query, int limit);

    /**
     * @param fact whose rows it counts, those with a date
     * @param date expression of the day that puts a row into a period
     * @param measures codes of the indicators; of a ratio there are {@code <code>_n} and {@code <code>_d} besides
     */
    record MetricView(
            TableName name, TableName fact, String date, List<String> dimensions, List<IndicatorId> measures) {
        public MetricView {
            dimensions = List.copyOf(dimensions);
            measures = List.copyOf(measures);
        }
    }

    /** Rows as text, "" where a value is null. @param isCut whether there are more rows than were asked for */
    record Answer(List<String> columns, List<List<String>> rows, boolean isCut) {
        public Answer {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
