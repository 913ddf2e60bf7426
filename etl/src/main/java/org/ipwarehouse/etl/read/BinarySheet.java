package org.ipwarehouse.etl.read;

import java.io.IOException;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.ipwarehouse.etl.read.SheetTop.Merge;

/** The records of one sheet of an xlsb (MS-XLSB 2.1.7.62). */
final class BinarySheet {
    private static final int ROW = 0;
    private static final int FIRST_SHORT = 12;
    private static final int LAST_SHORT = 18;

    private final BinaryRecords records;
    private final CellFormats formats;
    private final SharedTexts texts;
    private final RowFeed feed;
    private final WorkbookRow row;
    private boolean inRow;
    private boolean wanted;
    private int column;
    private int style;
    private int at;

    BinarySheet(BinaryRecords records, CellFormats formats, SharedTexts texts, RowFeed feed) {
        this.records = records;
        this.formats = formats;
        this.texts = texts;
        this.feed = feed;
        this.row = feed.row();
    }

    /** Reads the part to its end. @return whether the sheet is protected */
    boolean read() throws IOException {
        boolean isProtected = false;
        while (records.next()) {
            int id = records.id();
            if (id == ROW) {
                row();
            } else if (id <= LAST_SHORT || id == 62) {
                place(id >= FIRST_SHORT && id <= LAST_SHORT);
                cell(id >= FIRST_SHORT && id <= LAST_SHORT ? id - FIRST_SHORT + 1 : id);
            } else if (id == 176) {
                feed.merged(new Merge(records.i32(0) + 1L, records.i32(4) + 1L, records.i32(8), records.i32(12)));
            } else if (id == 535) {
                isProtected = records.length() >= 6 && records.i32(2) != 0;
            }
        }
        if (inRow) {
            feed.end();
        }
        return isProtected;
    }

    private void row() throws IOException {
        if (inRow) {
            feed.end();
        }
        inRow = true;
        column = -1;
        wanted = feed.begin((records.i32(0) & 0xFFFF_FFFFL) + 1, (records.u8(11) & 0x10) != 0);
    }

    /** A short cell follows the one before and does not say its column. */
    private void place(boolean isShort) throws IOException {
        if (!inRow) {
            throw new UnreadableFile(FileForm.DAMAGED, "A cell outside of rows");
        }
        column = isShort ? column + 1 : records.i32(0);
        at = isShort ? 4 : 8;
        style = records.i32(at - 4) & 0xFF_FFFF;
        if (column < 0 || column >= WorkbookRow.COLUMNS) {
            throw new UnreadableFile(FileForm.DAMAGED, "Column " + column);
        }
    }

    private void cell(int kind) throws IOException {
        if (kind == 1) {
            return;
        }
        if (!wanted) {
            feed.seen();
            // the number of a text is looked at all the same: it may lead nowhere
            if (kind == 7) {
                texts.text(records.i32(at));
            }
            return;
        }
        switch (kind) {
            case 2 -> number(RKUtil.decodeNumber(records.i32(at)));
            case 3, 11 -> error(records.u8(at));
            case 4, 10 -> row.bool(column, records.u8(at) != 0);
            case 5, 9 -> number(records.real(at));
            case 6 -> row.text(column, records.text(at));
            case 7 -> row.text(column, texts.text(records.i32(at)));
            case 8 -> row.formulaText(column, records.text(at));
            case 62 -> row.text(column, records.text(at + 1));
            default -> {}
        }
    }

    private void number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            row.error(column, "#NUM!");
        } else {
            row.number(column, StoredNumber.of(value), formats.shown(style));
        }
    }

    private void error(int code) {
        row.error(
                column,
                FormulaError.isValidCode(code)
                        ? FormulaError.forInt((byte) code).getString()
                        : "#N/A");
    }
}
