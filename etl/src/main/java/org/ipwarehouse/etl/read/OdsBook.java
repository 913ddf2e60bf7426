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

/** A spreadsheet of OpenDocument (ISO/IEC 26300), as LibreOffice and some domestic office programs write it. */
final class OdsBook implements Book {
    private static final String CONTENT = "content.xml";

    private final OfficeZip zip;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final List<BookSheet> sheets = new ArrayList<>();

    private OdsBook(OfficeZip zip) {
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
        OfficeZip zip = OfficeZip.open(file);
        try {
            OdsBook book = new OdsBook(zip);
            book.outline();
            return book;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void outline() throws IOException {
        Set<String> hidden = new HashSet<>();
        String style = "";
        try (XmlPart xml = XmlPart.open(zip.part(CONTENT))) {
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
        if (zip.names().stream().anyMatch(name -> name.startsWith("pictures/"))) {
            traits.add(Trait.PICTURES);
        }
        if (zip.names().stream().anyMatch(name -> name.startsWith("basic/") && name.endsWith("module1.xml"))) {
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
        return zip.inflated();
    }

    @Override
    public void read(IntPredicate wanted, RowFeed feed) throws IOException {
        int index = 0;
        try (XmlPart xml = XmlPart.open(zip.part(CONTENT))) {
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
        zip.close();
    }
}
