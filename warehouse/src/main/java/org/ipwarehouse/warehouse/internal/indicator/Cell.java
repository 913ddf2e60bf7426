package org.ipwarehouse.warehouse.internal.indicator;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a sum belongs.
 *
 * @param region district or township code
 * @param dimension and {@code value} both "" for the total
 */
record Cell(String region, String dimension, String value) implements Serializable {
    /** As figures are stored. */
    static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::region).thenComparing(Cell::dimension).thenComparing(Cell::value);

    static Cell total(String region) {
        return new Cell(region, "", "");
    }

    /** From what Spark yields: truth values are shown as 是 and 否. */
    static Cell read(String region, String dimension, String value) {
        return new Cell(
                region,
                dimension,
                switch (value) {
                    case "true" -> "是";
                    case "false" -> "否";
                    default -> value;
                });
    }

    boolean isTotal() {
        return dimension.isEmpty();
    }

    Cell at(String otherRegion) {
        return new Cell(otherRegion, dimension, value);
    }
}
