package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind one side of a figure, as {@code indicator.contributors} has it: numbers and parts, never a name. Only
 * disclosure control reads it.
 */
public record Contributed(
        IndicatorId indicator,
        Period period,
        String region,
        String dimension,
        String dimensionValue,
        boolean isDenominator,
        Dominance dominance) {
    public static final TableShape SHAPE = new TableShape(
            new TableName("indicator", "contributors"),
            List.of(
                    Column.required("indicator", ColumnType.TEXT),
                    Column.required("period", ColumnType.TEXT),
                    Column.required("region", ColumnType.TEXT),
                    Column.required("dimension", ColumnType.TEXT),
                    Column.required("dimension_value", ColumnType.TEXT),
                    Column.required("side", ColumnType.TEXT),
                    Column.required("contributors", ColumnType.INTEGER),
                    Column.decimal("amount", 38, 6),
                    Column.decimal("largest", 38, 6),
                    Column.decimal("second", 38, 6)));

    private static final String NUMERATOR = "numerator";
    private static final String DENOMINATOR = "denominator";

    /** A side of a figure. */
    record Place(IndicatorId indicator, Period period, Cell cell, boolean isDenominator) {
        Place(IndicatorId indicator, Period period, Cell cell) {
            this(indicator, period, cell, false);
        }

        Place below() {
            return new Place(indicator, period, cell, true);
        }
    }

    static Contributed of(Place place, Dominance dominance) {
        Cell cell = place.cell();
        return new Contributed(
                place.indicator(),
                place.period(),
                cell.region(),
                cell.dimension(),
                cell.value(),
                place.isDenominator(),
                dominance);
    }

    public @Nullable Object[] row() {
        return new @Nullable Object[] {
            indicator.code(),
            period.toString(),
            region,
            dimension,
            dimensionValue,
            isDenominator ? DENOMINATOR : NUMERATOR,
            dominance.contributors(),
            stored(dominance.sum()),
            stored(dominance.largest()),
            stored(dominance.second())
        };
    }

    public static Contributed of(@Nullable Object[] row) {
        return new Contributed(
                new IndicatorId(text(row, 0)),
                Period.parse(text(row, 1)),
                text(row, 2),
                text(row, 3),
                text(row, 4),
                text(row, 5).equals(DENOMINATOR),
                new Dominance((Long) Objects.requireNonNull(row[6]), number(row, 7), number(row, 8), number(row, 9)));
    }

    private static BigDecimal stored(double amount) {
        return BigDecimal.valueOf(amount).setScale(6, RoundingMode.HALF_UP);
    }

    private static double number(@Nullable Object[] row, int column) {
        return ((BigDecimal) Objects.requireNonNull(row[column])).doubleValue();
    }

    private static String text(@Nullable Object[] row, int column) {
        return (String) Objects.requireNonNull(row[column]);
    }
}
