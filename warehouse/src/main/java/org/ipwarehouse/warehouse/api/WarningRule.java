package org.ipwarehouse.warehouse.api;

import java.util.List;

/**
 * What a rule of early warning says of itself, and what it could not judge when it ran last.
 *
 * @param level 红, 黄 or 黄/红 where the rule grades its cases
 * @param owner units that handle its warnings where a case names none, joined by ';'
 * @param handleDays calendar days from the day of the warning to its due day
 * @param raiseWithinDays a case older than this at the end of the figures is not raised any more
 * @param gaps why which number of rows could not be judged; empty before the first build
 */
public record WarningRule(
        String code,
        String nameZh,
        String nameEn,
        int version,
        String meaning,
        String level,
        String owner,
        int handleDays,
        int raiseWithinDays,
        String pitfall,
        String confidence,
        List<Gap> gaps) {
    public WarningRule {
        gaps = List.copyOf(gaps);
    }

    public WarningRule withGaps(List<Gap> found) {
        return new WarningRule(
                code,
                nameZh,
                nameEn,
                version,
                meaning,
                level,
                owner,
                handleDays,
                raiseWithinDays,
                pitfall,
                confidence,
                found);
    }

    /** @param reason why these rows could not be judged, in Chinese */
    public record Gap(String reason, long rows) {}
}
