package org.ipwarehouse.warehouse.internal.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;

/** What a lake holds, as texts in a stable order, so that two lakes can be compared. */
final class Contents {

    private Contents() {}

    static SortedMap<String, List<String>> of(KernelTables tables) {
        SortedMap<String, List<String>> contents = new TreeMap<>();
        for (TableName table : tables.lake().tables()) {
            List<String> columns = tables.shape(table).map(TableShape::names).orElseThrow();
            contents.put(table.toString(), rows(tables, table, columns.toArray(String[]::new)));
        }
        if (tables.version(StoredShapes.RESTRICTED.table()) >= 0) {
            List<String> columns = StoredShapes.RESTRICTED.names();
            contents.put("restricted", rows(tables, StoredShapes.RESTRICTED.table(), columns.toArray(String[]::new)));
        }
        return contents;
    }

    static List<String> rows(KernelTables tables, TableName table, String... columns) {
        List<String> rows = new ArrayList<>();
        tables.scan(table, List.of(columns), Where.everything(), row -> rows.add(Arrays.toString(row)));
        rows.sort(null);
        return rows;
    }
}
