package org.ipwarehouse.etl.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.ipwarehouse.etl.original.Original;

/** An OLE container (MS-CFB) and its streams, read from where the file lies: nothing of it is held in memory. */
final class OleFile implements Closeable {
    private final POIFSFileSystem container;

    private OleFile(POIFSFileSystem container) {
        this.container = container;
    }

    /** @throws UnreadableFile where the container is broken */
    static OleFile open(Original file) throws IOException {
        ReadOnlyChannel channel = new ReadOnlyChannel(file.open());
        try {
            return new OleFile(new POIFSFileSystem(channel, true));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new UnreadableFile(FileForm.DAMAGED, e);
        }
    }

    POIFSFileSystem container() {
        return container;
    }

    Set<String> names() {
        return container.getRoot().getEntryNames();
    }

    boolean has(String name) {
        return entry(name).isPresent();
    }

    /** Programs write the names in other letters' case: WORKBOOK, BOOK. */
    private Optional<String> entry(String name) {
        return names().stream()
                .filter(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The caller closes it. @throws UnreadableFile where there is no such stream */
    DocumentInputStream stream(String name) throws IOException {
        String entry = entry(name).orElseThrow(() -> new UnreadableFile(FileForm.DAMAGED, "No stream " + name));
        return container.createDocumentInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        container.close();
    }
}
