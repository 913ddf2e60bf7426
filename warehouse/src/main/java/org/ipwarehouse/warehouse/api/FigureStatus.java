package org.ipwarehouse.warehouse.api;

import java.util.Locale;

/** What a reader must know of a figure before using it. Each has the symbol that stands in a table for no value. */
public enum FigureStatus {
    /** All expected reports are in, all rules were configured. */
    OK(""),
    /** Computed with a working-day calendar in which Ningxia's own holidays of a year are not entered yet. */
    PROVISIONAL(""),
    /** Counted rows lack a key field more often than the first limit of trust: for reference only (参考). */
    REFERENCE(""),
    /** Some, not all, of the expected reports of the period are in: the value is a lower bound, not final. */
    INCOMPLETE(""),
    /** No report of the period is in: there is no value, and none is assumed. */
    MISSING("…"),
    /** The denominator is 0: a rate does not exist. */
    NO_DENOMINATOR("—"),
    /** Counted rows lack a key field more often than the second limit of trust: it is not published. */
    UNRELIABLE("…"),
    /** It would tell of a single party: it is not shown to this audience. Zero is shown as 0, never so. */
    SUPPRESSED("*"),
    /** A rule that the figure needs (a statutory limit) is not configured: it is not computed. */
    NOT_CONFIGURED("…");

    private final String symbol;

    FigureStatus(String symbol) {
        this.symbol = symbol;
    }

    /** The symbol of the bulletin's notes for "no value"; empty where there is a value. */
    public String symbol() {
        return symbol;
    }

    public boolean hasValue() {
        return symbol.isEmpty();
    }

    /** Lower-case name for files and JSON. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FigureStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
