package org.ipwarehouse.warehouse.internal.warning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.model.Binding;
import org.ipwarehouse.warehouse.internal.model.Drawing;
import org.ipwarehouse.warehouse.internal.model.Model;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;
import org.ipwarehouse.warehouse.internal.model.ModelRun;
import org.ipwarehouse.warehouse.internal.model.ReferenceViews;
import org.ipwarehouse.warehouse.internal.model.SparkShape;

/** Given drawn rows, the real rules over the real models: each table is made once for all rules. */
final class RuleBench {
    private static final int MOST = 10_000;

    private final Rules rules = Rules.load(Bench.HOME);
    private final Bench bench = new Bench();
    private final Binding binding = new Binding();

    RuleBench given(String table, String drawing) {
        bench.given(table, drawing);
        return this;
    }

    /** Draws what the warehouse gives beside the tables. */
    RuleBench ledger(String name, String columns, String drawing) {
        bench.spark().sql(Drawing.select(drawing, columns)).createOrReplaceTempView(name);
        return this;
    }

    /** What each rule finds and cannot judge, by its code. */
    Map<String, RuleRun.Result> results() {
        SparkSession spark = bench.spark();
        List<Model> models =
                rules.all().stream().flatMap(rule -> rule.models().stream()).toList();
        ReferenceViews.create(spark, Bench.HOME, models);
        ModelCatalogue catalogue = ModelCatalogue.load(Bench.HOME);
        Set<TableName> needed = needed(catalogue, models);
        for (Model model : catalogue.models()) {
            if (needed.contains(model.table()) && !model.table().layer().equals("dimension")) {
                spark.createDataFrame(new ModelRun(spark, binding).rows(model), SparkShape.of(model.shape()))
                        .createOrReplaceTempView(binding.bind(model.table()));
            }
        }
        Map<String, RuleRun.Result> results = new TreeMap<>();
        rules.all().forEach(rule -> results.put(rule.code(), new RuleRun(spark, binding, MOST).of(rule)));
        return results;
    }

    /** What a rule says where it may find only so many rows; after {@link #results}. */
    RuleRun.Result upTo(int most, String rule) {
        return new RuleRun(bench.spark(), binding, most).of(rules.find(rule).orElseThrow());
    }

    private static Set<TableName> needed(ModelCatalogue catalogue, List<Model> models) {
        Set<TableName> needed = new LinkedHashSet<>();
        models.forEach(model -> needed.addAll(model.reads()));
        for (int i = catalogue.models().size() - 1; i >= 0; i--) {
            Model model = catalogue.models().get(i);
            if (needed.contains(model.table())) {
                needed.addAll(model.reads());
            }
        }
        return needed;
    }
}
