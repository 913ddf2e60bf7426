package org.ipwarehouse.warehouse.internal.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.RowSource;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.RowBuffer;
import org.jspecify.annotations.Nullable;

/** Small deliveries: all rows in the memory of this process. */
final class SiftedHere implements Sifted {
    /** More than any small delivery has, so that a file stays in one piece. */
    private static final long ONE_SPLIT = 1L << 40;

    private final KernelTables tables;
    private final Batch batch;
    private final List<File> files = new ArrayList<>();
    private final Set<String> contested = new TreeSet<>();

    SiftedHere(KernelTables tables, Batch batch) {
        this.tables = tables;
        this.batch = batch;
        read();
        HeldVersions held = HeldVersions.of(tables, batch.contract().table(), newKeys());
        files.forEach(file -> decide(file, held));
    }

    private void read() {
        Map<String, String> broken = new HashMap<>();
        for (Delivery delivery : batch.deliveries()) {
            Submission submission = delivery.submission();
            RowSource source = delivery.rows();
            ReceivedRows rows = new ReceivedRows(submission, source.shape());
            String remedy = BrokenFiles.NOTHING;
            for (RowSource.Split split : source.splits(ONE_SPLIT)) {
                remedy = remedy.isEmpty() ? BrokenFiles.read(submission, source, split, rows) : remedy;
            }
            if (remedy.isEmpty()) {
                files.add(new File(rows));
            } else {
                broken.put(submission.sha256(), remedy);
            }
        }
        if (!broken.isEmpty()) {
            throw new BrokenFiles(broken);
        }
    }

    private Set<String> newKeys() {
        Set<String> keys = new HashSet<>();
        files.forEach(file -> file.fresh.stream().mapToObj(file.rows::key).forEach(keys::add));
        return keys;
    }

    private void decide(File file, HeldVersions held) {
        String submission = file.rows.submission().sha256();
        for (int row : file.fresh.stream().toArray()) {
            String key = file.rows.key(row);
            String hash = file.rows.contentHash(row);
            if (held.holder(key, hash)
                    .filter(other -> !other.equals(submission))
                    .isPresent()) {
                file.fresh.clear(row);
                file.seenAgain.set(row);
                continue;
            }
            held.put(key, hash, submission);
            if (held.hasOther(key, hash)) {
                contested.add(key);
            }
        }
    }

    @Override
    public Tally tally(Submission submission) {
        return file(submission).tally();
    }

    private File file(Submission submission) {
        return files.stream()
                .filter(f -> f.rows.submission().equals(submission))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void writeContested() {
        batch.writeContested(tables, contested);
    }

    @Override
    public void writeClean(Set<String> submissions) {
        List<RowBuffer.Selection> rows = files.stream()
                .filter(f -> f.isOf(submissions) && !f.fresh.isEmpty())
                .map(f -> f.rows.acceptedRows().only(f.fresh))
                .toList();
        tables.appendBuffers(batch.clean(), rows, batch.transaction(submissions));
    }

    @Override
    public void writeQuarantine(Set<String> submissions) {
        List<RowBuffer.Selection> rows = new ArrayList<>();
        for (File file : files) {
            if (file.isOf(submissions)) {
                rows.add(file.rows.rejectedRows().all());
                rows.add(conflicts(file).all());
            }
        }
        rows.removeIf(selection -> selection.size() == 0);
        tables.appendBuffers(StoredShapes.QUARANTINE, rows, batch.transaction(submissions));
    }

    private RowBuffer conflicts(File file) {
        RowBuffer rows = new RowBuffer(StoredShapes.QUARANTINE);
        file.conflicting.stream()
                .mapToObj(row -> KeyConflict.quarantined(batch.contract(), batch.source(), values(file, row)))
                .forEach(rows::add);
        return rows;
    }

    private static @Nullable Object[] values(File file, int row) {
        RowBuffer accepted = file.rows.acceptedRows();
        return IntStream.range(0, accepted.shape().columns().size())
                .mapToObj(column -> accepted.value(row, column))
                .toArray();
    }

    @Override
    public long sealed(Submission submission) {
        return sealed(file(submission)).size();
    }

    private static RowBuffer sealed(File file) {
        SealedRows sealed = new SealedRows(file.rows.submission());
        if (file.rows.sealed() > 0) {
            RowBuffer accepted = file.rows.acceptedRows();
            file.fresh.stream().forEach(row -> sealed.add(accepted, row, SealedRows.CLEAN));
            file.conflicting.stream().forEach(row -> sealed.add(accepted, row, SealedRows.QUARANTINED));
            RowBuffer rejected = file.rows.rejectedRows();
            IntStream.range(0, rejected.size()).forEach(row -> sealed.add(rejected, row, SealedRows.QUARANTINED));
        }
        return sealed.rows();
    }

    @Override
    public void writeRestricted(Set<String> submissions) {
        List<RowBuffer.Selection> rows = files.stream()
                .filter(file -> file.isOf(submissions))
                .map(file -> sealed(file).all())
                .filter(selection -> selection.size() > 0)
                .toList();
        tables.appendBuffers(StoredShapes.RESTRICTED, rows, batch.transaction(submissions));
    }

    @Override
    public void writeSightings(Set<String> submissions) {
        List<@Nullable Object[]> sightings = new ArrayList<>();
        for (File file : files) {
            if (file.isOf(submissions)) {
                file.seenAgain.stream().mapToObj(row -> sighting(file, row)).forEach(sightings::add);
            }
        }
        tables.append(StoredShapes.SIGHTING, sightings, batch.transaction(submissions));
    }

    private @Nullable Object[] sighting(File file, int row) {
        Submission submission = file.rows.submission();
        return new Object[] {
            batch.source(), file.rows.key(row), file.rows.contentHash(row), submission.asOf(), submission.sha256()
        };
    }

    @Override
    public void close() {
        files.clear();
    }

    /** The rows of one submission and what each of them is. */
    private static final class File {
        private final ReceivedRows rows;
        /** First of its key in the file; after the decision: not held from elsewhere. */
        private final BitSet fresh = new BitSet();

        private final BitSet conflicting = new BitSet();
        private final BitSet seenAgain = new BitSet();

        File(ReceivedRows rows) {
            this.rows = rows;
            int count = rows.acceptedRows().size();
            Map<String, Integer> firstByKey = new HashMap<>(count * 2);
            Set<String> conflicts = new HashSet<>();
            for (int row = 0; row < count; row++) {
                Integer first = firstByKey.putIfAbsent(rows.key(row), row);
                if (first == null) {
                    fresh.set(row);
                } else if (!rows.contentHash(first).equals(rows.contentHash(row))) {
                    conflicts.add(rows.key(row));
                }
            }
            for (int row = 0; !conflicts.isEmpty() && row < count; row++) {
                conflicting.set(row, conflicts.contains(rows.key(row)));
            }
            fresh.andNot(conflicting);
        }

        boolean isOf(Set<String> submissions) {
            return submissions.contains(rows.submission().sha256());
        }

        Tally tally() {
            int arrived = rows.acceptedRows().size();
            int conflicts = conflicting.cardinality();
            SortedMap<String, Long> reasons = new TreeMap<>(rows.reasons());
            if (conflicts > 0) {
                reasons.merge(KeyConflict.CODE, (long) conflicts, Long::sum);
            }
            BitSet repeatedInFile = new BitSet();
            repeatedInFile.set(0, arrived);
            repeatedInFile.andNot(fresh);
            repeatedInFile.andNot(conflicting);
            return new Tally(
                    arrived + (long) rows.rejectedRows().size(),
                    fresh.cardinality(),
                    rows.rejectedRows().size() + (long) conflicts,
                    repeatedInFile.cardinality(),
                    reasons,
                    rows.warnings());
        }
    }
}
