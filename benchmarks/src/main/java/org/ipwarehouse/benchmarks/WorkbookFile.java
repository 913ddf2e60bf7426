package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A large workbook: one header row, then text, numbers and dates in turn. */
final class WorkbookFile {
    private static final long SEED = 7;

    private WorkbookFile() {}

    static void write(Path file, int rows, int columns) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("台账");
            for (int column = 0; column < columns; column++) {
                sheet.value(0, column, "列" + column);
            }
            for (int row = 1; row <= rows; row++) {
                for (int column = 0; column < columns; column++) {
                    if (column % 3 == 0) {
                        sheet.value(row, column, "宁夏沙坡头区商贸有限公司" + random.nextInt(5000));
                    } else {
                        sheet.value(row, column, random.nextInt(1_000_000) / 100.0);
                    }
                }
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
    }
}
