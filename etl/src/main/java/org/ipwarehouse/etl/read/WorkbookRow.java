package org.ipwarehouse.etl.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** One row of a workbook's sheet. */
final class WorkbookRow extends SheetRow {
    private static final Pattern ERROR =
            Pattern.compile("#(REF!|N/A|DIV/0!|VALUE!|NAME\\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA)");

    private final String sheet;
    private final ExcelDates dates;
    private @Nullable Row row;

    WorkbookRow(String sheet, boolean date1904) {
        this.sheet = sheet;
        this.dates = new ExcelDates(date1904);
    }

    void take(Row next) {
        this.row = next;
    }

    private Row row() {
        Row current = row;
        if (current == null) {
            throw new IllegalStateException("No row was taken yet");
        }
        return current;
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int c = 0; c < cells(); c++) {
            texts.add(text(c));
        }
        return texts;
    }

    @Override
    int cells() {
        return row().getCellCount();
    }

    @Override
    String sheet() {
        return sheet;
    }

    @Override
    long number() {
        return row().getRowNum();
    }

    @Override
    boolean damaged() {
        return false;
    }

    private @Nullable Cell cell(int column) {
        return column < row().getCellCount() ? row().getCell(column) : null;
    }

    @Override
    public CellKind kind(int column) {
        Cell cell = cell(column);
        String raw = raw(cell);
        if (cell == null || isBlank(raw)) {
            return CellKind.EMPTY;
        }
        if (cell.getType() == CellType.ERROR || isError(cell, raw)) {
            return CellKind.ERROR;
        }
        if (cell.getValue() instanceof Boolean) {
            return CellKind.BOOLEAN;
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return date(cell, number) == null ? CellKind.NUMBER : CellKind.DATE;
        }
        return CellKind.TEXT;
    }

    @Override
    public String text(int column) {
        Cell cell = cell(column);
        String raw = raw(cell);
        if (cell == null || isBlank(raw)) {
            return "";
        }
        if (cell.getValue() instanceof Boolean value) {
            return value ? "TRUE" : "FALSE";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            String iso = date(cell, number);
            return iso == null ? raw : iso;
        }
        return raw;
    }

    /** The stored text: a shared string's text, else the digits of the file. */
    private static String raw(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getValue() instanceof String text) {
            return text;
        }
        String raw = cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private static boolean isError(Cell cell, String raw) {
        return cell.getType() == CellType.FORMULA
                && raw.startsWith("#")
                && ERROR.matcher(raw).matches();
    }

    private @Nullable String date(Cell cell, BigDecimal number) {
        Integer id = cell.getDataFormatId();
        return id == null ? null : dates.iso(number, id, cell.getDataFormatString());
    }
}
