package org.ipwarehouse.samples.record;

/**
 * The records of one source. A record first appears in the file of its month and comes again when its state changes. Any
 * record can be asked for at any time; nothing is remembered.
 */
public interface Chronicle {

    /** Contract, for example S02. */
    String source();

    /** Months between two files: 1, or 3 for a quarterly source. */
    default int step() {
        return 1;
    }

    /** Records that first appear in the file of the month. */
    long fresh(int month);

    /** Writes the n-th of them with the state at the end of month {@code asOf}. */
    void fresh(int month, long nth, int asOf, Cells row);

    /** Earlier records that come again in the file of the month because their state changed in it. */
    long revised(int month);

    void revised(int month, long nth, Cells row);

    /** Whether the n-th record of the month is not among the revised of the next file. */
    boolean settled(int month, long nth);

    /** Whether two rows of one key may contradict each other: that takes a column of free text. */
    default boolean canContradict() {
        return true;
    }

    /** How many times the usual share of rows has a defect. */
    default int carelessness() {
        return 1;
    }
}
