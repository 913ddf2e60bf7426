package org.ipwarehouse.warehouse.internal.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.ipwarehouse.warehouse.api.AnalystSql;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.indicator.MetricViews;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.jspecify.annotations.Nullable;

/** Queries of analysts, by Spark. What a query does not name is not opened. */
public final class LakeSql implements AnalystSql {
    private final Lake lake;
    private final Sessions sessions;
    private final MetricViews metrics;

    public LakeSql(Lake lake, Sessions sessions, MetricViews metrics) {
        this.lake = lake;
        this.sessions = sessions;
        this.metrics = metrics;
    }

    @Override
    public List<MetricView> views() {
        return metrics.views();
    }

    @Override
    public Map<IndicatorId, String> notCarried() {
        return metrics.notCarried();
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // Spark throws its checked exception without declaring it
    public Answer ask(String query, int limit) {
        SparkSession spark = sessions.open(Profile.LARGE);
        try {
            requireReading(plan(spark, query));
            prepare(spark, query);
            Dataset<Row> asked = spark.sql(query);
            List<Row> rows = asked.limit(limit + 1).collectAsList();
            return new Answer(
                    List.of(asked.columns()),
                    rows.stream().limit(limit).map(LakeSql::texts).toList(),
                    rows.size() > limit);
        } catch (Exception refused) {
            if (refused instanceof AnalysisException || refused instanceof org.apache.spark.SparkThrowable) {
                throw WarehouseErrors.queryWrong(refused);
            }
            throw refused;
        }
    }

    private static LogicalPlan plan(SparkSession spark, String query) {
        try {
            return ((org.apache.spark.sql.classic.SparkSession) spark)
                    .sessionState()
                    .sqlParser()
                    .parsePlan(query);
        } catch (ParseException wrong) {
            throw WarehouseErrors.queryWrong(wrong);
        }
    }

    /** A query reads; what changes tables, settings or files is refused before Spark looks at it. */
    private static void requireReading(LogicalPlan plan) {
        if (plan instanceof Command || plan instanceof ParsedStatement) {
            throw WarehouseErrors.queryOnly();
        }
        scala.collection.Iterator<LogicalPlan> children = plan.children().iterator();
        while (children.hasNext()) {
            requireReading(children.next());
        }
    }

    private void prepare(SparkSession spark, String query) {
        List<MetricView> asked = metrics.views().stream()
                .filter(view -> query.contains(view.name().name()))
                .toList();
        TreeSet<TableName> tables = new TreeSet<>();
        lake.tables().stream().filter(table -> query.contains(table.name())).forEach(tables::add);
        asked.forEach(view -> tables.add(view.fact()));
        sessions.register(tables);
        if (query.contains("current.")) {
            sessions.registerCurrent();
        }
        asked.forEach(view -> create(spark, view));
    }

    private void create(SparkSession spark, MetricView view) {
        if (!lake.holds(view.fact())) {
            throw WarehouseErrors.tableMissing(view.fact(), lake.folder(view.fact()));
        }
        create(spark, metrics, view.name());
    }

    /** Makes a metric view known to a session that knows its fact. */
    public static void create(SparkSession spark, MetricViews metrics, TableName view) {
        spark.sql("CREATE DATABASE IF NOT EXISTS " + view.layer());
        spark.sql(
                "CREATE OR REPLACE VIEW " + view + " WITH METRICS LANGUAGE YAML AS $$\n" + metrics.yaml(view) + "\n$$");
    }

    private static List<String> texts(Row row) {
        return new ArrayList<>(
                IntStream.range(0, row.length()).mapToObj(i -> text(row.get(i))).toList());
    }

    private static String text(@Nullable Object value) {
        if (value instanceof java.math.BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }
}
