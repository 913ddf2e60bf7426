package org.ipwarehouse.samples.any;

import java.util.Locale;

/** Made-up numbers of rights whose check digits are right. */
final class RightNumbers {
    private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};

    private RightNumbers() {}

    /** An application number of twelve digits, a dot and a check digit (ZC 0006-2003). */
    static String patent(long seed) {
        String body = String.format(Locale.ROOT, "20231%07d", Math.floorMod(seed + 1, 10_000_000L));
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "." + "0123456789X".charAt(sum % 11);
    }
}
