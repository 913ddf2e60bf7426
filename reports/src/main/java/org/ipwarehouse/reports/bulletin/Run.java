package org.ipwarehouse.reports.bulletin;

import java.util.List;
import org.ipwarehouse.warehouse.api.Figure;

/**
 * A stretch of text that is of one origin: words of the writers, or one number with the figures it was made from.
 *
 * @param text what is printed
 * @param origin how the number was made; WORDS where it is none
 * @param figures what it was made from, in the order of the reckoning; empty for words
 */
public record Run(String text, Origin origin, List<Figure> figures) {

    /** What a number says. */
    public enum Origin {
        /** Wording, with names, dates and symbols: no statistic. */
        WORDS,
        /** The value of the one figure behind it. */
        VALUE,
        /** The value of the same period a year before. */
        YEAR_BEFORE,
        /** The value of the period just before. */
        PERIOD_BEFORE,
        /** 同比 of the one figure behind it. */
        YOY,
        /** 环比 of the one figure behind it. */
        QOQ,
        /** Sum of all figures but the last, as percent of the last. */
        SHARE,
        /** The value that an earlier edition published. */
        AS_PUBLISHED,
        /** The value of a figure of an earlier edition as it is now. */
        AS_REVISED,
        /** A count over the task list. */
        TASKS
    }

    public Run {
        figures = List.copyOf(figures);
        boolean free = origin == Origin.WORDS || origin == Origin.TASKS;
        if (free != figures.isEmpty()) {
            throw new IllegalArgumentException(origin + " '" + text + "' with " + figures.size() + " figures");
        }
    }

    public static Run words(String text) {
        return new Run(text, Origin.WORDS, List.of());
    }

    public static Run number(String text, Origin origin, Figure figure) {
        return new Run(text, origin, List.of(figure));
    }

    public boolean isNumber() {
        return origin != Origin.WORDS;
    }

    /** The runs as one text. */
    public static String join(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }
}
