package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.Optional;
import org.ipwarehouse.warehouse.api.Figure;

/** Who an amount comes from. */
@FunctionalInterface
interface Contributors {
    Contributors UNKNOWN = (figure, side) -> Optional.empty();

    /** Empty where it is not known: then the amount is not told. */
    Optional<Share> of(Figure figure, Side side);

    /** The part of a figure that is an amount. */
    enum Side {
        NUMERATOR,
        DENOMINATOR
    }

    /**
     * @param largest the largest contributor's part of the amount, in percent
     * @param second the second largest contributor's, in percent
     */
    record Share(long contributors, double largest, double second) {}
}
