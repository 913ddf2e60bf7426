package org.ipwarehouse.warehouse.internal.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Comparison;
import org.jspecify.annotations.Nullable;

/** Compares two records in this process; says what {@link Vectors} says in Spark. */
final class Comparer {
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Compiled> comparisons = new ArrayList<>();

    /** @param levels conditions of each level but the last */
    private record Compiled(int[] absent, List<List<Test>> levels) {}

    /** @param measure number of the measure among those of its comparison, shared by equal kinds and fields */
    private record Test(Condition.Kind kind, int field, int other, double limit, int measure) {}

    Comparer(Spec spec) {
        spec.fields().forEach(f -> positions.put(f.name(), positions.size()));
        spec.comparisons().forEach(c -> comparisons.add(compiled(c)));
    }

    private Compiled compiled(Comparison comparison) {
        Map<String, Integer> measures = new HashMap<>();
        List<List<Test>> levels = new ArrayList<>();
        for (Spec.Level level :
                comparison.levels().subList(0, comparison.levels().size() - 1)) {
            levels.add(level.when().stream().map(c -> test(c, measures)).toList());
        }
        int[] absent = comparison.absent().stream()
                .mapToInt(f -> positions.getOrDefault(f, 0))
                .toArray();
        return new Compiled(absent, levels);
    }

    private Test test(Condition condition, Map<String, Integer> measures) {
        int measure = measures.computeIfAbsent(condition.kind() + " " + condition.field(), k -> measures.size());
        int field = positions.getOrDefault(condition.field(), 0);
        int other = positions.getOrDefault(condition.other(), 0);
        return new Test(condition.kind(), field, other, condition.limit(), measure);
    }

    /** The level reached in each comparison. */
    List<Integer> levels(@Nullable String[] left, @Nullable String[] right) {
        List<Integer> levels = new ArrayList<>(comparisons.size());
        for (Compiled comparison : comparisons) {
            levels.add(level(comparison, left, right));
        }
        return levels;
    }

    private static int level(Compiled comparison, @Nullable String[] left, @Nullable String[] right) {
        for (int field : comparison.absent()) {
            if (left[field] == null || right[field] == null) {
                return Vectors.ABSENT;
            }
        }
        double[] measured = new double[8];
        Arrays.fill(measured, Double.NaN);
        for (int i = 0; i < comparison.levels().size(); i++) {
            boolean holds = true;
            for (Test test : comparison.levels().get(i)) {
                holds = holds && holds(test, left, right, measured);
            }
            if (holds) {
                return i;
            }
        }
        return comparison.levels().size();
    }

    private static boolean holds(Test test, @Nullable String[] left, @Nullable String[] right, double[] measured) {
        String here = left[test.field()];
        String there = right[test.field()];
        if (here == null || there == null) {
            return false;
        }
        switch (test.kind()) {
            case EXACT:
                return here.equals(there);
            case CONTAINS:
                return Math.min(here.length(), there.length()) >= test.limit()
                        && (here.contains(there) || there.contains(here));
            case SWAPPED:
                return here.equals(right[test.other()]) && there.equals(left[test.other()]);
            default:
                break;
        }
        if (Double.isNaN(measured[test.measure()])) {
            measured[test.measure()] = Similarity.measure(test.kind(), here, there);
        }
        double found = measured[test.measure()];
        return test.kind() == Condition.Kind.JARO_WINKLER ? found >= test.limit() : found <= test.limit();
    }
}
