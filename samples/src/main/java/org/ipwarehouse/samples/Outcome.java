package org.ipwarehouse.samples;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What must become of a row when the files are loaded, oldest first.
 *
 * @param repeated whether an equal row stands before it in the file or in an earlier one
 * @param reasons why it is rejected; empty for a good row
 */
record Outcome(boolean repeated, SortedSet<String> reasons) {
    static final Outcome ACCEPTED = new Outcome(false, new TreeSet<>());
    static final Outcome REPEATED = new Outcome(true, new TreeSet<>());

    static Outcome rejected(SortedSet<String> reasons) {
        return new Outcome(false, reasons);
    }

    boolean isClean() {
        return reasons.isEmpty();
    }
}
