package org.ipwarehouse.etl.check;

import java.io.Serializable;
import org.ipwarehouse.etl.read.RawRow;
import org.ipwarehouse.warehouse.api.RowSink;

/**
 * Judges the rows of one sheet by one contract. Serialisable, so that Spark's executors can judge; not thread-safe:
 * one for each split ({@link #fresh()}).
 */
public interface RowJudge extends Serializable {

    /** Calls exactly one of {@code sink.accepted} and {@code sink.rejected}, once. */
    void judge(RawRow row, RowSink sink);

    /** A judge of the same rules for another thread. */
    RowJudge fresh();

    /** A judge of the same rules for rows under another header of the same contract. */
    RowJudge under(SheetContext sheet);
}
