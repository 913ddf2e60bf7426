package org.ipwarehouse.app.walk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.ipwarehouse.warehouse.internal.table.Where;

/** All rows of all tables of a lake, to compare two lakes table by table. */
final class LakeContent {
    /** Ciphertext of the same value differs each time, by its nonce. */
    private static final Set<String> RANDOM = Set.of("sealed");

    /** From which versions of its inputs a table was made: a run that begins again leaves other versions with the same rows. */
    private static final Set<String> OF_VERSIONS = Set.of("control.made.fingerprint");

    private LakeContent() {}

    /** Table → its rows as text, sorted. */
    static SortedMap<String, List<String>> of(Path data) {
        Lake lake = new Lake(data.resolve("lake"));
        KernelTables tables = new KernelTables(lake);
        SortedMap<String, List<String>> content = new TreeMap<>();
        for (TableName table : lake.tables()) {
            content.put(table.toString(), rows(tables, table));
        }
        return content;
    }

    private static List<String> rows(KernelTables tables, TableName table) {
        List<String> columns = tables.shape(table).orElseThrow().columns().stream()
                .map(Column::name)
                .filter(name -> !RANDOM.contains(name) && !OF_VERSIONS.contains(table + "." + name))
                .toList();
        List<String> rows = new ArrayList<>();
        tables.scan(table, columns, Where.everything(), row -> rows.add(Arrays.toString(row)));
        rows.sort(null);
        return rows;
    }
}
