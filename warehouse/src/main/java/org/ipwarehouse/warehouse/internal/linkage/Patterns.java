package org.ipwarehouse.warehouse.internal.linkage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Rule;

/** How often each combination of levels occurs: among random pairs, among the pairs of each session, of the prior. */
final class Patterns {
    static final int RANDOM = 0;
    static final int PRIOR = -1;

    /** @param levels one for each comparison, {@link Vectors#ABSENT} where it says nothing */
    record Pattern(List<Integer> levels, long pairs) {
        Pattern {
            levels = List.copyOf(levels);
        }
    }

    private final Map<Integer, List<Pattern>> found = new HashMap<>();

    /** @param counted by session */
    Patterns(Map<Integer, List<Pattern>> counted) {
        // sums of doubles depend on the order: it must not be that of a hash or of Spark
        Comparator<Pattern> byLevels = Comparator.comparing(p -> p.levels().toString());
        counted.forEach((session, patterns) ->
                found.put(session, patterns.stream().sorted(byLevels).toList()));
    }

    /** Counts in one pass. Sessions are numbered from 1 in the order of the file. */
    static Patterns count(Spec spec, PairsBySpark records) {
        Spec.Training training = spec.training();
        List<Column> blocks = new ArrayList<>(List.of(chance(spec, records)));
        training.sessions().forEach(rule -> blocks.add(records.someOf(rule, training.emPairs())));
        List<Rule> prior = training.prior().rules();
        prior.forEach(rule -> blocks.add(col(records.key(rule))));
        // of the prior's rules each pair counts once
        int first = blocks.size() - prior.size();
        Column isFirst =
                col("l_block").lt(first).or(records.firstOf(prior).plus(first).equalTo(col("l_block")));
        Dataset<Row> pairs = records.pairs(blocks).where(isFirst);
        Column session = when(col("l_block").lt(first), col("l_block")).otherwise(PRIOR);
        Vectors vectors = new Vectors(spec);
        Dataset<Row> all = vectors.of(pairs, List.of(session.as("session")));
        List<Column> keys = new ArrayList<>(List.of(col("session")));
        vectors.names().forEach(n -> keys.add(col(n)));
        Map<Integer, List<Pattern>> counted = new HashMap<>();
        for (Row row : all.groupBy(keys.toArray(Column[]::new))
                .agg(functions.count(lit(1)))
                .collectAsList()) {
            counted.computeIfAbsent(row.getInt(0), s -> new ArrayList<>()).add(pattern(row));
        }
        return new Patterns(counted);
    }

    private static Pattern pattern(Row row) {
        List<Integer> levels = new ArrayList<>();
        for (int i = 1; i < row.length() - 1; i++) {
            levels.add(row.getInt(i));
        }
        return new Pattern(levels, row.getLong(row.length() - 1));
    }

    List<Pattern> of(int session) {
        return found.getOrDefault(session, List.of());
    }

    /** Records fall by chance into groups of such a size that all pairs within groups are about as many as asked for. */
    private static Column chance(Spec spec, PairsBySpark records) {
        double groups =
                Math.max(1, Math.ceil(records.possiblePairs() / spec.training().randomPairs()));
        return pmod(xxhash64(col("id"), col("side"), lit(spec.training().seed())), lit((long) groups));
    }
}
