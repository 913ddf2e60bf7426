package org.ipwarehouse.samples.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ipwarehouse.samples.file.SheetForm.Heading;
import org.ipwarehouse.samples.record.Cells;

/**
 * A hand-kept ledger as a workbook: title, notes, one or two header rows with merged groups, rows, totals, footer.
 * Written row by row; every time stamp in it is fixed, so that the same rows give the same bytes.
 */
final class XlsxFile implements RowFile {
    private static final LocalDateTime STAMP = LocalDateTime.of(2026, 10, 1, 0, 0);
    /** Days from 1899-12-30, the zero of spreadsheets, to 1970-01-01. */
    private static final long EPOCH = 25_569;

    private static final int BOLD = 1;
    private static final int DATE = 2;

    private final ZipOutputStream zip;
    private final TextOut text;
    private final SheetForm form;
    private final Heading[] columns;
    private final String[] letters;
    private final long[] sums;
    private final List<String> merges = new ArrayList<>();
    private int row;
    private boolean open = true;

    XlsxFile(OutputStream out, SheetForm form) throws IOException {
        this.form = form;
        this.columns = form.columns().toArray(Heading[]::new);
        this.letters = new String[columns.length];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = letters(i);
        }
        this.sums = new long[columns.length];
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        this.text = new TextOut(zip, StandardCharsets.UTF_8);
        for (XlsxParts.Part part : XlsxParts.of(form.sheet(), form.title())) {
            entry(part.name());
            text.put(part.xml());
            text.flush();
            zip.closeEntry();
        }
        entry("xl/worksheets/sheet1.xml");
        text.put(XlsxParts.SHEET_HEAD);
        head();
    }

    private void entry(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(STAMP);
        zip.putNextEntry(entry);
    }

    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    private void head() throws IOException {
        if (!form.title().isEmpty()) {
            lineAcross(form.title(), BOLD);
        }
        for (String note : form.notes()) {
            lineAcross(note, 0);
        }
        if (form.hasGroups()) {
            groups();
        }
        begin();
        for (int i = 0; i < columns.length; i++) {
            if (!form.hasGroups() || !columns[i].group().isEmpty()) {
                string(i, columns[i].label(), BOLD);
            }
        }
        shut();
    }

    private void lineAcross(String content, int style) throws IOException {
        begin();
        string(0, content, style);
        shut();
        if (columns.length > 1) {
            merges.add("A" + row + ":" + letters[columns.length - 1] + row);
        }
    }

    private void groups() throws IOException {
        begin();
        int from = 0;
        while (from < columns.length) {
            int to = from;
            String group = columns[from].group();
            while (!group.isEmpty()
                    && to + 1 < columns.length
                    && columns[to + 1].group().equals(group)) {
                to++;
            }
            string(from, group.isEmpty() ? columns[from].label() : group, BOLD);
            int below = group.isEmpty() ? row + 1 : row;
            if (below > row || to > from) {
                merges.add(letters[from] + row + ":" + letters[to] + below);
            }
            from = to + 1;
        }
        shut();
    }

    private void begin() throws IOException {
        row++;
        text.put("<row r=\"").put(row).put("\">");
    }

    private void shut() throws IOException {
        text.put("</row>");
    }

    private void cell(int column, String type, int style) throws IOException {
        text.put("<c r=\"").put(letters[column]).put(row);
        if (style > 0) {
            text.put("\" s=\"").put(style);
        }
        text.put(type);
    }

    private void string(int column, String value, int style) throws IOException {
        cell(column, "\" t=\"inlineStr\"><is><t", style);
        boolean blanks = !value.isEmpty() && (value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ');
        text.put(blanks ? " xml:space=\"preserve\">" : ">")
                .put(XlsxParts.escaped(value))
                .put("</t></is></c>");
    }

    @Override
    public void row(Cells cells) throws IOException {
        begin();
        for (int i = 0; i < columns.length; i++) {
            value(cells, i);
        }
        shut();
    }

    private void value(Cells cells, int column) throws IOException {
        int at = columns[column].cell();
        if (columns[column].summed() && !cells.isEmpty(at)) {
            sums[column] += cells.number(at);
        }
        switch (cells.kind(at)) {
            case EMPTY -> {}
            case TEXT -> string(column, cells.text(at), 0);
            case ERROR -> {
                cell(column, "\" t=\"e\"><v>", 0);
                text.put(cells.text(at)).put("</v></c>");
            }
            case DATE -> date(cells.number(at), column);
            case TIME -> {
                cell(column, "\" t=\"inlineStr\"><is><t>", 0);
                text.time(cells.number(at), '-').put("</t></is></c>");
            }
            case FLAG -> string(column, cells.number(at) == 1 ? "是" : "否", 0);
            case NUMBER -> number(cells, at, column);
        }
    }

    private void date(long day, int column) throws IOException {
        if (form.datesAsText()) {
            cell(column, "\" t=\"inlineStr\"><is><t>", 0);
            text.date(day, '-').put("</t></is></c>");
        } else {
            cell(column, "\"><v>", DATE);
            text.put(day + EPOCH).put("</v></c>");
        }
    }

    private void number(Cells cells, int at, int column) throws IOException {
        cell(column, "\"><v>", 0);
        text.decimal(cells.number(at), cells.scale(at) + columns[column].shift())
                .put("</v></c>");
    }

    @Override
    public void close() throws IOException {
        if (!open) {
            return;
        }
        open = false;
        if (form.totals()) {
            totals();
        }
        if (!form.footer().isEmpty()) {
            begin();
            string(0, form.footer(), 0);
            shut();
        }
        text.put("</sheetData>");
        merges();
        text.put("</worksheet>");
        text.flush();
        zip.closeEntry();
        zip.close();
    }

    private void merges() throws IOException {
        if (!merges.isEmpty()) {
            text.put("<mergeCells count=\"").put(merges.size()).put("\">");
            for (String merge : merges) {
                text.put("<mergeCell ref=\"").put(merge).put("\"/>");
            }
            text.put("</mergeCells>");
        }
    }

    private void totals() throws IOException {
        begin();
        string(0, "合计", BOLD);
        for (int i = 1; i < columns.length; i++) {
            if (columns[i].summed()) {
                cell(i, "\"><v>", BOLD);
                text.decimal(sums[i], 2 + columns[i].shift()).put("</v></c>");
            }
        }
        shut();
    }
}
