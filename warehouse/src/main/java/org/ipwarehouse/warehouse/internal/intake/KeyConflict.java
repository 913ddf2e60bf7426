package org.ipwarehouse.warehouse.internal.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * The quarantine row of a row that keeps its contract but whose file has the same key with other values: which of them
 * is right only the department can say.
 */
final class KeyConflict {
    static final String CODE = "KEY_DUP_CONFLICT";
    private static final String KEY_PARTS = "\u001f";

    private KeyConflict() {}

    /**
     * @param contract the columns that the department sent
     * @param clean the row as it would have been stored, in the order of the clean table
     * @param source the contract's id
     */
    static @Nullable Object[] quarantined(TableShape contract, String source, @Nullable Object[] clean) {
        int first = contract.columns().size();
        String key = String.valueOf(clean[first + 4]);
        Rejection reason =
                new Rejection(CODE, "", key.replace(KEY_PARTS, " / "), "同一文件中主键相同的行内容不一致，无法判断以哪一行为准；请核对后只保留正确的一行重新报送。");
        return new @Nullable Object[] {
            clean[first],
            source,
            clean[first + 1],
            clean[first + 2],
            clean[first + 3],
            cells(contract, clean, String.valueOf(clean[first + 9])),
            CODE,
            JsonTexts.reasons(List.of(reason)),
            clean[first + 7]
        };
    }

    /** The values as stored; repaired cells as they were sent. */
    private static String cells(TableShape contract, @Nullable Object[] clean, String raw) {
        Map<String, String> sent = JsonTexts.cells(raw);
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < contract.columns().size(); i++) {
            Column column = contract.columns().get(i);
            Object value = clean[i];
            String text = sent.getOrDefault(column.name(), value == null ? "" : text(value));
            cells.put(column.name(), text);
        }
        return JsonTexts.cells(cells);
    }

    private static String text(Object value) {
        return value instanceof java.math.BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
