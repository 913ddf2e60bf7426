package org.ipwarehouse.etl.jobs;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;

/**
 * A file whose bytes could not be had: no rights, gone since it was listed, still being written. It has no fingerprint and
 * so no account in the ledger; the other files are received, and the next run tries it again.
 */
final class LeftOut {
    static final String REASON = "FILE_UNREADABLE";
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private LeftOut() {}

    static SubmissionRecord account(Path file, String why, Instant now) {
        Submission nameless = new Submission(
                "", String.valueOf(file.getFileName()), "", now, LocalDate.ofInstant(now, HERE), List.of());
        return SubmissionRecord.refused(nameless, REASON, why);
    }
}
