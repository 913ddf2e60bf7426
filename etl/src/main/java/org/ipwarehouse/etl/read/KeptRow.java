package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row kept while the rows below it are looked at: readers hand out the same object for every row. */
final class KeptRow extends SheetRow {
    private final String sheet;
    private final long number;
    private final long next;
    private final @Nullable RowDamage damage;
    private final boolean hidden;
    private final List<String> texts = new ArrayList<>();
    private final List<CellKind> kinds = new ArrayList<>();
    private final BitSet filled = new BitSet();
    private final BitSet percent = new BitSet();

    KeptRow(SheetRow row) {
        this.sheet = row.sheet();
        this.number = row.number();
        this.next = row.numberBelow();
        this.damage = row.damage();
        this.hidden = row.hidden();
        for (int c = 0; c < row.cells(); c++) {
            texts.add(row.text(c));
            kinds.add(row.kind(c));
            filled.set(c, row.isFilled(c));
            percent.set(c, row.isPercent(c));
        }
    }

    /** A row of which only the texts are known. */
    KeptRow(String sheet, SheetTop.Line line) {
        this.sheet = sheet;
        this.number = line.number();
        this.next = line.number() + 1;
        this.damage = null;
        this.hidden = false;
        for (String text : line.cells()) {
            boolean blank = isBlank(text);
            texts.add(blank ? "" : text);
            kinds.add(blank ? CellKind.EMPTY : CellKind.TEXT);
        }
    }

    SheetTop.Line line() {
        return new SheetTop.Line(number, texts);
    }

    @Override
    int cells() {
        return texts.size();
    }

    @Override
    String sheet() {
        return sheet;
    }

    @Override
    long number() {
        return number;
    }

    @Override
    long numberBelow() {
        return next;
    }

    @Override
    boolean damaged() {
        return damage == RowDamage.ENCODING;
    }

    @Override
    @Nullable
    RowDamage damage() {
        return damage;
    }

    @Override
    public boolean isPercent(int column) {
        return percent.get(column);
    }

    @Override
    boolean hidden() {
        return hidden;
    }

    @Override
    boolean isFilled(int column) {
        return filled.get(column);
    }

    @Override
    public CellKind kind(int column) {
        return column < kinds.size() ? kinds.get(column) : CellKind.EMPTY;
    }

    @Override
    public String text(int column) {
        return column < texts.size() ? texts.get(column) : "";
    }
}
