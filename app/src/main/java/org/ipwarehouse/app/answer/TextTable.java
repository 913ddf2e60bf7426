package org.ipwarehouse.app.answer;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: columns padded by display width, in which a Chinese character is two cells wide. */
public final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(List<String> header) {
        rows.add(List.copyOf(header));
    }

    public TextTable row(List<String> cells) {
        if (cells.size() != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells, header has " + rows.get(0).size());
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    public List<String> lines() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < row.size(); c++) {
            line.append(c == 0 ? "" : "  ").append(row.get(c));
            line.append(" ".repeat(widths[c] - width(row.get(c))));
        }
        return line.toString().stripTrailing();
    }

    static int width(String text) {
        return text.codePoints()
                .map(c -> c >= 0x1100 && !(c >= 0x2010 && c <= 0x2027) ? 2 : 1)
                .sum();
    }
}
