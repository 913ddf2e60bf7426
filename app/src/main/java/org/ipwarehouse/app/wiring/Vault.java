package org.ipwarehouse.app.wiring;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.ipwarehouse.warehouse.api.Origin;

/** The keys of an installation and what they open: sealed originals and the sealed personal values of rows. */
public interface Vault {

    /** Each key that is there or that something was sealed by, and what it opens. */
    List<KeyStanding> keys();

    /** Puts a new sealing key into use. What older keys sealed they still open. @return its id */
    String rotate();

    /**
     * Seals anew, by the key in use, whatever another key sealed. It holds the run lock; a run that was killed goes on
     * where it stopped when it is started again.
     */
    Resealed reseal(Consumer<String> progress);

    /**
     * The personal values of one row, by field or header.
     *
     * @param submission SHA-256 of the file
     * @throws org.ipwarehouse.warehouse.api.Fault where the row has none, the key is missing or the seal is broken
     */
    SortedMap<String, String> reveal(String submission, Origin origin);

    /**
     * A key and what was done with it.
     *
     * @param purpose token or seal
     * @param id "" for originals that lie plain, as older versions kept them
     * @param isActive whether it is the one in use
     * @param isThere whether its file is in the key folder
     */
    record KeyStanding(String purpose, String id, boolean isActive, boolean isThere, long rows, long originals) {}

    /** How much was sealed anew. */
    record Resealed(long rows, long originals) {}
}
