package org.ipwarehouse.warehouse.internal.linkage;

/**
 * What was learned.
 *
 * @param prior share of matches among all possible pairs
 * @param m share of each level among matches, by comparison and level
 * @param u the same among pairs that do not match
 */
record LinkModel(double prior, double[][] m, double[][] u) {

    /** Weight of a pair before anything is compared, in bits. */
    double priorWeight() {
        return log2(prior / (1 - prior));
    }

    /** What reaching a level adds to a pair's weight, in bits. */
    double weight(int comparison, int level) {
        return log2(m[comparison][level] / u[comparison][level]);
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
