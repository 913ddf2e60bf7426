package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.List;

/**
 * What a change of one unit does to the places of one axis.
 *
 * @param places numbers of the periods (or regions, or slots) whose sums change
 * @param signs of the change at each, +1 or -1
 * @param halves what is given, and what is taken away; empty where nothing is taken away
 * @param atoms positions in {@code places} of those that are not sums of others; empty where none of them is a place
 */
record Steps(int[] places, int[] signs, int[] atoms, List<Steps> halves) {
    Steps(int[] places, int[] signs, int[] atoms) {
        this(places, signs, atoms, List.of());
    }

    /** Whether nothing is taken away elsewhere. */
    boolean isAlone() {
        for (int sign : signs) {
            if (sign < 0) {
                return false;
            }
        }
        return true;
    }

    int signAt(int place) {
        for (int i = 0; i < places.length; i++) {
            if (places[i] == place) {
                return signs[i];
            }
        }
        return 0;
    }
}
