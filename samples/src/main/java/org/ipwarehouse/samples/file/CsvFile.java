package org.ipwarehouse.samples.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.ipwarehouse.samples.file.SheetForm.Heading;
import org.ipwarehouse.samples.record.Cells;

/** A platform's export as RFC 4180 has it: one header row, CRLF, quotes where needed. */
final class CsvFile implements RowFile {
    private static final char BOM = '\uFEFF';

    private final OutputStream out;
    private final TextOut text;
    private final Heading[] columns;
    private boolean open = true;

    CsvFile(OutputStream out, SheetForm form) throws IOException {
        this.out = out;
        this.columns = form.columns().toArray(Heading[]::new);
        this.text = new TextOut(out, charset(form.kind()));
        if (form.kind() == SheetForm.Kind.CSV_UTF8_BOM) {
            text.put(BOM);
        }
        for (int i = 0; i < columns.length; i++) {
            separate(i);
            quoted(columns[i].label());
        }
        text.put("\r\n");
    }

    private static Charset charset(SheetForm.Kind kind) {
        return kind == SheetForm.Kind.CSV_GB18030 ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
    }

    private void separate(int column) throws IOException {
        if (column > 0) {
            text.put(',');
        }
    }

    @Override
    public void row(Cells cells) throws IOException {
        for (int i = 0; i < columns.length; i++) {
            separate(i);
            cell(cells, columns[i]);
        }
        text.put("\r\n");
    }

    private void cell(Cells cells, Heading column) throws IOException {
        int at = column.cell();
        switch (cells.kind(at)) {
            case EMPTY -> {}
            case TEXT, ERROR -> quoted(cells.text(at));
            case DATE -> text.date(cells.number(at), '-');
            case TIME -> text.time(cells.number(at), '-');
            case FLAG -> text.put(cells.number(at) == 1 ? '是' : '否');
            case NUMBER -> text.decimal(cells.number(at), cells.scale(at) + column.shift());
        }
    }

    private void quoted(String value) throws IOException {
        boolean plain = true;
        for (int i = 0; i < value.length() && plain; i++) {
            char c = value.charAt(i);
            plain = c != ',' && c != '"' && c != '\r' && c != '\n';
        }
        if (plain) {
            text.put(value);
        } else {
            text.put('"').put(value.replace("\"", "\"\"")).put('"');
        }
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            text.flush();
            out.close();
        }
    }
}
