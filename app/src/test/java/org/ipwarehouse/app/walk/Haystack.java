package org.ipwarehouse.app.walk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Looks for texts in files of any kind: in their bytes as UTF-8, UTF-16 of both orders, GB18030 and as JSON escapes, and
 * in what is inside them (rows of Parquet, members of zip files such as xlsx and docx, gzip, text of PDF).
 */
final class Haystack {
    private static final int KEY = 4;

    /** Forms of all texts by their first bytes: one look a place, however many texts there are. */
    private final Map<Integer, List<Needle>> needles = new HashMap<>();

    private record Needle(String text, byte[] bytes) {}

    Haystack(Collection<String> texts) {
        for (String text : texts) {
            for (Charset charset : List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16LE,
                    StandardCharsets.UTF_16BE,
                    Charset.forName("GB18030"))) {
                add(text, text.getBytes(charset));
            }
            add(text, escaped(text).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void add(String text, byte[] bytes) {
        needles.computeIfAbsent(key(bytes, 0), key -> new ArrayList<>(1)).add(new Needle(text, bytes));
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder();
        text.chars()
                .forEach(c -> json.append(
                        c < 0x80 ? String.valueOf((char) c) : String.format(java.util.Locale.ROOT, "\\u%04x", c)));
        return json.toString();
    }

    private static int key(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }

    /** Which texts stand in a file or folder: "place: text". */
    Set<String> in(Path place) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                in(file.toString(), Files.readAllBytes(file), found);
                if (file.toString().endsWith(".parquet")) {
                    in(file + " (rows)", rows(file).getBytes(StandardCharsets.UTF_8), found);
                }
                // a file's name is part of what is there
                in(file + " (name)", file.toString().getBytes(StandardCharsets.UTF_8), found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    Set<String> in(String place, String text) {
        Set<String> found = new TreeSet<>();
        search(place, text.getBytes(StandardCharsets.UTF_8), found);
        return found;
    }

    void in(String place, byte[] bytes, Set<String> found) throws IOException {
        search(place, bytes, found);
        if (starts(bytes, 'P', 'K', 3, 4)) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    in(place + "!" + entry.getName(), zip.readAllBytes(), found);
                }
            }
        } else if (starts(bytes, 0x1F, 0x8B)) {
            try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                in(place + "!gz", gzip.readAllBytes(), found);
            }
        } else if (starts(bytes, '%', 'P', 'D', 'F')) {
            try (PDDocument document = Loader.loadPDF(bytes)) {
                String text = new PDFTextStripper().getText(document);
                search(place + "!text", text.getBytes(StandardCharsets.UTF_8), found);
            }
        }
    }

    private static boolean starts(byte[] bytes, int... magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, bytes(magic), 0, magic.length);
    }

    private static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Every row of a Parquet file as text, decompressed and decoded. */
    static String rows(Path file) throws IOException {
        StringBuilder rows = new StringBuilder();
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
        try (ParquetReader<Group> reader = ParquetReader.builder(new GroupReadSupport(), path)
                .withConf(new Configuration(false))
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.append(row).append('\n');
            }
        }
        return rows.toString();
    }

    private void search(String place, byte[] bytes, Set<String> found) {
        for (int at = 0; at + KEY <= bytes.length; at++) {
            List<Needle> here = needles.get(key(bytes, at));
            if (here != null) {
                for (Needle needle : here) {
                    int end = at + needle.bytes.length;
                    if (end <= bytes.length && Arrays.equals(bytes, at, end, needle.bytes, 0, needle.bytes.length)) {
                        found.add(place + ": " + needle.text);
                    }
                }
            }
        }
    }
}
