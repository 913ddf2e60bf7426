package org.ipwarehouse.reports.table;

import java.math.BigDecimal;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Passport;
import org.jspecify.annotations.Nullable;

/**
 * One cell.
 *
 * @param text as it is shown
 * @param value by which a reader may sort; null for words and for missing values
 * @param figure the figure that is shown; null where the cell shows none
 * @param measure what of the figure: {@code value}, {@code yoy}, {@code qoq}; "" where {@code figure} is null
 */
public record Cell(
        String text, @Nullable BigDecimal value, @Nullable FigureRef figure, String measure) {

    public Cell {
        if ((figure == null) != measure.isEmpty()) {
            throw new IllegalArgumentException("A cell shows a measure of a figure, or neither: '" + text + "'");
        }
    }

    public static Cell text(String text) {
        return new Cell(text, null, null, "");
    }

    /** A number that is no figure of the warehouse, for example a count of rows read. */
    public static Cell number(long number) {
        BigDecimal value = BigDecimal.valueOf(number);
        return new Cell(FigureText.number(value), value, null, "");
    }

    /** The value of a figure, without its unit. */
    public static Cell value(Passport p, Figure f) {
        return new Cell(FigureText.value(p, f), f.value(), FigureRef.of(f), "value");
    }

    /** The comparison of a figure, with its unit. */
    public static Cell change(Passport p, Figure f, org.ipwarehouse.reports.figure.Comparison with) {
        return new Cell(FigureText.change(p, f, with), with.change(f), FigureRef.of(f), with.code());
    }
}
