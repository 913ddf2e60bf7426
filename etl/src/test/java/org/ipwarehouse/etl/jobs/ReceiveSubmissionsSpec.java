package org.ipwarehouse.etl.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.feedback.FeedbackWorkbook;
import org.ipwarehouse.etl.read.SmallContracts;
import org.ipwarehouse.etl.read.TextJudge;
import org.ipwarehouse.etl.receive.Fingerprint;
import org.ipwarehouse.etl.secret.KeyPurpose;
import org.ipwarehouse.etl.secret.KeyRef;
import org.ipwarehouse.etl.secret.SealAlgorithm;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.SecretKey;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

class ReceiveSubmissionsSpec {
    private static final SealRule SEAL =
            new SealRule(KeyRef.inMemory(KeyPurpose.SEAL, SecretKey.ofHex("5a".repeat(32))), SealAlgorithm.AES_256_GCM);

    private static final String PENALTIES = "案件编号,当事人名称,承办人\n";
    private static final String COMPLAINTS = "登记编号,被投诉人,登记日期\n";

    private final Path folder;
    private final InMemoryIntake intake = new InMemoryIntake();
    private final DataSource database = database();

    ReceiveSubmissionsSpec(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_file_of_a_synthetic_set_is_received_when_its_manifest_says_and_any_other_now() throws IOException {
        Path listed = write("投诉2026年6月_演示数据.csv", COMPLAINTS + "T1,甲,2026-06-01\n");
        Path other = write("投诉2026年7月_演示数据.csv", COMPLAINTS + "T2,乙,2026-07-01\n");
        String sha256 = Fingerprint.of(listed).sha256();
        write(
                "manifest.json",
                "{\"synthetic\": true, \"files\": [{\"sha256\": \"" + sha256
                        + "\", \"received_at\": \"2026-07-03T01:20:00Z\"}]}");
        List<SubmissionRecord> accounts = receive(new ArrayList<>(), listed, other);
        assertThat(accounts.get(0).submission().receivedAt()).isEqualTo(Instant.parse("2026-07-03T01:20:00Z"));
        assertThat(accounts.get(1).submission().receivedAt()).isEqualTo(Instant.parse("2026-10-08T02:00:00Z"));
    }

    @Test
    void each_file_gets_its_account_in_the_order_handed_in() throws IOException {
        Path complaints = write("投诉2026年7月.csv", COMPLAINTS + "T1,甲,2026-07-01\nT2,乙,2026-07-02\n");
        Path unknown = write("别的.csv", "x,y\n1,2\n");
        // A1 twice the same: one repeated; A2 twice with different names: both in conflict; 坏3: rejected by the judge
        Path penalties = write("处罚.csv", PENALTIES + "A1,甲,张\nA1,甲,张\nA2,乙,张\nA2,丙,张\n坏3,丁,张\n");
        List<SubmissionRecord> told = new ArrayList<>();
        List<SubmissionRecord> accounts = receive(told, complaints, unknown, penalties);
        assertThat(accounts)
                .extracting(SubmissionRecord::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.REFUSED, Verdict.PARTLY);
        assertThat(counts(accounts.get(0))).containsExactly(2L, 2L, 0L, 0L);
        assertThat(counts(accounts.get(2))).containsExactly(5L, 1L, 3L, 1L);
        assertThat(accounts.get(2).reasons())
                .containsEntry("KEY_DUP_CONFLICT", 2L)
                .containsEntry("DATE_INVALID", 1L);
        assertThat(accounts.get(0).submission().months()).containsExactly("2026-07");
        assertThat(told).hasSize(3);
        assertThat(landed()).isEqualTo(3);
    }

    @Test
    void an_archive_has_an_account_without_rows_and_each_of_its_tables_one_of_its_own() throws IOException {
        Path archive = folder.resolve("七月.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            put(zip, "投诉2026年7月.csv", COMPLAINTS + "T1,甲,2026-07-01\nT2,乙,2026-07-02\n");
            put(zip, "处罚.csv", PENALTIES + "A1,甲,张\n坏3,丁,张\n");
            put(zip, "盖章.pdf", "%PDF-1.7");
        }
        Path direct = write("处罚.csv", PENALTIES + "A1,甲,张\n坏3,丁,张\n");
        List<SubmissionRecord> accounts = receive(new ArrayList<>(), archive, direct);
        assertThat(accounts)
                .extracting(account -> account.submission().file())
                .containsExactly("七月.zip", "七月.zip/投诉2026年7月.csv", "七月.zip/处罚.csv", "七月.zip/处罚.csv");
        assertThat(accounts)
                .extracting(SubmissionRecord::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.PARTLY, Verdict.REPEATED);
        assertThat(counts(accounts.get(0))).containsExactly(0L, 0L, 0L, 0L);
        assertThat(accounts.get(0).warnings())
                .containsEntry("ARCHIVE_UNPACKED", 2L)
                .containsEntry("ARCHIVE_MEMBER_IGNORED", 1L);
        assertThat(counts(accounts.get(1))).containsExactly(2L, 2L, 0L, 0L);
        assertThat(accounts.get(0).submission().months()).isEmpty();

        assertThat(receive(new ArrayList<>(), archive))
                .extracting(SubmissionRecord::verdict)
                .allMatch(verdict -> verdict == Verdict.REPEATED);
        assertThat(intake.cleanRows()).isEqualTo(3);
    }

    @Test
    void a_run_that_stopped_among_the_members_of_an_archive_goes_on_with_the_same_members() throws IOException {
        Path archive = folder.resolve("七月.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            put(zip, "投诉2026年7月.csv", COMPLAINTS + "T1,甲,2026-07-01\n");
            put(zip, "投诉2026年8月.csv", COMPLAINTS + "T2,甲,2026-08-01\n");
        }
        intake.failOnceAt("七月.zip/投诉2026年8月.csv");
        assertThatThrownBy(() -> receive(new ArrayList<>(), archive)).isInstanceOf(Fault.class);
        assertThat(receive(new ArrayList<>(), archive))
                .extracting(SubmissionRecord::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertThat(intake.stored).containsExactly("七月.zip/投诉2026年7月.csv", "七月.zip/投诉2026年8月.csv");
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void of_files_that_come_together_the_one_on_the_older_state_is_stored_first() throws IOException {
        Path august = write("投诉2026年8月.csv", COMPLAINTS + "T1,甲,2026-07-01\n");
        Path july = write("投诉2026年7月.csv", COMPLAINTS + "T1,甲,2026-07-01\nT2,乙,2026-07-02\n");
        List<SubmissionRecord> told = new ArrayList<>();

        assertThat(receive(told, august, july))
                .extracting(account -> account.submission().file())
                .containsExactly("投诉2026年8月.csv", "投诉2026年7月.csv");
        assertThat(told)
                .extracting(account -> account.submission().file())
                .containsExactly("投诉2026年7月.csv", "投诉2026年8月.csv");
    }

    @Test
    void a_title_that_says_synthetic_marks_the_submission_whatever_the_file_is_called() throws IOException {
        List<SubmissionRecord> accounts = receive(
                new ArrayList<>(),
                write("处罚1.csv", "案件台账（演示数据）,,\n" + PENALTIES + "A1,甲,张\n"),
                write("处罚2.csv", "案件台账,,\n" + PENALTIES + "A2,甲,张\n"));

        assertThat(accounts)
                .extracting(account -> account.submission().synthetic())
                .containsExactly(true, false);
    }

    @Test
    void feedback_is_written_for_what_is_returned_and_for_nothing_else() throws IOException {
        List<SubmissionRecord> accounts = receive(
                new ArrayList<>(),
                write("好.csv", PENALTIES + "A1,甲,张\n"),
                write("坏.csv", PENALTIES + "坏2,甲,张\n"),
                write("别的.csv", "x,y\n1,2\n"));
        assertThat(accounts)
                .extracting(record -> Files.exists(FeedbackWorkbook.place(folder.resolve("data"), record.submission())))
                .containsExactly(false, true, true);
    }

    /** The judge of these tests repairs a row whose number begins with 改. */
    @Test
    void feedback_is_written_for_repairs_alone_and_none_where_rows_were_taken_as_sent() throws IOException {
        List<SubmissionRecord> accounts = receive(
                new ArrayList<>(), write("处罚1.csv", PENALTIES + "A1,甲,张\n"), write("处罚2.csv", PENALTIES + "改2,甲,张\n"));

        assertThat(accounts).extracting(SubmissionRecord::quarantined).containsExactly(0L, 0L);
        assertThat(accounts)
                .extracting(record -> Files.exists(FeedbackWorkbook.place(folder.resolve("data"), record.submission())))
                .containsExactly(false, true);
    }

    @Test
    void the_same_files_again_are_a_no_op() throws IOException {
        Path good = write("好.csv", PENALTIES + "A1,甲,张\nA2,乙,张\n");
        Path unknown = write("别的.csv", "x,y\n1,2\n");
        receive(new ArrayList<>(), good, unknown);
        List<SubmissionRecord> again = receive(new ArrayList<>(), unknown, good);
        assertThat(again).extracting(SubmissionRecord::verdict).containsExactly(Verdict.REFUSED, Verdict.REPEATED);
        assertThat(counts(again.get(1))).containsExactly(0L, 0L, 0L, 0L);
        assertThat(intake.cleanRows()).isEqualTo(2);
        assertThat(intake.refusals).isEqualTo(1);
    }

    @Test
    void the_same_bytes_under_another_name_or_twice_in_one_run_are_repeated() throws IOException {
        Path first = write("好.csv", PENALTIES + "A1,甲,张\n");
        Path twin = write("好(1).csv", PENALTIES + "A1,甲,张\n");
        assertThat(receive(new ArrayList<>(), first, twin))
                .extracting(SubmissionRecord::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.REPEATED);
        Path third = write("最终版.csv", PENALTIES + "A1,甲,张\n");
        assertThat(receive(new ArrayList<>(), third, write("新.csv", PENALTIES + "A2,乙,张\n")))
                .extracting(SubmissionRecord::verdict)
                .containsExactly(Verdict.REPEATED, Verdict.ACCEPTED);
        assertThat(intake.cleanRows()).isEqualTo(2);
    }

    @Test
    void a_run_that_stops_in_the_middle_of_judging_goes_on_without_loss_or_doubles() throws IOException {
        Path[] files = {
            write("处罚1.csv", PENALTIES + "A1,甲,张\nA2,乙,张\n坏3,丙,张\n"),
            write("处罚2.csv", PENALTIES + "A4,甲,张\n"),
            write("投诉.csv", COMPLAINTS + "T1,甲,2026-07-01\n")
        };
        intake.failOnceAt("处罚2.csv");
        assertThatThrownBy(() -> receive(new ArrayList<>(), files))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("The machine stopped at 处罚2.csv");
        List<SubmissionRecord> accounts = receive(new ArrayList<>(), files);
        // resumed: what this run stored before it stopped is an account of its own, not a repetition
        assertThat(accounts)
                .extracting(SubmissionRecord::verdict)
                .containsExactly(Verdict.PARTLY, Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertThat(accounts.stream().mapToLong(SubmissionRecord::rowsRead)).containsExactly(3L, 1L, 1L);
        assertThat(intake.cleanRows()).isEqualTo(4);
        assertThat(intake.stored).containsExactlyInAnyOrder("处罚1.csv", "处罚2.csv", "投诉.csv");
        assertThat(skips()).isZero();
    }

    @Test
    void a_run_that_was_killed_is_recovered_and_resumed_at_the_step_where_it_was() throws IOException {
        Path[] files = {write("处罚.csv", PENALTIES + "A1,甲,张\n"), write("投诉.csv", COMPLAINTS + "T1,甲,2026-07-01\n")};
        intake.failOnceAt("处罚.csv");
        assertThatThrownBy(() -> receive(new ArrayList<>(), files)).isInstanceOf(Fault.class);
        leaveAsIfKilled();
        List<SubmissionRecord> accounts = receive(new ArrayList<>(), files);
        assertThat(accounts).extracting(SubmissionRecord::verdict).containsExactly(Verdict.ACCEPTED, Verdict.ACCEPTED);
        assertThat(intake.cleanRows()).isEqualTo(2);
        BatchRepository batch = BatchRepository.open(database);
        assertThat(executions(batch).stream()
                        .flatMap(execution -> execution.getStepExecutions().stream())
                        .filter(step -> step.getStepName().equals("receiveSubmissions.keepOriginals")))
                .as("a completed step is not done again")
                .hasSize(1);
    }

    @Test
    void a_run_whose_disk_was_full_before_its_first_execution_was_noted_begins_again() throws Exception {
        Path good = write("好.csv", PENALTIES + "A1,甲,张\n");
        intake.failOnceAt("好.csv");
        assertThatThrownBy(() -> receive(new ArrayList<>(), good)).isInstanceOf(Fault.class);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // what H2 is left with when the disk fills between the rows of a job and of its execution
            for (String table : List.of(
                    "STEP_EXECUTION_CONTEXT",
                    "STEP_EXECUTION",
                    "JOB_EXECUTION_CONTEXT",
                    "JOB_EXECUTION_PARAMS",
                    "JOB_EXECUTION")) {
                statement.executeUpdate("delete from BATCH_" + table);
            }
        }

        assertThat(receive(new ArrayList<>(), good))
                .extracting(SubmissionRecord::verdict)
                .containsExactly(Verdict.ACCEPTED);
    }

    @Test
    void a_lake_that_was_lost_is_filled_again_from_the_same_files() throws IOException {
        Path good = write("好.csv", PENALTIES + "A1,甲,张\n");
        receive(new ArrayList<>(), good);
        intake.loseEverything();
        assertThat(receive(new ArrayList<>(), good))
                .extracting(SubmissionRecord::verdict)
                .containsExactly(Verdict.ACCEPTED);
    }

    @Test
    void a_refused_file_is_tried_again_once_a_contract_for_it_exists() throws IOException {
        Path complaints = write("投诉.csv", COMPLAINTS + "T1,甲,2026-07-01\n");
        ReceiveSubmissions penaltiesOnly = receiver(List.of(SmallContracts.penalties()));
        assertThat(penaltiesOnly.run(List.of(complaints), r -> {}).get(0).verdict())
                .isEqualTo(Verdict.REFUSED);
        assertThat(receive(new ArrayList<>(), complaints).get(0).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void a_second_run_at_the_same_time_is_told_so() throws IOException {
        Path good = write("好.csv", PENALTIES + "A1,甲,张\n");
        try (RunLock lock = RunLock.take(database, "receiveSubmissions")) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> receive(new ArrayList<>(), good))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("正在运行");
        }
        assertThat(receive(new ArrayList<>(), good).get(0).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void rows_read_are_accepted_quarantined_or_repeated_whatever_the_rows_are() {
        // keys from a tiny domain, so that repetitions, conflicts and bad rows are common: 0 is a bad row
        qt().withExamples(25)
                .forAll(lists().of(lists().of(integers().between(0, 7)).ofSizeBetween(1, 9))
                        .ofSizeBetween(1, 3))
                .checkAssert(tables -> {
                    List<Path> files = new ArrayList<>();
                    for (List<Integer> table : tables) {
                        files.add(write(UUID.randomUUID() + ".csv", table(table)));
                    }
                    List<SubmissionRecord> accounts = receiver(contracts()).run(files, r -> {});
                    for (int i = 0; i < files.size(); i++) {
                        SubmissionRecord account = accounts.get(i);
                        long rows = account.verdict() == Verdict.REPEATED
                                ? 0
                                : tables.get(i).size();
                        assertThat(account.rowsRead()).isEqualTo(rows);
                        assertThat(account.accepted() + account.quarantined() + account.repeated())
                                .isEqualTo(rows);
                    }
                });
    }

    @Test
    void a_file_that_cannot_be_read_is_named_and_the_others_are_taken_in() {
        Path good = write("投诉2026年7月.csv", COMPLAINTS + "T1,甲,2026-07-01\n");
        Path gone = folder.resolve("移走了.csv");

        List<SubmissionRecord> told = new ArrayList<>();
        List<SubmissionRecord> accounts = receive(told, gone, good);

        assertThat(counts(accounts.get(0))).containsExactly(1L, 1L, 0L, 0L);
        assertThat(accounts.get(1).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(accounts.get(1).reasons()).containsOnlyKeys("FILE_UNREADABLE");
        assertThat(accounts.get(1).remedy()).contains("移走了.csv");
        assertThat(told).hasSize(2);
    }

    @Test
    void a_file_that_is_replaced_while_it_is_received_is_left_for_the_next_run() {
        Path good = write("投诉2026年7月.csv", COMPLAINTS + "T1,甲,2026-07-01\n");
        Path moving = write("投诉2026年8月.csv", COMPLAINTS + "T2,乙,2026-08-01\n");
        // the clock is asked between a file's fingerprint and its copy
        InstantSource meanwhile = () -> {
            write("投诉2026年8月.csv", COMPLAINTS + "T2,乙,2026-08-01\nT3,丙,2026-08-02\n");
            return Instant.parse("2026-10-08T02:00:00Z");
        };

        List<SubmissionRecord> first = receiver(contracts(), meanwhile).run(List.of(good, moving), account -> {});
        assertThat(first.get(0).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(first.get(1).reasons()).containsOnlyKeys("FILE_UNREADABLE");

        List<SubmissionRecord> next = receive(new ArrayList<>(), good, moving);
        assertThat(next.get(0).verdict()).isEqualTo(Verdict.REPEATED);
        assertThat(counts(next.get(1))).containsExactly(2L, 2L, 0L, 0L);
    }

    private static String table(List<Integer> rows) {
        StringBuilder text = new StringBuilder(PENALTIES);
        for (int row : rows) {
            String key = row == 0 ? "坏" : "A" + row / 2;
            text.append(key).append(",公司").append(row % 3).append(",张\n");
        }
        return text.toString();
    }

    private List<SubmissionRecord> receive(List<SubmissionRecord> told, Path... files) {
        return receiver(contracts()).run(List.of(files), told::add);
    }

    private static List<Contract> contracts() {
        return List.of(SmallContracts.penalties(), SmallContracts.complaints());
    }

    private ReceiveSubmissions receiver(List<Contract> contracts) {
        return receiver(contracts, () -> Instant.parse("2026-10-08T02:00:00Z"));
    }

    private ReceiveSubmissions receiver(List<Contract> contracts, InstantSource clock) {
        return new ReceiveSubmissions(new ReceiveSetup(
                folder.resolve("data"),
                contracts,
                TextJudge::new,
                intake,
                intake,
                database,
                clock,
                code -> code,
                SEAL));
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    /** What kill -9 leaves: executions that still say STARTED and have no end. */
    private void leaveAsIfKilled() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("BATCH_JOB_EXECUTION", "BATCH_STEP_EXECUTION")) {
                statement.executeUpdate(
                        "UPDATE " + table
                                + " SET STATUS = 'STARTED', EXIT_CODE = 'UNKNOWN', END_TIME = NULL WHERE STATUS <> 'COMPLETED'");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertThat(BatchRepository.open(database).jobs().findRunningJobExecutions(ReceiveJob.NAME))
                .hasSize(1);
    }

    private static List<JobExecution> executions(BatchRepository batch) {
        return batch.jobs().findJobInstances(ReceiveJob.NAME).stream()
                .flatMap(instance -> batch.jobs().getJobExecutions(instance).stream())
                .toList();
    }

    private long skips() {
        return executions(BatchRepository.open(database)).stream()
                .flatMap(execution -> execution.getStepExecutions().stream())
                .mapToLong(StepExecution::getSkipCount)
                .sum();
    }

    private long landed() throws IOException {
        Path landing = folder.resolve("data/lake/landing");
        if (!Files.exists(landing)) {
            return 0;
        }
        try (var files = Files.walk(landing)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static List<Long> counts(SubmissionRecord record) {
        return List.of(record.rowsRead(), record.accepted(), record.quarantined(), record.repeated());
    }

    private Path write(String name, String text) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
