package org.ipwarehouse.warehouse.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One item with a statutory or agreed limit that is open, or was closed late, at the end of the built span.
 *
 * @param kind code of {@code warehouse/reference/deadline_kinds.csv}
 * @param owner unit named by the row, else the usual one of the kind
 * @param state {@code overdue}, {@code soon}, {@code open}, {@code done_late}, {@code no_start}, {@code not_configured} or
 *     {@code unknown}
 * @param daysOver calendar days past the last day, null where there is none
 * @param daysLeft days to the last day in {@code daysUnit}, null where closed or without a last day
 * @param isProvisional the last day may still move: a local holiday or a deduction is not known
 */
public record Deadline(
        String kind,
        String itemNo,
        String titleZh,
        String rule,
        String owner,
        RegionCode region,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate closedOn,
        String state,
        @Nullable Long daysOver,
        @Nullable Long daysLeft,
        String daysUnit,
        boolean isProvisional,
        String file,
        String sheet,
        long row) {}
