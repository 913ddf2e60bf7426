package org.ipwarehouse.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.answer.Csv;
import org.ipwarehouse.app.answer.TextTable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.AnalystSql;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the lake in SQL, to read only. */
@Command(
        name = "sql",
        description = {
            "用 SQL 查询数据湖（只读），含指标视图 metric.*：MEASURE(XZ02) 与指标定义同一口径。不写查询则列出指标视图。内部使用，结果未作披露控制。",
            "Queries the lake in SQL, metric views included; lists them without a query. Internal: no disclosure control."
        })
final class SqlCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "QUERY",
            description = {
                "例如 SELECT period_quarter, MEASURE(XZ02) FROM metric.penalty_case_by_decided_on GROUP BY ALL",
                "a query"
            })
    String query = "";

    @Option(
            names = "--csv",
            description = {"输出 CSV", "CSV"})
    boolean csv;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = {"最多列出几行（默认 1000）", "at most N rows"})
    int limit = 1000;

    SqlCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        AnalystSql sql = desk.rooms().sql(settings, desk.clock().instant());
        desk.answer(door, query.isBlank() ? catalogue(sql) : lines(sql.ask(query, limit)));
        return 0;
    }

    private List<String> lines(AnalystSql.Answer answer) {
        List<String> lines = new ArrayList<>();
        if (csv) {
            lines.add(Csv.line(answer.columns()));
            answer.rows().forEach(row -> lines.add(Csv.line(row)));
            return lines;
        }
        TextTable table = new TextTable(answer.columns());
        answer.rows().forEach(table::row);
        lines.addAll(table.lines());
        if (answer.isCut()) {
            lines.add("只列出前 " + limit + " 行，更多请加 --limit。");
        }
        return lines;
    }

    private static List<String> catalogue(AnalystSql sql) {
        TextTable table = new TextTable(List.of("视图", "归期", "指标", "维度"));
        for (AnalystSql.MetricView view : sql.views()) {
            table.row(List.of(
                    view.name().toString(),
                    view.date(),
                    String.join(
                            " ", view.measures().stream().map(IndicatorId::code).toList()),
                    String.join(" ", view.dimensions())));
        }
        List<String> lines = new ArrayList<>(table.lines());
        Map<IndicatorId, String> left = new TreeMap<>(sql.notCarried());
        lines.add("");
        lines.add("不能写成指标视图的 " + left.size() + " 个（请用 ipw figures）：");
        left.forEach((code, reason) -> lines.add("  " + code + "  " + reason));
        return lines;
    }
}
