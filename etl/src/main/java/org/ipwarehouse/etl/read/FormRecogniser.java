package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.original.Original;

/** Tells a file's form from its first bytes and, for containers, from what they contain. */
public final class FormRecogniser {
    private static final int HEAD = 4096;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B, 8};

    /** First records of BIFF2 to 5, as they stand where a program writes a sheet without container: id, then length. */
    private static final byte[][] BARE_SHEETS = {
        {9, 0, 4, 0}, {9, 0, 6, 0}, {9, 2, 6, 0}, {9, 4, 6, 0}, {9, 8, 6, 0}, {9, 8, 8, 0}, {9, 8, 16, 0}
    };

    private static final byte[][] ARCHIVES = {{'R', 'a', 'r', '!'}, {'7', 'z', (byte) 0xBC, (byte) 0xAF}};
    private static final byte[][] DOCUMENTS = {
        {'%', 'P', 'D', 'F'},
        {(byte) 0x89, 'P', 'N', 'G'},
        {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
        {'{', '\\', 'r', 't'}
    };

    private static final String DBASE = "\u0003\u0030\u0031\u0032\u0083\u008B\u00CB\u00F5";
    private static final Pattern DIF = Pattern.compile("^table\\s*\\R0,1\\s*\\R\"");
    private static final Pattern FLAT_DOCUMENT = Pattern.compile("opendocument\\.(text|presentation|graphics)");
    private static final Pattern JSON = Pattern.compile("^(\\{\\s*[\"}]|\\[\\s*[\\[{\\]])");
    /** Names of elements may be Chinese, and the head is seen byte by byte. */
    private static final Pattern FIRST_ELEMENT =
            Pattern.compile("<(?:[^\\s<>/!?:\"'=&]+:)?([^\\s<>/!?:\"'=&0-9.-][^\\s<>/!?:\"'=&]*)[\\s/>]");

    private static final Set<String> HTML = Set.of(
            "html",
            "head",
            "body",
            "table",
            "tr",
            "thead",
            "tbody",
            "div",
            "span",
            "p",
            "br",
            "hr",
            "b",
            "font",
            "center",
            "meta",
            "title",
            "style",
            "script",
            "form",
            "h1",
            "h2",
            "h3",
            "link",
            "base",
            "a",
            "img",
            "frameset");

    private FormRecogniser() {}

    /** @throws IOException where the bytes cannot be read at all */
    public static FileForm of(Original file) throws IOException {
        byte[] head = head(file);
        if (head.length == 0) {
            return FileForm.EMPTY;
        }
        if (starts(head, new byte[] {'P', 'K', 3, 4})) {
            return zip(file, head);
        }
        if (starts(head, OLE)) {
            return ole(file);
        }
        if (starts(head, GZIP)) {
            return FileForm.GZIP;
        }
        if (Arrays.stream(BARE_SHEETS).anyMatch(magic -> starts(head, magic))) {
            return FileForm.XLS;
        }
        if (Arrays.stream(ARCHIVES).anyMatch(magic -> starts(head, magic))) {
            return FileForm.OTHER_ARCHIVE;
        }
        if (Arrays.stream(DOCUMENTS).anyMatch(magic -> starts(head, magic))) {
            return FileForm.DOCUMENT;
        }
        return isDbase(head) ? FileForm.OTHER_TABLE : text(head);
    }

    /** A table of dBASE or FoxPro: version, day of the last change, and a head that ends in 0x0D where it says. */
    private static boolean isDbase(byte[] head) {
        if (head.length < 65 || DBASE.indexOf(head[0] & 0xFF) < 0) {
            return false;
        }
        int end = (head[8] & 0xFF) | (head[9] & 0xFF) << 8;
        boolean day = head[2] >= 1 && head[2] <= 12 && head[3] >= 1 && head[3] <= 31;
        // one version adds 263 bytes behind the end mark
        boolean ended = ends(head, end - 1) || ends(head, end - 264);
        return day && (ended || end > head.length);
    }

    private static boolean ends(byte[] head, int at) {
        return at >= 64 && at < head.length && head[at] == 0x0D;
    }

    private static byte[] head(Original file) throws IOException {
        try (InputStream in = file.stream(0)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean starts(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static FileForm zip(Original file, byte[] head) {
        // bit 0 of the general purpose flag: the entry is encrypted (PKWARE APPNOTE 4.4.4)
        if (head.length > 6 && (head[6] & 1) != 0) {
            return FileForm.ENCRYPTED;
        }
        try (OfficeZip zip = OfficeZip.open(file)) {
            return OdsBook.isPacked(zip) ? FileForm.ODS : zipContent(zip.names());
        } catch (UnreadableFile e) {
            return e.form();
        } catch (IOException | RuntimeException e) {
            return FileForm.DAMAGED;
        }
    }

    private static FileForm zipContent(Set<String> names) {
        if (names.stream().anyMatch(n -> n.endsWith("workbook.bin"))) {
            return FileForm.XLSB;
        }
        boolean workbook = names.stream().anyMatch(n -> n.endsWith("workbook.xml") || n.contains("worksheets/"));
        if (workbook) {
            return FileForm.XLSX;
        }
        return names.contains("[content_types].xml") || isOfApple(names) ? FileForm.DOCUMENT : FileForm.ZIP;
    }

    /** Numbers, Pages and Keynote: their parts are of no use to anybody else. */
    private static boolean isOfApple(Set<String> names) {
        return names.stream().anyMatch(n -> n.endsWith(".iwa")) || names.contains("buildversionhistory.plist");
    }

    private static FileForm ole(Original file) throws IOException {
        try (OleFile container = OleFile.open(file)) {
            if (container.has("Workbook") || container.has("Book")) {
                return FileForm.XLS;
            }
            if (container.has("EncryptedPackage")) {
                return UnlockedPackage.opens(container) ? packed(UnlockedPackage.of(file)) : FileForm.ENCRYPTED;
            }
            boolean wps = container.names().stream()
                    .anyMatch(name -> name.toUpperCase(Locale.ROOT).startsWith("ET"));
            return wps ? FileForm.ET : FileForm.DOCUMENT;
        } catch (UnreadableFile e) {
            return e.form();
        } catch (RuntimeException e) {
            // POI answers a broken container with many kinds of unchecked exceptions
            return FileForm.DAMAGED;
        }
    }

    /** What is inside of a package that Excel's own password opens. */
    private static FileForm packed(Original unlocked) throws IOException {
        return zip(unlocked, head(unlocked));
    }

    private static FileForm text(byte[] head) {
        String start = TextHead.of(head);
        return TextHead.isText(start) ? markup(start.toLowerCase(Locale.ROOT).stripLeading()) : FileForm.UNKNOWN;
    }

    private static FileForm markup(String start) {
        if (start.isEmpty()) {
            return FileForm.EMPTY;
        }
        if (isArchive(start)) {
            return FileForm.MHTML;
        }
        if (start.startsWith("<")) {
            return tagged(start);
        }
        if (start.startsWith("id;p") || DIF.matcher(start).find()) {
            return FileForm.OTHER_TABLE;
        }
        if (JSON.matcher(start).find()) {
            return FileForm.JSON;
        }
        // a title in plain text above the table of a page
        return start.contains("<table") && start.contains("<tr") ? FileForm.HTML : FileForm.DELIMITED_TEXT;
    }

    /** By the first element: what is none of HTML is XML, with or without a declaration. */
    private static FileForm tagged(String start) {
        Matcher first = FIRST_ELEMENT.matcher(start);
        String name = first.find() ? first.group(1) : "";
        if (name.equals("workbook") && start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            return FileForm.XML_SPREADSHEET;
        }
        if (start.contains("urn:oasis:names:tc:opendocument")) {
            return FLAT_DOCUMENT.matcher(start).find() ? FileForm.DOCUMENT : FileForm.ODS;
        }
        if (name.equals("uof")) {
            return FileForm.OTHER_TABLE;
        }
        if (start.contains("<!doctype html") || HTML.contains(name) || name.isEmpty() && !start.startsWith("<?xml")) {
            return FileForm.HTML;
        }
        return FileForm.XML;
    }

    /** Mail headers of a web archive, in any order. */
    private static boolean isArchive(String start) {
        boolean mail =
                start.startsWith("mime-version:") || start.startsWith("from:") || start.startsWith("content-type:");
        return mail && (start.contains("multipart/related") || start.contains("content-type: text/html"));
    }
}
