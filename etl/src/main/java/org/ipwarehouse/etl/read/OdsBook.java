package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.ipwarehouse.etl.original.Original;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet of OpenDocument (ISO/IEC 26300), packed or as one flat file, as LibreOffice and some domestic office
 * programs write it.
 */
final class OdsBook implements Book {
    private static final String CONTENT = "content.xml";

    private final Original file;
    /** Null where the file is flat. */
    private final @Nullable OfficeZip zip;

    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final List<BookSheet> sheets = new ArrayList<>();

    private OdsBook(Original file, @Nullable OfficeZip zip) {
        this.file = file;
        this.zip = zip;
    }

    /** Whether a zip is an OpenDocument spreadsheet. @throws UnreadableFile where it is one with a password */
    static boolean isPacked(OfficeZip zip) throws IOException {
        if (!zip.has(CONTENT) || !begins(zip, "mimetype", 128).contains("opendocument.spreadsheet")) {
            return false;
        }
        if (begins(zip, "META-INF/manifest.xml", 1 << 20).contains("encryption-data")) {
            throw new UnreadableFile(FileForm.ENCRYPTED, "The parts are encrypted");
        }
        return true;
    }

    private static String begins(OfficeZip zip, String part, int most) throws IOException {
        Optional<InputStream> in = zip.find(part);
        if (in.isEmpty()) {
            return "";
        }
        try (InputStream bytes = in.get()) {
            return new String(bytes.readNBytes(most), StandardCharsets.UTF_8);
        }
    }

    static OdsBook open(Original file) throws IOException {
        OdsBook book = new OdsBook(file, isZip(file) ? OfficeZip.open(file) : null);
        try {
            book.outline();
            return book;
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private static boolean isZip(Original file) throws IOException {
        try (InputStream in = file.stream(0)) {
            return in.read() == 'P';
        }
    }

    private XmlPart content() throws IOException {
        OfficeZip packed = zip;
        return XmlPart.open(packed == null ? file.stream(0) : packed.part(CONTENT));
    }

    private void outline() throws IOException {
        Set<String> hidden = new HashSet<>();
        String style = "";
        try (XmlPart xml = content()) {
            while (xml.nextStart()) {
                if (xml.is("style")) {
                    String name = xml.attribute("name");
                    style = name == null ? "" : name;
                } else if (xml.is("table-properties") && "false".equals(xml.attribute("display"))) {
                    hidden.add(style);
                } else if (OdsSheet.isPassedOver(xml)) {
                    xml.skip();
                } else if (xml.is("table")) {
                    table(xml, hidden);
                }
            }
        }
        OfficeZip packed = zip;
        if (packed != null) {
            parts(packed);
        }
    }

    private void parts(OfficeZip packed) {
        if (packed.names().stream().anyMatch(name -> name.startsWith("pictures/"))) {
            traits.add(Trait.PICTURES);
        }
        if (packed.names().stream().anyMatch(name -> name.startsWith("basic/") && name.endsWith("module1.xml"))) {
            traits.add(Trait.MACROS);
        }
    }

    private void table(XmlPart xml, Set<String> hidden) throws IOException {
        String name = xml.attribute("name");
        String tableStyle = xml.attribute("style-name");
        if (xml.isTrue("protected")) {
            traits.add(Trait.PROTECTED);
        }
        sheets.add(new BookSheet(name == null ? "" : name, tableStyle != null && hidden.contains(tableStyle)));
        xml.skip();
    }

    @Override
    public List<BookSheet> sheets() {
        return sheets;
    }

    @Override
    public boolean date1904() {
        return false;
    }

    @Override
    public Set<Trait> traits() {
        return traits;
    }

    @Override
    public long weight() {
        OfficeZip packed = zip;
        return packed == null ? file.size() : packed.inflated();
    }

    @Override
    public void read(IntPredicate wanted, RowFeed feed) throws IOException {
        int index = 0;
        try (XmlPart xml = content()) {
            while (xml.nextStart()) {
                if (OdsSheet.isPassedOver(xml)) {
                    xml.skip();
                } else if (xml.is("table")) {
                    if (wanted.test(index)) {
                        feed.row().sheet(sheets.get(index).name());
                        feed.sheet(index);
                        new OdsSheet(xml, feed).read();
                    } else {
                        xml.skip();
                    }
                    index++;
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        OfficeZip packed = zip;
        if (packed != null) {
            packed.close();
        }
    }
}
