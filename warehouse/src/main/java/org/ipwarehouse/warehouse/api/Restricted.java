package org.ipwarehouse.warehouse.api;

import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * The restricted layer: the personal values of stored rows, each under the seal that the judge put on it. Whoever asks
 * gets sealed text; the warehouse never has a key.
 */
public interface Restricted {

    /** The sealed values of one row, accepted or quarantined; empty where it has none. */
    Optional<String> sealed(String sha256, Origin origin);

    /** Rows by the id of the key that sealed them. */
    SortedMap<String, Long> keys();

    /**
     * Replaces every seal that another key than the given one made, and deletes the files that held the old ones. Safe to
     * call again after a crash: what was replaced stays so.
     *
     * @param keyId the id of the key that seals from now on
     * @param anew makes a new sealed text of an old one; its key id must be the given one
     * @return rows replaced
     */
    long replace(String keyId, UnaryOperator<String> anew);
}
