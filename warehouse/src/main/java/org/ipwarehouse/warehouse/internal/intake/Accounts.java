package org.ipwarehouse.warehouse.internal.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;
import org.jspecify.annotations.Nullable;

/** Accounts of submissions as rows of {@code control.submission}, and how an account is drawn up. */
final class Accounts {
    /** That a file is synthetic, or which encoding it has, asks nothing of its sender: no feedback is written for it. */
    private static final Set<String> QUIET = Set.of("SYNTHETIC", "ENCODING_DECIDED");

    private Accounts() {}

    /** A file with any rejected row is accepted partly; one with nothing but repeats brought nothing new. */
    static SubmissionRecord of(Submission submission, Tally tally) {
        return new SubmissionRecord(
                submission,
                verdict(tally),
                tally.read(),
                tally.accepted(),
                tally.quarantined(),
                tally.repeated(),
                tally.reasons(),
                tally.warnings(),
                remedy(tally));
    }

    private static Verdict verdict(Tally tally) {
        if (tally.quarantined() > 0) {
            return Verdict.PARTLY;
        }
        return tally.read() > 0 && tally.repeated() == tally.read() ? Verdict.REPEATED : Verdict.ACCEPTED;
    }

    private static String remedy(Tally tally) {
        if (tally.quarantined() > 0) {
            return "有 " + tally.quarantined() + " 行未入库，请按回执逐行更正后重新报送，已入库的行不必重报。";
        }
        boolean silent = QUIET.containsAll(tally.warnings().keySet());
        return silent ? "" : "全部行已入库；请核对回执中的文件提示。";
    }

    static @Nullable Object[] row(SubmissionRecord account) {
        Submission submission = account.submission();
        return new Object[] {
            submission.sha256(),
            submission.file(),
            submission.source(),
            submission.receivedAt(),
            submission.asOf(),
            String.join(",", submission.months()),
            account.verdict().text(),
            account.rowsRead(),
            account.accepted(),
            account.quarantined(),
            account.repeated(),
            JsonTexts.counts(account.reasons()),
            JsonTexts.counts(account.warnings()),
            account.remedy(),
            submission.synthetic()
        };
    }

    /** @param row all columns of {@code control.submission}, none of which may be null */
    @SuppressWarnings("NullAway") // the table's columns are not nullable
    static SubmissionRecord account(@Nullable Object[] row) {
        Submission submission = new Submission(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (Instant) row[3],
                (LocalDate) row[4],
                months((String) row[5]),
                (Boolean) row[14]);
        return new SubmissionRecord(
                submission,
                Verdict.valueOf(((String) row[6]).toUpperCase(java.util.Locale.ROOT)),
                (Long) row[7],
                (Long) row[8],
                (Long) row[9],
                (Long) row[10],
                JsonTexts.counts((String) row[11]),
                JsonTexts.counts((String) row[12]),
                (String) row[13]);
    }

    private static List<String> months(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(",", -1));
    }
}
