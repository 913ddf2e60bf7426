package org.ipwarehouse.warehouse.internal.intake;

import java.util.Set;
import org.ipwarehouse.warehouse.api.Submission;

/**
 * The rows of several submissions of one source, each decided: new, rejected, in conflict, or repeated. Nothing is
 * written until it is asked for; each writing is one commit.
 */
interface Sifted extends AutoCloseable {

    Tally tally(Submission submission);

    /** Stored rows of the submission, accepted or quarantined, that have personal values. */
    long sealed(Submission submission);

    /** Keys that now have more than one version and are not listed yet. */
    void writeContested();

    /** @param submissions those whose rows are not there yet */
    void writeClean(Set<String> submissions);

    void writeQuarantine(Set<String> submissions);

    /** Personal values of rows that are stored. */
    void writeRestricted(Set<String> submissions);

    void writeSightings(Set<String> submissions);

    /** Takes away what was staged. */
    @Override
    void close();
}
