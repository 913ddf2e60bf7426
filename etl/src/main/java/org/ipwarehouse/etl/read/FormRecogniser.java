package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.ipwarehouse.etl.original.Original;

/** Tells a file's form from its first bytes and, for containers, from what they contain. */
final class FormRecogniser {
    private static final int HEAD = 4096;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** First records of BIFF2 to 5, as they stand where a program writes a sheet without container: id, then length. */
    private static final byte[][] BARE_SHEETS = {
        {9, 0, 4, 0}, {9, 0, 6, 0}, {9, 2, 6, 0}, {9, 4, 6, 0}, {9, 8, 6, 0}, {9, 8, 8, 0}, {9, 8, 16, 0}
    };

    private static final byte[][] ARCHIVES = {
        {'R', 'a', 'r', '!'}, {'7', 'z', (byte) 0xBC, (byte) 0xAF}, {0x1F, (byte) 0x8B, 8}
    };
    private static final byte[][] DOCUMENTS = {
        {'%', 'P', 'D', 'F'},
        {(byte) 0x89, 'P', 'N', 'G'},
        {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
        {'{', '\\', 'r', 't'}
    };

    private FormRecogniser() {}

    static FileForm of(Original file) throws IOException {
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
        if (Arrays.stream(BARE_SHEETS).anyMatch(magic -> starts(head, magic))) {
            return FileForm.XLS;
        }
        if (Arrays.stream(ARCHIVES).anyMatch(magic -> starts(head, magic))) {
            return FileForm.OTHER_ARCHIVE;
        }
        if (Arrays.stream(DOCUMENTS).anyMatch(magic -> starts(head, magic))) {
            return FileForm.DOCUMENT;
        }
        return text(head);
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
        return names.contains("[content_types].xml") ? FileForm.DOCUMENT : FileForm.ZIP;
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
        if (starts(head, new byte[] {(byte) 0xFF, (byte) 0xFE})
                || starts(head, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return FileForm.UTF16_TEXT;
        }
        for (byte b : head) {
            if (b == 0) {
                return FileForm.UNKNOWN;
            }
        }
        String start = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return markup(start.replace("\u00ef\u00bb\u00bf", "").stripLeading());
    }

    private static FileForm markup(String start) {
        if (start.isEmpty()) {
            return FileForm.EMPTY;
        }
        if (start.startsWith("<?xml") && !start.contains("<html")) {
            return start.contains("urn:schemas-microsoft-com:office:spreadsheet")
                    ? FileForm.XML_SPREADSHEET
                    : FileForm.XML;
        }
        if (start.startsWith("<")) {
            return FileForm.HTML;
        }
        boolean json = start.startsWith("{") || start.startsWith("[{") || start.startsWith("[[");
        return json ? FileForm.JSON : FileForm.DELIMITED_TEXT;
    }
}
