package org.ipwarehouse.warehouse.internal.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ipwarehouse.warehouse.internal.linkage.Patterns.Pattern;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Rule;

/** The pairs of a small linkage, made in this process: for a few thousand records Spark's planning alone costs more. */
final class PairsHere implements Candidates {
    private final Spec spec;
    private final RecordsHere records;
    private final Comparer comparer;

    PairsHere(Spec spec, RecordsHere records) {
        this.spec = spec;
        this.records = records;
        comparer = new Comparer(spec);
    }

    @Override
    public Totals totals() {
        return records.totals();
    }

    @Override
    public double possiblePairs() {
        return totals().pairs(records.isLink());
    }

    @FunctionalInterface
    private interface PairOf {
        void pair(int left, int right);
    }

    /** Pairs within blocks; in a linkage the left record is of the first file, else the one of the lesser id. */
    private void each(Iterable<int[]> blocks, PairOf sink) {
        for (int[] block : blocks) {
            for (int i = 0; i < block.length; i++) {
                for (int j = i + 1; j < block.length; j++) {
                    ordered(block[i], block[j], sink);
                }
            }
        }
    }

    private void ordered(int one, int other, PairOf sink) {
        if (records.isLink()) {
            int side = records.side(one) - records.side(other);
            if (side != 0) {
                sink.pair(side < 0 ? one : other, side < 0 ? other : one);
            }
        } else if (!records.isExclusive(one) || !records.isExclusive(other)) {
            boolean isFirst = records.isExclusive(one) == records.isExclusive(other)
                    ? records.id(one).compareTo(records.id(other)) < 0
                    : records.isExclusive(other);
            sink.pair(isFirst ? one : other, isFirst ? other : one);
        }
    }

    /** Pairs of several rules, each under the first that finds it. */
    private void eachOnce(List<Rule> rules, RuleSink sink) {
        for (int r = 0; r < rules.size(); r++) {
            int rule = r;
            List<Rule> earlier = rules.subList(0, r);
            each(records.blocks(rules.get(r)), (left, right) -> {
                if (earlier.stream().noneMatch(e -> records.agree(e, left, right))) {
                    sink.pair(left, right, rule);
                }
            });
        }
    }

    @FunctionalInterface
    private interface RuleSink {
        void pair(int left, int right, int rule);
    }

    @Override
    public Patterns patterns() {
        Map<Integer, List<Pattern>> found = new HashMap<>();
        Spec.Training training = spec.training();
        found.put(Patterns.RANDOM, counted(sink -> each(chance(), sink)));
        for (int i = 0; i < training.sessions().size(); i++) {
            Iterable<int[]> blocks = some(records.blocks(training.sessions().get(i)), training.emPairs());
            found.put(i + 1, counted(sink -> each(blocks, sink)));
        }
        found.put(
                Patterns.PRIOR,
                counted(sink -> eachOnce(training.prior().rules(), (left, right, rule) -> sink.pair(left, right))));
        return new Patterns(found);
    }

    private List<Pattern> counted(Consumer<PairOf> pairs) {
        Map<List<Integer>, long[]> counts = new HashMap<>();
        pairs.accept((left, right) -> counts.computeIfAbsent(levels(left, right), k -> new long[1])[0]++);
        return counts.entrySet().stream()
                .map(e -> new Pattern(e.getKey(), e.getValue()[0]))
                .toList();
    }

    private List<Integer> levels(int left, int right) {
        return comparer.levels(records.values(left), records.values(right));
    }

    /** Records fall by chance into groups of such a size that all pairs within groups are about as many as asked for. */
    private List<int[]> chance() {
        int groups =
                (int) Math.max(1, Math.ceil(possiblePairs() / spec.training().randomPairs()));
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < records.size(); i++) {
            long mixed = mixed(records.id(i).hashCode() * 31L
                    + records.side(i)
                    + (spec.training().seed() << 32));
            members.computeIfAbsent((int) Math.floorMod(mixed, (long) groups), g -> new ArrayList<>())
                    .add(i);
        }
        return RecordsHere.arrays(members.values());
    }

    /** The finaliser of SplitMix64: neighbouring numbers become unrelated ones. */
    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** Every so-manieth block, so that their pairs are about as many as wanted. */
    private static List<int[]> some(List<int[]> blocks, long wanted) {
        double pairs = blocks.stream()
                .mapToDouble(b -> b.length * (b.length - 1.0) / 2)
                .sum();
        int oneOf = (int) Math.max(1, Math.round(pairs / wanted));
        List<int[]> some = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i += oneOf) {
            some.add(blocks.get(i));
        }
        return some;
    }

    private record Weighed(int left, int right, int rule, double weight) {}

    private List<Weighed> weighed(double least, LinkModel model) {
        List<Weighed> heavy = new ArrayList<>();
        eachOnce(spec.blocking(), (left, right, rule) -> {
            double weight = model.priorWeight();
            for (double bits : bits(levels(left, right), left, right, model)) {
                weight += bits;
            }
            if (weight >= least) {
                heavy.add(new Weighed(left, right, rule, weight));
            }
        });
        return spec.keep().best() == 0 ? heavy : best(heavy);
    }

    private List<Double> bits(List<Integer> levels, int left, int right, LinkModel model) {
        List<Double> bits = new ArrayList<>(levels.size());
        for (int c = 0; c < levels.size(); c++) {
            int level = levels.get(c);
            bits.add(level == Vectors.ABSENT ? 0.0 : bits(c, level, left, right, model));
        }
        return bits;
    }

    private double bits(int comparison, int level, int left, int right, LinkModel model) {
        String field = spec.comparisons().get(comparison).levels().get(level).frequency();
        double bits = model.weight(comparison, level);
        return field == null
                ? bits
                : bits + LinkModel.log2(model.u()[comparison][level] / records.share(field, left, right));
    }

    /** Mutual: a pair stays where each is among the best of the other. Ties go by the records' names. */
    private List<Weighed> best(List<Weighed> pairs) {
        Comparator<Weighed> heaviest =
                Comparator.comparingDouble(Weighed::weight).reversed();
        int[] ofLeft = new int[records.size()];
        int[] ofRight = new int[records.size()];
        List<Weighed> byLeft = new ArrayList<>(pairs);
        byLeft.sort(heaviest.thenComparing(w -> records.id(w.right())));
        Map<Weighed, Boolean> kept = new HashMap<>();
        byLeft.forEach(w -> kept.put(w, ++ofLeft[w.left()] <= spec.keep().best()));
        List<Weighed> byRight = new ArrayList<>(pairs);
        byRight.sort(heaviest.thenComparing(w -> records.id(w.left())));
        List<Weighed> best = new ArrayList<>();
        for (Weighed w : byRight) {
            if (++ofRight[w.right()] <= spec.keep().best() && kept.getOrDefault(w, false)) {
                best.add(w);
            }
        }
        return best;
    }

    @Override
    public List<Scored> atLeast(double weight, LinkModel model) {
        List<Scored> scored = new ArrayList<>();
        for (Weighed w : weighed(weight, model)) {
            List<Integer> levels = levels(w.left(), w.right());
            scored.add(new Scored(
                    records.id(w.left()),
                    records.id(w.right()),
                    spec.blocking().get(w.rule()).toString(),
                    levels,
                    bits(levels, w.left(), w.right(), model),
                    w.weight()));
        }
        scored.sort(Comparator.comparing(Scored::leftId).thenComparing(Scored::rightId));
        return scored;
    }

    @Override
    public List<Step> steps(LinkModel model) {
        Map<Long, long[]> counts = new TreeMap<>();
        for (Weighed w : weighed(Double.NEGATIVE_INFINITY, model)) {
            long[] count = counts.computeIfAbsent((long) Math.floor(w.weight() / Evaluator.STEP), k -> new long[2]);
            count[0] += records.isSame(w.left(), w.right()) ? 1 : 0;
            count[1]++;
        }
        List<Step> steps = new ArrayList<>();
        counts.forEach((step, count) -> steps.add(new Step(step, count[0], count[1])));
        return steps;
    }

    @Override
    public long truePairs() {
        long[] same = new long[1];
        each(records.labelled(), (left, right) -> same[0]++);
        return same[0];
    }

    @Override
    public void close() {
        // nothing is held outside this process
    }
}
