package org.ipwarehouse.warehouse.internal.linkage;

import java.util.List;

/** The pairs of one linkage, made here for small work ({@link PairsHere}) or by Spark ({@link PairsBySpark}). */
interface Candidates extends AutoCloseable {

    Totals totals();

    /** Pairs that the data would allow without blocking. */
    double possiblePairs();

    Patterns patterns();

    /** Pairs of at least the weight, in the order of their records; of each record only as many as the file keeps. */
    List<Scored> atLeast(double weight, LinkModel model);

    /** How many pairs of the blocking rules have each weight, and how many of them are the same by the labels. */
    List<Step> steps(LinkModel model);

    /** Pairs that are the same by the labels, found or not. */
    long truePairs();

    @Override
    void close();

    /**
     * @param records how many
     * @param left those of the first file
     * @param exclusive those that are known to differ from one another
     */
    record Totals(long records, long left, long exclusive) {
        double pairs(boolean isLink) {
            double all = isLink ? (double) left * (records - left) : records * (records - 1.0) / 2;
            return Math.max(1, isLink ? all : all - exclusive * (exclusive - 1.0) / 2);
        }
    }

    /**
     * @param levels reached in each comparison, {@link Vectors#ABSENT} where it says nothing
     * @param bits what each comparison adds to the weight
     */
    record Scored(String leftId, String rightId, String rule, List<Integer> levels, List<Double> bits, double weight) {
        public Scored {
            levels = List.copyOf(levels);
            bits = List.copyOf(bits);
        }

        double probability() {
            return 1 / (1 + Math.pow(2, -weight));
        }
    }

    /** @param step weight in hundredths of a bit, rounded down */
    record Step(long step, long same, long all) {}
}
