package org.ipwarehouse.reports.bulletin;

import java.util.List;
import org.ipwarehouse.reports.chart.ChartSpec;

/** One piece of a bulletin, in reading order. */
public sealed interface Block {

    /**
     * @param level 1 一、 2 （一） 3 1. 4 （1）
     * @param text with its number: 一、总体情况
     */
    record Heading(int level, String text) implements Block {
        public Heading {
            if (level < 1 || level > 4) {
                throw new IllegalArgumentException("Heading level " + level + ": " + text);
            }
        }
    }

    /** What a paragraph is for; its look follows from it. */
    enum Role {
        TITLE,
        ISSUE,
        BODY,
        NOTE,
        NOTE_TITLE,
        DEFINITION,
        DATE
    }

    record Paragraph(Role role, List<Run> runs) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }

        public String text() {
            return Run.join(runs);
        }
    }

    /** How the cells of a column stand. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /**
     * @param title a line break stands where the header may be cut
     * @param share width of the column in parts of the table's width; the shares of a table add up to 100
     */
    record Column(String title, Align align, int share) {}

    /** @param emphasised the row of the total */
    record Row(List<List<Run>> cells, boolean emphasised) {
        public Row {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    /**
     * @param caption with its number: 表1 主要指标
     * @param unit the line at the right above the table, "" where each row names its unit
     */
    record Grid(String caption, String unit, List<Column> columns, List<Row> rows) implements Block {
        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            int width = columns.stream().mapToInt(Column::share).sum();
            if (width != 100) {
                throw new IllegalArgumentException(caption + ": column widths add up to " + width);
            }
            for (Row row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException(caption + ": " + row);
                }
            }
        }
    }

    /**
     * @param caption with its number: 图1 …
     * @param alternative the same in words, for readers who do not see the chart
     */
    record Picture(String caption, String alternative, ChartSpec chart) implements Block {}
}
