package org.ipwarehouse.warehouse.internal.disclosure;

import org.ipwarehouse.warehouse.api.Figure;

/** What signed editions have told already. */
@FunctionalInterface
interface Earlier {
    Earlier NOTHING = figure -> false;

    /** Whether the public was shown just this value of the figure before. */
    boolean knows(Figure figure);
}
