package org.ipwarehouse.samples;

import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Spread;
import org.ipwarehouse.samples.record.Chronicle;

/**
 * Rows of one source and month, by why they are there.
 *
 * @param fresh records that appear for the first time
 * @param revised earlier records with a new state
 * @param overlaps rows of the file before, sent again unchanged
 * @param repeats rows of this file, sent twice
 * @param twins second rows with the key of another and different contents
 */
record Quota(long fresh, long revised, long overlaps, long repeats, long twins) {
    private static final double OVERLAPS = 0.012;
    private static final double REPEATS = 0.004;
    private static final double TWINS_OF_DEFECTS = 0.05;

    static Quota of(Chronicle chronicle, int month, long stream, double defectRate) {
        Dice dice = new Dice().at(stream, month);
        long fresh = chronicle.fresh(month);
        long before = month < chronicle.step() ? 0 : chronicle.fresh(month - chronicle.step());
        long overlaps = fresh == 0 ? 0 : Spread.rounded(before * OVERLAPS, dice.unit());
        long repeats = Math.min(fresh, Spread.rounded(fresh * REPEATS, dice.unit()));
        long twins = Math.min(fresh, Spread.rounded(fresh * defectRate * TWINS_OF_DEFECTS, dice.unit()));
        return new Quota(
                fresh,
                chronicle.revised(month),
                Math.min(overlaps, before),
                fresh < 2 ? 0 : repeats,
                fresh < 2 || defectRate == 0 || !chronicle.canContradict() ? 0 : twins);
    }

    /** The same month where each record comes once, in its final state. */
    Quota single() {
        return new Quota(fresh, 0, 0, repeats, twins);
    }

    Quota withMoreRepeats(long more) {
        return new Quota(fresh, revised, overlaps, repeats + more, twins);
    }

    long rows() {
        return fresh + revised + overlaps + repeats + twins;
    }
}
