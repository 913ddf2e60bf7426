package org.ipwarehouse.warehouse.internal.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;

/** What the tables themselves say of a batch: which submissions they know, and how many rows of each. */
final class ReadBack {
    private final KernelTables tables;
    private final Batch batch;
    private final Set<String> interrupted;

    ReadBack(KernelTables tables, Batch batch) {
        this.tables = tables;
        this.batch = batch;
        this.interrupted = known(StoredShapes.OPENED.table(), batch.ids());
    }

    /** Submissions that an earlier run began and did not close. */
    Set<String> interrupted() {
        return interrupted;
    }

    /** The submissions of the batch of which the table has no row yet. */
    Set<String> missing(TableName table) {
        Set<String> missing = new HashSet<>(batch.ids());
        missing.removeAll(known(table, interrupted));
        return missing;
    }

    private Set<String> known(TableName table, Set<String> ids) {
        Set<String> known = new HashSet<>();
        if (!ids.isEmpty()) {
            tables.scan(
                    table,
                    List.of("submission"),
                    List.of(Where.anyOf("submission", ids)),
                    row -> known.add(String.valueOf(row[0])));
        }
        return known;
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where the numbers do not agree with what the tables hold */
    void verify(Sifted sifted) {
        Map<String, Long> clean = rows(batch.contract().table());
        Map<String, Long> quarantine = rows(StoredShapes.QUARANTINE.table());
        Map<String, Long> restricted = rows(StoredShapes.RESTRICTED.table());
        for (Submission submission : batch.submissions()) {
            Tally tally = sifted.tally(submission);
            long stored = clean.getOrDefault(submission.sha256(), 0L);
            long held = quarantine.getOrDefault(submission.sha256(), 0L);
            if (!tally.closes() || stored != tally.accepted() || held != tally.quarantined()) {
                throw WarehouseErrors.accountOpen(
                        submission.file(), tally.numbers() + "；读回入库 " + stored + "，读回隔离 " + held);
            }
            long personal = restricted.getOrDefault(submission.sha256(), 0L);
            if (personal != sifted.sealed(submission)) {
                throw WarehouseErrors.accountOpen(
                        submission.file(), "含个人信息 " + sifted.sealed(submission) + " 行，受控层读回 " + personal + " 行");
            }
        }
    }

    private Map<String, Long> rows(TableName table) {
        List<Where> conditions = new ArrayList<>(List.of(Where.anyOf("submission", batch.ids())));
        if (interrupted.isEmpty()) {
            conditions.add(receivedThen());
        }
        Map<String, Long> rows = new HashMap<>();
        tables.scan(table, List.of("submission"), conditions, row -> rows.merge(String.valueOf(row[0]), 1L, Long::sum));
        return rows;
    }

    /** Leaves out the files of other times; an interrupted run may have had another time of receipt. */
    private Where receivedThen() {
        List<Instant> times = batch.submissions().stream()
                .map(Submission::receivedAt)
                .sorted()
                .toList();
        return Where.between("recorded_at", times.get(0), times.get(times.size() - 1));
    }
}
