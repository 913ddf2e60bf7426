package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.warehouse.api.RowSource.Split;
import org.jspecify.annotations.NullMarked;

/** Lets the corpus harness read every sheet of a file, whether or not a contract knows it; it is not shipped. */
@NullMarked
public final class CorpusDoor {

    private CorpusDoor() {}

    /** Where the cells go that are not empty. */
    public interface CellTaker {
        /** @param row as the file numbers it, from 1 @param column from 0 */
        void cell(int sheet, long row, int column, String text) throws IOException;
    }

    /** @param rows with at least one cell that is not empty */
    public record Sheet(String name, long rows, long cells) {}

    /** What was read of a file. @param sheets empty where the form has no reader */
    public record Reading(FileForm form, List<Sheet> sheets) {}

    /**
     * Reads every cell of every sheet, after the looks that recognition takes.
     *
     * @throws IOException where the file is not what it promises; that is a refusal and no fault
     */
    public static Reading read(Original file, CellTaker taker) throws IOException {
        FileForm form = FormRecogniser.of(file);
        var opened = SheetReaders.open(form, file);
        if (opened.isEmpty()) {
            return new Reading(form, List.of());
        }
        SheetReader reader = opened.get().checked();
        TreeMap<Integer, long[]> counts = new TreeMap<>();
        List<SheetTop> tops = reader.tops();
        tops.forEach(top -> counts.put(top.index(), new long[2]));
        for (Split split : reader.splits(Long.MAX_VALUE)) {
            reader.read(split, sheet -> true, (sheet, row) -> {
                long[] count = counts.computeIfAbsent(sheet, s -> new long[2]);
                long before = count[1];
                for (int column = 0; column < row.cells(); column++) {
                    String text = row.text(column);
                    if (!SheetRow.isBlank(text)) {
                        count[1]++;
                        taker.cell(sheet, row.number(), column, text);
                    }
                }
                count[0] += count[1] > before ? 1 : 0;
            });
        }
        List<Sheet> sheets = new ArrayList<>();
        tops.forEach(top -> sheets.add(new Sheet(
                top.name(),
                counts.getOrDefault(top.index(), new long[2])[0],
                counts.getOrDefault(top.index(), new long[2])[1])));
        return new Reading(form, sheets);
    }
}
