package org.ipwarehouse.etl.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.ipwarehouse.warehouse.api.RowSource.Split;

/** A workbook as its reader shows it, drawn row by row. */
final class Seen {
    final FileForm form;
    final WorkbookReader reader;

    private Seen(FileForm form, WorkbookReader reader) {
        this.form = form;
        this.reader = reader;
    }

    /** @throws UnreadableFile where the file is refused */
    static Seen of(byte[] bytes) throws IOException {
        Original file = new Bytes(bytes);
        FileForm form = FormRecogniser.of(file);
        return new Seen(form, WorkbookReader.open(form, file));
    }

    /** The form that a file is refused as, be it at a glance or when read. */
    static FileForm refused(byte[] bytes) throws IOException {
        Original file = new Bytes(bytes);
        FileForm form = FormRecogniser.of(file);
        if (isWorkbook(form)) {
            try {
                WorkbookReader.open(form, file);
            } catch (UnreadableFile e) {
                return e.form();
            }
            throw new AssertionError("The file was read as " + form);
        }
        return form;
    }

    private static boolean isWorkbook(FileForm form) {
        return form == FileForm.XLSX || form == FileForm.XLS || form == FileForm.XLSB || form == FileForm.ODS;
    }

    /**
     * Each row as {@code sheet!number text | text}: numbers after =, dates after @, booleans after ?, errors after !, a
     * percentage with % behind it, a filled cell in (), a hidden row with ~ behind its number.
     */
    List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        travelled().read(new Split(0, 0, reader.bytes()), sheet -> true, (sheet, row) -> {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < row.cells(); c++) {
                cells.add(drawn(row, c));
            }
            rows.add(row.sheet() + "!" + row.number() + (row.hidden() ? "~" : "") + " " + String.join(" | ", cells));
        });
        return rows;
    }

    /** The reader as it arrives where the rows are read. */
    private WorkbookReader travelled() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(reader);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (WorkbookReader) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String drawn(SheetRow row, int column) {
        String text = mark(row.kind(column)) + row.text(column) + (row.isPercent(column) ? "%" : "");
        return row.isFilled(column) ? "(" + text + ")" : text;
    }

    private static String mark(CellKind kind) {
        return switch (kind) {
            case EMPTY, TEXT -> "";
            case NUMBER -> "=";
            case DATE -> "@";
            case BOOLEAN -> "?";
            case ERROR -> "!";
        };
    }

    List<String> sheets() {
        return reader.tops().stream()
                .map(top -> top.name() + (top.hidden() ? " hidden" : ""))
                .toList();
    }

    List<String> remarks() {
        return reader.remarks().stream().map(Remark::code).toList();
    }

    /** A file in memory. */
    record Bytes(byte[] bytes) implements Original {
        private static final long serialVersionUID = 1L;

        @Override
        public SeekableByteChannel open() {
            return new SeekableInMemoryByteChannel(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }
}
