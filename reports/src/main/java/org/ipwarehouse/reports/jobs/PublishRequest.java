package org.ipwarehouse.reports.jobs;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Period;

/**
 * What to publish. Two requests with the same period, edition day, fingerprint and parts ask for the same edition.
 *
 * @param out the data folder: the site goes to {@code out/site}, the bulletin to {@code out/bulletins/<period>}
 * @param period a quarter: of the front page and of the bulletin
 * @param edition the day that stands on the bulletin
 * @param now printed on the pages as the time of writing; of no weight for what is asked
 * @param fingerprint of the figures, so that new figures make a new edition
 */
public record PublishRequest(
        Path out, Period period, LocalDate edition, Instant now, String fingerprint, Set<Part> parts) {

    /** What can be published. */
    public enum Part {
        SITE,
        BULLETIN
    }

    public PublishRequest {
        parts = Set.copyOf(parts);
        if (parts.isEmpty() || fingerprint.isBlank()) {
            throw new IllegalArgumentException(
                    "Nothing to publish: parts " + parts + ", fingerprint '" + fingerprint + "'");
        }
    }

    /** Site and bulletin. */
    public static PublishRequest all(Path out, Period period, LocalDate edition, Instant now, String fingerprint) {
        return new PublishRequest(out, period, edition, now, fingerprint, Set.of(Part.values()));
    }

    public PublishRequest only(Part part) {
        return new PublishRequest(out, period, edition, now, fingerprint, Set.of(part));
    }
}
