package org.ipwarehouse.warehouse.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark reads as current out of tables that were written without it. */
@NullUnmarked
class CurrentRowsSpec {
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

    private KernelTables tables;
    private Sessions sessions;

    @BeforeEach
    void openLake() {
        tables = new KernelTables(new Lake(temp.resolve("lake")));
        sessions = new Sessions(tables.lake(), SCRATCH);
    }

    private void store(Delivery... deliveries) {
        new LakeIntake(tables, batch -> new SiftedInStream(tables, SCRATCH, batch), step -> {}, 0)
                .store(List.of(deliveries), progress -> {});
    }

    @Test
    void The_current_rows_are_those_that_hold() {
        store(MARCH);
        // no key has two versions yet
        assertThat(current()).isEqualTo(Holding.of(tables));
        store(APRIL, MAY);
        store(JUNE, NOTHING);

        // 案1: x in March, y in May, x seen again in June; 案6: m in May, n in June
        assertThat(current())
                .isEqualTo(Holding.of(tables))
                .contains("[案1, 当事人x, 120]", "[案6, 当事人n, 110]")
                .hasSize(6);
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
