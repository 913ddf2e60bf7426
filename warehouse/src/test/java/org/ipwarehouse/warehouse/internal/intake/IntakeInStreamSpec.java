package org.ipwarehouse.warehouse.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.intake.LakeIntake.Step;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The way of large deliveries, each stored alone. */
@NullUnmarked
class IntakeInStreamSpec extends IntakeContract {

    @Override
    LakeIntake intake(KernelTables tables, Path work, Consumer<Step> after) {
        return new LakeIntake(tables, batch -> new SiftedInStream(tables, work, batch), after, 0);
    }

    @Test
    void It_fills_all_tables_as_the_way_of_small_deliveries_does() {
        KernelTables stream = new KernelTables(new Lake(temp.resolve("stream")));
        KernelTables here = new KernelTables(new Lake(temp.resolve("here")));
        for (int month = 1; month <= 4; month++) {
            Delivery file = drawn(month);
            Delivery cut = new Delivery(file.submission(), new Cut(file.rows()));
            SubmissionRecord expected = new LakeIntake(here, batch -> new SiftedHere(here, batch), step -> {})
                    .store(List.of(file), progress -> {})
                    .get(0);
            SubmissionRecord account = intake(stream, temp.resolve("work"), step -> {})
                    .store(List.of(cut), progress -> {})
                    .get(0);
            assertThat(account).isEqualTo(expected);
            assertThat(account.repeated()).isPositive();
            assertThat(account.reasons().get("KEY_DUP_CONFLICT")).isPositive();
        }
        assertThat(Contents.of(stream)).isEqualTo(Contents.of(here));
        assertThat(temp.resolve("work/staging")).isEmptyDirectory();
    }

    /** 400 rows over 300 keys and two values: repeats, conflicts and rows that earlier months hold, all of them often. */
    private static Delivery drawn(int month) {
        Random random = new Random(month);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String key = "案" + random.nextInt(300);
            String sealed = random.nextInt(3) == 0 ? " k1." + i : "";
            lines.add(
                    random.nextInt(20) == 0
                            ? "! bad" + sealed
                            : key + " " + (random.nextInt(8) == 0 ? "y" : "x") + sealed);
        }
        return DrawnFile.of("m" + month, month, lines.toArray(String[]::new));
    }

    /** The same rows in splits of seven, of which every third is slow, so that threads finish out of order. */
    private record Cut(RowSource whole) implements RowSource {
        @Override
        public TableShape shape() {
            return whole.shape();
        }

        @Override
        public long bytes() {
            return whole.bytes();
        }

        @Override
        public List<Split> splits(long targetBytes) {
            List<Split> splits = new ArrayList<>();
            for (int from = 0; from < 400; from += 7) {
                splits.add(new Split(splits.size(), from, Math.min(from + 7, 400)));
            }
            return splits;
        }

        @Override
        public void read(Split split, RowSink sink) throws IOException {
            if (split.index() % 3 == 0) {
                LockSupport.parkNanos(2_000_000);
            }
            whole.read(split, sink);
        }
    }
}
