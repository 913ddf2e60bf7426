package org.ipwarehouse.warehouse.internal.linkage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.Linkage.Decision;
import org.ipwarehouse.warehouse.api.Linkage.Verdict;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** {@code control.link_decision}: what persons said of pairs, append-only; of several on a pair the latest holds. */
final class DecisionTable {
    static final TableShape SHAPE = new TableShape(
            TableName.parse("control.link_decision"),
            List.of(
                    Column.required("left_key", ColumnType.TEXT),
                    Column.required("right_key", ColumnType.TEXT),
                    Column.required("verdict", ColumnType.TEXT),
                    Column.required("decided_by", ColumnType.TEXT),
                    Column.required("decided_at", ColumnType.TIMESTAMP),
                    Column.required("reason", ColumnType.TEXT)));

    private final KernelTables tables;

    DecisionTable(KernelTables tables) {
        this.tables = tables;
    }

    /** Two parties, the lesser key first, so that a pair has one name. */
    record Pair(String left, String right) {
        static Pair of(String one, String other) {
            return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    /** The decision that holds on each pair, oldest first. */
    Map<Pair, Decision> holding() {
        List<Decision> all = new ArrayList<>();
        List<String> columns = SHAPE.names();
        tables.scan(SHAPE.table(), columns, Where.everything(), row -> all.add(decision(row)));
        all.sort(Comparator.comparing(Decision::at)
                .thenComparing(d -> d.verdict().code()));
        Map<Pair, Decision> holding = new LinkedHashMap<>();
        for (Decision decision : all) {
            Pair pair = Pair.of(decision.leftKey(), decision.rightKey());
            holding.remove(pair);
            holding.put(pair, decision);
        }
        return holding;
    }

    private static Decision decision(@Nullable Object[] row) {
        return new Decision(
                String.valueOf(row[0]),
                String.valueOf(row[1]),
                Verdict.valueOf(String.valueOf(row[2]).toUpperCase(Locale.ROOT)),
                String.valueOf(row[3]),
                row[4] instanceof Instant at ? at : Instant.EPOCH,
                String.valueOf(row[5]));
    }

    /** A party without a code cannot be two parties that have one. */
    private static void requireOneCode(Map<Pair, Decision> holding, Decision decision) {
        boolean isOfCodes = LinkMerges.isCode(decision.leftKey()) && LinkMerges.isCode(decision.rightKey());
        List<String> codes = LinkMerges.of(holding).codes(decision.leftKey());
        if (decision.verdict() == Verdict.SAME && !isOfCodes && codes.size() > 1) {
            throw WarehouseErrors.linkedTwice(decision.leftKey(), decision.rightKey(), codes);
        }
    }

    /** Keeps decisions that say something new. @return how many */
    long add(List<Decision> decisions) {
        Map<Pair, Decision> holding = holding();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Decision d : decisions) {
            Pair pair = Pair.of(d.leftKey(), d.rightKey());
            Decision before = holding.get(pair);
            boolean isNew = before == null
                    || before.verdict() != d.verdict()
                    || !before.reason().equals(d.reason());
            if (isNew) {
                rows.add(new @Nullable Object[] {
                    pair.left(), pair.right(), d.verdict().code(), d.by(), d.at(), d.reason()
                });
                holding.put(pair, d);
                requireOneCode(holding, d);
            }
        }
        return rows.isEmpty()
                ? 0
                : tables.append(SHAPE, rows, "decisions " + decisions.get(0).at());
    }
}
