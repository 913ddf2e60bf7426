package org.ipwarehouse.samples.draw;

/** A choice among few values with integer weights. */
public final class Weighted {
    private final int[] upTo;

    public Weighted(int... weights) {
        upTo = new int[weights.length];
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            upTo[i] = sum;
        }
        if (sum <= 0) {
            throw new IllegalArgumentException("Weights must add up to more than 0");
        }
    }

    /** Index of the value drawn. */
    public int pick(Dice dice) {
        int drawn = dice.below(upTo[upTo.length - 1]);
        int i = 0;
        while (drawn >= upTo[i]) {
            i++;
        }
        return i;
    }
}
