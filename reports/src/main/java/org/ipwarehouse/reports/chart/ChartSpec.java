package org.ipwarehouse.reports.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.reports.table.DataTable;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Passport;
import org.jspecify.annotations.Nullable;

/** A chart as a value: what is shown, what it says, and the table of the same numbers. */
public sealed interface ChartSpec {

    Caption caption();

    /** The numbers of the chart, for those who read tables. */
    DataTable toTable();

    /**
     * @param title what is shown: 行政案件立案数（近12个月）
     * @param finding one sentence that states what the figures show, without advice
     * @param unit 件, %, 万元
     * @param source where the figures come from
     */
    record Caption(String title, String finding, String unit, String source) {}

    /** @param tick what stands at the axis; "" to leave the place unlabelled */
    record Category(String name, String tick) {
        public static Category of(String name) {
            return new Category(name, name);
        }
    }

    /**
     * One number of a chart.
     *
     * @param value null leaves a gap: a value that is missing is not zero
     * @param text as it is published, without unit
     * @param open true draws the point hollow: provisional or not all reports in
     */
    record Value(
            @Nullable BigDecimal value,
            String text,
            boolean open,
            @Nullable FigureRef figure) {
        public static Value of(Passport p, Figure f) {
            boolean open = f.status() == FigureStatus.PROVISIONAL || f.status() == FigureStatus.INCOMPLETE;
            return new Value(f.value(), FigureText.value(p, f), open, FigureRef.of(f));
        }

        /** A place for which the warehouse holds no figure. */
        public static Value absent() {
            return new Value(null, FigureStatus.MISSING.symbol(), false, null);
        }

        public boolean isKnown() {
            return value != null;
        }

        public boolean isPositive() {
            return value != null && value.signum() > 0;
        }

        Cell cell() {
            return new Cell(text, value, figure, figure == null ? "" : "value");
        }
    }

    /** How a series is drawn. */
    enum Role {
        /** Solid and strong. */
        MAIN,
        /** What the main series is compared with (同期): thin and dashed. */
        REFERENCE
    }

    /** One value for each category. */
    record Series(String name, Role role, List<Value> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /**
     * Values over time.
     *
     * @param highlight the first and last category of the period that the page is about; null for none
     * @param fromZero false lets the axis begin above zero, as for rates near 100 %
     */
    record Line(
            Caption caption,
            List<Category> categories,
            List<Series> series,
            @Nullable Span highlight,
            boolean fromZero) implements ChartSpec {
        public Line {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
            requireSameLength(caption, categories, series);
        }

        @Override
        public DataTable toTable() {
            return seriesTable(caption, "期间", categories, series);
        }
    }

    /** Categories from {@code first} to {@code last}, counted from 0, both inclusive. */
    record Span(int first, int last) {}

    /** A ranking, longest bar first as handed in. */
    record Bar(Caption caption, String labelHeader, List<Item> items) implements ChartSpec {
        public Bar {
            items = List.copyOf(items);
        }

        @Override
        public DataTable toTable() {
            List<DataTable.Row> rows = items.stream()
                    .map(i -> DataTable.Row.of(
                            List.of(Cell.text(i.label()), i.value().cell())))
                    .toList();
            List<DataTable.Column> columns =
                    List.of(DataTable.Column.words(labelHeader), DataTable.Column.numbers(caption.unit()));
            return captioned(caption, columns, rows);
        }
    }

    /** @param quiet true draws the bar in a lighter tone: 乡镇不详 is no township */
    record Item(String label, Value value, boolean quiet) {}

    /** Parts of a whole over time; the first series lies at the bottom. */
    record Stacked(Caption caption, List<Category> categories, List<Series> series) implements ChartSpec {
        public Stacked {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
            requireSameLength(caption, categories, series);
        }

        @Override
        public DataTable toTable() {
            return seriesTable(caption, "期间", categories, series);
        }
    }

    /** A matrix, for example 乡镇 × month: one series for each row. */
    record Heat(Caption caption, String labelHeader, List<Category> columns, List<Series> rows) implements ChartSpec {
        public Heat {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            requireSameLength(caption, columns, rows);
        }

        @Override
        public DataTable toTable() {
            List<DataTable.Column> head = new ArrayList<>(List.of(DataTable.Column.words(labelHeader)));
            columns.forEach(c -> head.add(DataTable.Column.numbers(c.name())));
            List<DataTable.Row> body = new ArrayList<>();
            for (Series row : rows) {
                List<Cell> cells = new ArrayList<>(List.of(Cell.text(row.name())));
                row.values().forEach(v -> cells.add(v.cell()));
                body.add(DataTable.Row.of(cells));
            }
            return captioned(caption, head, body);
        }
    }

    /** A small line without axes, beside a number. */
    record Spark(Caption caption, List<Category> categories, List<Value> values) implements ChartSpec {
        public Spark {
            categories = List.copyOf(categories);
            values = List.copyOf(values);
            requireSameLength(caption, categories, List.of(new Series("", Role.MAIN, values)));
        }

        @Override
        public DataTable toTable() {
            return seriesTable(caption, "期间", categories, List.of(new Series(caption.unit(), Role.MAIN, values)));
        }
    }

    private static void requireSameLength(Caption caption, List<Category> categories, List<Series> series) {
        for (Series s : series) {
            if (s.values().size() != categories.size()) {
                throw new IllegalArgumentException("Chart '" + caption.title() + "': series '" + s.name() + "' has "
                        + s.values().size() + " values for " + categories.size() + " categories");
            }
        }
    }

    private static DataTable seriesTable(
            Caption caption, String labelHeader, List<Category> categories, List<Series> series) {
        List<DataTable.Column> columns = new ArrayList<>(List.of(DataTable.Column.words(labelHeader)));
        series.forEach(s -> columns.add(DataTable.Column.numbers(s.name())));
        List<DataTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            List<Cell> cells =
                    new ArrayList<>(List.of(Cell.text(categories.get(i).name())));
            for (Series s : series) {
                cells.add(s.values().get(i).cell());
            }
            rows.add(DataTable.Row.of(cells));
        }
        return captioned(caption, columns, rows);
    }

    private static DataTable captioned(Caption caption, List<DataTable.Column> columns, List<DataTable.Row> rows) {
        return new DataTable(caption.title(), columns, rows, "单位：" + caption.unit(), caption.source(), List.of());
    }
}
