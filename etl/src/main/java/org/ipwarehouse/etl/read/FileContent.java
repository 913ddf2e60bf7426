package org.ipwarehouse.etl.read;

/** The opened file behind a recognition. Only this room looks inside. */
public final class FileContent {
    private final SheetReader reader;

    FileContent(SheetReader reader) {
        this.reader = reader;
    }

    SheetReader reader() {
        return reader;
    }
}
