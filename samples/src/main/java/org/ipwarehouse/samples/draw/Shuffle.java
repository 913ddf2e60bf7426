package org.ipwarehouse.samples.draw;

/**
 * A permutation of 0 … size-1 that is known by formula in both directions ({@code place = a·slot + b mod size}), so that
 * "the third of the late ones" is found without looking at the others.
 */
public final class Shuffle {
    private final long size;
    private final long factor;
    private final long inverse;
    private final long shift;

    /** @param size below 2^31, so that products fit a long */
    public Shuffle(long size, long stream, long index) {
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Size of a shuffle: 0 … 2^31-1, not " + size);
        }
        this.size = size;
        Dice dice = new Dice().at(stream, index);
        this.factor = size < 2 ? 1 : coprime(dice, size);
        this.inverse = size < 2 ? 1 : inverse(factor, size);
        this.shift = size < 2 ? 0 : dice.belowLong(size);
    }

    private static long coprime(Dice dice, long size) {
        long candidate = 1 + dice.belowLong(size - 1);
        while (gcd(candidate, size) != 1) {
            candidate = candidate % (size - 1) + 1;
        }
        return candidate;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static long inverse(long a, long modulus) {
        long r0 = modulus;
        long r1 = a;
        long t0 = 0;
        long t1 = 1;
        while (r1 != 0) {
            long q = r0 / r1;
            long r = r0 - q * r1;
            r0 = r1;
            r1 = r;
            long t = t0 - q * t1;
            t0 = t1;
            t1 = t;
        }
        return Math.floorMod(t0, modulus);
    }

    public long place(long slot) {
        return size < 2 ? slot : (factor * slot + shift) % size;
    }

    public long slot(long place) {
        return size < 2 ? place : inverse * Math.floorMod(place - shift, size) % size;
    }

    public long size() {
        return size;
    }
}
