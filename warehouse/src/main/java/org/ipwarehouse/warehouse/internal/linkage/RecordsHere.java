package org.ipwarehouse.warehouse.internal.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ipwarehouse.warehouse.internal.linkage.Candidates.Totals;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Field;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Rule;
import org.jspecify.annotations.Nullable;

/** Cleaned records held in this process, numbered from 0, with their blocks. */
final class RecordsHere {
    private final Spec spec;
    private final List<Cleaned> records;
    private final boolean isLink;
    private final Map<Rule, @Nullable String[]> keys = new HashMap<>();
    private final Map<Rule, List<int[]>> blocks = new HashMap<>();
    private final Map<String, Map<String, Integer>> frequencies = new HashMap<>();

    /**
     * @param side 0, or 1 in the second of two files
     * @param values by field in the order of the file
     * @param label which entity it is, where that is known
     */
    record Cleaned(
            String id,
            int side,
            boolean isExclusive,
            @Nullable String label,
            @Nullable String[] values) {}

    /**
     * A record as it comes in.
     *
     * @param cells by column; a blank one is null or ""
     */
    record Raw(int side, Map<String, @Nullable String> cells) {}

    RecordsHere(Spec spec, List<Raw> given, @Nullable String truth) {
        this.spec = spec;
        Cleaner cleaner = new Cleaner(spec);
        records = given.stream().map(raw -> cleaner.cleaned(raw, truth)).toList();
        isLink = given.stream().anyMatch(r -> r.side() == 1);
        PairsBySpark.allRules(spec).forEach(this::block);
        PairsBySpark.frequencies(spec).forEach(this::count);
    }

    private void block(Rule rule) {
        int[] fields = rule.fields().stream().mapToInt(this::position).toArray();
        @Nullable String[] key = new @Nullable String[records.size()];
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < key.length; i++) {
            String joined = joined(records.get(i).values(), fields);
            if (joined != null) {
                members.computeIfAbsent(joined, k -> new ArrayList<>()).add(i);
            }
            key[i] = joined;
        }
        for (int i = 0; i < key.length; i++) {
            String found = key[i];
            boolean isLarge =
                    found != null && members.getOrDefault(found, List.of()).size() > spec.largestBlock();
            key[i] = isLarge ? null : found;
        }
        members.values().removeIf(m -> m.size() > spec.largestBlock() || m.size() < 2);
        keys.put(rule, key);
        blocks.put(rule, arrays(members.values()));
    }

    private static @Nullable String joined(@Nullable String[] values, int[] fields) {
        StringBuilder joined = new StringBuilder();
        for (int field : fields) {
            String value = values[field];
            if (value == null) {
                return null;
            }
            joined.append(value).append('\u001f');
        }
        return joined.toString();
    }

    private int position(String field) {
        return IntStream.range(0, spec.fields().size())
                .filter(i -> spec.fields().get(i).name().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private void count(String field) {
        Map<String, Integer> counts = new HashMap<>();
        int position = position(field);
        records.forEach(r -> {
            String value = r.values()[position];
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        });
        frequencies.put(field, counts);
    }

    static List<int[]> arrays(Collection<List<Integer>> groups) {
        return groups.stream()
                .map(g -> g.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    Totals totals() {
        return new Totals(
                records.size(),
                records.stream().filter(r -> r.side() == 0).count(),
                records.stream().filter(Cleaned::isExclusive).count());
    }

    boolean isLink() {
        return isLink;
    }

    int size() {
        return records.size();
    }

    String id(int record) {
        return records.get(record).id();
    }

    int side(int record) {
        return records.get(record).side();
    }

    boolean isExclusive(int record) {
        return records.get(record).isExclusive();
    }

    @Nullable
    String[] values(int record) {
        return records.get(record).values();
    }

    /** Members of the blocks of a rule that have two or more and are not too large. */
    List<int[]> blocks(Rule rule) {
        return Objects.requireNonNull(blocks.get(rule));
    }

    boolean agree(Rule rule, int left, int right) {
        @Nullable String[] key = Objects.requireNonNull(keys.get(rule));
        return key[left] != null && key[left].equals(key[right]);
    }

    /** Share of the records that have the commoner of the two values, of those that state one. */
    double share(String field, int left, int right) {
        Map<String, Integer> counts = Objects.requireNonNull(frequencies.get(field));
        int position = position(field);
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        int here = counts.getOrDefault(String.valueOf(values(left)[position]), 1);
        int there = counts.getOrDefault(String.valueOf(values(right)[position]), 1);
        return Math.max(here, there) / (double) Math.max(1, total);
    }

    boolean isSame(int left, int right) {
        String label = records.get(left).label();
        return label != null && label.equals(records.get(right).label());
    }

    /** Members of each entity, as the labels say. */
    List<int[]> labelled() {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            String label = records.get(i).label();
            if (label != null) {
                members.computeIfAbsent(label, l -> new ArrayList<>()).add(i);
            }
        }
        return arrays(members.values());
    }

    /** Brings raw records into the form in which they are compared. */
    private static final class Cleaner {
        private final Spec spec;
        private final EnterpriseName names;

        Cleaner(Spec spec) {
            this.spec = spec;
            names = new EnterpriseName(spec.names());
        }

        Cleaned cleaned(Raw raw, @Nullable String truth) {
            Map<String, @Nullable String @Nullable []> parts = new HashMap<>();
            @Nullable String[] values = new @Nullable String[spec.fields().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(spec.fields().get(i), raw, parts);
            }
            String exclusive = spec.exclusive() == null ? null : raw.cells().get(spec.exclusive());
            String label = truth == null ? null : raw.cells().get(truth);
            return new Cleaned(
                    String.valueOf(raw.cells().get(spec.id())),
                    raw.side(),
                    Boolean.parseBoolean(exclusive),
                    label == null || label.isEmpty() ? null : label,
                    values);
        }

        private @Nullable String value(Field field, Raw raw, Map<String, @Nullable String @Nullable []> parts) {
            String value = raw.cells().get(field.from());
            for (Cleaning step : field.cleaning()) {
                if (value != null && step.step() == Cleaning.Step.ENTERPRISE) {
                    @Nullable
                    String @Nullable [] parsed = parts.computeIfAbsent(
                            field.from(), f -> names.parts(raw.cells().get(f)));
                    value = parsed == null
                            ? null
                            : parsed[EnterpriseName.Part.of(step.argument()).ordinal()];
                } else if (value != null) {
                    value = step.of(value);
                }
            }
            return value == null || value.isEmpty() ? null : value;
        }
    }
}
