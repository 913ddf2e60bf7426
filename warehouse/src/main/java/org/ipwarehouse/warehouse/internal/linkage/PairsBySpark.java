package org.ipwarehouse.warehouse.internal.linkage;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Comparison;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Field;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Level;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The records of a linkage in the form in which they are compared, held by Spark until closed: {@code id}, {@code side}
 * (0 or 1), {@code exclusive}, {@code label} where there is truth, each field, and for each rule the key of its block.
 */
final class PairsBySpark implements Candidates {
    private final Spec spec;
    private final Held held;
    private final List<Rule> rules;
    private final Totals totals;
    private final Map<String, Long> stated;

    /** What comes in: one file, or two that are linked. */
    record Given(
            Dataset<Row> left,
            @Nullable Dataset<Row> right,
            @Nullable String truth) {
        boolean isLink() {
            return right != null;
        }
    }

    private final boolean isLink;

    /** @param stated for each field with term frequencies, how many records state it */
    private record Counted(Totals totals, Map<String, Long> stated) {}

    /**
     * @param cleaned and {@code ready}: what Spark holds
     * @param ready the same with frequencies and without the keys of too large blocks
     */
    private record Held(Dataset<Row> cleaned, Dataset<Row> ready, Blocks blocks, Counted counted) {}

    private PairsBySpark(Spec spec, boolean isLink, Held held) {
        this.spec = spec;
        this.isLink = isLink;
        this.held = held;
        totals = held.counted().totals();
        stated = held.counted().stated();
        rules = allRules(spec);
    }

    static PairsBySpark of(Spec spec, Given given) {
        Dataset<Row> all = side(spec, given, given.left(), 0);
        if (given.right() != null) {
            all = all.unionByName(side(spec, given, given.right(), 1));
        }
        Dataset<Row> cleaned = keyed(spec, all).persist(StorageLevel.MEMORY_AND_DISK());
        Counted counted = counted(spec, cleaned);
        Blocks blocks = new Blocks(spec, allRules(spec));
        Dataset<Row> ready =
                withFrequencies(spec, blocks.bounded(cleaned, counted.totals().records()));
        Dataset<Row> held = ready == cleaned ? cleaned : ready.persist(StorageLevel.MEMORY_AND_DISK());
        return new PairsBySpark(spec, given.isLink(), new Held(cleaned, held, blocks, counted));
    }

    /** All rules by which pairs are made, each once. */
    static List<Rule> allRules(Spec spec) {
        List<Rule> rules = new ArrayList<>(spec.blocking());
        spec.training().sessions().stream().filter(r -> !rules.contains(r)).forEach(rules::add);
        spec.training().prior().rules().stream().filter(r -> !rules.contains(r)).forEach(rules::add);
        return rules;
    }

    private static Dataset<Row> side(Spec spec, Given given, Dataset<Row> data, int side) {
        List<Column> columns = new ArrayList<>();
        columns.add(col(spec.id()).cast("string").as("id"));
        columns.add(lit(side).as("side"));
        columns.add(
                spec.exclusive() == null
                        ? lit(false).as("exclusive")
                        : coalesce(col(spec.exclusive()).cast("boolean"), lit(false))
                                .as("exclusive"));
        columns.add((given.truth() == null ? lit(null) : col(given.truth()))
                .cast("string")
                .as("label"));
        Map<String, String> parts = new LinkedHashMap<>();
        Dataset<Row> parsed = data;
        for (Field field : spec.fields()) {
            boolean isPart = field.cleaning().stream().anyMatch(c -> c.step() == Cleaning.Step.ENTERPRISE);
            if (isPart && !parts.containsKey(field.from())) {
                parts.put(field.from(), "parts_" + field.from());
                parsed = parsed.withColumn(
                        "parts_" + field.from(), new EnterpriseName(spec.names()).parts(col(field.from())));
            }
        }
        for (Field field : spec.fields()) {
            columns.add(value(field, parts.get(field.from())).as(field.name()));
        }
        return parsed.select(columns.toArray(Column[]::new));
    }

    private static Column value(Field field, @Nullable String parts) {
        Column value = col(field.from()).cast("string");
        for (Cleaning step : field.cleaning()) {
            value = step.of(value, parts == null ? lit(null) : col(parts));
        }
        return functions.nullif(value, lit(""));
    }

    private static Dataset<Row> keyed(Spec spec, Dataset<Row> records) {
        Dataset<Row> keyed = records;
        List<Rule> rules = allRules(spec);
        for (int i = 0; i < rules.size(); i++) {
            Column[] fields = rules.get(i).fields().stream().map(functions::col).toArray(Column[]::new);
            Column stated = lit(true);
            for (Column field : fields) {
                stated = stated.and(field.isNotNull());
            }
            keyed = keyed.withColumn(Blocks.key(i), when(stated, xxhash64(fields)));
        }
        return keyed;
    }

    /** Beside each field with term frequencies, how many records have the same value. */
    private static Dataset<Row> withFrequencies(Spec spec, Dataset<Row> records) {
        Dataset<Row> with = records;
        for (String field : frequencies(spec)) {
            Dataset<Row> counts = records.where(col(field).isNotNull())
                    .groupBy(col(field).as("value_" + field))
                    .agg(count(lit(1)).as("tf_" + field));
            with = with.join(counts, with.col(field).equalTo(counts.col("value_" + field)), "left")
                    .drop("value_" + field);
        }
        return with;
    }

    static Set<String> frequencies(Spec spec) {
        Set<String> fields = new TreeSet<>();
        for (Comparison comparison : spec.comparisons()) {
            for (Level level : comparison.levels()) {
                if (level.frequency() != null) {
                    fields.add(level.frequency());
                }
            }
        }
        return fields;
    }

    private static Counted counted(Spec spec, Dataset<Row> records) {
        List<Column> sums = new ArrayList<>(List.of(
                count(lit(1)),
                coalesce(sum(when(col("side").equalTo(0), 1L).otherwise(0L)), lit(0L)),
                coalesce(sum(when(col("exclusive"), 1L).otherwise(0L)), lit(0L))));
        List<String> fields = List.copyOf(frequencies(spec));
        fields.forEach(f -> sums.add(count(col(f))));
        Row found = records.select(sums.toArray(Column[]::new)).first();
        Map<String, Long> stated = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            stated.put(fields.get(i), found.getLong(3 + i));
        }
        return new Counted(new Totals(found.getLong(0), found.getLong(1), found.getLong(2)), stated);
    }

    @Override
    public Totals totals() {
        return totals;
    }

    /** How many records state a field that has term frequencies. */
    double stated(String field) {
        return Math.max(1, stated.getOrDefault(field, 1L));
    }

    @Override
    public Patterns patterns() {
        return Patterns.count(spec, this);
    }

    @Override
    public List<Scored> atLeast(double weight, LinkModel model) {
        return new Scores(spec, this, model).atLeast(weight);
    }

    @Override
    public List<Step> steps(LinkModel model) {
        return new Scores(spec, this, model).steps();
    }

    @Override
    public long truePairs() {
        Dataset<Row> members = rows().where(col("label").isNotNull())
                .groupBy("label")
                .agg(
                        sum(when(col("side").equalTo(0), 1L).otherwise(0L)).as("here"),
                        sum(when(col("side").equalTo(1), 1L).otherwise(0L)).as("there"));
        Column within = col("here").multiply(col("here").minus(1)).divide(2).cast("long");
        Column between = col("here").multiply(col("there"));
        return members.select(coalesce(sum(isLink ? between : within), lit(0L)))
                .first()
                .getLong(0);
    }

    @Override
    public double possiblePairs() {
        return totals.pairs(isLink);
    }

    boolean isLink() {
        return isLink;
    }

    Dataset<Row> rows() {
        return held.ready();
    }

    /** Column of the key of a rule's block. */
    String key(Rule rule) {
        return Blocks.key(rules.indexOf(rule));
    }

    /** The key of a rule, blank in so many whole blocks that the pairs of the others are about as many as wanted. */
    Column someOf(Rule rule, long wanted) {
        long oneOf = held.blocks().oneOf(key(rule), wanted);
        Column key = col(key(rule));
        return oneOf == 1 ? key : when(pmod(key, lit(oneOf)).equalTo(0), key);
    }

    /**
     * Pairs of records that agree in one of the keys: columns of the two sides begin with {@code l_} and {@code r_}, and
     * {@code l_block} is the position of the key. A pair that agrees in several keys stands there several times.
     */
    Dataset<Row> pairs(List<Column> keys) {
        Dataset<Row> blocked = rows().select(col("*"), posexplode(array(keys.toArray(Column[]::new))))
                .withColumnRenamed("pos", "block")
                .withColumnRenamed("col", "key")
                .where(col("key").isNotNull());
        Dataset<Row> left = prefixed(blocked.where(leftSide()), "l_");
        Dataset<Row> right = prefixed(isLink ? blocked.where(col("side").equalTo(1)) : blocked, "r_");
        Column once = isLink ? lit(true) : col("r_exclusive").or(col("l_id").lt(col("r_id")));
        Column together =
                col("l_block").equalTo(col("r_block")).and(col("l_key").equalTo(col("r_key")));
        return left.join(right, together.and(once));
    }

    /** Two exclusive records are never a pair: so the left record is not exclusive. */
    private Column leftSide() {
        return isLink ? col("side").equalTo(0) : functions.not(col("exclusive"));
    }

    /** Position of the first of the rules in which a pair agrees. */
    Column firstOf(List<Rule> rules) {
        Column first = when(lit(false), -1);
        for (int i = 0; i < rules.size(); i++) {
            first = first.when(col("l_" + key(rules.get(i))).equalTo(col("r_" + key(rules.get(i)))), i);
        }
        return first;
    }

    private static Dataset<Row> prefixed(Dataset<Row> rows, String prefix) {
        Column[] columns =
                Arrays.stream(rows.columns()).map(c -> col(c).as(prefix + c)).toArray(Column[]::new);
        return rows.select(columns);
    }

    @Override
    public void close() {
        held.ready().unpersist(false);
        held.cleaned().unpersist(false);
    }
}
