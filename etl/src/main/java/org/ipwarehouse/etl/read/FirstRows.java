package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.warehouse.api.RowSource.Split;

/** The first rows of a file of any form that can be read, as they stand there, for who wants to look before a contract exists. */
public final class FirstRows {
    private FirstRows() {}

    /** @param kind what the file itself says the cell is */
    public record Cell(RawRow.CellKind kind, String text) {
        public boolean isEmpty() {
            return SheetRow.isBlank(text);
        }
    }

    /** @param number of the row in its sheet, counted from 1 */
    public record Row(long number, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param name "" for text files
     * @param merges merged areas near the top, where headers stand
     */
    public record Sheet(String name, boolean hidden, List<SheetTop.Merge> merges, List<Row> rows) {
        public Sheet {
            merges = List.copyOf(merges);
            rows = List.copyOf(rows);
        }
    }

    /**
     * The sheets with their first rows.
     *
     * @param rows how many of each sheet
     * @throws org.ipwarehouse.warehouse.api.Fault where the file is missing or of a form that is not read
     */
    public static List<Sheet> of(Path file, int rows) {
        try {
            Original original = Original.plain(file);
            FileForm form = FormRecogniser.of(original);
            SheetReader reader = SheetReaders.open(form, original)
                    .orElseThrow(() -> EtlErrors.noTable(file, "这是" + form.nameZh(), form.remedy()));
            return sheets(reader, rows);
        } catch (UnreadableFile e) {
            throw EtlErrors.noTable(file, "这是" + e.form().nameZh(), e.form().remedy());
        } catch (IOException e) {
            throw EtlErrors.fileUnreadable(file, e);
        }
    }

    private static List<Sheet> sheets(SheetReader reader, int rows) throws IOException {
        List<SheetTop> tops = reader.tops();
        Map<Integer, List<Row>> found = new TreeMap<>();
        tops.forEach(top -> found.put(top.index(), new ArrayList<>()));
        try {
            for (Split split : reader.splits(Long.MAX_VALUE)) {
                reader.read(split, found::containsKey, (sheet, row) -> take(found, sheet, row, rows));
            }
        } catch (IOException e) {
            // leaving a reader early is the only way to stop it; whatever it threw then is no fault of the file
            if (found.values().stream().anyMatch(list -> list.size() < rows)) {
                throw e;
            }
        }
        return tops.stream()
                .map(top ->
                        new Sheet(top.name(), top.hidden(), top.merges(), found.getOrDefault(top.index(), List.of())))
                .toList();
    }

    private static void take(Map<Integer, List<Row>> found, int sheet, SheetRow row, int rows) throws IOException {
        List<Row> taken = found.computeIfAbsent(sheet, s -> new ArrayList<>());
        if (taken.size() >= rows) {
            if (found.values().stream().allMatch(list -> list.size() >= rows)) {
                throw new IOException("enough rows");
            }
            return;
        }
        List<Cell> cells = new ArrayList<>();
        for (int c = 0; c < row.cells(); c++) {
            cells.add(new Cell(row.kind(c), row.text(c)));
        }
        taken.add(new Row(row.number(), cells));
    }
}
