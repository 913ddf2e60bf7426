package org.ipwarehouse.reports.document;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table of the data annex.
 *
 * @param name on the tab: 表1, 图2, 指标表; unique
 * @param title what the table holds
 * @param notes above the table, one line each
 * @param head names of the columns, each with its unit where the column has one
 */
record AnnexSheet(String name, String title, List<String> notes, List<String> head, List<List<Cell>> rows) {
    AnnexSheet {
        notes = List.copyOf(notes);
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(name + ": " + row.size() + " cells for " + head);
            }
        }
    }

    /**
     * @param text as it is published
     * @param number the same as a number; null for words and symbols
     */
    record Cell(String text, @Nullable BigDecimal number) {
        static Cell words(String text) {
            return new Cell(text, null);
        }

        /** A number as it is printed, read back: what stands in the annex is what stands in the text. */
        static Cell printed(String text) {
            String plain = text.replace(",", "").replace('−', '-').replace("+", "");
            return new Cell(text, new BigDecimal(plain));
        }

        /** As {@link #printed} where it is a number, else words. */
        static Cell of(String text) {
            return text.matches("[+−-]?\\d[\\d,]*(\\.\\d+)?") ? printed(text) : words(text);
        }
    }
}
