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
            Object single = single(condition.column());
            boolean listed = !condition.anyOf().isEmpty() && condition.least() == null && condition.most() == null;
            if (single == null || !listed) {
                all = false;
            } else if (!condition.anyOf().contains(single)) {
                return Optional.of(false);
            }
        }
        return all ? Optional.of(true) : Optional.empty();
    }

    /** The one value that all rows have, null where there may be several. */
    private @Nullable Object single(String column) {
        if (statistics == null) {
            return null;
        }
        Column name = new Column(column);
        var least = statistics.getMinValues().get(name);
        var most = statistics.getMaxValues().get(name);
        if (least == null || most == null) {
            return null;
        }
        return least.getValue().equals(most.getValue()) ? least.getValue() : null;
    }
}
