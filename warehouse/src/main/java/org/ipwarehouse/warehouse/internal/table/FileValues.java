package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.data.Row;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.statistics.DataFileStatistics;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/** What a file's statistics say of its rows. @param statistics null where it has none */
record FileValues(@Nullable DataFileStatistics statistics) {

    static FileValues of(Row file, TableShape shape) {
        AddFile added = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
        return new FileValues(added.getStats(KernelTypes.of(shape.columns())).orElse(null));
    }

    /** Whether all rows fulfil the conditions, or none; empty where the statistics cannot tell. */
    Optional<Boolean> decide(List<Where> conditions) {
        boolean all = true;
        for (Where condition : conditions) {
            Object least = value(condition.column(), true);
            Object most = value(condition.column(), false);
            if (least == null || most == null) {
                all = false;
            } else if (!meets(condition, least, most)) {
                return Optional.of(false);
            } else {
                all &= isWithin(condition, least, most);
            }
        }
        return all ? Optional.of(true) : Optional.empty();
    }

    /** Whether a value between two can fulfil the condition. */
    private static boolean meets(Where condition, Object least, Object most) {
        Object from = condition.least();
        Object to = condition.most();
        boolean listed = condition.anyOf().isEmpty()
                || condition.anyOf().stream().anyMatch(v -> compare(v, least) >= 0 && compare(v, most) <= 0);
        return listed && (from == null || compare(most, from) >= 0) && (to == null || compare(least, to) <= 0);
    }

    /** Whether every value between two fulfils the condition. */
    private static boolean isWithin(Where condition, Object least, Object most) {
        Object from = condition.least();
        Object to = condition.most();
        boolean listed = condition.anyOf().isEmpty()
                || compare(least, most) == 0 && condition.anyOf().contains(least);
        return listed && (from == null || compare(least, from) >= 0) && (to == null || compare(most, to) <= 0);
    }

    private static int compare(Object a, Object b) {
        return Conditions.ORDER.compare(a, b);
    }

    private @Nullable Object value(String column, boolean isLeast) {
        if (statistics == null) {
            return null;
        }
        var values = isLeast ? statistics.getMinValues() : statistics.getMaxValues();
        var value = values.get(new Column(column));
        return value == null ? null : value.getValue();
    }
}
