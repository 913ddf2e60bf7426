package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.ipwarehouse.etl.original.Original;
import org.jspecify.annotations.Nullable;

/** A workbook of Excel's binary form (MS-XLSB): the parts of an xlsx, with records in place of markup. */
final class XlsbBook implements Book {
    private final OfficeZip zip;
    private final BookParts parts;
    private final Set<Trait> traits;
    private boolean date1904;
    private @Nullable CellFormats formats;
    private @Nullable SharedTexts texts;

    private XlsbBook(OfficeZip zip, BookParts parts) {
        this.zip = zip;
        this.parts = parts;
        this.traits = parts.traits();
    }

    static XlsbBook open(Original file) throws IOException {
        OfficeZip zip = OfficeZip.open(file);
        try {
            XlsbBook book = new XlsbBook(zip, BookParts.of(zip));
            book.outline();
            return book;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void outline() throws IOException {
        try (BinaryRecords records = new BinaryRecords(zip.part(parts.book()))) {
            while (records.next()) {
                if (records.id() == 153) {
                    date1904 = (records.u8(0) & 1) != 0;
                } else if (records.id() == 156) {
                    String relation = records.text(8);
                    parts.sheet(records.text(records.afterText(8)), relation, records.i32(0) != 0);
                }
            }
        }
    }

    @Override
    public List<BookSheet> sheets() {
        return parts.sheets();
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
        return zip.inflated();
    }

    @Override
    public void read(IntPredicate wanted, RowFeed feed) throws IOException {
        for (int i = 0; i < parts.sheets().size(); i++) {
            if (wanted.test(i)) {
                feed.row().sheet(parts.sheets().get(i).name());
                feed.sheet(i);
                try (BinaryRecords records = new BinaryRecords(zip.part(parts.sheetPart(i)))) {
                    if (new BinarySheet(records, formats(), texts(), feed).read()) {
                        traits.add(Trait.PROTECTED);
                    }
                }
            }
        }
    }

    private CellFormats formats() throws IOException {
        CellFormats known = formats;
        if (known != null) {
            return known;
        }
        CellFormats read = new CellFormats();
        Optional<String> part = parts.part("styles");
        if (part.isPresent()) {
            try (BinaryRecords records = new BinaryRecords(zip.part(part.get()))) {
                styles(records, read);
            }
        }
        formats = read;
        return read;
    }

    private static void styles(BinaryRecords records, CellFormats formats) throws IOException {
        boolean ofCells = false;
        while (records.next()) {
            switch (records.id()) {
                case 44 -> formats.format(records.u16(0), records.text(2));
                case 617 -> ofCells = true;
                case 618 -> ofCells = false;
                case 47 -> {
                    if (ofCells) {
                        formats.style(records.u16(2));
                    }
                }
                default -> {}
            }
        }
    }

    private SharedTexts texts() throws IOException {
        SharedTexts known = texts;
        if (known != null) {
            return known;
        }
        SharedTexts read = new SharedTexts();
        Optional<String> part = parts.part("sharedStrings");
        if (part.isPresent()) {
            try (BinaryRecords records = new BinaryRecords(zip.part(part.get()))) {
                while (records.next()) {
                    if (records.id() == 19) {
                        read.add(records.text(1));
                    }
                }
            }
        }
        texts = read;
        return read;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
