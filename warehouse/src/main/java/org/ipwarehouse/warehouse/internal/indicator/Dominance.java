package org.ipwarehouse.warehouse.internal.indicator;

import java.io.Serializable;

/**
 * How an amount divides among those whom it comes from. Amounts below 0 count as if they were above.
 *
 * @param contributors how many have a part that is not 0
 * @param sum of all parts
 * @param largest part
 * @param second largest part
 */
public record Dominance(long contributors, double sum, double largest, double second) implements Serializable {
    static final Dominance NOBODY = new Dominance(0, 0, 0, 0);

    /** Of a number of cases of which none weighs more than another. */
    static Dominance ofEqual(long cases) {
        return cases == 0 ? NOBODY : new Dominance(cases, cases, 1, cases > 1 ? 1 : 0);
    }

    /** Of one contributor's part. */
    static Dominance ofOne(double part) {
        double size = Math.abs(part);
        return size == 0 ? NOBODY : new Dominance(1, size, size, 0);
    }

    /** Of the same amount, with contributors who are other ones. */
    Dominance withOthers(Dominance other) {
        double high = Math.max(largest, other.largest);
        double next = Math.max(Math.min(largest, other.largest), largest >= other.largest ? second : other.second);
        return new Dominance(contributors + other.contributors, sum + other.sum, high, next);
    }

    /** With another amount that is added: at worst the largest of both are the same one. */
    Dominance plus(Dominance other) {
        return new Dominance(
                Math.max(contributors, other.contributors),
                sum + other.sum,
                largest + other.largest,
                second + other.second);
    }

    /** Part of the largest in percent. */
    public double largestPercent() {
        return sum == 0 ? 0 : 100 * largest / sum;
    }

    /** Part of the second largest in percent. */
    public double secondPercent() {
        return sum == 0 ? 0 : 100 * second / sum;
    }
}
