package org.ipwarehouse.reports.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.reports.table.DataTable;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Passport;
import org.jspecify.annotations.Nullable;

/** A chart as a value: what is shown, what it says, and the table of the same numbers. */
public sealed interface ChartSpec
        permits ChartSpec.Line,
                ChartSpec.Bar,
                ChartSpec.Stacked,
                ChartSpec.Heat,
                ChartSpec.Spark,
                Pareto,
                Waterfall,
                Funnel,
                SmallMultiples {

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
     * @param band the range that the main series was to be expected in; null for none
     */
    record Line(
            Caption caption,
            List<Category> categories,
            List<Series> series,
            @Nullable Span highlight,
            boolean fromZero,
            @Nullable Band band)
            implements ChartSpec {
        public Line {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
            ChartTables.requireSameLength(caption, categories, series);
            if (band != null) {
                ChartTables.requireSameLength(caption, categories, band.limits());
            }
        }

        /** Without a range. */
        public Line(
                Caption caption,
                List<Category> categories,
                List<Series> series,
                @Nullable Span highlight,
                boolean fromZero) {
            this(caption, categories, series, highlight, fromZero, null);
        }

        @Override
        public DataTable toTable() {
            List<Series> all = new ArrayList<>(series);
            if (band != null) {
                all.addAll(band.limits());
            }
            return ChartTables.series(caption, "期间", categories, all);
        }
    }

    /**
     * Limits, one pair for each category; both or neither of a pair are known.
     *
     * @param outside places at which the main series lies outside its limits
     */
    record Band(String name, List<Value> low, List<Value> high, Set<Integer> outside) {
        public Band {
            low = List.copyOf(low);
            high = List.copyOf(high);
            outside = Set.copyOf(outside);
            for (int i = 0; i < low.size(); i++) {
                if (low.get(i).isKnown() != high.get(i).isKnown()) {
                    throw new IllegalArgumentException(name + ": one limit without the other at " + i);
                }
            }
        }

        List<Series> limits() {
            return List.of(new Series(name + "下限", Role.REFERENCE, low), new Series(name + "上限", Role.REFERENCE, high));
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
            return ChartTables.captioned(caption, columns, rows);
        }
    }

    /** @param quiet true draws the bar in a lighter tone: 乡镇不详 is no township */
    record Item(String label, Value value, boolean quiet) {}

    /** Parts of a whole over time; the first series lies at the bottom. */
    record Stacked(Caption caption, List<Category> categories, List<Series> series) implements ChartSpec {
        public Stacked {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
            ChartTables.requireSameLength(caption, categories, series);
        }

        @Override
        public DataTable toTable() {
            return ChartTables.series(caption, "期间", categories, series);
        }
    }

    /** A matrix, for example 乡镇 × month: one series for each row. */
    record Heat(Caption caption, String labelHeader, List<Category> columns, List<Series> rows) implements ChartSpec {
        public Heat {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            ChartTables.requireSameLength(caption, columns, rows);
        }

        @Override
        public DataTable toTable() {
            return ChartTables.matrix(caption, labelHeader, columns, rows);
        }
    }

    /** A small line without axes, beside a number. */
    record Spark(Caption caption, List<Category> categories, List<Value> values) implements ChartSpec {
        public Spark {
            categories = List.copyOf(categories);
            values = List.copyOf(values);
            ChartTables.requireSameLength(caption, categories, List.of(new Series("", Role.MAIN, values)));
        }

        @Override
        public DataTable toTable() {
            return ChartTables.series(
                    caption, "期间", categories, List.of(new Series(caption.unit(), Role.MAIN, values)));
        }
    }
}
