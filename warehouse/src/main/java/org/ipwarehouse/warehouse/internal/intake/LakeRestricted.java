package org.ipwarehouse.warehouse.internal.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Restricted;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** Reads {@code restricted.row} and seals it anew. */
public final class LakeRestricted implements Restricted {
    private static final TableName TABLE = StoredShapes.RESTRICTED.table();
    private static final int KEY_ID = StoredShapes.RESTRICTED.position("key_id");
    private static final int SEALED = StoredShapes.RESTRICTED.position("sealed");

    private final KernelTables tables;

    public LakeRestricted(KernelTables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<String> sealed(String sha256, Origin origin) {
        List<Where> place = List.of(
                Where.equal("submission", sha256),
                Where.equal("sheet", origin.sheet()),
                Where.equal("row_number", origin.row()));
        List<String> found = new ArrayList<>();
        tables.scan(TABLE, List.of("sealed"), place, row -> found.add(String.valueOf(row[0])));
        return found.stream().findFirst();
    }

    @Override
    public SortedMap<String, Long> keys() {
        SortedMap<String, Long> keys = new TreeMap<>();
        tables.scan(
                TABLE, List.of("key_id"), Where.everything(), row -> keys.merge(String.valueOf(row[0]), 1L, Long::sum));
        return keys;
    }

    @Override
    public long replace(String keyId, UnaryOperator<String> anew) {
        return tables.rewrite(StoredShapes.RESTRICTED, row -> {
            boolean isKept = keyId.equals(row[KEY_ID]);
            return isKept ? row : resealed(row, keyId, anew.apply(String.valueOf(row[SEALED])));
        });
    }

    private static @Nullable Object[] resealed(@Nullable Object[] row, String keyId, String sealed) {
        if (!keyId.equals(SealedRows.keyId(sealed))) {
            throw WarehouseErrors.sealedByOther(keyId, SealedRows.keyId(sealed));
        }
        @Nullable Object[] result = row.clone();
        result[KEY_ID] = keyId;
        result[SEALED] = sealed;
        return result;
    }
}
