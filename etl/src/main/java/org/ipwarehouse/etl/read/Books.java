package org.ipwarehouse.etl.read;

import java.io.IOException;
import org.ipwarehouse.etl.original.Original;

/** The forms of workbook that can be read, each with its own way into the file. */
final class Books {
    private Books() {}

    /** The caller closes it. @throws UnreadableFile where the file is not what its form promises */
    static Book open(FileForm form, Original file) throws IOException {
        return switch (form) {
            case XLSX -> XlsxBook.open(UnlockedPackage.of(file));
            case XLSB -> XlsbBook.open(UnlockedPackage.of(file));
            case ODS -> OdsBook.open(file);
            case XLS -> XlsBook.open(file);
            default -> throw new IllegalArgumentException("No workbook: " + form);
        };
    }
}
