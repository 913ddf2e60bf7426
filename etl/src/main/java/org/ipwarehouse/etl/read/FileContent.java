package org.ipwarehouse.etl.read;

/** The opened file behind a recognition. Only this room looks inside. */
public final class FileContent {
    private final SheetReader reader;
    private final SheetRules rules;

    FileContent(SheetReader reader, SheetRules rules) {
        this.reader = reader;
        this.rules = rules;
    }

    SheetReader reader() {
        return reader;
    }

    SheetRules rules() {
        return rules;
    }
}
