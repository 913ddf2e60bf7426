package org.ipwarehouse.warehouse.internal.intake;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.table.RowBuffer;
import org.jspecify.annotations.Nullable;

/** The rows of one submission, or of one split of it, by column, each with its origin and fingerprint. */
final class ReceivedRows implements RowSink {
    private final Submission submission;
    private final int width;
    private final ContentHash hash;
    private final RowBuffer accepted;
    private final RowBuffer rejected = new RowBuffer(StoredShapes.arriving(StoredShapes.QUARANTINE));
    private final SortedMap<String, Long> reasons = new TreeMap<>();
    private final SortedMap<String, Long> warnings = new TreeMap<>();
    /** Three a row: both halves of the key's fingerprint, the first half of the content's. */
    private long[] fingerprints = new long[3 << 10];

    private long sealed;

    ReceivedRows(Submission submission, TableShape contract) {
        this.submission = submission;
        this.width = contract.columns().size();
        this.hash = new ContentHash(contract);
        this.accepted = new RowBuffer(StoredShapes.arriving(StoredShapes.clean(contract)));
    }

    @Override
    public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
        @Nullable Object[] row = new @Nullable Object[width + StoredShapes.LINEAGE.size() + 1];
        System.arraycopy(values, 0, row, 0, width);
        row[width] = submission.sha256();
        row[width + 1] = submission.file();
        row[width + 2] = origin.sheet();
        row[width + 3] = origin.row();
        row[width + 4] = key;
        row[width + 5] = hash.of(values);
        row[width + 6] = submission.asOf();
        row[width + 7] = submission.receivedAt();
        row[width + 8] = notes.repairs();
        row[width + 9] = notes.raw();
        row[width + 10] = notes.extra();
        row[width + 11] = notes.sealed();
        countSealed(notes.sealed());
        remember(accepted.size(), key);
        accepted.add(row);
    }

    @Override
    public void rejected(String cells, Origin origin, List<Rejection> why, String sealed) {
        TreeSet<String> codes = why.stream().map(Rejection::code).collect(Collectors.toCollection(TreeSet::new));
        codes.forEach(code -> reasons.merge(code, 1L, Long::sum));
        rejected.add(new Object[] {
            submission.sha256(),
            submission.source(),
            submission.file(),
            origin.sheet(),
            origin.row(),
            cells,
            String.join(";", codes),
            JsonTexts.reasons(why),
            submission.receivedAt(),
            sealed
        });
        countSealed(sealed);
    }

    private void countSealed(String text) {
        sealed += text.isEmpty() ? 0 : 1;
    }

    @Override
    public void warning(String code, Origin origin, String message) {
        warnings.merge(code, 1L, Long::sum);
    }

    Submission submission() {
        return submission;
    }

    RowBuffer acceptedRows() {
        return accepted;
    }

    RowBuffer rejectedRows() {
        return rejected;
    }

    String key(int row) {
        return String.valueOf(accepted.value(row, width + 4));
    }

    Fingerprints.Key fingerprint(int row) {
        return new Fingerprints.Key(fingerprints[row * 3], fingerprints[row * 3 + 1]);
    }

    /** The first 64 bits of the content's hash. */
    long content(int row) {
        return fingerprints[row * 3 + 2];
    }

    private void remember(int row, String key) {
        if (row * 3 == fingerprints.length) {
            fingerprints = Arrays.copyOf(fingerprints, fingerprints.length * 2);
        }
        Fingerprints.Key print = Fingerprints.Key.of(key);
        fingerprints[row * 3] = print.high();
        fingerprints[row * 3 + 1] = print.low();
        fingerprints[row * 3 + 2] = hash.firstHalf();
    }

    Origin origin(int row) {
        Object number = accepted.value(row, width + 3);
        return new Origin(String.valueOf(accepted.value(row, width + 2)), number == null ? 0 : (Long) number);
    }

    String contentHash(int row) {
        return String.valueOf(accepted.value(row, width + 5));
    }

    /** Rows, accepted or rejected, that have personal values. */
    long sealed() {
        return sealed;
    }

    SortedMap<String, Long> reasons() {
        return reasons;
    }

    SortedMap<String, Long> warnings() {
        return warnings;
    }
}
