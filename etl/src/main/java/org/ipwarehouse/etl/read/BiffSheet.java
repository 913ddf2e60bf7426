package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.BitSet;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.ipwarehouse.etl.read.CellFormats.Shown;
import org.ipwarehouse.etl.read.SheetTop.Merge;

/** The records of one sheet (MS-XLS 2.1.7.20.5; for BIFF2 to 5 the Excel 97 developer's kit). */
final class BiffSheet {
    private static final int EOF = 0x000A;

    private final BiffRecords records;
    private final int version;
    private final BiffText text;
    private final RowFeed feed;
    private final WorkbookRow row;
    private final BitSet hidden = new BitSet();

    private CellFormats formats = new CellFormats();
    private SharedTexts texts = new SharedTexts();
    private boolean inRow;
    private int rowIndex;
    private boolean wanted;
    private int column;
    private int style;
    private int at;
    private int awaitingText = -1;
    private boolean isProtected;
    private boolean hasPicture;

    BiffSheet(BiffRecords records, BiffVersion version, BiffText text, RowFeed feed) {
        this.records = records;
        this.version = version.number();
        this.text = text;
        this.feed = feed;
        this.row = feed.row();
    }

    /** Reads to the end of the sheet, whose first record is the current one. */
    void read(CellFormats cellFormats, SharedTexts sharedTexts) throws IOException {
        formats = cellFormats;
        texts = sharedTexts;
        while (true) {
            if (!records.next()) {
                throw new UnreadableFile(FileForm.DAMAGED, "The sheet is cut off");
            }
            if (records.sid() == EOF) {
                break;
            }
            if (BiffVersion.isStart(records.sid())) {
                XlsBook.pass(records);
            } else {
                record();
            }
        }
        if (inRow) {
            feed.end();
        }
    }

    boolean isProtected() {
        return isProtected;
    }

    boolean hasPicture() {
        return hasPicture;
    }

    private void record() throws IOException {
        switch (records.sid()) {
            case 0x00FD -> label();
            case 0x0203, 0x0003 -> number();
            case 0x027E -> rk();
            case 0x00BD -> rks();
            case 0x0204, 0x0004, 0x00D6 -> text();
            case 0x0006, 0x0206, 0x0406 -> formula();
            case 0x0207, 0x0007 -> formulaText();
            case 0x0205, 0x0005 -> flag();
            case 0x0002 -> whole();
            default -> around();
        }
    }

    private void around() throws IOException {
        switch (records.sid()) {
            case 0x0208 -> rowStyle(12);
            case 0x0012 -> isProtected |= records.length() >= 2 && records.u16(0) != 0;
            case 0x00E5 -> merges();
            case 0x007F -> hasPicture = true;
            default -> {}
        }
    }

    private void rowStyle(int flags) throws IOException {
        hidden.set(records.u16(0), records.length() > flags && (records.u8(flags) & 0x20) != 0);
    }

    /** Goes to the row and column of the current record. */
    private void place() throws IOException {
        row(records.u16(0));
        column(records.u16(2));
        at = version == 2 ? 7 : 6;
        style = records.u16(4);
    }

    private void row(int index) throws IOException {
        awaitingText = -1;
        if (!inRow || index != rowIndex) {
            if (inRow) {
                feed.end();
            }
            inRow = true;
            rowIndex = index;
            wanted = feed.begin(index + 1L, hidden.get(index));
        }
    }

    private void column(int index) throws UnreadableFile {
        if (index >= WorkbookRow.COLUMNS) {
            throw new UnreadableFile(FileForm.DAMAGED, "Column " + index);
        }
        column = index;
    }

    /** BIFF2 has the number of the format in the cell itself. */
    private Shown shown() throws UnreadableFile {
        return version == 2 ? formats.ofFormat(records.u8(5) & 0x3F) : formats.shown(style);
    }

    private void put(double value, Shown shown) {
        if (!wanted) {
            feed.seen();
        } else if (Double.isNaN(value) || Double.isInfinite(value)) {
            row.error(column, "#NUM!");
        } else {
            row.number(column, StoredNumber.of(value), shown);
        }
    }

    private void put(String found) {
        if (wanted) {
            row.text(column, found);
        } else {
            feed.seen();
        }
    }

    private void label() throws IOException {
        place();
        put(texts.text(records.i32(6)));
    }

    private void number() throws IOException {
        place();
        put(records.real(at), shown());
    }

    private void whole() throws IOException {
        place();
        put(records.u16(at), shown());
    }

    private void rk() throws IOException {
        place();
        put(RKUtil.decodeNumber(records.i32(6)), shown());
    }

    private void rks() throws IOException {
        row(records.u16(0));
        int first = records.u16(2);
        for (int i = 0; 4 + i * 6 + 6 <= records.length() - 2; i++) {
            column(first + i);
            put(RKUtil.decodeNumber(records.i32(6 + i * 6)), formats.shown(records.u16(4 + i * 6)));
        }
    }

    private void text() throws IOException {
        place();
        if (version == 8) {
            text.from(6);
            put(text.wide());
        } else if (version == 2) {
            put(text.narrow(8, records.u8(7)));
        } else {
            put(text.narrow(8, records.u16(6)));
        }
    }

    private void flag() throws IOException {
        place();
        int value = records.u8(at);
        if (!wanted) {
            feed.seen();
        } else if (records.u8(at + 1) != 0) {
            row.error(column, error(value));
        } else {
            row.bool(column, value != 0);
        }
    }

    /** The stored result is a number, or in its place a mark of what it is (MS-XLS 2.5.133). */
    private void formula() throws IOException {
        place();
        boolean special = records.u16(at + 6) == 0xFFFF;
        if (!special) {
            double value = records.real(at);
            // programs that do not compute leave 0 and ask for it to be computed when opened
            boolean pending = value == 0 && records.length() > at + 9 && (records.u8(at + 8) & 2) != 0;
            if (pending) {
                feed.formula(column, "", shown());
            } else {
                put(value, shown());
            }
            return;
        }
        switch (records.u8(at)) {
            case 0 -> awaitingText = column;
            case 1 -> result(records.u8(at + 2) != 0 ? "TRUE" : "FALSE", false);
            case 2 -> result(error(records.u8(at + 2)), true);
            default -> {}
        }
    }

    private void result(String found, boolean isError) {
        if (!wanted) {
            feed.seen();
        } else if (isError) {
            row.error(column, found);
        } else {
            row.bool(column, found.equals("TRUE"));
        }
    }

    private void formulaText() throws IOException {
        if (awaitingText < 0) {
            return;
        }
        String found;
        if (version == 8) {
            text.from(0);
            found = text.wide();
        } else {
            found = version == 2 ? text.narrow(1, records.u8(0)) : text.narrow(2, records.u16(0));
        }
        if (wanted) {
            row.formulaText(awaitingText, found);
        } else {
            feed.seen();
        }
        awaitingText = -1;
    }

    private static String error(int code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt((byte) code).getString() : "#N/A";
    }

    private void merges() throws IOException {
        int count = records.u16(0);
        for (int i = 0; i < count && 2 + i * 8 + 8 <= records.length(); i++) {
            int from = 2 + i * 8;
            feed.merged(new Merge(
                    records.u16(from) + 1L, records.u16(from + 2) + 1L, records.u16(from + 4), records.u16(from + 6)));
        }
    }
}
