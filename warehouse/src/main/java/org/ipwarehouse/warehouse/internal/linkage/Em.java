package org.ipwarehouse.warehouse.internal.linkage;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.warehouse.internal.linkage.Patterns.Pattern;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Comparison;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Level;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Rule;

/**
 * Learns how often each level occurs: among pairs that do not match (u) from random pairs, among pairs that match (m) by
 * expectation and maximisation over the pairs of each session, u held fixed (Winkler 1988; Splink). What the file states
 * counts as so many further pairs (a Dirichlet prior, as in Enamorado, Fifield and Imai 2019), so that a small register
 * does not learn nonsense from a dozen pairs. A session says nothing about what its own rule fixes.
 */
final class Em {
    private static final double LEAST = 1e-6;
    private static final double CHANGE = 1e-5;

    private final Spec spec;
    private final Patterns patterns;
    private final double[][] u;
    private final double[][] m;
    private final double prior;

    Em(Spec spec, Patterns patterns, double possiblePairs) {
        this.spec = spec;
        this.patterns = patterns;
        u = unmatched();
        prior = prior(possiblePairs);
        m = matched();
    }

    LinkModel model() {
        return new LinkModel(prior, m, u);
    }

    private double[][] unmatched() {
        double[][] counts = new double[spec.comparisons().size()][];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = stated(c, false);
        }
        for (Pattern pattern : patterns.of(Patterns.RANDOM)) {
            add(counts, pattern, pattern.pairs());
        }
        return shares(counts);
    }

    /** The file's shares, each worth the stated number of pairs. */
    private double[] stated(int comparison, boolean isMatch) {
        List<Level> levels = spec.comparisons().get(comparison).levels();
        return levels.stream()
                .mapToDouble(l -> Math.max(
                        LEAST, (isMatch ? l.m() : l.u()) * spec.training().strength()))
                .toArray();
    }

    private static void add(double[][] counts, Pattern pattern, double pairs) {
        for (int c = 0; c < counts.length; c++) {
            int level = pattern.levels().get(c);
            if (level != Vectors.ABSENT) {
                counts[c][level] += pairs;
            }
        }
    }

    private static double[][] shares(double[][] counts) {
        double[][] shares = new double[counts.length][];
        for (int c = 0; c < counts.length; c++) {
            double total = 0;
            for (double count : counts[c]) {
                total += count;
            }
            shares[c] = counts[c].clone();
            for (int l = 0; l < shares[c].length; l++) {
                shares[c][l] = Math.max(LEAST, shares[c][l] / total);
            }
        }
        return shares;
    }

    /** Share of all possible pairs that match: the pairs of strict rules over the share of matches these find. */
    private double prior(double possiblePairs) {
        Spec.Prior stated = spec.training().prior();
        if (stated.probability() > 0) {
            return stated.probability();
        }
        long strict =
                patterns.of(Patterns.PRIOR).stream().mapToLong(Pattern::pairs).sum();
        return Math.min(0.5, (strict + 1) / stated.recall() / (possiblePairs + 1));
    }

    private double[][] matched() {
        List<Session> sessions = new ArrayList<>();
        List<Rule> rules = spec.training().sessions();
        for (int i = 0; i < rules.size(); i++) {
            sessions.add(new Session(rules.get(i), patterns.of(i + 1)));
        }
        double[][] shares = statedMatches();
        double change = 1;
        for (int round = 0; round < spec.training().rounds() && change > CHANGE; round++) {
            double[][] counts = new double[shares.length][];
            for (int c = 0; c < counts.length; c++) {
                counts[c] = stated(c, true);
            }
            for (Session session : sessions) {
                session.expect(shares, counts);
            }
            double[][] next = shares(counts);
            change = difference(shares, next);
            shares = next;
        }
        return shares;
    }

    private double[][] statedMatches() {
        double[][] counts = new double[spec.comparisons().size()][];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = spec.comparisons().get(c).levels().stream()
                    .mapToDouble(Level::m)
                    .toArray();
        }
        return shares(counts);
    }

    private static double difference(double[][] before, double[][] after) {
        double most = 0;
        for (int c = 0; c < before.length; c++) {
            for (int l = 0; l < before[c].length; l++) {
                most = Math.max(most, Math.abs(before[c][l] - after[c][l]));
            }
        }
        return most;
    }

    /** The pairs of one rule, with their own share of matches. */
    private final class Session {
        private final List<Pattern> pairs;
        private final boolean[] isFixed;
        private double share;

        Session(Rule rule, List<Pattern> pairs) {
            this.pairs = pairs;
            isFixed = new boolean[spec.comparisons().size()];
            double odds = prior / (1 - prior);
            for (int c = 0; c < isFixed.length; c++) {
                Comparison comparison = spec.comparisons().get(c);
                isFixed[c] = Spec.fixes(rule, comparison);
                odds *= isFixed[c] ? comparison.levels().get(0).m() / u[c][0] : 1;
            }
            share = Math.min(0.95, Math.max(0.001, odds / (1 + odds)));
        }

        /** One round: adds to the counts how many matches are expected at each level. */
        void expect(double[][] shares, double[][] counts) {
            double matches = 0;
            double all = 0;
            for (Pattern pattern : pairs) {
                double ratio = share / (1 - share);
                for (int c = 0; c < isFixed.length; c++) {
                    int level = pattern.levels().get(c);
                    ratio *= isFixed[c] || level == Vectors.ABSENT ? 1 : shares[c][level] / u[c][level];
                }
                double expected = pattern.pairs() * ratio / (1 + ratio);
                matches += expected;
                all += pattern.pairs();
                count(counts, pattern, expected);
            }
            share = all == 0 ? share : Math.min(1 - LEAST, Math.max(LEAST, matches / all));
        }

        private void count(double[][] counts, Pattern pattern, double expected) {
            for (int c = 0; c < isFixed.length; c++) {
                int level = pattern.levels().get(c);
                if (!isFixed[c] && level != Vectors.ABSENT) {
                    counts[c][level] += expected;
                }
            }
        }
    }
}
