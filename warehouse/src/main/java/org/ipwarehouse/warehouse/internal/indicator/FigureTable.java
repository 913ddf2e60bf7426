package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/** How a figure lies in {@code indicator.figure}. Grain: indicator, period, region, dimension, dimension value. */
public final class FigureTable {
    /** Far beyond what is ever shown, so that rounding happens once, when showing. */
    private static final int SCALE = 12;

    /** The vintage: since which build the lake has this value. */
    public static final String SINCE = "since";

    public static final TableName NAME = new TableName("indicator", "figure");

    public static final TableShape SHAPE = new TableShape(
            NAME,
            List.of(
                    Column.required("indicator", ColumnType.TEXT),
                    Column.required("period", ColumnType.TEXT),
                    Column.required("region", ColumnType.TEXT),
                    Column.required("dimension", ColumnType.TEXT),
                    Column.required("dimension_value", ColumnType.TEXT),
                    Column.decimal("value", 38, SCALE),
                    Column.decimal("numerator", 38, SCALE),
                    Column.decimal("denominator", 38, SCALE),
                    Column.decimal("yoy_base", 38, SCALE),
                    Column.decimal("yoy", 38, SCALE),
                    Column.decimal("qoq_base", 38, SCALE),
                    Column.decimal("qoq", 38, SCALE),
                    Column.required("status", ColumnType.TEXT),
                    Column.decimal("completeness", 7, 6),
                    Column.required("definition", ColumnType.INTEGER),
                    Column.required("note", ColumnType.TEXT),
                    Column.of(SINCE, ColumnType.TIMESTAMP)));

    /** Values that no longer hold: the columns of {@link #SHAPE}, and {@code until} when each held. */
    public static final TableShape SUPERSEDED = new TableShape(
            new TableName("indicator", "superseded"),
            Stream.concat(SHAPE.columns().stream(), Stream.of(Column.required("until", ColumnType.TIMESTAMP)))
                    .toList());

    /** How many columns say what the figure is; the rest say when it was known. */
    public static final int FIGURE_COLUMNS = SHAPE.columns().size() - 1;

    /** The place of the period in a row. */
    public static final int PERIOD = 1;

    private static final int KEY_COLUMNS = 5;

    private FigureTable() {}

    /** The grain of a stored row: indicator, period, region, dimension, dimension value. */
    public static List<@Nullable Object> key(@Nullable Object[] row) {
        return Arrays.asList(Arrays.copyOf(row, KEY_COLUMNS));
    }

    /** The columns of a figure in their order, without its vintage. */
    public static List<String> columns() {
        return SHAPE.columns().stream().map(Column::name).limit(FIGURE_COLUMNS).toList();
    }

    /** @param since the build that made it */
    public static @Nullable Object[] row(Figure f, Instant since) {
        return new @Nullable Object[] {
            f.indicator().code(),
            f.period().toString(),
            f.region().value(),
            f.dimension(),
            f.dimensionValue(),
            stored(f.value()),
            stored(f.numerator()),
            stored(f.denominator()),
            stored(f.yoyBase()),
            stored(f.yoy()),
            stored(f.qoqBase()),
            stored(f.qoq()),
            f.status().text(),
            f.completeness().setScale(6, RoundingMode.HALF_UP),
            (long) f.definition(),
            f.note(),
            since
        };
    }

    public static Figure figure(@Nullable Object[] row) {
        return new Figure(
                new IndicatorId(text(row, 0)),
                Period.parse(text(row, 1)),
                new RegionCode(text(row, 2)),
                text(row, 3),
                text(row, 4),
                shown(row[5]),
                shown(row[6]),
                shown(row[7]),
                shown(row[8]),
                shown(row[9]),
                shown(row[10]),
                shown(row[11]),
                FigureStatus.of(text(row, 12)),
                Objects.requireNonNull(shown(row[13])),
                (int) (long) (Long) Objects.requireNonNull(row[14]),
                text(row, 15));
    }

    private static @Nullable BigDecimal stored(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(SCALE, RoundingMode.HALF_UP);
    }

    /** Without the zeros that only the column's scale has added. */
    private static @Nullable BigDecimal shown(@Nullable Object stored) {
        if (stored == null) {
            return null;
        }
        BigDecimal plain = ((BigDecimal) stored).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static String text(@Nullable Object[] row, int column) {
        return (String) Objects.requireNonNull(row[column]);
    }
}
