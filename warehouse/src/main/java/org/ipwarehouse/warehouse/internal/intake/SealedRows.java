package org.ipwarehouse.warehouse.internal.intake;

import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.internal.table.RowBuffer;

/** Rows of {@code restricted.row}, from the rows of one submission as they arrived. */
final class SealedRows {
    static final String CLEAN = "clean";
    static final String QUARANTINED = "quarantine";

    private final Submission submission;
    private final RowBuffer rows = new RowBuffer(StoredShapes.RESTRICTED);

    SealedRows(Submission submission) {
        this.submission = submission;
    }

    /** Adds a row that has personal values. */
    void add(RowBuffer arrived, int row, String kind) {
        String sealed = text(arrived, row, StoredShapes.STAGED_SEALED.name());
        if (!sealed.isEmpty()) {
            rows.add(new Object[] {
                submission.sha256(),
                submission.source(),
                text(arrived, row, "sheet"),
                arrived.value(row, arrived.shape().position("row_number")),
                kind,
                keyId(sealed),
                sealed,
                submission.receivedAt()
            });
        }
    }

    private static String text(RowBuffer arrived, int row, String column) {
        return String.valueOf(arrived.value(row, arrived.shape().position(column)));
    }

    /** The key that sealed it is named before the first full stop. */
    static String keyId(String sealed) {
        int end = sealed.indexOf('.');
        return end < 0 ? sealed : sealed.substring(0, end);
    }

    RowBuffer rows() {
        return rows;
    }
}
