package org.ipwarehouse.reports.site;

import java.util.List;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * All about one indicator.
 *
 * @param facts what the passport says, a line each
 * @param series its whole series, or what is missing
 * @param townships null where the indicator is not broken down by township
 * @param revisions earlier values of the district's totals, the newest first
 * @param shownOn pages that show it
 * @param why the command that lists the rows behind the figure; "" for readers who may not see rows
 */
public record IndicatorPage(
        Page page,
        String code,
        Bilingual name,
        String definition,
        Page.Card now,
        Bilingual direction,
        List<Fact> facts,
        List<Goal> goals,
        Page.View series,
        Page.@Nullable View townships,
        List<Change> revisions,
        List<Page.Link> shownOn,
        String why,
        Page.@Nullable Link previous,
        Page.@Nullable Link next) {

    /** @param lang of the text where it exists in Chinese only: zh; "" where it is the same in both */
    public record Fact(Bilingual label, String text) {}

    /** A target that holds for the period. @param gap above (+) or below (−) it, in the unit */
    public record Goal(Page.Count value, Page.Count gap, String basis, boolean reached) {}

    /** One value that was replaced. */
    public record Change(Bilingual period, Page.Count before, Page.Num after, String until, Bilingual cause) {}
}
