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
            case DELIMITED_TEXT -> Optional.of(TextReader.open(file));
            case XLSX, XLS, XLSB, ODS -> Optional.of(WorkbookReader.open(form, file));
            case HTML -> Optional.of(HtmlReader.page(file));
            case MHTML -> Optional.of(HtmlReader.archive(file));
            case XML_SPREADSHEET -> Optional.of(SpreadsheetXmlReader.open(file));
            case XML -> Optional.of(RecordReader.xml(file));
            case JSON -> Optional.of(RecordReader.json(file));
            default -> Optional.empty();
        };
    }
}
