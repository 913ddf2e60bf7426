package org.ipwarehouse.warehouse.internal.door;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.Warehouse.FunnelStage;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.jspecify.annotations.Nullable;

/** Counts {@code mart.transfer_funnel}: a case that reached a stage counts for all stages before it. */
final class TransferFunnel {
    private static final TableName TABLE = TableName.parse("mart.transfer_funnel");

    /** The day of each stage; the first puts a case into a period. */
    private enum Stage {
        REACHED("reached_on", "应进入衔接平台"),
        TRANSFERRED("transferred_on", "移送公安机关"),
        RECEIVED("received_on", "公安机关接收"),
        FILED("filed_on", "公安机关立案"),
        PROSECUTED("prosecuted_on", "移送审查起诉"),
        JUDGED("judged_on", "法院判决");

        private final String column;
        private final String labelZh;

        Stage(String column, String labelZh) {
            this.column = column;
            this.labelZh = labelZh;
        }
    }

    private static final List<String> COLUMNS =
            List.of(Stage.values()).stream().map(s -> s.column).toList();

    private TransferFunnel() {}

    static List<FunnelStage> of(KernelTables tables, Period period) {
        if (tables.version(TABLE) < 0) {
            return List.of();
        }
        long[] cases = new long[Stage.values().length];
        tables.scan(TABLE, COLUMNS, List.of(), row -> count(row, period, cases));
        List<FunnelStage> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            String name = stage.name().toLowerCase(java.util.Locale.ROOT);
            stages.add(new FunnelStage(name, stage.labelZh, cases[stage.ordinal()]));
        }
        return List.copyOf(stages);
    }

    private static void count(@Nullable Object[] row, Period period, long[] cases) {
        if (!(row[0] instanceof LocalDate day) || !within(day, period)) {
            return;
        }
        int furthest = 0;
        for (int i = 1; i < row.length; i++) {
            furthest = row[i] == null ? furthest : i;
        }
        for (int i = 0; i <= furthest; i++) {
            cases[i]++;
        }
    }

    private static boolean within(LocalDate day, Period period) {
        YearMonth month = YearMonth.from(day);
        return !month.isBefore(period.first()) && !month.isAfter(period.last());
    }
}
