package org.ipwarehouse.warehouse.internal.linkage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Rule;

/** The blocks within which pairs are made. One common value must not make a million pairs: such blocks are left out. */
final class Blocks {
    private final Spec spec;
    private final List<Rule> rules;
    private final Map<String, Double> pairs = new HashMap<>();

    Blocks(Spec spec, List<Rule> rules) {
        this.spec = spec;
        this.rules = rules;
    }

    static String key(int rule) {
        return "block_" + rule;
    }

    /** The records with the keys of too large blocks blank, and beside them of some session only as many as it needs. */
    Dataset<Row> bounded(Dataset<Row> records, long total) {
        if (total <= spec.largestBlock()) {
            return records;
        }
        Dataset<Row> bounded = records;
        for (int i = 0; i < rules.size(); i++) {
            String key = key(i);
            Row sizes = sizes(records, key);
            List<Long> large = sizes.getList(0);
            pairs.put(key, sizes.isNullAt(1) ? 0 : sizes.getDouble(1));
            if (!large.isEmpty()) {
                bounded = without(bounded, key, large);
            }
        }
        return bounded;
    }

    /** Keys of the blocks that are too large; pairs in the others. */
    private Row sizes(Dataset<Row> records, String key) {
        Column isLarge = col("members").gt(spec.largestBlock());
        Column inBlock =
                col("members").cast("double").multiply(col("members").minus(1)).divide(2);
        return records.where(col(key).isNotNull())
                .groupBy(key)
                .agg(count(lit(1)).as("members"))
                .agg(
                        collect_list(when(isLarge, col(key))),
                        sum(when(isLarge, 0.0).otherwise(inBlock)))
                .first();
    }

    private static Dataset<Row> without(Dataset<Row> records, String key, List<Long> large) {
        Dataset<Row> named = records.sparkSession()
                .createDataset(large, Encoders.LONG())
                .toDF("large")
                .distinct();
        return records.join(broadcast(named), records.col(key).equalTo(named.col("large")), "left")
                .withColumn(key, when(col("large").isNull(), col(key)))
                .drop("large");
    }

    /** One of how many blocks of a rule is enough for so many pairs. */
    long oneOf(String key, long wanted) {
        return Math.max(1, Math.round(pairs.getOrDefault(key, 0.0) / wanted));
    }
}
