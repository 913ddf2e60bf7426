package org.ipwarehouse.samples.draw;

/**
 * How many records begin in each month: a season, a growth and a little chance, rounded so that the months add up to the
 * total exactly.
 */
public final class Volume {
    private final long[] upTo = new long[Months.LEAD + Months.COUNT + 1];

    /**
     * @param total records of the 36 reported months; the months before them come on top, at the same pace
     * @param season twelve factors, January first
     * @param growth by year, 0.1 for a tenth
     */
    public Volume(long total, double[] season, double growth, long stream) {
        double[] weight = weights(season, growth, stream);
        double sum = 0;
        for (int m = 0; m < Months.COUNT; m++) {
            sum += weight[m + Months.LEAD];
        }
        long before = 0;
        for (int m = -Months.LEAD; m < 0; m++) {
            upTo[m + Months.LEAD] = before;
            before += Math.round(total * weight[m + Months.LEAD] / sum);
        }
        double reached = 0;
        for (int m = 0; m < Months.COUNT; m++) {
            upTo[m + Months.LEAD] = before + (long) Math.floor(total * (reached / sum));
            reached += weight[m + Months.LEAD];
        }
        upTo[upTo.length - 1] = before + total;
    }

    private static double[] weights(double[] season, double growth, long stream) {
        double[] weight = new double[Months.LEAD + Months.COUNT];
        Dice dice = new Dice();
        for (int m = -Months.LEAD; m < Months.COUNT; m++) {
            double noise = 0.92 + 0.16 * dice.at(stream, m).unit();
            // StrictMath: the same volumes on every machine
            weight[m + Months.LEAD] = season[Months.ofYear(m) - 1] * StrictMath.pow(1 + growth, m / 12.0) * noise;
        }
        return weight;
    }

    public long in(int month) {
        return month < -Months.LEAD || month >= Months.COUNT
                ? 0
                : upTo[month + Months.LEAD + 1] - upTo[month + Months.LEAD];
    }

    /** Records of all earlier months: the running number of the month's first record, counted from 0. */
    public long before(int month) {
        return upTo[month + Months.LEAD];
    }
}
