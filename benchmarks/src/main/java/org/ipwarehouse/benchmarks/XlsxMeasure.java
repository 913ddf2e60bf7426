package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reading one large workbook: our way beside the libraries', each in a process of its own. */
final class XlsxMeasure {
    private static final long MOST_FOR_USER_MODEL = 200_000;

    private final int rows;
    private final int columns;
    private final Path place;

    private XlsxMeasure(int rows, int columns, Path place) {
        this.rows = rows;
        this.columns = columns;
        this.place = place;
    }

    static XlsxMeasure of(Options options) throws IOException {
        return new XlsxMeasure(
                (int) options.number("rows", 100_000), (int) options.number("columns", 20), options.place());
    }

    void run() throws IOException, InterruptedException {
        try {
            Path file = place.resolve("大表.xlsx");
            WorkbookFile.write(file, rows, columns);
            System.out.printf(
                    Locale.ROOT, "xlsx: %,d rows, %d columns, %,d bytes%n%n", rows, columns, Files.size(file));
            System.out.println(
                    "| reader | CPU s | wall s | peak MB (process) | heap peak MB | cells | CPU / fastexcel |");
            System.out.println("|---|---|---|---|---|---|---|");
            Map<String, String> fast = read("fastexcel-reader", file, "2g");
            line("fastexcel-reader", fast, fast);
            line("ours", read("ours", file, "2g"), fast);
            line("POI events", read("poi-events", file, "2g"), fast);
            line("excel-streaming-reader", read("excel-streaming-reader", file, "2g"), fast);
            if (rows <= MOST_FOR_USER_MODEL) {
                line("POI user model", read("poi-user-model", file, "8g"), fast);
            }
        } finally {
            IntakeMeasure.delete(place);
        }
    }

    private static Map<String, String> read(String reader, Path file, String heap)
            throws IOException, InterruptedException {
        return Child.run(List.of("-Xmx" + heap), List.of("workbook", reader, file.toString()));
    }

    private static void line(String reader, Map<String, String> figures, Map<String, String> fast) {
        if (!String.valueOf(figures.get("cells")).equals(fast.get("cells"))) {
            throw new IllegalStateException(reader + " read " + figures.get("cells") + " cells");
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %.2f |%n",
                reader,
                figures.get("cpu_s"),
                figures.get("wall_s"),
                figures.get("peak_mb"),
                figures.get("heap_mb"),
                figures.get("cells"),
                Double.parseDouble(figures.getOrDefault("cpu_s", "NaN"))
                        / Double.parseDouble(fast.getOrDefault("cpu_s", "NaN")));
    }
}
