package org.ipwarehouse.reports.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs a ZIP again so that its bytes depend on its contents alone: fixed order, no time of the clock. */
final class StableZip {
    /** The earliest time that a ZIP can hold. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String FIRST = "[Content_Types].xml";

    private StableZip() {}

    static byte[] of(byte[] zip) throws IOException {
        List<Entry> entries = read(zip);
        entries.sort(Comparator.comparing((Entry entry) -> !entry.name().equals(FIRST))
                .thenComparing(Entry::name));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Entry entry : entries) {
                ZipEntry header = new ZipEntry(entry.name());
                header.setTimeLocal(EPOCH);
                out.putNextEntry(header);
                out.write(entry.content());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static List<Entry> read(byte[] zip) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.add(new Entry(entry.getName(), in.readAllBytes()));
            }
        }
        return entries;
    }

    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    private record Entry(String name, byte[] content) {}
}
