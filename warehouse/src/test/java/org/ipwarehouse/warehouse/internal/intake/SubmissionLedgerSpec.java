package org.ipwarehouse.warehouse.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;
import org.ipwarehouse.warehouse.api.Updating;
import org.ipwarehouse.warehouse.api.Warehouse.ExpectedReport;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class SubmissionLedgerSpec {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    @TempDir
    Path temp;

    private SubmissionLedger ledger;

    @BeforeEach
    void openLedger() {
        ledger = new SubmissionLedger(new KernelTables(new Lake(temp)));
    }

    private void received(String sha, String months, String at, Verdict verdict, long accepted, long quarantined) {
        Submission submission = new Submission(
                sha, sha + ".csv", "S02", Instant.parse(at), LocalDate.of(2026, 9, 30), List.of(months.split(",")));
        SubmissionRecord account = new SubmissionRecord(
                submission,
                verdict,
                accepted + quarantined,
                accepted,
                quarantined,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                "");
        ledger.close(List.of(account), sha);
    }

    private List<String> states(String frequency, int dueDay, String period) {
        SourceProfile source = new SourceProfile(
                "S02", "案件台账", DrawnFile.SHAPE, List.of("U17"), frequency, dueDay, Updating.upsert(List.of("case_no")));
        return ledger.expectedReports(Period.parse(period), List.of(source), TODAY).stream()
                .map(SubmissionLedgerSpec::told)
                .toList();
    }

    private static String told(ExpectedReport report) {
        return report.month() + " " + report.dueOn() + " " + report.state();
    }

    @Test
    void A_month_is_in_time_late_missing_or_not_due() {
        // due on the 10th; 16:00 UTC is already the next day in Shanghai
        received("a", "2026-06", "2026-07-10T15:59:59Z", Verdict.ACCEPTED, 1, 0);
        received("b", "2026-07", "2026-08-10T16:00:00Z", Verdict.ACCEPTED, 1, 0);
        assertThat(states("monthly", 10, "2026"))
                .containsSubsequence(
                        "2026-05 2026-06-10 missing",
                        "2026-06 2026-07-10 in_time",
                        "2026-07 2026-08-10 late",
                        "2026-08 2026-09-10 missing",
                        "2026-09 2026-10-10 missing",
                        "2026-10 2026-11-10 not_due")
                .hasSize(12);
    }

    @Test
    void A_file_of_which_no_row_was_taken_is_no_report_but_a_file_without_rows_is_one() {
        received("a", "2026-06", "2026-07-01T00:00:00Z", Verdict.REFUSED, 0, 0);
        received("b", "2026-07", "2026-08-01T00:00:00Z", Verdict.PARTLY, 0, 9);
        received("c", "2026-08", "2026-09-01T00:00:00Z", Verdict.ACCEPTED, 0, 0);
        assertThat(states("monthly", 10, "2026-06")).containsExactly("2026-06 2026-07-10 missing");
        assertThat(states("monthly", 10, "2026-07")).containsExactly("2026-07 2026-08-10 missing");
        assertThat(states("monthly", 10, "2026-08")).containsExactly("2026-08 2026-09-10 in_time");
    }

    @Test
    void A_quarterly_source_is_expected_at_the_end_of_its_quarter_and_an_irregular_one_never() {
        received("a", "2026-04,2026-05,2026-06", "2026-07-31T00:00:00Z", Verdict.ACCEPTED, 1, 0);
        // the 31st of a month with 30 days is its last day
        assertThat(states("quarterly", 31, "2026H1"))
                .containsExactly("2026-03 2026-04-30 missing", "2026-06 2026-07-31 in_time");
        assertThat(states("irregular", 10, "2026H1")).isEmpty();
    }

    @Test
    void The_lake_holds_synthetic_data_once_such_a_file_is_stored_not_when_it_is_refused() {
        received("演示数据", "2026-06", "2026-07-01T00:00:00Z", Verdict.REFUSED, 0, 0);
        assertThat(ledger.holdsSyntheticData()).isFalse();
        received("SYNTHETIC-9", "2026-06", "2026-07-01T00:00:00Z", Verdict.ACCEPTED, 1, 0);
        assertThat(ledger.holdsSyntheticData()).isTrue();
    }

    @Test
    void Accounts_come_back_newest_first_as_they_were_closed() {
        received("a", "2026-06,2026-07", "2026-07-01T00:00:00Z", Verdict.ACCEPTED, 1, 0);
        received("b", "2026-06", "2026-08-01T00:00:00Z", Verdict.PARTLY, 1, 2);
        assertThat(ledger.submissions()).extracting(a -> a.submission().file()).containsExactly("b.csv", "a.csv");
        assertThat(ledger.held("a"))
                .hasValueSatisfying(a -> assertThat(a.submission().months()).containsExactly("2026-06", "2026-07"));
    }
}
