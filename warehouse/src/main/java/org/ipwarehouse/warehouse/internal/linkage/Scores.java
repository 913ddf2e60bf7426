package org.ipwarehouse.warehouse.internal.linkage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.ipwarehouse.warehouse.internal.linkage.Candidates.Scored;
import org.ipwarehouse.warehouse.internal.linkage.Candidates.Step;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Comparison;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Level;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Rule;

/**
 * Weighs the pairs of all blocking rules: {@code l_id, r_id, l_label, r_label, rule, weight, probability} and the level and
 * the bits of each comparison. A weight is the sum of log2 Bayes factors, the prior's included.
 */
final class Scores {
    private static final double LOWEST = -1e9;

    private final Spec spec;
    private final PairsBySpark records;
    private final LinkModel model;
    private final Vectors vectors;

    Scores(Spec spec, PairsBySpark records, LinkModel model) {
        this.spec = spec;
        this.records = records;
        this.model = model;
        vectors = new Vectors(spec);
    }

    private Dataset<Row> heavy(double weight) {
        List<Rule> rules = spec.blocking();
        List<Column> keys = rules.stream().map(r -> col(records.key(r))).toList();
        Dataset<Row> pairs = records.pairs(keys).where(records.firstOf(rules).equalTo(col("l_block")));
        Dataset<Row> heavy = weighed(pairs).where(col("weight").geq(weight));
        return spec.keep().best() == 0 ? heavy : best(heavy, spec.keep().best());
    }

    /** All pairs of at least the weight; of each record only the best partners, where the file limits them. */
    List<Scored> atLeast(double weight) {
        List<Scored> scored = new ArrayList<>();
        for (Row row : heavy(weight).collectAsList()) {
            List<Integer> levels = new ArrayList<>();
            List<Double> bits = new ArrayList<>();
            for (Comparison comparison : spec.comparisons()) {
                levels.add(row.getAs(Vectors.name(comparison)));
                bits.add(row.getAs(bitsName(comparison)));
            }
            scored.add(new Scored(
                    row.getAs("l_id"),
                    row.getAs("r_id"),
                    row.getAs("rule"),
                    levels,
                    bits,
                    row.<Double>getAs("weight")));
        }
        scored.sort(Comparator.comparing(Scored::leftId).thenComparing(Scored::rightId));
        return scored;
    }

    List<Step> steps() {
        return heavy(LOWEST)
                .groupBy(floor(col("weight").divide(Evaluator.STEP)).as("step"))
                .agg(sum(when(col("l_label").equalTo(col("r_label")), 1L).otherwise(0L)), count(lit(1)))
                .orderBy("step")
                .collectAsList()
                .stream()
                .map(r -> new Step(r.getLong(0), r.getLong(1), r.getLong(2)))
                .toList();
    }

    private Dataset<Row> weighed(Dataset<Row> pairs) {
        List<Column> kept = new ArrayList<>();
        for (String name : List.of("l_id", "r_id", "l_label", "r_label")) {
            kept.add(col(name));
        }
        for (String field : PairsBySpark.frequencies(spec)) {
            kept.add(greatest(col("l_tf_" + field), col("r_tf_" + field)).as("tf_" + field));
        }
        Column[] rules = spec.blocking().stream().map(r -> lit(r.toString())).toArray(Column[]::new);
        kept.add(element_at(array(rules), col("l_block").plus(1)).as("rule"));
        Dataset<Row> compared = vectors.of(pairs, kept);
        Column weight = lit(model.priorWeight());
        List<Column> columns = new ArrayList<>(List.of(col("*")));
        for (int c = 0; c < spec.comparisons().size(); c++) {
            columns.add(bits(c).as(bitsName(spec.comparisons().get(c))));
            weight = weight.plus(col(bitsName(spec.comparisons().get(c))));
        }
        return compared.select(columns.toArray(Column[]::new)).withColumn("weight", weight);
    }

    private static String bitsName(Comparison comparison) {
        return "w_" + comparison.name();
    }

    private Column bits(int comparison) {
        Comparison compared = spec.comparisons().get(comparison);
        Column level = col(Vectors.name(compared));
        Column bits = when(level.equalTo(Vectors.ABSENT), lit(0.0));
        for (int i = 0; i < compared.levels().size(); i++) {
            bits = bits.when(level.equalTo(i), bits(comparison, i));
        }
        return bits;
    }

    /** Where two records agree by a value that many have, that says less than the level does on average, and more for a rare one. */
    private Column bits(int comparison, int level) {
        Level reached = spec.comparisons().get(comparison).levels().get(level);
        Column bits = lit(model.weight(comparison, level));
        if (reached.frequency() == null) {
            return bits;
        }
        Column share = col("tf_" + reached.frequency()).divide(lit(records.stated(reached.frequency())));
        return bits.plus(log2(lit(model.u()[comparison][level]).divide(share)));
    }

    /** Mutual: a pair stays where each is among the best of the other. Ties go by the records' names. */
    private static Dataset<Row> best(Dataset<Row> pairs, int limit) {
        return pairs.withColumn("of_left", row_number().over(ranked("l_id", "r_id")))
                .withColumn("of_right", row_number().over(ranked("r_id", "l_id")))
                .where(col("of_left").leq(limit).and(col("of_right").leq(limit)))
                .drop("of_left", "of_right");
    }

    private static WindowSpec ranked(String of, String other) {
        return Window.partitionBy(of).orderBy(col("weight").desc(), col(other));
    }
}
