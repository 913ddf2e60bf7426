package org.ipwarehouse.warehouse.internal.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * What one change of rows does, and by how much: it moves them in time and from township to township at once.
 *
 * @param amount of the units that are moved; its sign is that of the change
 */
record Move(Steps time, Steps region, double amount) {
    /**
     * The change of the total at the i-th place of time and the j-th of region.
     *
     * @param total the move of time that is made in the total, null where it stays
     */
    double inTotal(@Nullable Steps total, int i, int j) {
        return total == null ? 0 : amount * total.signAt(time.places()[i]) * region.signs()[j];
    }
}
