package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.warehouse.api.RowSource.Split;

/** XML Spreadsheet 2003 (D03), streamed. Which sheets are hidden is known only at their ends. */
final class SpreadsheetXmlReader implements SheetReader {
    private static final long serialVersionUID = 1L;

    private final MarkupText text;
    private final boolean date1904;

    private SpreadsheetXmlReader(MarkupText text, boolean date1904) {
        this.text = text;
        this.date1904 = date1904;
    }

    static SpreadsheetXmlReader open(Original file) throws IOException {
        MarkupText text = MarkupText.of(file);
        try (SpreadsheetXml book = new SpreadsheetXml(ClosedXml.open(text.open()), false)) {
            // to the last byte: what is broken shows here and not while rows are judged
            book.read((sheet, row) -> {});
            return new SpreadsheetXmlReader(text, book.date1904());
        }
    }

    @Override
    public List<SheetTop> tops() throws IOException {
        List<SheetTop> tops = new ArrayList<>();
        List<List<SheetTop.Line>> lines = new ArrayList<>();
        try (SpreadsheetXml book = book()) {
            book.read((sheet, row) -> {
                while (lines.size() <= sheet) {
                    lines.add(new ArrayList<>());
                }
                if (lines.get(sheet).size() < SheetTop.ROWS) {
                    lines.get(sheet).add(new SheetTop.Line(row.number(), ((HeldRow) row).texts()));
                }
            });
            for (int i = 0; i < book.sheets().size(); i++) {
                SpreadsheetXml.Sheet sheet = book.sheets().get(i);
                List<SheetTop.Line> top = i < lines.size() ? lines.get(i) : List.of();
                tops.add(new SheetTop(i, sheet.name(), sheet.hidden(), top, sheet.merges()));
            }
        }
        return tops;
    }

    private SpreadsheetXml book() throws IOException {
        return new SpreadsheetXml(ClosedXml.open(text.open()), date1904);
    }

    @Override
    public long bytes() {
        return text.file().size();
    }

    @Override
    public boolean date1904() {
        return date1904;
    }

    @Override
    public List<Split> splits(long targetBytes) {
        return List.of(new Split(0, 0, bytes()));
    }

    @Override
    public void read(Split split, IntPredicate wanted, RowVisitor visitor) throws IOException {
        try (SpreadsheetXml book = book()) {
            book.read((sheet, row) -> {
                if (wanted.test(sheet)) {
                    visitor.row(sheet, row);
                }
            });
        }
    }
}
