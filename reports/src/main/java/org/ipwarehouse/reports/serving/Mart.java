package org.ipwarehouse.reports.serving;

import java.util.List;
import java.util.Locale;
import org.ipwarehouse.warehouse.api.Audience;

/** A table that other programs read. */
public enum Mart {
    FIGURE("COPY figure FROM STDIN"),
    INDICATOR("COPY indicator FROM STDIN"),
    TASK_STATE("COPY task_state FROM STDIN"),
    WARNING("COPY warning FROM STDIN"),
    DEADLINE("COPY deadline FROM STDIN"),
    SUBMISSION("COPY submission FROM STDIN");

    private static final List<Mart> OPEN = List.of(FIGURE, INDICATOR, TASK_STATE);

    private final String copy;

    Mart(String copy) {
        this.copy = copy;
    }

    /** The statement that takes its rows in. */
    String copy() {
        return copy;
    }

    /** Its name in the database. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tables of an edition: no table of single rows, parties or submissions is made for the public. */
    public static List<Mart> of(Audience audience) {
        return audience == Audience.PUBLIC ? OPEN : List.of(values());
    }
}
