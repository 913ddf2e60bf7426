package org.ipwarehouse.warehouse.internal.disclosure;

import org.ipwarehouse.warehouse.api.Figure;

/** A breakdown cell of a region and period. @param dimension and {@code value} both "" for the total */
record Slot(String dimension, String value) {
    static final Slot TOTAL = new Slot("", "");

    static Slot of(Figure figure) {
        return figure.dimension().isEmpty() ? TOTAL : new Slot(figure.dimension(), figure.dimensionValue());
    }

    boolean isTotal() {
        return dimension.isEmpty();
    }
}
