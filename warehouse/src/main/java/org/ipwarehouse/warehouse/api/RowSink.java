package org.ipwarehouse.warehouse.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one split as they are judged. Each data row of the file arrives here exactly once. */
public interface RowSink {

    /**
     * A row that keeps its contract.
     *
     * @param values one value for each column of {@link RowSource#shape()}
     * @param key the natural key as canonical text (its parts joined by U+001F); never empty
     * @param notes repairs and whatever else the row carries
     */
    void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes);

    /**
     * A row that goes to quarantine.
     *
     * @param cells JSON object header → cell as sent, personal data masked
     * @param sealed the masked cells as sent (JSON object header → cell) under authenticated encryption, "" where none was
     *     masked: for the restricted layer only
     */
    void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed);

    /**
     * A remark on the sheet or file as a whole, for example TOTAL_MISMATCH; it takes no row away.
     *
     * @param message what is odd and what to do, in Chinese
     */
    void warning(String code, Origin origin, String message);
}
