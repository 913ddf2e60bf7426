package org.ipwarehouse.warehouse.internal.intake;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;

/** The tables that the intake writes, column by column. */
final class StoredShapes {

    /** Grain: one row that was rejected. */
    static final TableShape QUARANTINE = new TableShape(
            TableName.parse("quarantine.row"),
            List.of(
                    text("submission"),
                    text("source"),
                    text("source_file"),
                    text("sheet"),
                    Column.required("row_number", ColumnType.INTEGER),
                    text("cells"),
                    text("codes"),
                    text("reasons"),
                    Column.required("recorded_at", ColumnType.TIMESTAMP)));

    /** Grain: one stored row, accepted or quarantined, that has personal values. */
    static final TableShape RESTRICTED = new TableShape(
            TableName.parse("restricted.row"),
            List.of(
                    text("submission"),
                    text("source"),
                    text("sheet"),
                    Column.required("row_number", ColumnType.INTEGER),
                    text("kind"),
                    text("key_id"),
                    text("sealed"),
                    Column.required("recorded_at", ColumnType.TIMESTAMP)));

    /** Stands in rows on their way only: what of them goes to {@link #RESTRICTED}. */
    static final Column STAGED_SEALED = text("staged_sealed");

    /** Grain: one row of a submission that repeated a version held from another submission. */
    static final TableShape SIGHTING = new TableShape(
            TableName.parse("control.sighting"),
            List.of(
                    text("source"),
                    text("row_key"),
                    text("content_hash"),
                    Column.required("as_of", ColumnType.DATE),
                    text("submission")));

    /** Grain: one key of a clean table of which the lake holds more than one version. */
    static final TableShape CONTESTED = new TableShape(
            TableName.parse("control.contested_key"), List.of(text("table_name"), text("source"), text("row_key")));

    /** Grain: one submission of which rows may have been written, whether or not its account was closed. */
    static final TableShape OPENED = new TableShape(
            TableName.parse("control.opened"),
            List.of(text("submission"), text("source"), Column.required("opened_at", ColumnType.TIMESTAMP)));

    /** Grain: one submission whose account is closed, and one each time a file is refused. */
    static final TableShape SUBMISSION = new TableShape(
            TableName.parse("control.submission"),
            List.of(
                    text("sha256"),
                    text("file"),
                    text("source"),
                    Column.required("received_at", ColumnType.TIMESTAMP),
                    Column.required("as_of", ColumnType.DATE),
                    text("months"),
                    text("verdict"),
                    Column.required("rows_read", ColumnType.INTEGER),
                    Column.required("accepted", ColumnType.INTEGER),
                    Column.required("quarantined", ColumnType.INTEGER),
                    Column.required("repeated", ColumnType.INTEGER),
                    text("reasons"),
                    text("warnings"),
                    text("remedy"),
                    Column.required("synthetic", ColumnType.BOOLEAN)));

    /** The tables that the rows of every source go to. */
    static final List<TableShape> SHARED = List.of(QUARANTINE, RESTRICTED, SIGHTING, CONTESTED, OPENED, SUBMISSION);

    static final List<Column> LINEAGE = List.of(
            text("submission"),
            text("source_file"),
            text("sheet"),
            Column.required("row_number", ColumnType.INTEGER),
            text("row_key"),
            text("content_hash"),
            Column.required("as_of", ColumnType.DATE),
            Column.required("recorded_at", ColumnType.TIMESTAMP),
            text("repairs"),
            text("raw"),
            text("extra"));

    private StoredShapes() {}

    /** The contract's columns and where each row came from. */
    static TableShape clean(TableShape contract) {
        List<Column> columns = new ArrayList<>(contract.columns());
        columns.addAll(LINEAGE);
        return new TableShape(contract.table(), columns);
    }

    /** The rows of a table as they arrive, with what is sealed. */
    static TableShape arriving(TableShape stored) {
        List<Column> columns = new ArrayList<>(stored.columns());
        columns.add(STAGED_SEALED);
        return new TableShape(stored.table(), columns);
    }

    private static Column text(String name) {
        return Column.required(name, ColumnType.TEXT);
    }
}
