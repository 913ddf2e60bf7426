package org.ipwarehouse.warehouse.internal.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/** Which columns a dictionary is tried for: on one that hardly repeats itself it costs much and is thrown away. */
final class DictionaryChoice {
    private static final int SAMPLE = 2000;

    private final TableShape shape;
    private final Map<String, Boolean> worthwhile = new HashMap<>();

    DictionaryChoice(TableShape shape) {
        this.shape = shape;
    }

    /** Looks at the first rows. @param positions of the shape's columns in the buffer */
    void sample(RowBuffer buffer, int[] positions) {
        int rows = Math.min(SAMPLE, buffer.size());
        for (int i = 0; i < positions.length; i++) {
            Set<@Nullable Object> distinct = new HashSet<>();
            for (int row = 0; row < rows; row++) {
                distinct.add(buffer.value(row, positions[i]));
            }
            boolean isText = shape.columns().get(i).type() == ColumnType.TEXT;
            // half of the rows alike saves half of a text, but nothing of a number
            int most = isText ? rows / 2 : rows / 8;
            worthwhile.put(shape.columns().get(i).name(), distinct.size() <= Math.max(most, 16));
        }
    }

    boolean isWorthwhile(String column) {
        return worthwhile.getOrDefault(column, true);
    }
}
