package org.ipwarehouse.warehouse.internal.linkage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.ipwarehouse.warehouse.api.Linkage.Decision;
import org.ipwarehouse.warehouse.api.Linkage.Verdict;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.linkage.Candidates.Scored;
import org.ipwarehouse.warehouse.internal.linkage.DecisionTable.Pair;
import org.ipwarehouse.warehouse.internal.linkage.RecordsHere.Raw;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Comparison;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.jspecify.annotations.Nullable;

/** The candidates of a build: parties of {@code linked.party} that may be the same. */
public final class PartyLinkage {
    public static final TableName PARTY = TableName.parse("linked.party");
    public static final TableName CANDIDATES = CandidateTable.SHAPE.table();
    public static final String FILE = "warehouse/linkage/party.yaml";

    /** Up to so many parties are compared in this process. */
    private static final int HERE = 50_000;

    private static final List<String> SHOWN = List.of("party_key", "name", "code", "address", "township", "sources");

    private final Path file;
    private final KernelTables tables;

    public PartyLinkage(Path home, KernelTables tables) {
        file = home.resolve(FILE);
        this.tables = tables;
    }

    /**
     * @param parties the rows of {@code linked.party}
     * @param writer replaces a table
     * @return how many candidates there are
     */
    public long refresh(Dataset<Row> parties, BiConsumer<TableShape, List<Row>> writer) {
        Spec spec = SpecFile.read(file);
        boolean isSmall = parties.count() <= HERE;
        try (Candidates pairs = isSmall
                ? new PairsHere(spec, new RecordsHere(spec, raw(spec, parties), null))
                : PairsBySpark.of(spec, new PairsBySpark.Given(parties, null, null))) {
            LinkModel model = new Em(spec, pairs.patterns(), pairs.possiblePairs()).model();
            List<Scored> scored = pairs.atLeast(spec.keep().weight(), model);
            Map<Pair, Decision> decisions = new DecisionTable(tables).holding();
            writer.accept(CandidateTable.SHAPE, rows(spec, scored, shown(parties, scored), decisions));
            new ModelTable(tables).add(spec, model);
            return scored.size();
        }
    }

    private static List<Raw> raw(Spec spec, Dataset<Row> parties) {
        List<String> columns = List.copyOf(spec.columns());
        List<Raw> raw = new ArrayList<>();
        for (Row row : parties.selectExpr(columns.toArray(String[]::new)).collectAsList()) {
            Map<String, @Nullable String> cells = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.put(columns.get(i), row.isNullAt(i) ? null : String.valueOf(row.get(i)));
            }
            raw.add(new Raw(0, cells));
        }
        return raw;
    }

    /** What a reviewer sees of each party that is in a pair. */
    private static Map<String, Row> shown(Dataset<Row> parties, List<Scored> scored) {
        Set<String> wanted = new HashSet<>();
        scored.forEach(s -> wanted.addAll(List.of(s.leftId(), s.rightId())));
        Map<String, Row> shown = new HashMap<>();
        parties.selectExpr(SHOWN.toArray(String[]::new)).toLocalIterator().forEachRemaining(row -> {
            if (wanted.contains(row.getString(0))) {
                shown.put(row.getString(0), row);
            }
        });
        return shown;
    }

    private static List<Row> rows(
            Spec spec, List<Scored> scored, Map<String, Row> shown, Map<Pair, Decision> decisions) {
        LinkMerges merges = LinkMerges.of(decisions);
        Map<Pair, Verdict> verdicts = new HashMap<>();
        // what was said of a party holds of the party that it was joined to
        decisions.forEach((pair, decision) ->
                verdicts.put(Pair.of(merges.group(pair.left()), merges.group(pair.right())), decision.verdict()));
        List<Row> rows = new ArrayList<>();
        for (Scored s : scored) {
            Verdict verdict = verdicts.get(Pair.of(merges.group(s.leftId()), merges.group(s.rightId())));
            rows.add(row(spec, s, shown, verdict == null ? "pending" : verdict.code()));
        }
        return rows;
    }

    private static Row row(Spec spec, Scored s, Map<String, Row> shown, String state) {
        List<@Nullable Object> values = new ArrayList<>();
        for (String key : List.of(s.leftId(), s.rightId())) {
            Row party = shown.get(key);
            for (int i = 0; i < SHOWN.size(); i++) {
                values.add(party == null ? null : party.get(i));
            }
        }
        values.add(CandidateTable.LEVEL);
        values.add(BigDecimal.valueOf(s.weight()).setScale(2, RoundingMode.HALF_UP));
        values.add(BigDecimal.valueOf(s.probability()).setScale(8, RoundingMode.HALF_UP));
        values.add(reasons(spec, s));
        values.add(s.rule());
        values.add(state);
        return RowFactory.create(values.toArray());
    }

    /** What speaks for and against, the comparisons in the file's order: 字号：相同（+9.3）；…. */
    static String reasons(Spec spec, Scored scored) {
        List<String> reasons = new ArrayList<>();
        for (int c = 0; c < spec.comparisons().size(); c++) {
            Comparison comparison = spec.comparisons().get(c);
            int level = scored.levels().get(c);
            if (level != Vectors.ABSENT) {
                String label = comparison.levels().get(level).label();
                double bits = scored.bits().get(c);
                reasons.add(String.format(Locale.ROOT, "%s：%s（%+.1f）", comparison.label(), label, bits));
            }
        }
        return String.join("；", reasons);
    }
}
