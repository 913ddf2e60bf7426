package org.ipwarehouse.warehouse.api;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One file as it came in. The same bytes are the same submission, whatever the file's name.
 *
 * @param sha256 lower-case hex of the bytes: the identity
 * @param file name under which it came
 * @param source contract, for example {@code S02}; "" where none recognises it
 * @param receivedAt when it was first seen, UTC
 * @param asOf the day whose state the file describes (end of the period in its title or name, else the day received):
 *     of two versions of a row the one with the later {@code asOf} holds, then the greater sha256, so that the order in
 *     which files arrive never changes a figure
 * @param months months on which it reports, for completeness
 */
public record Submission(
        String sha256, String file, String source, Instant receivedAt, LocalDate asOf, List<String> months)
        implements Serializable {
    public Submission {
        months = List.copyOf(months);
    }
}
