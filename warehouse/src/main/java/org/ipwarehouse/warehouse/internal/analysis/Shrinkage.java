package org.ipwarehouse.warehouse.internal.analysis;

import java.util.List;

/**
 * Rates of small areas by empirical Bayes with moments (Marshall 1991, Applied Statistics 40(2), 283–294): the global
 * estimator. With O cases and E exposure of each area, m = ΣO/ΣE, s² = ΣE(O/E − m)²/ΣE and A = s² − m/Ē (0 where that is
 * negative), an area's rate is m + A/(A + m/E)·(O/E − m).
 */
record Shrinkage(double mean, double between) {

    /** @param exposure above 0 */
    record Area(long cases, double exposure) {
        double rate() {
            return cases / exposure;
        }
    }

    static Shrinkage of(List<Area> areas) {
        double exposure = areas.stream().mapToDouble(Area::exposure).sum();
        double mean = areas.stream().mapToLong(Area::cases).sum() / exposure;
        double spread = areas.stream()
                        .mapToDouble(area -> area.exposure() * Math.pow(area.rate() - mean, 2))
                        .sum()
                / exposure;
        return new Shrinkage(mean, Math.max(0, spread - mean * areas.size() / exposure));
    }

    /** The area's rate, drawn towards the mean. */
    double rate(Area area) {
        double weight = between == 0 ? 0 : between / (between + mean / area.exposure());
        return mean + weight * (area.rate() - mean);
    }
}
