package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.types.StructField;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;

/** What may become of a table's columns: more of them, nothing else. */
final class Evolution {

    private Evolution() {}

    /**
     * @param held the columns stored, none for a new table
     * @throws org.ipwarehouse.warehouse.api.Fault where a held column is missing in the shape or has another type
     */
    static void check(TableShape shape, List<StructField> held) {
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
