package org.ipwarehouse.etl.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.read.CellFormats.Shown;
import org.jspecify.annotations.Nullable;

/**
 * One row of a workbook's sheet, of whatever form. A reader begins it and puts its cells; a cell that is put twice keeps
 * what came last.
 */
final class WorkbookRow extends SheetRow {
    /** Columns of a sheet: A to XFD. */
    static final int COLUMNS = 16_384;

    private static final Pattern ERROR = Pattern.compile(
            "#(REF!|N/A|DIV/0!|VALUE!|NAME\\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)");
    private static final CellKind[] KINDS = CellKind.values();
    private static final byte EMPTY = (byte) CellKind.EMPTY.ordinal();

    private final ExcelDates dates;
    private String sheet = "";
    private long number;
    private boolean hidden;
    private boolean own;

    private byte[] kinds = new byte[64];
    private boolean[] percent = new boolean[64];
    private boolean[] filled = new boolean[64];
    private @Nullable String[] texts = new String[64];
    private int cells;

    WorkbookRow(boolean date1904) {
        this.dates = new ExcelDates(date1904);
    }

    void sheet(String name) {
        this.sheet = name;
    }

    void begin(long rowNumber, boolean isHidden) {
        Arrays.fill(kinds, 0, cells, EMPTY);
        Arrays.fill(percent, 0, cells, false);
        Arrays.fill(filled, 0, cells, false);
        Arrays.fill(texts, 0, cells, null);
        cells = 0;
        own = false;
        number = rowNumber;
        hidden = isHidden;
    }

    void text(int column, String text) {
        if (!isBlank(text)) {
            put(column, CellKind.TEXT, text);
        }
    }

    /** A formula's text result: programs keep an error there too. */
    void formulaText(int column, String text) {
        if (text.startsWith("#") && ERROR.matcher(text).matches()) {
            put(column, CellKind.ERROR, text);
        } else {
            text(column, text);
        }
    }

    void error(int column, String text) {
        put(column, CellKind.ERROR, text);
    }

    void bool(int column, boolean value) {
        put(column, CellKind.BOOLEAN, value ? "TRUE" : "FALSE");
    }

    /** @param digits a number as written; what is none is text */
    void number(int column, String digits, Shown shown) {
        if (!isNumber(digits)) {
            text(column, digits);
            return;
        }
        String iso = shown == Shown.DATE ? dates.iso(new BigDecimal(digits)) : null;
        if (iso != null) {
            put(column, CellKind.DATE, iso);
            return;
        }
        put(column, CellKind.NUMBER, StoredNumber.text(digits));
        percent[column] = shown == Shown.PERCENT;
    }

    /** A date that is stored as a date and not as a number. */
    void date(int column, String iso) {
        put(column, CellKind.DATE, iso);
    }

    /** A text that stands in the first cell of a merged area which reaches down to here. */
    void fill(int column, WorkbookRow.Cell cell) {
        if (kind(column) == CellKind.EMPTY) {
            boolean before = own;
            put(column, cell.kind(), cell.text());
            own = before;
            filled[column] = true;
            percent[column] = cell.percent();
        }
    }

    private void put(int column, CellKind kind, String text) {
        if (column >= kinds.length) {
            int size = Math.min(COLUMNS, Math.max(column + 1, kinds.length * 2));
            kinds = Arrays.copyOf(kinds, size);
            percent = Arrays.copyOf(percent, size);
            filled = Arrays.copyOf(filled, size);
            texts = Arrays.copyOf(texts, size);
        }
        kinds[column] = (byte) kind.ordinal();
        percent[column] = false;
        texts[column] = text;
        cells = Math.max(cells, column + 1);
        own = true;
    }

    /** Digits with at most one point and one exponent, as Java and XML Schema's double have them. */
    private static boolean isNumber(String s) {
        int digits = 0;
        int i = !s.isEmpty() && (s.charAt(0) == '-' || s.charAt(0) == '+') ? 1 : 0;
        for (boolean point = false; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else {
                return digits > 0 && (c == 'E' || c == 'e') && isExponent(s, i + 1);
            }
        }
        return digits > 0;
    }

    private static boolean isExponent(String s, int from) {
        int i = from < s.length() && (s.charAt(from) == '-' || s.charAt(from) == '+') ? from + 1 : from;
        if (i == s.length() || s.length() - i > 4) {
            return false;
        }
        for (; i < s.length(); i++) {
            if (s.charAt(i) < '0' || s.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether any cell has content of its own: merged areas alone make no row. */
    boolean hasOwn() {
        return own;
    }

    /** A cell to keep. */
    record Cell(CellKind kind, String text, boolean percent) {}

    Cell cell(int column) {
        return new Cell(kind(column), text(column), isPercent(column));
    }

    /** Adds the cells of another row: files may have one row in several places. */
    void addAll(WorkbookRow other) {
        for (int c = 0; c < other.cells; c++) {
            if (other.kinds[c] != EMPTY) {
                put(c, KINDS[other.kinds[c]], other.text(c));
                percent[c] = other.percent[c];
            }
        }
        hidden |= other.hidden;
    }

    List<String> copy() {
        List<String> copy = new ArrayList<>(cells);
        for (int c = 0; c < cells; c++) {
            copy.add(text(c));
        }
        return copy;
    }

    @Override
    int cells() {
        return cells;
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
        return column < cells && filled[column];
    }

    @Override
    public boolean isPercent(int column) {
        return column < cells && percent[column];
    }

    @Override
    public CellKind kind(int column) {
        return column < cells ? KINDS[kinds[column]] : CellKind.EMPTY;
    }

    @Override
    public String text(int column) {
        String text = column < cells ? texts[column] : null;
        return text == null ? "" : text;
    }
}
