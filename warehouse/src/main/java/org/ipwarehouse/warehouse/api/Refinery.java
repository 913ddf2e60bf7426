package org.ipwarehouse.warehouse.api;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;

/** Makes facts and figures out of what the clean layer holds. */
public interface Refinery {

    /**
     * Rebuilds reference tables, dimensions, facts and indicators. Safe to run twice; does nothing where the lake and
     * the definitions are as at the last build.
     */
    BuildOutcome build(BuildRequest request, Consumer<String> progress);

    /** Whether anything came in, or any definition changed, since the last build. */
    boolean isStale(BuildRequest request);

    /**
     * @param from first month for which figures are made
     * @param through last month, inclusive
     * @param now the vintage: when we knew
     */
    record BuildRequest(List<SourceProfile> sources, YearMonth from, YearMonth through, Instant now) {
        public BuildRequest {
            sources = List.copyOf(sources);
        }
    }

    /**
     * @param tables rows written by table
     * @param figures how many figures were made
     * @param skipped true where nothing was stale
     */
    record BuildOutcome(List<TableCount> tables, long figures, boolean skipped) {
        public BuildOutcome {
            tables = List.copyOf(tables);
        }
    }

    record TableCount(TableName table, long rows) {}
}
