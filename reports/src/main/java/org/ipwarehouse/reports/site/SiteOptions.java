package org.ipwarehouse.reports.site;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Period;

/**
 * What to write.
 *
 * @param period that the pages show first; a reader can choose any other
 * @param now printed as the time of writing
 * @param audiences for whom an edition is written
 */
public record SiteOptions(Period period, Instant now, Set<Audience> audiences) {
    public SiteOptions {
        audiences = Set.copyOf(audiences);
        if (audiences.isEmpty()) {
            throw new IllegalArgumentException("A site is for somebody");
        }
    }

    /** Both editions. */
    public static SiteOptions of(Period period, Instant now) {
        return new SiteOptions(period, now, EnumSet.allOf(Audience.class));
    }

    public SiteOptions only(Audience audience) {
        return new SiteOptions(period, now, Set.of(audience));
    }
}
