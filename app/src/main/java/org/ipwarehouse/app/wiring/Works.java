package org.ipwarehouse.app.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ipwarehouse.app.schedule.RunLedger;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Refinery.BuildOutcome;
import org.ipwarehouse.warehouse.api.SubmissionRecord;

/** The three jobs of one data folder, run one at a time. */
public interface Works extends AutoCloseable {

    /** Takes files in, each submission exactly once. @return accounts in the order of the files */
    List<SubmissionRecord> receive(List<Path> files, Consumer<SubmissionRecord> progress);

    /** Makes figures of what is held; does nothing where nothing is stale. */
    BuildOutcome build(Consumer<String> progress);

    /**
     * Makes the pages and the bulletin.
     *
     * @param bulletin quarter of the bulletin; empty: the last quarter that has figures
     * @return what was made, by name
     */
    Published publish(Parts parts, Optional<Period> bulletin, Consumer<String> progress);

    RunLedger ledger();

    @Override
    void close();

    /** What to publish. */
    enum Parts {
        ALL,
        BULLETIN
    }

    /**
     * @param files what a reader opens: the start page, the bulletin's documents
     * @param skipped true where all of it was as the figures are
     */
    record Published(List<Path> files, boolean skipped) {
        public Published {
            files = List.copyOf(files);
        }
    }
}
