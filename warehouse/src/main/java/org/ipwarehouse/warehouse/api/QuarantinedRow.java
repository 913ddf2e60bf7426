package org.ipwarehouse.warehouse.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row that was not accepted, as the department must see it to correct it. Grain: one row of one sheet of one
 * submission.
 *
 * @param cells header → cell as sent, in the order of the file, personal data masked
 * @param reasons every reason, at least one
 * @param sealed what is masked in the cells, as the judge sealed it: header → cell, or column → value where the row
 *     was rejected only for its key; "" where nothing was masked
 */
public record QuarantinedRow(Origin origin, Map<String, String> cells, List<Rejection> reasons, String sealed) {
    public QuarantinedRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("A quarantined row has a reason: " + origin);
        }
    }

    /** A row without personal data. */
    public QuarantinedRow(Origin origin, Map<String, String> cells, List<Rejection> reasons) {
        this(origin, cells, reasons, "");
    }
}
