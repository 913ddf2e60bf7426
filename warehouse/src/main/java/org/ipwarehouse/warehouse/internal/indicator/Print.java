package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A number of 64 bits that stands for what was put into it, in its order (FNV-1a, finished as SplitMix64 is). */
record Print(long value) {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    static Print start() {
        return new Print(BASIS);
    }

    static Print of(Cell cell) {
        return start().and(cell.region()).and(cell.dimension()).and(cell.value());
    }

    Print and(String text) {
        long hash = value;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return new Print((hash ^ text.length()) * PRIME).and(text.length());
    }

    Print and(long number) {
        long mixed = (value ^ number) * PRIME + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return new Print(mixed ^ mixed >>> 31);
    }

    /** Equal numbers are equal whatever their scale. */
    Print and(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        BigInteger digits = plain.unscaledValue();
        return and(plain.scale())
                .and(digits.longValue())
                .and(digits.shiftRight(Long.SIZE).longValue());
    }
}
