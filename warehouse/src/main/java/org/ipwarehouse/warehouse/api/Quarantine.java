package org.ipwarehouse.warehouse.api;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads back what was rejected, so that it can be returned to the department that sent it. */
public interface Quarantine {

    /**
     * The quarantined rows of one submission, by sheet and row number.
     *
     * @param sha256 the submission's identity
     * @return empty where the submission is not held or has no rejected row
     */
    default List<QuarantinedRow> rows(String sha256) {
        return rows(Set.of(sha256)).getOrDefault(sha256, List.of());
    }

    /**
     * The quarantined rows of several submissions, read in one go: ask for many at once, but not for more than fit into
     * memory.
     *
     * @return rows by SHA-256; a submission without rejected rows is left out
     */
    Map<String, List<QuarantinedRow>> rows(Set<String> sha256s);
}
