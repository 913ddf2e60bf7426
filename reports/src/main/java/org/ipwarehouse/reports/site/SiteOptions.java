package org.ipwarehouse.reports.site;

import java.time.Instant;
import org.ipwarehouse.warehouse.api.Period;

/**
 * What to write.
 *
 * @param period of the front page
 * @param now printed as the time of writing
 * @param periods how many periods a reader can switch between, the front page included; those without figures are left
 *     out
 */
public record SiteOptions(Period period, Instant now, int periods) {
    public SiteOptions {
        if (periods < 1) {
            throw new IllegalArgumentException("At least the front page: " + periods);
        }
    }

    /** The period and the three before it. */
    public static SiteOptions of(Period period, Instant now) {
        return new SiteOptions(period, now, 4);
    }
}
