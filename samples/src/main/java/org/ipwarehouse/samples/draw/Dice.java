package org.ipwarehouse.samples.draw;

import java.nio.charset.StandardCharsets;

/**
 * A short sequence of numbers that depends only on a stream and an index. The instance is reused: {@link #at} starts the
 * sequence of another index, in constant time and without history (SplitMix64).
 */
public final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /** The stream of one entity, for example {@code stream(20260930, "S02")}. */
    public static long stream(long seed, String entity) {
        long h = mix(seed + GOLDEN);
        for (byte b : entity.getBytes(StandardCharsets.UTF_8)) {
            h = mix(h ^ b);
        }
        return h;
    }

    /** SplitMix64's finaliser: every bit of the input moves every bit of the output. */
    public static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public Dice at(long stream, long index) {
        state = mix(stream ^ mix(index + GOLDEN));
        return this;
    }

    public long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** 0 … bound-1. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** 0 … bound-1 for bounds beyond an int. */
    public long belowLong(long bound) {
        return Math.multiplyHigh(next() >>> 1, bound << 1);
    }

    /** low … high, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    public boolean chance(int perMille) {
        return below(1000) < perMille;
    }

    /** 0 ≤ u < 1. */
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public <T> T oneOf(T[] values) {
        return values[below(values.length)];
    }
}
