package org.ipwarehouse.etl.draft;

import java.util.List;
import org.ipwarehouse.etl.read.FirstRows.Cell;

/**
 * The table found in an example export.
 *
 * @param sheet its sheet, "" in a text file
 * @param titles what stands above the header
 * @param headerRow number of the header's last row
 */
record ExampleTable(String sheet, List<String> titles, long headerRow, List<Column> columns) {

    ExampleTable {
        titles = List.copyOf(titles);
        columns = List.copyOf(columns);
    }

    /**
     * @param label the header, levels joined by '_'
     * @param cells one for each data row
     */
    record Column(String label, List<Cell> cells) {
        Column {
            cells = List.copyOf(cells);
        }
    }

    int rows() {
        return columns.isEmpty() ? 0 : columns.get(0).cells().size();
    }
}
