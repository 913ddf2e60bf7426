package org.ipwarehouse.warehouse.api;

import java.util.List;

/** Reads back what was rejected, so that it can be returned to the department that sent it. */
public interface Quarantine {

    /**
     * The quarantined rows of one submission, by sheet and row number.
     *
     * @param sha256 the submission's identity
     * @return empty where the submission is not held or has no rejected row
     */
    List<QuarantinedRow> rows(String sha256);
}
