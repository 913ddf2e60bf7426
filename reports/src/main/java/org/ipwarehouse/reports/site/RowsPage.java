package org.ipwarehouse.reports.site;

import java.util.List;
import org.ipwarehouse.reports.dashboard.Bilingual;

/**
 * The rows behind one figure, township by township. Of the internal edition only.
 *
 * @param trouble why the rows could not be listed; "" where they are
 * @param roles whether it matters what a row counts for: a ratio's rows stand above or below the line
 * @param columns headings of the values
 * @param townships all, so that each can be linked to, also those without a row
 * @param more rows that are not shown; a remainder is said, never dropped silently
 * @param left rows of the period that count nowhere, each with the reason
 */
public record RowsPage(
        Page page,
        String code,
        Bilingual name,
        Page.Num value,
        Bilingual unit,
        boolean unitShown,
        String trouble,
        boolean roles,
        List<String> columns,
        List<Township> townships,
        Page.Count all,
        Boards.Rest more,
        List<Left> left,
        int moreLeft,
        String why) {

    /** @param id of the place on the page */
    public record Township(String id, String region, Bilingual name, Page.Count count, List<Line> lines) {}

    /** @param values in the order of the columns */
    public record Line(Bilingual role, List<Page.Count> values, String place) {}

    public record Left(Bilingual township, String region, String reason, String values, String place) {}
}
