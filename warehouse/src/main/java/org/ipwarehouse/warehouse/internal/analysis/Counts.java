package org.ipwarehouse.warehouse.internal.analysis;

/**
 * Whether two counts differ by more than chance, taking them as Poisson. Large-sample forms at the two-sided 5 % level:
 * the conditional comparison of two counts (Przyborowski and Wilenski 1940) and the logarithm of a rate ratio (Rothman,
 * Modern Epidemiology).
 */
final class Counts {
    /** The 97.5 % point of the standard normal distribution. */
    static final double Z95 = 1.959964;

    /** Below this a normal approximation to a count says nothing. */
    static final long LEAST = 5;

    private Counts() {}

    /** What a comparison found. */
    enum Change {
        UP,
        DOWN,
        STABLE,
        TOO_FEW
    }

    static Change of(double now, double before) {
        if (now + before < 2 * LEAST) {
            return Change.TOO_FEW;
        }
        return at((now - before) / Math.sqrt(now + before));
    }

    /** The change of cases per exposure; the exposures are taken as given. */
    static Change ofRate(double now, double nowExposure, double before, double beforeExposure) {
        if (Math.min(now, before) < LEAST || Math.min(nowExposure, beforeExposure) < LEAST) {
            return Change.TOO_FEW;
        }
        double ratio = Math.log((now / nowExposure) / (before / beforeExposure));
        return at(ratio / Math.sqrt(1 / now + 1 / before));
    }

    private static Change at(double z) {
        if (Math.abs(z) < Z95) {
            return Change.STABLE;
        }
        return z > 0 ? Change.UP : Change.DOWN;
    }
}
