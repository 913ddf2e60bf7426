package org.ipwarehouse.etl.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.ipwarehouse.etl.original.Original;

/**
 * The parts of a zipped office file. Programs write part names with backslashes, a leading slash or in other letters'
 * case (ECMA-376 part 2, 6.2.2.3 compares them without case): all are found.
 */
final class OfficeZip implements Closeable {
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts = new TreeMap<>();
    private long inflated;

    private OfficeZip(ZipFile zip) {
        this.zip = zip;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (!entry.isDirectory()) {
                parts.putIfAbsent(key(entry.getName()), entry);
            }
        }
    }

    /** @throws UnreadableFile where the container is broken */
    static OfficeZip open(Original file) throws IOException {
        SeekableByteChannel channel = file.open();
        try {
            return new OfficeZip(
                    ZipFile.builder().setSeekableByteChannel(channel).get());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new UnreadableFile(FileForm.DAMAGED, e);
        }
    }

    /** A part's name as it is compared: forward slashes, none at the start, small letters. */
    static String key(String name) {
        String flat = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        int from = 0;
        while (from < flat.length() && flat.charAt(from) == '/') {
            from++;
        }
        return flat.substring(from);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(parts.keySet());
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /** The bytes of a part, guarded; the caller closes them. @throws UnreadableFile where it is missing, locked or broken */
    InputStream part(String name) throws IOException {
        ZipArchiveEntry entry = parts.get(key(name));
        if (entry == null) {
            throw new UnreadableFile(FileForm.DAMAGED, "No part " + name);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableFile(FileForm.ENCRYPTED, "Encrypted part " + name);
        }
        if (!zip.canReadEntryData(entry)) {
            throw new UnreadableFile(FileForm.DAMAGED, "Part " + name + " is packed in an unknown way");
        }
        return new PartStream(zip.getInputStream(entry), entry, n -> inflated += n);
    }

    Optional<InputStream> find(String name) throws IOException {
        return has(name) ? Optional.of(part(name)) : Optional.empty();
    }

    /** Bytes of parts that were inflated so far. */
    long inflated() {
        return inflated;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
