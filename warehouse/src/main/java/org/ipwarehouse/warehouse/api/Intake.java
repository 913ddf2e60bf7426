package org.ipwarehouse.warehouse.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The way in: judged rows of submissions go to the clean and quarantine layers, each submission exactly once. */
public interface Intake {

    /** The account of a submission that is already held, by its SHA-256. */
    Optional<SubmissionRecord> held(String sha256);

    /**
     * Stores the rows of submissions of one source. Within a submission a row whose key and values repeat an earlier
     * one is counted as repeated, and all rows of a key with different values go to quarantine (KEY_DUP_CONFLICT); a row
     * that equals one that the lake holds already is counted as repeated too. Safe to call again after a crash: what is
     * in the lake already is not written twice, and the account comes out the same.
     *
     * @return the accounts, in the order of the deliveries
     */
    List<SubmissionRecord> store(List<Delivery> deliveries, Consumer<SubmissionRecord> progress);

    /**
     * Keeps the accounts of files that have no rows of their own to store: files that were refused, and archives. Many at
     * once cost as much as one. An account of a file whose rows are held is left as it is.
     */
    void settle(List<SubmissionRecord> accounts);

    /** Keeps the account of a file that was refused as a whole. */
    default void refuse(SubmissionRecord refused) {
        settle(List.of(refused));
    }

    /** A submission with its rows. */
    record Delivery(Submission submission, RowSource rows) {}
}
