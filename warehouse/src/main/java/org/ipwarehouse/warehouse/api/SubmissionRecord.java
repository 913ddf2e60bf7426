package org.ipwarehouse.warehouse.api;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The account of one submission; {@code rowsRead = accepted + quarantined + repeated} always.
 *
 * @param reasons rejected rows by reason code (a row with two reasons counts under both)
 * @param warnings remarks on the file as a whole by code, for example TOTAL_MISMATCH
 * @param remedy one sentence to the department, "" if nothing is to do
 */
public record SubmissionRecord(
        Submission submission,
        Verdict verdict,
        long rowsRead,
        long accepted,
        long quarantined,
        long repeated,
        SortedMap<String, Long> reasons,
        SortedMap<String, Long> warnings,
        String remedy) {

    /** What became of the file as a whole. */
    public enum Verdict {
        ACCEPTED,
        PARTLY,
        REFUSED,
        REPEATED;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SubmissionRecord {
        reasons = new TreeMap<>(reasons);
        warnings = new TreeMap<>(warnings);
        if (rowsRead != accepted + quarantined + repeated) {
            throw new IllegalArgumentException("The account of " + submission.file() + " does not close: read "
                    + rowsRead + ", accepted " + accepted + ", quarantined " + quarantined + ", repeated " + repeated);
        }
    }

    /** A file that was refused as a whole: no row of it was read. */
    public static SubmissionRecord refused(Submission submission, String reason, String remedy) {
        return new SubmissionRecord(
                submission, Verdict.REFUSED, 0, 0, 0, 0, new TreeMap<>(Map.of(reason, 1L)), new TreeMap<>(), remedy);
    }
}
