package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.Optional;
import org.ipwarehouse.etl.original.Original;

/** The forms that can be read, each with its reader. */
final class SheetReaders {
    private SheetReaders() {}

    /** The reader of a form, empty where it is recognised but not read. */
    static Optional<SheetReader> open(FileForm form, Original file) throws IOException {
        return switch (form) {
            case DELIMITED_TEXT -> Optional.of(TextReader.open(file, RowIndex.GRAIN));
            case XLSX, XLS, XLSB, ODS -> Optional.of(WorkbookReader.open(form, file));
            default -> Optional.empty();
        };
    }
}
