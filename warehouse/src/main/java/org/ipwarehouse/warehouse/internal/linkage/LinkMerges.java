package org.ipwarehouse.warehouse.internal.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ipwarehouse.warehouse.api.Linkage.Decision;
import org.ipwarehouse.warehouse.api.Linkage.Verdict;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.linkage.DecisionTable.Pair;
import org.ipwarehouse.warehouse.internal.table.KernelTables;

/**
 * Parties that persons confirmed to be the same, gathered into groups: if A is B and B is C, then A is C. Each group has
 * the name of one member, a credit code where there is one. Models read it as {@code ledger_link_merge}.
 */
public final class LinkMerges {
    public static final TableName DECISIONS = DecisionTable.SHAPE.table();

    private static final String VIEW = "ledger_link_merge";
    private static final StructType SCHEMA = new StructType()
            .add("member_key", DataTypes.StringType, false)
            .add("group_key", DataTypes.StringType, false);

    private final Map<String, String> above = new TreeMap<>();

    private LinkMerges() {}

    /** Makes the groups known to models. */
    public static void view(SparkSession spark, KernelTables tables) {
        of(new DecisionTable(tables).holding()).view(spark);
    }

    /** Without any decision. */
    public static void none(SparkSession spark) {
        of(Map.of()).view(spark);
    }

    static LinkMerges of(Map<Pair, Decision> decisions) {
        LinkMerges merges = new LinkMerges();
        decisions.forEach((pair, decision) -> {
            if (decision.verdict() == Verdict.SAME) {
                merges.join(pair.left(), pair.right());
            }
        });
        return merges;
    }

    private void join(String one, String other) {
        String first = group(one);
        String second = group(other);
        String name = isNamedFirst(first, second) ? first : second;
        above.put(first, name);
        above.put(second, name);
        above.putIfAbsent(one, name);
        above.putIfAbsent(other, name);
    }

    /** A code before a token or a name, then in the order of the alphabet, whatever the order of the decisions. */
    private static boolean isNamedFirst(String one, String other) {
        boolean same = isCode(one) == isCode(other);
        return same ? one.compareTo(other) <= 0 : isCode(one);
    }

    /** Keys without a credit code say what they are: {@code ID:…}, {@code NAME:…}. */
    static boolean isCode(String key) {
        return key.indexOf(':') < 0;
    }

    /** The group's name for a member; a key that nothing was joined to names itself. */
    String group(String key) {
        String at = key;
        for (String next = above.get(at); next != null && !next.equals(at); next = above.get(at)) {
            at = next;
        }
        return at;
    }

    /** Credit codes in the group of a key. */
    List<String> codes(String key) {
        String group = group(key);
        return above.keySet().stream()
                .filter(k -> isCode(k) && group(k).equals(group))
                .toList();
    }

    private void view(SparkSession spark) {
        List<Row> rows = new ArrayList<>();
        above.keySet().forEach(member -> rows.add(RowFactory.create(member, group(member))));
        spark.createDataFrame(rows, SCHEMA).createOrReplaceTempView(VIEW);
    }
}
