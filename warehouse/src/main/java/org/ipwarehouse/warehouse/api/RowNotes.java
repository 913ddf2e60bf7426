package org.ipwarehouse.warehouse.api;

import java.io.Serializable;

/**
 * What an accepted row carries besides its typed values. Nothing of it is in clear what a person could be known by.
 *
 * @param repairs what was repaired, {@code rule@column} joined by ';', "" where nothing
 * @param raw JSON object column → cell as sent, for the repaired columns only; "" where nothing
 * @param extra JSON object, "" where nothing: {@code columns} (cells of columns that the contract does not know, by
 *     header), {@code dates} (dates that are less exact than a day, by column: from, to, precision), {@code estimated}
 *     (columns whose number is an estimate), {@code hidden} (true for a row that the sheet hides)
 * @param sealed the row's personal values under authenticated encryption, "" where it has none: for the restricted layer
 *     only
 */
public record RowNotes(String repairs, String raw, String extra, String sealed) implements Serializable {
    /** A row that came exactly as agreed. */
    public static final RowNotes NONE = new RowNotes("", "", "", "");

    public RowNotes withSealed(String text) {
        return new RowNotes(repairs, raw, extra, text);
    }
}
