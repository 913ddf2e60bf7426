package org.ipwarehouse.etl.read;

import java.io.IOException;
import org.ipwarehouse.etl.original.Original;
import org.jspecify.annotations.NullMarked;

/** Lets the measures read a workbook with the reading room's own reader and nothing behind it; it is not shipped. */
@NullMarked
public final class BenchDoor {

    private BenchDoor() {}

    /** Reads every cell as text, after the look at the tops that recognition takes; says how many were not empty. */
    public static long cells(Original file) throws IOException {
        SheetReader reader = SheetReaders.open(FileForm.XLSX, file).orElseThrow();
        reader.tops();
        long[] cells = {0};
        reader.read(reader.splits(Long.MAX_VALUE).get(0), sheet -> true, (sheet, row) -> {
            for (int cell = 0; cell < row.cells(); cell++) {
                cells[0] += row.text(cell).isEmpty() ? 0 : 1;
            }
        });
        return cells[0];
    }
}
