package org.ipwarehouse.warehouse.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;
import org.ipwarehouse.warehouse.internal.intake.LakeIntake.Step;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every way of storing must do, whether in this process or on Spark. */
@NullUnmarked
abstract class IntakeContract {

    @TempDir
    Path temp;

    KernelTables tables;

    abstract LakeIntake intake(KernelTables tables, Path work, Consumer<Step> after);

    @BeforeEach
    void openLake() {
        tables = lake("lake");
    }

    private KernelTables lake(String name) {
        return new KernelTables(new Lake(temp.resolve(name)));
    }

    private List<SubmissionRecord> store(Delivery... deliveries) {
        return store(tables, deliveries);
    }

    private List<SubmissionRecord> store(KernelTables into, Delivery... deliveries) {
        return intake(into, temp.resolve("work"), step -> {}).store(List.of(deliveries), progress -> {});
    }

    private List<String> clean(String... columns) {
        return Contents.rows(tables, DrawnFile.SHAPE.table(), columns);
    }

    @Test
    void Each_row_is_accepted_rejected_or_repeated_and_the_account_says_how_many() {
        // 案1 twice alike: 1 repeated; 案2 in two versions: both in conflict; one rejected; 案3 new
        SubmissionRecord account = store(
                        DrawnFile.of("a", 3, "案1 x", "案1 x", "案2 x", "! bad", "案2 y", "案3 z", "? total"))
                .get(0);

        assertThat(account.rowsRead()).isEqualTo(6);
        assertThat(account.accepted()).isEqualTo(2);
        assertThat(account.quarantined()).isEqualTo(3);
        assertThat(account.repeated()).isEqualTo(1);
        assertThat(account.verdict()).isEqualTo(Verdict.PARTLY);
        assertThat(account.reasons()).isEqualTo(Map.of("KEY_DUP_CONFLICT", 2L, "DATE_INVALID", 1L));
        assertThat(account.warnings()).isEqualTo(Map.of("TOTAL_MISMATCH", 1L));
        assertThat(account.remedy()).contains("3 行");

        assertThat(clean("row_key", "row_number", "sheet", "source_file"))
                .containsExactly("[案1, 2, 3月, a.csv]", "[案3, 7, 3月, a.csv]");
        assertThat(Contents.rows(tables, StoredShapes.QUARANTINE.table(), "row_number", "codes"))
                .containsExactly("[4, KEY_DUP_CONFLICT]", "[5, DATE_INVALID]", "[6, KEY_DUP_CONFLICT]");
        assertThat(new SubmissionLedger(tables).submissions()).containsExactly(account);
    }

    @Test
    void A_row_in_conflict_keeps_its_cells_and_says_what_to_do() {
        store(DrawnFile.of("a", 3, "案2 x", "案2 -"));
        List<String> rows = Contents.rows(tables, StoredShapes.QUARANTINE.table(), "row_number", "cells", "reasons");
        // "x".hashCode() is 120: 120 / 100 yuan, day 120 after 1 January, 120 s after midnight, even
        assertThat(rows.get(0))
                .contains("\"case_no\":\"案2\"", "\"party_name\":\"当事人x\"", "\"fine_yuan\":\"1.20\"")
                .contains("\"decision_date\":\"2026-05-01\"", "\"open\":\"true\"", "请核对");
        assertThat(rows.get(1)).contains("\"party_name\":\"\"");
    }

    @Test
    void The_same_submission_twice_is_once() {
        Delivery file = DrawnFile.of("a", 3, "案1 x", "! bad");
        SubmissionRecord first = store(file).get(0);
        Map<String, List<String>> before = Contents.of(tables);
        assertThat(store(file, file)).containsExactly(first, first);
        assertThat(Contents.of(tables)).isEqualTo(before);
    }

    @Test
    void A_row_that_the_lake_holds_is_repeated_and_seen_again() {
        store(DrawnFile.of("a", 3, "案1 x", "案2 x"));
        SubmissionRecord again =
                store(DrawnFile.of("b", 4, "案1 x", "案1 x", "案3 x")).get(0);

        assertThat(again.accepted()).isEqualTo(1);
        assertThat(again.repeated()).isEqualTo(2);
        assertThat(again.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(clean("row_key", "source_file")).containsExactly("[案1, a.csv]", "[案2, a.csv]", "[案3, b.csv]");
        assertThat(Contents.rows(tables, StoredShapes.SIGHTING.table(), "source", "row_key", "as_of"))
                .containsExactly("[S02, 案1, 2026-04-28]");
    }

    @Test
    void A_file_with_nothing_new_is_repeated_and_one_without_rows_is_a_report_of_nothing() {
        store(DrawnFile.of("a", 3, "案1 x"));
        List<SubmissionRecord> accounts = store(DrawnFile.of("b", 4, "案1 x"), DrawnFile.of("c", 5));
        assertThat(accounts).extracting(SubmissionRecord::verdict).containsExactly(Verdict.REPEATED, Verdict.ACCEPTED);
        assertThat(accounts.get(1).rowsRead()).isZero();
    }

    @Test
    void Of_files_stored_together_the_first_gives_the_row_and_the_others_repeat_it() {
        List<SubmissionRecord> accounts =
                store(DrawnFile.of("b", 4, "案1 x"), DrawnFile.of("a", 3, "案1 x", "案1 x"), DrawnFile.of("c", 5, "案1 y"));
        assertThat(accounts).extracting(SubmissionRecord::accepted).containsExactly(1L, 0L, 1L);
        assertThat(accounts).extracting(SubmissionRecord::repeated).containsExactly(0L, 2L, 0L);
        assertThat(Contents.rows(tables, StoredShapes.CONTESTED.table(), "table_name", "source", "row_key"))
                .containsExactly("[penalty_case, S02, 案1]");
    }

    @Test
    void A_key_is_listed_as_contested_once_however_many_versions_it_has() {
        store(DrawnFile.of("a", 3, "案1 x", "案2 x"));
        assertThat(Contents.rows(tables, StoredShapes.CONTESTED.table(), "row_key"))
                .isEmpty();
        store(DrawnFile.of("b", 4, "案1 y"));
        store(DrawnFile.of("c", 5, "案1 z"), DrawnFile.of("d", 6, "案1 w"));
        assertThat(Contents.rows(tables, StoredShapes.CONTESTED.table(), "row_key"))
                .containsExactly("[案1]");
    }

    @Test
    void What_is_sealed_goes_to_the_restricted_layer_for_rows_that_are_stored_and_only_there() {
        // 案1 is sent twice alike: the second is not stored; 案2 is in conflict, 案3 has nothing personal
        store(DrawnFile.of("a", 3, "案1 x k1.a", "案1 x k1.b", "案2 x k1.c", "案2 y k2.d", "! bad k1.e", "! bad", "案3 x"));
        // held already: not stored again
        store(DrawnFile.of("b", 4, "案1 x k1.f", "案4 x k2.g"));

        assertThat(Contents.rows(
                        tables,
                        StoredShapes.RESTRICTED.table(),
                        "source",
                        "sheet",
                        "row_number",
                        "kind",
                        "key_id",
                        "sealed"))
                .containsExactly(
                        "[S02, 3月, 2, clean, k1, k1.a]",
                        "[S02, 3月, 3, clean, k2, k2.g]",
                        "[S02, 3月, 4, quarantine, k1, k1.c]",
                        "[S02, 3月, 5, quarantine, k2, k2.d]",
                        "[S02, 3月, 6, quarantine, k1, k1.e]");
        String a = DrawnFile.of("a", 3).submission().sha256();
        assertThat(new LakeQuarantine(tables).rows(a))
                .extracting(row -> row.origin().row() + " " + row.sealed())
                .containsExactly("4 k1.c", "5 k2.d", "6 k1.e", "7 ");
        LakeRestricted restricted = new LakeRestricted(tables);
        assertThat(restricted.sealed(a, new Origin("3月", 2))).contains("k1.a");
        assertThat(restricted.sealed(a, new Origin("3月", 3))).isEmpty();
        assertThat(restricted.keys()).isEqualTo(Map.of("k1", 3L, "k2", 2L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "~~"})
    void A_file_that_cannot_be_read_to_its_end_is_refused_and_the_others_are_stored(String broken) {
        Delivery[] files = {
            DrawnFile.of("b", 4, "案1 x"),
            DrawnFile.of("a", 3, "案1 x", "案2 x k1.a", "! bad", broken, "案5 x"),
            DrawnFile.of("c", 5, "案3 x")
        };
        List<SubmissionRecord> accounts = store(files);

        assertThat(accounts)
                .extracting(SubmissionRecord::verdict)
                .containsExactly(Verdict.ACCEPTED, Verdict.REFUSED, Verdict.ACCEPTED);
        assertThat(accounts.get(1).reasons()).isEqualTo(Map.of("FILE_TYPE_UNKNOWN", 1L));
        assertThat(accounts.get(1).remedy()).isNotEmpty().doesNotContain("张三");
        assertThat(clean("row_key", "source_file")).containsExactly("[案1, b.csv]", "[案3, c.csv]");
        assertThat(Contents.rows(tables, StoredShapes.QUARANTINE.table(), "codes"))
                .isEmpty();
        assertThat(Contents.rows(tables, StoredShapes.RESTRICTED.table(), "sealed"))
                .isEmpty();
        assertThat(new SubmissionLedger(tables).unfinished()).isEmpty();
        // sent again whole it is taken
        assertThat(store(DrawnFile.of("a", 3, "案2 x")).get(0).accepted()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void A_crash_after_any_step_and_a_second_run_end_as_one_undisturbed_run(Step crash) {
        Delivery[] files = {
            DrawnFile.of("b", 4, "案1 y k1.a", "案2 x k1.b", "! bad k1.c", "案9 x k1.d", "案9 y"),
            DrawnFile.of("c", 5, "案1 x k1.e", "案3 x k1.f", "案2 x", "案2 x")
        };
        KernelTables undisturbed = lake("undisturbed");
        store(undisturbed, DrawnFile.of("a", 3, "案1 x"));
        List<SubmissionRecord> expected = store(undisturbed, files);

        store(DrawnFile.of("a", 3, "案1 x"));
        assertThatThrownBy(() ->
                        intake(tables, temp.resolve("work"), stopAfter(crash)).store(List.of(files), progress -> {}))
                .hasMessage("power cut");
        assertThat(store(files)).isEqualTo(expected);
        assertThat(Contents.of(tables)).isEqualTo(Contents.of(undisturbed));
        assertThat(new SubmissionLedger(tables).unfinished()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void After_a_crash_the_files_may_come_alone_and_in_another_order(Step crash) {
        Delivery b = DrawnFile.of("b", 4, "案1 x", "案2 x");
        Delivery c = DrawnFile.of("c", 5, "案1 x", "案3 x", "! bad");
        assertThatThrownBy(() ->
                        intake(tables, temp.resolve("work"), stopAfter(crash)).store(List.of(b, c), progress -> {}))
                .hasMessage("power cut");
        SubmissionRecord ofC = store(c).get(0);
        SubmissionRecord ofB = store(b).get(0);

        assertThat(clean("row_key")).containsExactly("[案1]", "[案2]", "[案3]");
        assertThat(ofB.accepted() + ofC.accepted()).isEqualTo(3);
        assertThat(ofB.repeated() + ofC.repeated()).isEqualTo(1);
        assertThat(Contents.rows(tables, StoredShapes.SIGHTING.table(), "row_key"))
                .containsExactly("[案1]");
        assertThat(Contents.rows(tables, StoredShapes.QUARANTINE.table(), "codes"))
                .containsExactly("[DATE_INVALID]");
    }

    private static Consumer<Step> stopAfter(Step crash) {
        return step -> {
            if (step == crash) {
                throw new IllegalStateException("power cut");
            }
        };
    }

    @Test
    void A_refused_file_leaves_an_account_and_may_come_again() {
        Delivery file = DrawnFile.of("a", 3, "案1 x");
        SubmissionRecord refused = SubmissionRecord.refused(file.submission(), "HEADER_NOT_FOUND", "请补上表头。");
        LakeIntake intake = intake(tables, temp.resolve("work"), step -> {});
        intake.refuse(refused);
        intake.refuse(refused);
        assertThat(tables.count(StoredShapes.SUBMISSION.table())).isEqualTo(1);
        assertThat(intake.held(file.submission().sha256())).contains(refused);
        assertThat(new SubmissionLedger(tables).submissions()).containsExactly(refused);

        SubmissionRecord account = store(file).get(0);
        assertThat(new SubmissionLedger(tables).submissions()).containsExactly(account);
        intake.refuse(refused);
        assertThat(new SubmissionLedger(tables).submissions()).containsExactly(account);
    }
}
