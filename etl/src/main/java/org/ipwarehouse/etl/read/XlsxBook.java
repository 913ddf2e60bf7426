package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.ipwarehouse.etl.original.Original;
import org.jspecify.annotations.Nullable;

/** A workbook of Office Open XML, transitional or strict: stored values only, formulas are not computed. */
final class XlsxBook implements Book {
    private final OfficeZip zip;
    private final BookParts parts;
    private final Set<Trait> traits;
    private boolean date1904;
    private @Nullable CellFormats formats;
    private @Nullable SharedTexts texts;

    private XlsxBook(OfficeZip zip, BookParts parts) {
        this.zip = zip;
        this.parts = parts;
        this.traits = parts.traits();
    }

    static XlsxBook open(Original file) throws IOException {
        OfficeZip zip = OfficeZip.open(file);
        try {
            XlsxBook book = new XlsxBook(zip, BookParts.of(zip));
            book.outline();
            return book;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void outline() throws IOException {
        try (XmlPart xml = XmlPart.open(zip.part(parts.book()))) {
            while (xml.nextStart()) {
                if (xml.is("workbookPr")) {
                    date1904 = xml.isTrue("date1904");
                } else if (xml.is("workbookProtection") && xml.isTrue("lockStructure")) {
                    traits.add(Trait.PROTECTED);
                } else if (xml.is("sheet")) {
                    String state = xml.attribute("state");
                    boolean hidden = state != null && !state.equals("visible");
                    parts.sheet(xml.attribute("name"), xml.attribute("id"), hidden);
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
                try (XmlPart xml = XmlPart.open(zip.part(parts.sheetPart(i)))) {
                    SheetXml sheet = new SheetXml(xml, formats(), texts(), feed);
                    if (sheet.read()) {
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
        Optional<String> part = parts.part("styles");
        CellFormats read = new CellFormats();
        if (part.isPresent()) {
            try (XmlPart xml = XmlPart.open(zip.part(part.get()))) {
                read = CellFormats.read(xml);
            }
        }
        formats = read;
        return read;
    }

    private SharedTexts texts() throws IOException {
        SharedTexts known = texts;
        if (known != null) {
            return known;
        }
        Optional<String> part = parts.part("sharedStrings");
        SharedTexts read = new SharedTexts();
        if (part.isPresent()) {
            try (XmlPart xml = XmlPart.open(zip.part(part.get()))) {
                read = SharedTexts.read(xml);
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
