package org.ipwarehouse.reports.superset.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.reports.dashboard.Panel;
import org.ipwarehouse.reports.serving.Mart;
import org.ipwarehouse.reports.superset.bundle.Block.Sheet;
import org.ipwarehouse.reports.superset.bundle.ChartDraft.Condition;
import org.ipwarehouse.reports.superset.bundle.ChartDraft.Order;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse.TaskState;
import org.jspecify.annotations.Nullable;

/** Lists and accounts as tables. What has no table in PostgreSQL stands on the static site only. */
final class BoardCharts {
    private BoardCharts() {}

    /** Empty for a board that only the static site has. */
    static Optional<Block> of(String page, Panel.Board board) {
        return switch (board.kind()) {
            case TASKS -> Optional.of(tasks(page));
            case WARNINGS ->
                Optional.of(rows(
                        page,
                        "warnings",
                        "待处理的预警",
                        Mart.WARNING,
                        List.of(
                                "level",
                                "rule_name",
                                "subject",
                                "summary",
                                "region_name",
                                "owner",
                                "raised_on",
                                "due_on",
                                "state"),
                        List.of(new Condition("is_open", "==", true)),
                        List.of(new Order("level", true), new Order("due_on", true)),
                        board.most()));
            case DEADLINES ->
                Optional.of(rows(
                        page,
                        "deadlines",
                        "已超期、将到期的事项",
                        Mart.DEADLINE,
                        List.of(
                                "title",
                                "item_no",
                                "owner",
                                "region_name",
                                "started_on",
                                "due_on",
                                "days_over",
                                "source_file",
                                "sheet",
                                "row_number"),
                        List.of(new Condition("state", "IN", List.of("overdue", "soon", "no_start"))),
                        List.of(new Order("due_on", true)),
                        board.most()));
            case FILES ->
                Optional.of(rows(
                        page,
                        "files",
                        "须处理的文件",
                        Mart.SUBMISSION,
                        List.of(
                                "received_at",
                                "source_name",
                                "file",
                                "verdict_label",
                                "rows_read",
                                "accepted",
                                "quarantined",
                                "repeated"),
                        List.of(new Condition("verdict", "IN", List.of("partly", "refused"))),
                        List.of(new Order("received_at", false)),
                        board.most()));
            case ACCOUNTS -> Optional.of(accounts(page));
            case INDICATORS ->
                Optional.of(rows(
                        page,
                        "indicators",
                        "全部指标",
                        Mart.INDICATOR,
                        List.of(
                                "indicator",
                                "name_zh",
                                "topic_name",
                                "unit",
                                "definition",
                                "formula",
                                "owners",
                                "frequency"),
                        List.of(),
                        List.of(new Order("indicator", true)),
                        1000));
            case TASK_UNITS, TRANSFERS, WARNING_RULES, DOUBTS, ARRIVALS -> Optional.empty();
        };
    }

    private static Block rows(
            String page,
            String name,
            String title,
            Mart mart,
            List<String> columns,
            List<Condition> where,
            List<Order> orders,
            int most) {
        Map<String, Object> look = PanelCharts.tableLook(columns, List.of(), "");
        look.put(
                "order_by_cols",
                orders.stream()
                        .map(o -> "[\"" + o.by() + "\", " + o.ascending() + "]")
                        .toList());
        look.put("server_pagination", false);
        look.put("page_length", 20);
        ChartDraft draft = new ChartDraft(
                page + "/board/" + name, title, "", "table", mart, columns, List.of(), where, orders, most, look);
        List<String> filters = columns.contains("region_name") ? List.of("township") : List.of();
        return new Block(draft, 12, 56, null, filters);
    }

    private static Block tasks(String page) {
        List<String> keys = List.of("task", "group_name", "title", "deadline");
        List<String> metrics = List.of("newest_state_label", "newest_units", "newest_reported", "newest_evidence");
        ChartDraft draft = new ChartDraft(
                page + "/board/tasks",
                "17项任务",
                "各项任务在最近一季末的状态。",
                "table",
                Mart.TASK_STATE,
                keys,
                metrics,
                List.of(),
                List.of(new Order("order_task", true)),
                100,
                PanelCharts.tableLook(keys, metrics, "order_task"));
        return new Block(draft, 12, 80, shelf -> taskSheet(shelf, keys), List.of("period"));
    }

    private static Sheet taskSheet(FigureShelf shelf, List<String> keys) {
        Map<List<String>, List<@Nullable Object>> rows = new LinkedHashMap<>();
        Optional<Period> quarter = shelf.warehouse().periods().stream()
                .filter(p -> p.kind() == Period.Kind.QUARTER)
                .max(Comparator.comparing(Period::last));
        for (TaskState t : quarter.map(shelf.warehouse()::taskBoard).orElse(List.of())) {
            rows.put(
                    List.of(String.valueOf(t.number()), t.groupZh(), t.titleZh(), t.deadline()),
                    Arrays.asList(
                            t.stateZh(),
                            java.math.BigDecimal.valueOf(t.units()),
                            java.math.BigDecimal.valueOf(t.reported()),
                            java.math.BigDecimal.valueOf(t.evidence())));
        }
        return new Sheet(keys, rows);
    }

    private static Block accounts(String page) {
        List<String> keys = List.of("source", "source_name");
        List<String> metrics =
                new ArrayList<>(List.of("files", "sum_rows_read", "sum_accepted", "sum_quarantined", "sum_repeated"));
        ChartDraft draft = new ChartDraft(
                page + "/board/accounts",
                "各来源收件账",
                "读入 = 接收 + 隔离 + 重复。",
                "table",
                Mart.SUBMISSION,
                keys,
                metrics,
                List.of(),
                List.of(new Order("order_source", true)),
                200,
                PanelCharts.tableLook(keys, metrics, "order_source"));
        return new Block(draft, 12, 60, null, List.of());
    }
}
