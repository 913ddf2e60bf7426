package org.ipwarehouse.warehouse.api;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

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
 * @param synthetic true where the file's name or a title in it says that its data are made up (演示数据, synthetic):
 *     everything made from it must say so too
 */
public record Submission(
        String sha256,
        String file,
        String source,
        Instant receivedAt,
        LocalDate asOf,
        List<String> months,
        boolean synthetic)
        implements Serializable {

    public Submission {
        months = List.copyOf(months);
    }

    /** A submission of which only the file's name can say that it is synthetic. */
    public Submission(
            String sha256, String file, String source, Instant receivedAt, LocalDate asOf, List<String> months) {
        this(sha256, file, source, receivedAt, asOf, months, saysSynthetic(file));
    }

    /** Whether a file name or title marks its data as made up: 演示数据 or "synthetic" in any case. */
    public static boolean saysSynthetic(String text) {
        return text.contains("演示数据") || text.toLowerCase(Locale.ROOT).contains("synthetic");
    }
}
