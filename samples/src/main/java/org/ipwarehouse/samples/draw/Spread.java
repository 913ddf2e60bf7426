package org.ipwarehouse.samples.draw;

/** So many marks, evenly spread over a row of slots: whether a slot is marked is known by formula. */
public record Spread(long marks, long slots) {
    public Spread {
        if (marks < 0 || marks > slots) {
            throw new IllegalArgumentException(marks + " marks on " + slots + " slots");
        }
    }

    /** An expected number, rounded up or down by chance so that small expectations are met in the long run. */
    public static long rounded(double expected, double unit) {
        return (long) Math.floor(expected + unit);
    }

    public boolean marked(long slot) {
        return (slot + 1) * marks / slots > slot * marks / slots;
    }
}
