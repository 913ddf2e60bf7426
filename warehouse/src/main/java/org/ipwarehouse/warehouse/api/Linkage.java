package org.ipwarehouse.warehouse.api;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Who is who: candidates of the last build, a person's decisions on them, and how well a linkage file does. */
public interface Linkage {

    /** Candidates that nobody has decided on, the heaviest first; those put off stand among them. */
    List<Candidate> open();

    /**
     * Keeps decisions for ever; the next build follows the latest one on each pair. A decision equal to the one that
     * holds is not kept again.
     *
     * @return how many were kept
     */
    long decide(List<Decision> decisions);

    /**
     * Links labelled data by a file and counts how often it is right.
     *
     * @param spec the linkage's file
     * @param data one CSV file, within which records are compared, or two, between which they are
     * @param truth column of which equal values mean the same entity
     */
    Evaluation evaluate(Path spec, List<Path> data, String truth);

    /** What a person may say of two parties. */
    enum Verdict {
        SAME("同一"),
        DIFFERENT("不同"),
        UNDECIDED("待定");

        private final String labelZh;

        Verdict(String labelZh) {
            this.labelZh = labelZh;
        }

        public String labelZh() {
            return labelZh;
        }

        /** As it is stored. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One side of a pair, as a reviewer sees it.
     *
     * @param key the party's key in {@code linked.party}
     * @param code credit code, or ""
     * @param sources where the party was met
     */
    record Side(String key, String name, String code, String address, String township, String sources) {}

    /**
     * @param weight sum of log2 Bayes factors, in bits
     * @param probability that both are the same
     * @param reasons what speaks for and against, for people
     * @param note what the last reviewer wrote, or ""
     */
    record Candidate(
            Side left,
            Side right,
            String level,
            BigDecimal weight,
            BigDecimal probability,
            String reasons,
            String note) {}

    /**
     * @param by who decided
     * @param reason why, as the reviewer wrote it, or ""
     */
    record Decision(String leftKey, String rightKey, Verdict verdict, String by, Instant at, String reason) {
        public Decision {
            if (leftKey.isBlank() || rightKey.isBlank() || leftKey.equals(rightKey)) {
                throw new IllegalArgumentException("Not a pair: '" + leftKey + "', '" + rightKey + "'");
            }
        }
    }

    /**
     * @param records records compared
     * @param truePairs pairs that are the same by the labels
     * @param blockedPairs pairs that the blocking rules found
     * @param blockedTruePairs of these, pairs that are the same
     * @param levels what was learned of each level
     * @param points by falling threshold
     * @param best the point of the best F1
     */
    record Evaluation(
            long records,
            long truePairs,
            long blockedPairs,
            long blockedTruePairs,
            double prior,
            List<LearnedLevel> levels,
            List<Point> points,
            Point best) {
        public Evaluation {
            levels = List.copyOf(levels);
            points = List.copyOf(points);
        }
    }

    /** Share of a level among pairs that match (m) and that do not (u). */
    record LearnedLevel(String comparison, String level, double m, double u, double weight) {}

    /** What is right and wrong if every pair of at least the weight counts as the same. */
    record Point(double weight, long right, long wrong, long missed) {
        public double precision() {
            return right + wrong == 0 ? 1 : right / (double) (right + wrong);
        }

        public double recall() {
            return right + missed == 0 ? 1 : right / (double) (right + missed);
        }

        /** Harmonic mean of precision and recall. */
        public double f1() {
            return 2.0 * right / Math.max(1, 2 * right + wrong + missed);
        }
    }
}
