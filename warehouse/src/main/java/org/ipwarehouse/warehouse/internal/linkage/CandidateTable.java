package org.ipwarehouse.warehouse.internal.linkage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.Linkage.Candidate;
import org.ipwarehouse.warehouse.api.Linkage.Decision;
import org.ipwarehouse.warehouse.api.Linkage.Side;
import org.ipwarehouse.warehouse.api.Linkage.Verdict;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.linkage.DecisionTable.Pair;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** {@code linked.party_candidate}: pairs that may be the same party, each with what it rests on and what was said of it. */
final class CandidateTable {
    private static final List<String> SIDE = List.of("key", "name", "code", "address", "township", "sources");
    static final String LEVEL = "probabilistic";
    static final TableShape SHAPE = new TableShape(TableName.parse("linked.party_candidate"), columns());

    private final KernelTables tables;

    CandidateTable(KernelTables tables) {
        this.tables = tables;
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String side : List.of("left_", "right_")) {
            SIDE.forEach(c -> columns.add(
                    c.equals("key")
                            ? Column.required(side + c, ColumnType.TEXT)
                            : Column.of(side + c, ColumnType.TEXT)));
        }
        columns.add(Column.required("level", ColumnType.TEXT));
        columns.add(new Column("weight", ColumnType.DECIMAL, 9, 2, false));
        columns.add(new Column("probability", ColumnType.DECIMAL, 9, 8, false));
        columns.add(Column.required("reasons", ColumnType.TEXT));
        columns.add(Column.required("rule", ColumnType.TEXT));
        columns.add(Column.required("state", ColumnType.TEXT));
        return columns;
    }

    static List<String> names() {
        return SHAPE.names();
    }

    /** Candidates on which no decision that settles them holds by now, the heaviest first. */
    List<Candidate> open() {
        Map<Pair, Decision> decided = new DecisionTable(tables).holding();
        List<Candidate> open = new ArrayList<>();
        tables.scan(SHAPE.table(), names(), Where.everything(), row -> {
            Side left = side(row, 0);
            Side right = side(row, SIDE.size());
            Decision decision = decided.get(Pair.of(left.key(), right.key()));
            if (decision == null || decision.verdict() == Verdict.UNDECIDED) {
                open.add(candidate(row, left, right, decision == null ? "" : decision.reason()));
            }
        });
        open.sort(Comparator.comparing(Candidate::weight)
                .reversed()
                .thenComparing(c -> c.left().key())
                .thenComparing(c -> c.right().key()));
        return open;
    }

    private static Candidate candidate(@Nullable Object[] row, Side left, Side right, String note) {
        int at = 2 * SIDE.size();
        return new Candidate(
                left,
                right,
                text(row[at]),
                new BigDecimal(text(row[at + 1])),
                new BigDecimal(text(row[at + 2])),
                text(row[at + 3]),
                note);
    }

    private static Side side(@Nullable Object[] row, int at) {
        return new Side(
                text(row[at]),
                text(row[at + 1]),
                text(row[at + 2]),
                text(row[at + 3]),
                text(row[at + 4]),
                text(row[at + 5]));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
