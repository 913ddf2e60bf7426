package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.List;

/** A row kept while the rows below it are looked at: readers hand out the same object for every row. */
final class HeldRow extends SheetRow {
    private final String sheet;
    private final long number;
    private final long next;
    private final boolean damaged;
    private final boolean hidden;
    private final List<String> texts = new ArrayList<>();
    private final List<CellKind> kinds = new ArrayList<>();
    private final List<Boolean> filled = new ArrayList<>();

    HeldRow(SheetRow row) {
        this.sheet = row.sheet();
        this.number = row.number();
        this.next = row.numberBelow();
        this.damaged = row.damaged();
        this.hidden = row.hidden();
        for (int c = 0; c < row.cells(); c++) {
            texts.add(row.text(c));
            kinds.add(row.kind(c));
            filled.add(row.isFilled(c));
        }
    }

    /** A row of which only the texts are known. */
    HeldRow(String sheet, SheetTop.Line line) {
        this.sheet = sheet;
        this.number = line.number();
        this.next = line.number() + 1;
        this.damaged = false;
        this.hidden = false;
        for (String text : line.cells()) {
            boolean blank = isBlank(text);
            texts.add(blank ? "" : text);
            kinds.add(blank ? CellKind.EMPTY : CellKind.TEXT);
            filled.add(false);
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
        return damaged;
    }

    @Override
    boolean hidden() {
        return hidden;
    }

    @Override
    boolean isFilled(int column) {
        return column < filled.size() && filled.get(column);
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
