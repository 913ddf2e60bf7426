package org.ipwarehouse.warehouse.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quicktheories.core.Gen;

/** Three keys, three values, up to three files of up to four rows: small enough that every clash occurs. */
@NullUnmarked
class IntakePropertiesSpec {
    private static final int EXAMPLES = 25;
    /** 0–8: a row with key n / 3 and value n % 3; 9: a rejected row. */
    private static final Gen<List<Integer>> ROWS =
            lists().of(integers().between(0, 9)).ofSizeBetween(0, 4);

    private static final Gen<List<List<Integer>>> FILES = lists().of(ROWS).ofSizeBetween(1, 3);

    @TempDir
    Path temp;

    @Test
    void Every_row_read_is_accepted_quarantined_or_repeated() {
        qt().withExamples(EXAMPLES).forAll(FILES).checkAssert(files -> {
            KernelTables tables = lake();
            List<Delivery> deliveries = deliveries(files);
            for (int i = 0; i < files.size(); i++) {
                SubmissionRecord account =
                        store(tables, List.of(deliveries.get(i))).get(0);
                assertThat(account.rowsRead()).isEqualTo(files.get(i).size());
                assertThat(account.rowsRead())
                        .isEqualTo(account.accepted() + account.quarantined() + account.repeated());
            }
            List<SubmissionRecord> accounts = new SubmissionLedger(tables).submissions();
            assertThat(tables.count(DrawnFile.SHAPE.table()))
                    .isEqualTo(accounts.stream()
                            .mapToLong(SubmissionRecord::accepted)
                            .sum());
            assertThat(tables.count(StoredShapes.QUARANTINE.table()))
                    .isEqualTo(accounts.stream()
                            .mapToLong(SubmissionRecord::quarantined)
                            .sum());
        });
    }

    @Test
    void A_version_of_a_row_is_in_the_table_once_and_only_if_no_file_that_has_it_contradicts_itself() {
        qt().withExamples(EXAMPLES).forAll(FILES).checkAssert(files -> {
            KernelTables tables = lake();
            store(tables, deliveries(files));
            Set<String> expected = new HashSet<>();
            for (List<Integer> file : files) {
                for (int row : file) {
                    boolean alone = file.stream().noneMatch(o -> o < 9 && o / 3 == row / 3 && o % 3 != row % 3);
                    if (row < 9 && alone) {
                        expected.add("[案" + row / 3 + ", 当事人" + row % 3 + "]");
                    }
                }
            }
            assertThat(Contents.rows(tables, DrawnFile.SHAPE.table(), "row_key", "party_name"))
                    .containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    @Test
    void Files_in_any_order_together_or_alone_leave_the_same_rows_holding() {
        qt().withExamples(EXAMPLES).forAll(FILES, integers().between(0, 5)).checkAssert((files, shuffle) -> {
            List<Delivery> deliveries = deliveries(files);
            KernelTables together = lake();
            store(together, deliveries);

            List<Delivery> reordered = new ArrayList<>(deliveries);
            Collections.rotate(reordered, shuffle % 3);
            if (shuffle > 2) {
                Collections.reverse(reordered);
            }
            KernelTables alone = lake();
            reordered.forEach(delivery -> store(alone, List.of(delivery)));

            assertThat(Holding.of(alone)).isEqualTo(Holding.of(together));
            assertThat(Contents.rows(alone, StoredShapes.CONTESTED.table(), "row_key"))
                    .isEqualTo(Contents.rows(together, StoredShapes.CONTESTED.table(), "row_key"));
        });
    }

    @Test
    void Everything_twice_is_once() {
        qt().withExamples(EXAMPLES).forAll(FILES).checkAssert(files -> {
            KernelTables tables = lake();
            List<Delivery> deliveries = deliveries(files);
            List<SubmissionRecord> first = store(tables, deliveries);
            Map<String, List<String>> contents = Contents.of(tables);
            assertThat(store(tables, deliveries)).isEqualTo(first);
            assertThat(Contents.of(tables)).isEqualTo(contents);
        });
    }

    private static List<Delivery> deliveries(List<List<Integer>> files) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String[] lines = files.get(i).stream()
                    .map(row -> row == 9 ? "! bad" : "案" + row / 3 + " " + row % 3)
                    .toArray(String[]::new);
            // two files of one month, so that the submission decides
            deliveries.add(DrawnFile.of("f" + i, 3 + i / 2, lines));
        }
        return deliveries;
    }

    private static List<SubmissionRecord> store(KernelTables tables, List<Delivery> deliveries) {
        return new LakeIntake(tables, batch -> new SiftedHere(tables, batch), step -> {})
                .store(deliveries, progress -> {});
    }

    private KernelTables lake() {
        try {
            return new KernelTables(new Lake(Files.createTempDirectory(temp, "lake")));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
