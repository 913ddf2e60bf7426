package org.ipwarehouse.etl.read;

import org.ipwarehouse.warehouse.api.Origin;
import org.jspecify.annotations.Nullable;

/** A row of any form while it is read: as wide as the header above it says, whatever the file's own row holds. */
abstract class SheetRow implements RawRow {
    private int width;

    /** Number of cells that the row itself has. */
    abstract int cells();

    abstract String sheet();

    /** Number of the row or line, counted from 1. */
    abstract long number();

    /** Number of the row or line below it: a quoted cell may take several lines. */
    long numberBelow() {
        return number() + 1;
    }

    /** True where bytes of the row are no text of the file's encoding. */
    abstract boolean damaged();

    /** Why the row goes to quarantine unjudged, null where nothing is wrong with it. */
    @Nullable
    RowDamage damage() {
        return damaged() ? RowDamage.ENCODING : null;
    }

    /** True for a row that the sheet hides (by hand or by a filter): it is data all the same, and marked (D25). */
    boolean hidden() {
        return false;
    }

    /** True where the cell's text stands in the first cell of a merged area that reaches down to this row (D23). */
    boolean isFilled(int column) {
        return false;
    }

    @Override
    public final boolean isHidden() {
        return hidden();
    }

    @Override
    public final boolean isMerged(int column) {
        return isFilled(column);
    }

    final void width(int columns) {
        this.width = columns;
    }

    @Override
    public final int width() {
        return width;
    }

    @Override
    public final Origin origin() {
        return new Origin(sheet(), number());
    }

    /** True for blanks of any kind: Unicode spaces, no-break and zero-width ones, padding and end marks (NUL, Ctrl-Z). */
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ' || c == 0x7F || c == '\u200B' || c == '\uFEFF' || Character.isSpaceChar(c);
            if (!blank && !Character.isWhitespace(c)) {
                return false;
            }
        }
        return true;
    }
}
