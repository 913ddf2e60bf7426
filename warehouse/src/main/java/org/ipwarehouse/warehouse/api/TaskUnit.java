package org.ipwarehouse.warehouse.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit stands on one of the tasks that the task list names it for, as of the last build.
 *
 * @param isCollective one line stands for several units (各乡镇)
 * @param state {@code accepted}, {@code routine}, {@code in_progress}, {@code overdue} or {@code not_reported}
 * @param isPastDue the year of the task's deadline is over
 * @param lastReportedOn end of the period last reported, null where never
 * @param reports rows reported up to now
 * @param evidence those of them with evidence
 * @param file name, sheet and row of the original that obliges the unit
 */
public record TaskUnit(
        int task,
        String taskTitleZh,
        String unit,
        String unitZh,
        boolean isCollective,
        String state,
        boolean isPastDue,
        @Nullable LocalDate lastReportedOn,
        long reports,
        long evidence,
        String file,
        String sheet,
        long row) {}
