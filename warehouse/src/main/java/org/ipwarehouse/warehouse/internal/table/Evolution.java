package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.actions.CommitInfo;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.util.FileNames;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;

/**
 * What may become of a table's columns: more of them, nothing else. Delta Kernel adds columns only to tables whose files
 * hide the columns' names behind generated ones; so that every tool can read our files, the one action that adds a
 * column is committed here.
 */
final class Evolution {

    private Evolution() {}

    /**
     * Adds the columns of the shape that the table has not yet.
     *
     * @return whether anything was committed
     * @throws org.ipwarehouse.warehouse.api.Fault where a held column is missing in the shape or has another type
     */
    static boolean widen(Engine engine, Snapshot held, TableShape shape) throws IOException {
        List<StructField> fields = new ArrayList<>(held.getSchema().fields());
        check(shape, fields);
        int before = fields.size();
        for (StructField asked : KernelTypes.of(shape.columns()).fields()) {
            if (held.getSchema().indexOf(asked.getName()) < 0) {
                // the rows that are there have no value for it
                fields.add(new StructField(asked.getName(), asked.getDataType(), true));
            }
        }
        if (fields.size() > before) {
            commit(engine, (SnapshotImpl) held, new StructType(fields));
        }
        return fields.size() > before;
    }

    private static void commit(Engine engine, SnapshotImpl held, StructType wider) throws IOException {
        CommitInfo info = new CommitInfo(
                Optional.empty(),
                held.getTimestamp(engine),
                Optional.of(KernelWriter.ENGINE),
                Optional.of("ADD COLUMNS"),
                Map.of(),
                Optional.of(false),
                Optional.empty(),
                Map.of());
        List<Row> actions = List.of(
                SingleAction.createCommitInfoSingleAction(info.toRow()),
                SingleAction.createMetadataSingleAction(
                        held.getMetadata().withNewSchema(wider).toRow()));
        engine.getJsonHandler()
                .writeJsonFileAtomically(
                        FileNames.deltaFile(held.getLogPath(), held.getVersion() + 1),
                        Utils.toCloseableIterator(actions.iterator()),
                        false);
    }

    private static void check(TableShape shape, List<StructField> held) {
        for (StructField field : held) {
            Optional<Column> asked = shape.columns().stream()
                    .filter(c -> c.name().equals(field.getName()))
                    .findFirst();
            String type = String.valueOf(field.getDataType());
            String wanted = asked.map(c -> KernelTypes.of(c).toString()).orElse("（无此列）");
            if (!type.equals(wanted)) {
                throw WarehouseErrors.shapeConflict(shape.table(), field.getName(), type, wanted);
            }
        }
    }
}
