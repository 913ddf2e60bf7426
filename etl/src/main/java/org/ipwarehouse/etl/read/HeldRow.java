package org.ipwarehouse.etl.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a form whose cells are read one after the other into memory. The same object serves for every row. */
final class HeldRow extends SheetRow {
    private final List<String> texts = new ArrayList<>();
    private final List<CellKind> kinds = new ArrayList<>();
    private final BitSet filled = new BitSet();
    private final BitSet percent = new BitSet();
    private String sheet = "";
    private long number;
    private boolean hidden;

    /** Begins the next row, without cells. */
    void begin(String ofSheet, long rowNumber) {
        sheet = ofSheet;
        number = rowNumber;
        hidden = false;
        texts.clear();
        kinds.clear();
        filled.clear();
        percent.clear();
    }

    /** Names the sheet of a row that was begun before it was known. */
    void rename(String ofSheet) {
        sheet = ofSheet;
    }

    void hide() {
        hidden = true;
    }

    /** Puts a cell; blank ones are EMPTY whatever their kind. */
    void put(int column, String text, CellKind kind) {
        while (texts.size() <= column) {
            texts.add("");
            kinds.add(CellKind.EMPTY);
        }
        boolean blank = isBlank(text);
        texts.set(column, blank ? "" : text);
        kinds.set(column, blank ? CellKind.EMPTY : kind);
    }

    /** Puts what stands in the first cell of a merged area above. */
    void putFilled(int column, String text, CellKind kind) {
        put(column, text, kind);
        filled.set(column);
    }

    /** Puts a number as its number format shows it: as a date, as a percentage, or as it is. */
    void putNumber(int column, String digits, @Nullable String format, ExcelDates dates) {
        BigDecimal number = number(digits);
        if (number == null) {
            put(column, digits, CellKind.TEXT);
            return;
        }
        boolean isDate = format != null && ExcelDates.isDateFormat(-1, NamedFormats.codes(format));
        String iso = isDate ? dates.iso(number) : null;
        put(column, iso == null ? digits.strip() : iso, iso == null ? CellKind.NUMBER : CellKind.DATE);
        if (iso == null && format != null && NamedFormats.codes(format).endsWith("%")) {
            percent.set(column);
        }
    }

    private static @Nullable BigDecimal number(String digits) {
        try {
            // an exponent beyond any workbook's would make a number of a billion digits
            BigDecimal number = digits.length() > 400 ? null : new BigDecimal(digits.strip());
            return number == null || Math.abs((long) number.scale()) > 400 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    List<String> texts() {
        return texts;
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
    boolean damaged() {
        return false;
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
    public boolean isPercent(int column) {
        return percent.get(column);
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
