package org.ipwarehouse.warehouse.internal.refinery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.model.SparkShape;

/**
 * Makes {@code current.<table>} known, empty, for each source that has a contract but has not reported yet, so that
 * models need not know who has.
 */
final class CurrentTables {
    private static final List<Column> LINEAGE = List.of(
            Column.of("submission", ColumnType.TEXT),
            Column.of("source_file", ColumnType.TEXT),
            Column.of("sheet", ColumnType.TEXT),
            Column.of("row_number", ColumnType.INTEGER),
            Column.of("row_key", ColumnType.TEXT),
            Column.of("content_hash", ColumnType.TEXT),
            Column.of("as_of", ColumnType.DATE),
            Column.of("extra", ColumnType.TEXT));

    private CurrentTables() {}

    static void complete(SparkSession spark, List<SourceProfile> sources, Set<TableName> read) {
        spark.sql("create database if not exists current");
        Map<String, TableShape> shapes = new HashMap<>();
        sources.forEach(source -> shapes.put(source.table().table().name(), source.table()));
        for (TableName table : read) {
            if (table.layer().equals("current") && !spark.catalog().tableExists(table.toString())) {
                TableShape shape = shapes.get(table.name());
                if (shape == null) {
                    throw WarehouseErrors.noSourceShape(table);
                }
                spark.sql(emptyView(table, shape));
            }
        }
    }

    /** The contract's columns and those of where a row came from, as far as models may read them. */
    static TableShape shape(TableShape contract) {
        return new TableShape(
                contract.table(),
                Stream.concat(contract.columns().stream(), LINEAGE.stream()).toList());
    }

    /** Names and types come from a checked shape: identifiers only, no data. */
    private static String emptyView(TableName table, TableShape contract) {
        String columns = shape(contract).columns().stream()
                .map(c -> "cast(null as " + SparkShape.type(c).sql() + ") as `" + c.name() + "`")
                .collect(Collectors.joining(", "));
        return "create view " + table + " as select " + columns + " where false";
    }
}
