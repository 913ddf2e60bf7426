package org.ipwarehouse.warehouse.internal.linkage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Comparison;

/** Compares pairs: the level reached in each comparison, counted from 0, or -1 where a value is absent. */
final class Vectors {
    static final int ABSENT = -1;

    private final Spec spec;

    Vectors(Spec spec) {
        this.spec = spec;
    }

    static String name(Comparison comparison) {
        return "g_" + comparison.name();
    }

    List<String> names() {
        return spec.comparisons().stream().map(Vectors::name).toList();
    }

    /** The pairs with a column for each comparison, and of their other columns those that are named. */
    Dataset<Row> of(Dataset<Row> pairs, List<Column> kept) {
        List<Column> measured = new ArrayList<>(List.of(col("*")));
        measures().forEach((name, value) -> measured.add(value.as(name)));
        List<Column> columns = new ArrayList<>(kept);
        spec.comparisons().forEach(c -> columns.add(level(c).as(name(c))));
        return pairs.select(measured.toArray(Column[]::new)).select(columns.toArray(Column[]::new));
    }

    private Map<String, Column> measures() {
        Map<String, Column> measures = new LinkedHashMap<>();
        spec.comparisons().stream()
                .flatMap(c -> c.levels().stream())
                .flatMap(l -> l.when().stream())
                .flatMap(c -> c.measure().stream())
                .forEach(m -> measures.putIfAbsent(m.name(), m.value()));
        return measures;
    }

    private static Column level(Comparison comparison) {
        Column isAbsent = comparison.absent().stream()
                .flatMap(f -> Stream.of(col("l_" + f).isNull(), col("r_" + f).isNull()))
                .reduce(lit(false), Column::or);
        Column level = when(isAbsent, ABSENT);
        int last = comparison.levels().size() - 1;
        for (int i = 0; i < last; i++) {
            Column holds = comparison.levels().get(i).when().stream()
                    .map(Condition::holds)
                    .reduce(lit(true), Column::and);
            level = level.when(holds, i);
        }
        return level.otherwise(last);
    }
}
