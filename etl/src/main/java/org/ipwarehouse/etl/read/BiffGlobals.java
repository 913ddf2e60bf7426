package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ipwarehouse.etl.read.Book.Trait;

/** The records that hold for a whole workbook: its sheets, formats, styles, code page, date system and shared texts. */
final class BiffGlobals {
    private final BiffRecords records;
    private final BiffVersion version;
    private final CellFormats formats;
    private final SharedTexts texts;
    private final BiffText text;
    private final List<Listed> sheets = new ArrayList<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private boolean date1904;
    private int codePage;
    private int formatCount;

    /** A sheet as the workbook lists it. */
    record Listed(long offset, String name, boolean hidden, boolean ofCells) {}

    BiffGlobals(BiffRecords records, BiffVersion version, CellFormats formats, SharedTexts texts) {
        this.records = records;
        this.version = version;
        this.formats = formats;
        this.texts = texts;
        this.text = new BiffText(records);
    }

    /** Takes the current record and goes to the next. @return whether there is one */
    boolean record() throws IOException {
        switch (records.sid()) {
            case 0x0085 -> sheet();
            case 0x041E -> format();
            case 0x001E -> oldFormat(0);
            case 0x00E0 -> formats.style(records.u16(2));
            case 0x0243, 0x0443 -> formats.style(records.u8(1));
            case 0x0043 -> formats.style(records.u8(2) & 0x3F);
            case 0x0022 -> date1904 = records.u16(0) == 1;
            case 0x0042 -> takeCodePage();
            case 0x0012, 0x0019 -> protection();
            case 0x00EB, 0x007F -> traits.add(Trait.PICTURES);
            case 0x00FC -> {
                return texts();
            }
            default -> {}
        }
        return records.next();
    }

    private void protection() throws IOException {
        if (records.length() >= 2 && records.u16(0) != 0) {
            traits.add(Trait.PROTECTED);
        }
    }

    private void takeCodePage() throws IOException {
        codePage = records.u16(0);
        text.codePage(codePage);
    }

    private void sheet() throws IOException {
        long offset = records.i32(0) & 0xFFFF_FFFFL;
        boolean hidden = (records.u8(4) & 3) != 0;
        int kind = records.u8(5);
        String name;
        if (version.number() == 8) {
            text.from(6);
            name = text.wideShort();
        } else {
            name = text.narrow(7, records.u8(6));
        }
        if (kind == 1 || kind == 6) {
            traits.add(Trait.MACROS);
        }
        sheets.add(new Listed(offset, name, hidden, kind == 0));
    }

    private void format() throws IOException {
        if (version.number() == 8) {
            int id = records.u16(0);
            text.from(2);
            formats.format(id, text.wideHere());
        } else if (version.number() == 5) {
            formats.format(records.u16(0), text.narrow(3, records.u8(2)));
        } else {
            oldFormat(2);
        }
    }

    /** Up to BIFF4 the formats are counted, not numbered. */
    private void oldFormat(int at) throws IOException {
        formats.format(formatCount++, text.narrow(at + 1, records.u8(at)));
    }

    /** @return whether there is a record behind the table */
    private boolean texts() throws IOException {
        long count = records.i32(4) & 0xFFFF_FFFFL;
        text.from(8);
        for (long i = 0; i < count; i++) {
            if (text.atEnd()) {
                // the next text begins in the next record; where there is none, the table is shorter than it says
                if (!records.next()) {
                    return false;
                }
                if (records.sid() != BiffRecords.CONTINUE) {
                    return true;
                }
                text.from(0);
            }
            texts.add(text.wide());
        }
        return records.next();
    }

    List<Listed> sheets() {
        return sheets;
    }

    Set<Trait> traits() {
        return traits;
    }

    boolean date1904() {
        return date1904;
    }

    int codePage() {
        return codePage;
    }
}
