package org.ipwarehouse.warehouse.api;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where editions are made and signed. Each step is added to the account of the edition; nothing is changed or deleted.
 *
 * <p>All methods throw {@link Fault} (operator) where there is no such edition or its state does not allow the step.
 */
public interface ReleaseDesk {

    /**
     * Freezes the public figures as they are now for an edition that is to be written: its documents are made from
     * {@link Warehouse#released}. A draft of the same period that was not signed is given up for it.
     *
     * @param corrects the signed edition whose place it will take, null where it is the first of its period
     */
    Release draft(Order order, @Nullable String corrects, Person writer);

    /** What was made from the frozen figures: DRAFT keeps being a draft, with documents. */
    Release written(String id, List<Release.Document> documents);

    /** DRAFT → REVIEWED. The reviewer is not the writer. */
    Release review(String id, Person reviewer);

    /**
     * REVIEWED → SIGNED, and the edition that it corrects → CORRECTED. Documents must be as they were reviewed, the
     * figures as they were frozen. The signer is not the writer.
     *
     * @param folder of the documents
     */
    Release sign(String id, Path folder, Person signer);

    /** SIGNED → WITHDRAWN. */
    Release withdraw(String id, Person by);

    /** DRAFT or REVIEWED → DROPPED. */
    Release drop(String id, Person by);

    /** What is no longer as it was signed (or, before that, made): file by file; empty where all is well. */
    List<String> verify(String id, Path folder);

    /**
     * What edition to make.
     *
     * @param period of the edition
     * @param embargo until when nothing of it may leave the house
     */
    record Order(String series, Period period, @Nullable Instant embargo, Release.Context context) {}

    /** @param reason "" where nothing needs to be said; a withdrawal and a correction need one */
    record Person(String name, Instant at, String reason) {
        public Person {
            if (name.isBlank()) {
                throw new IllegalArgumentException("A step needs a person");
            }
        }
    }
}
