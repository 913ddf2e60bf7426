package org.ipwarehouse.warehouse.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.internal.intake.LakeIntake.Step;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way of large deliveries gives the tables that {@link IntakeInProcessSpec} describes: both ways store the same
 * files, and their lakes are compared row by row.
 */
@NullUnmarked
class IntakeOnSparkSpec {
    /** One Spark for all tests: its scratch must outlive the folder of a single one. */
    private static final Path SCRATCH = Path.of("target", "spark-work");

    private static final Delivery MARCH = DrawnFile.of(
            "a", 3, "案1 x k1.a", "案1 x k1.b", "案2 x k1.c", "! bad k2.d", "案2 y", "案3 -", "案3 -", "案5 q", "? total");
    private static final Delivery APRIL = DrawnFile.of("b", 4, "案1 x", "案2 x", "案9 x", "案9 y", "! bad", "! worse");
    private static final Delivery MAY = DrawnFile.of("c", 5, "案1 y k1.e", "案2 x", "案2 x k1.f", "案6 m", "案5 q");
    private static final Delivery JUNE = DrawnFile.of("d", 6, "案1 x k1.g", "案6 n", "案7 z");
    private static final Delivery NOTHING = DrawnFile.of("e", 7);

    @TempDir
    Path temp;

    private KernelTables here;
    private KernelTables spark;
    private Sessions sessions;

    @BeforeEach
    void openLakes() {
        here = new KernelTables(new Lake(temp.resolve("here")));
        spark = new KernelTables(new Lake(temp.resolve("spark")));
        sessions = new Sessions(spark.lake(), SCRATCH);
    }

    private List<SubmissionRecord> storeHere(Delivery... deliveries) {
        return new LakeIntake(here, batch -> new SiftedHere(here, batch), step -> {})
                .store(List.of(deliveries), progress -> {});
    }

    private List<SubmissionRecord> storeOnSpark(Consumer<Step> after, Delivery... deliveries) {
        return new LakeIntake(spark, batch -> new SiftedBySpark(spark, sessions, SCRATCH, batch), after)
                .store(List.of(deliveries), progress -> {});
    }

    @Test
    void Both_ways_fill_all_tables_alike_and_the_current_rows_are_those_that_hold() throws Exception {
        assertThat(storeOnSpark(step -> {}, MARCH)).isEqualTo(storeHere(MARCH));
        // no key has two versions yet
        assertThat(current()).isEqualTo(Holding.of(spark));
        assertThat(storeOnSpark(step -> {}, APRIL, MAY)).isEqualTo(storeHere(APRIL, MAY));
        assertThat(storeOnSpark(step -> {}, JUNE, NOTHING)).isEqualTo(storeHere(JUNE, NOTHING));

        assertThat(Contents.of(spark)).isEqualTo(Contents.of(here));
        // 案1: x in March, y in May, x seen again in June; 案6: m in May, n in June
        assertThat(current())
                .isEqualTo(Holding.of(spark))
                .contains("[案1, 当事人x, 120]", "[案6, 当事人n, 110]")
                .hasSize(6);
        try (Stream<Path> left = Files.list(SCRATCH.resolve("staging"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void A_crash_between_the_tables_and_a_second_run_end_as_one_undisturbed_run() {
        storeHere(MARCH);
        List<SubmissionRecord> expected = storeHere(APRIL, MAY);

        storeOnSpark(step -> {}, MARCH);
        assertThatThrownBy(() -> storeOnSpark(
                        step -> {
                            if (step == Step.CLEAN) {
                                throw new IllegalStateException("power cut");
                            }
                        },
                        APRIL,
                        MAY))
                .hasMessage("power cut");
        assertThat(storeOnSpark(step -> {}, APRIL, MAY)).isEqualTo(expected);
        assertThat(Contents.of(spark)).isEqualTo(Contents.of(here));
    }

    @Test
    void A_file_that_breaks_off_is_refused_and_the_others_are_stored() {
        Delivery broken = DrawnFile.of("f", 4, "案1 x", "! bad", "~", "案8 x");
        assertThat(storeOnSpark(step -> {}, broken, MARCH)).isEqualTo(storeHere(broken, MARCH));
        assertThat(Contents.of(spark)).isEqualTo(Contents.of(here));
        assertThat(SCRATCH.resolve("staging")).isEmptyDirectory();
    }

    private List<String> current() {
        sessions.open(Profile.SMALL);
        sessions.registerCurrent();
        List<String> rows = new ArrayList<>();
        for (Row row : sessions.open(Profile.SMALL)
                .table("current.penalty_case")
                .select("row_key", "party_name", "pieces")
                .orderBy("row_key")
                .collectAsList()) {
            rows.add("[" + row.get(0) + ", " + row.get(1) + ", " + row.get(2) + "]");
        }
        return rows;
    }
}
