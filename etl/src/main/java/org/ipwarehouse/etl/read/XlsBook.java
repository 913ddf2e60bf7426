package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.ipwarehouse.etl.original.Original;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of records: Excel 97—2003 (BIFF8), 5.0/95 (BIFF5), and the sheets without container of Excel 2 to 4, which
 * small programs still write. Streamed; only the table of shared texts is held.
 */
final class XlsBook implements Book {
    private static final int EOF = 0x000A;

    private final Original file;
    private final @Nullable OleFile ole;
    private final CellFormats formats = new CellFormats();
    private final SharedTexts texts = new SharedTexts();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final List<BookSheet> sheets = new ArrayList<>();
    /** All sheets as listed, charts and macros too: index among the sheets of cells, or -1. */
    private final List<Integer> listed = new ArrayList<>();

    private final Map<Long, Integer> byOffset = new HashMap<>();
    private boolean date1904;
    private int codePage;
    private int version = 8;

    private XlsBook(Original file, @Nullable OleFile ole) {
        this.file = file;
        this.ole = ole;
    }

    static XlsBook open(Original file) throws IOException {
        OleFile ole = isOle(file) ? OleFile.open(file) : null;
        XlsBook book = new XlsBook(file, ole);
        try {
            book.outline();
            return book;
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private static boolean isOle(Original file) throws IOException {
        try (InputStream in = file.stream(0)) {
            return in.read() == 0xD0;
        }
    }

    private BiffRecords records() throws IOException {
        OleFile container = ole;
        if (container == null) {
            return new BiffRecords(file.stream(0), file.size());
        }
        // a workbook saved for both Excel 95 and 97 has two streams: the newer one holds more
        DocumentInputStream stream = container.stream(container.has("Workbook") ? "Workbook" : "Book");
        return new BiffRecords(stream, stream.available());
    }

    private void outline() throws IOException {
        OleFile container = ole;
        if (container != null && container.names().stream().anyMatch(n -> n.startsWith("_VBA_PROJECT"))) {
            traits.add(Trait.MACROS);
        }
        try (BiffRecords records = records()) {
            if (!records.next()) {
                throw new UnreadableFile(FileForm.DAMAGED, "No record");
            }
            BiffVersion whole = BiffVersion.of(records);
            version = whole.number();
            if (whole.type() == BiffVersion.GLOBALS) {
                globals(records, whole);
            } else if (whole.type() == BiffVersion.SHEET) {
                alone(records, whole);
            }
        }
    }

    private void globals(BiffRecords records, BiffVersion whole) throws IOException {
        BiffGlobals globals = new BiffGlobals(records, whole, formats, texts);
        boolean more = records.next();
        while (more && records.sid() != EOF) {
            more = globals.record();
        }
        date1904 = globals.date1904();
        codePage = globals.codePage();
        traits.addAll(globals.traits());
        for (BiffGlobals.Listed sheet : globals.sheets()) {
            listed.add(sheet.ofCells() ? sheets.size() : -1);
            byOffset.put(sheet.offset(), listed.get(listed.size() - 1));
            if (sheet.ofCells()) {
                sheets.add(new BookSheet(sheet.name(), sheet.hidden()));
            }
        }
    }

    /** A sheet without workbook: its formats, code page and date system stand among its cells. */
    private void alone(BiffRecords records, BiffVersion whole) throws IOException {
        sheets.add(new BookSheet("", false));
        listed.add(0);
        BiffGlobals globals = new BiffGlobals(records, whole, formats, texts);
        boolean more = records.next();
        while (more && records.sid() != EOF) {
            more = globals.record();
        }
        date1904 = globals.date1904();
        codePage = globals.codePage();
    }

    @Override
    public List<BookSheet> sheets() {
        return sheets;
    }

    @Override
    public boolean date1904() {
        return date1904;
    }

    @Override
    public Set<Trait> traits() {
        return traits;
    }

    @Override
    public long weight() {
        return file.size();
    }

    @Override
    public void read(IntPredicate wanted, RowFeed feed) throws IOException {
        BitSet met = new BitSet();
        try (BiffRecords records = records()) {
            int place = 0;
            while (records.nextStart()) {
                BiffVersion part = BiffVersion.of(records).within(version);
                records.biff8(part.number() == 8);
                int sheet = -1;
                if (part.type() != BiffVersion.GLOBALS) {
                    sheet = sheet(records.offset(), place++, part);
                }
                if (sheet >= 0 && wanted.test(sheet)) {
                    sheet(records, part, feed, sheet);
                } else {
                    pass(records);
                }
                met.set(sheet < 0 ? sheets.size() : sheet);
            }
        }
        if (met.nextClearBit(0) < sheets.size()) {
            throw new UnreadableFile(FileForm.DAMAGED, "A sheet that the workbook lists is not there");
        }
    }

    private int sheet(long offset, int place, BiffVersion part) {
        if (part.type() != BiffVersion.SHEET) {
            return -1;
        }
        Integer known = byOffset.get(offset);
        return known != null ? known : place < listed.size() ? listed.get(place) : -1;
    }

    private void sheet(BiffRecords records, BiffVersion part, RowFeed feed, int index) throws IOException {
        feed.row().sheet(sheets.get(index).name());
        feed.sheet(index);
        BiffText text = new BiffText(records);
        text.codePage(codePage);
        BiffSheet sheet = new BiffSheet(records, part, text, feed);
        sheet.read(formats, texts);
        if (sheet.hasPicture()) {
            traits.add(Trait.PICTURES);
        }
        if (sheet.isProtected()) {
            traits.add(Trait.PROTECTED);
        }
    }

    /** Leaves a part with all that is nested in it. */
    static void pass(BiffRecords records) throws IOException {
        for (int depth = 1; depth > 0; ) {
            if (!records.next()) {
                throw new UnreadableFile(FileForm.DAMAGED, "The workbook is cut off");
            }
            if (BiffVersion.isStart(records.sid())) {
                depth++;
            } else if (records.sid() == EOF) {
                depth--;
            }
        }
    }

    @Override
    public void close() throws IOException {
        OleFile container = ole;
        if (container != null) {
            container.close();
        }
    }
}
