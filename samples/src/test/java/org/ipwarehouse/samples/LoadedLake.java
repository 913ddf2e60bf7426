package org.ipwarehouse.samples;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ipwarehouse.etl.check.ContractJudge;
import org.ipwarehouse.etl.check.SheetContext;
import org.ipwarehouse.etl.check.TokenKey;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.jspecify.annotations.Nullable;

/**
 * The rules of docs/architecture.md, "What a row is", worked out the plain way over files read back: the contract's own
 * judge says which rows are good; of the good ones equal rows are repeated and contradicting ones are quarantined.
 */
final class LoadedLake {
    private final Contracts contracts;
    private final Map<String, Set<String>> held = new HashMap<>();
    private final Map<String, List<Map<String, @Nullable Object>>> accepted = new HashMap<>();

    LoadedLake(Path home) {
        this.contracts = Contracts.load(home);
    }

    /** What one file came to. */
    record Count(long rows, long accepted, long quarantined, long repeated, SortedMap<String, Long> reasons) {}

    /** A good row of the file at hand. */
    private record Good(
            String key, String content, @Nullable Object[] values) {}

    /** Rows of the source that were accepted, field by field. */
    List<Map<String, @Nullable Object>> accepted(String source) {
        return accepted.getOrDefault(source, List.of());
    }

    Count load(String source, SentFile file, LocalDate asOf) {
        Contract contract = contracts.source(source).orElseThrow();
        List<Good> good = new ArrayList<>();
        SortedMap<String, Long> reasons = new TreeMap<>();
        ContractJudge judge = ContractJudge.of(
                contract, contracts.codeLists(), context(contract, file, asOf), new TokenKey("ab".repeat(32)));
        for (int i = 0; i < file.rows.size(); i++) {
            judge.judge(new SentRow(file.rows.get(i), new Origin("", i + 1)), new Verdicts(good, reasons));
        }
        return settle(contract, file.rows.size(), good, reasons);
    }

    private Count settle(Contract contract, int rows, List<Good> good, SortedMap<String, Long> reasons) {
        Map<String, Set<String>> contents = new HashMap<>();
        good.forEach(
                g -> contents.computeIfAbsent(g.key(), k -> new HashSet<>()).add(g.content()));
        Set<String> known = held.computeIfAbsent(contract.source(), s -> new HashSet<>());
        long conflicts = 0;
        long repeated = 0;
        long fresh = 0;
        for (Good row : good) {
            if (contents.getOrDefault(row.key(), Set.of()).size() > 1) {
                conflicts++;
            } else if (known.add(row.key() + "\u001E" + row.content())) {
                fresh++;
                keep(contract, row);
            } else {
                repeated++;
            }
        }
        if (conflicts > 0) {
            reasons.put("KEY_DUP_CONFLICT", conflicts);
        }
        return new Count(rows, fresh, rows - good.size() + conflicts, repeated, reasons);
    }

    private void keep(Contract contract, Good row) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < row.values().length; i++) {
            values.put(contract.fields().get(i).name(), row.values()[i]);
        }
        accepted.computeIfAbsent(contract.source(), s -> new ArrayList<>()).add(values);
    }

    private static SheetContext context(Contract contract, SentFile file, LocalDate asOf) {
        List<String> fields = new ArrayList<>();
        Map<String, String> units = new HashMap<>();
        for (String header : file.headers) {
            String field = field(contract, header);
            fields.add(field);
            if (header.endsWith("(万元)")) {
                units.put(field, "万元");
            }
        }
        units.remove("");
        if (file.above.contains("单位：万元")) {
            contract.fields().stream().filter(f -> f.unit().equals("元")).forEach(f -> units.put(f.name(), "万元"));
        }
        return new SheetContext(file.headers, fields, units, asOf, false);
    }

    private static String field(Contract contract, String header) {
        String bare = bare(header);
        for (Field field : contract.fields()) {
            if (bare(field.labelZh()).equals(bare)) {
                return field.name();
            }
        }
        for (Field field : contract.fields()) {
            if (field.aliases().stream().anyMatch(alias -> bare(alias).equals(bare))) {
                return field.name();
            }
        }
        throw new AssertionError("No field of " + contract.source() + " has the header " + header);
    }

    private static String bare(String header) {
        return header.replaceFirst("\\((万元|元)\\)$", "");
    }

    /** Collects what the judge says. */
    private record Verdicts(List<Good> good, SortedMap<String, Long> reasons) implements RowSink {
        @Override
        public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
            @Nullable Object[] own = values.clone();
            good.add(new Good(key, Arrays.toString(own), own));
        }

        @Override
        public void rejected(String cells, Origin origin, List<Rejection> rejections, String sealed) {
            rejections.stream().map(Rejection::code).distinct().forEach(code -> reasons.merge(code, 1L, Long::sum));
        }

        @Override
        public void warning(String code, Origin origin, String message) {
            throw new AssertionError(message);
        }
    }
}
