package org.ipwarehouse.warehouse.internal.linkage;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a linkage compares, as its file says.
 *
 * @param file for messages
 * @param id column that names a record, unique in its file
 * @param exclusive column with true or false, or null: two records where it is true are known to be different
 * @param names words of enterprise names, for the fields that are parts of such a name
 * @param fields what is made of the columns before anything is compared
 * @param blocking pairs are compared only where all fields of some rule are equal
 * @param largestBlock values of a rule that more records share are left out of that rule
 */
record Spec(
        Path file,
        String name,
        String id,
        @Nullable String exclusive,
        NameWords names,
        List<Field> fields,
        List<Comparison> comparisons,
        List<Rule> blocking,
        int largestBlock,
        Training training,
        Keep keep) {

    Spec {
        fields = List.copyOf(fields);
        comparisons = List.copyOf(comparisons);
        blocking = List.copyOf(blocking);
    }

    /**
     * One value of a record, made from a column of the data.
     *
     * @param from column of the data
     * @param cleaning steps in their order
     */
    record Field(String name, String from, List<Cleaning> cleaning) {
        Field {
            cleaning = List.copyOf(cleaning);
        }
    }

    /**
     * How alike two records are in one respect. The first level whose conditions hold counts; the last level has none.
     *
     * @param absent fields of which a blank on either side makes the comparison say nothing
     */
    record Comparison(String name, String label, List<String> absent, List<Level> levels) {
        Comparison {
            absent = List.copyOf(absent);
            levels = List.copyOf(levels);
        }
    }

    /**
     * @param when all must hold; empty for "else"
     * @param m expected share of this level among pairs that match
     * @param u the same among pairs that do not
     * @param frequency field whose rare values weigh more, or null
     */
    record Level(
            String label,
            List<Condition> when,
            double m,
            double u,
            @Nullable String frequency) {
        Level {
            when = List.copyOf(when);
        }
    }

    /** Fields that must be equal. */
    record Rule(List<String> fields) {
        Rule {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return String.join("＋", fields);
        }
    }

    /**
     * @param randomPairs about so many pairs at random say how often values agree by chance
     * @param emPairs at most about so many pairs of a session
     * @param seed of the choice of pairs
     * @param rounds at most so many rounds of expectation and maximisation
     * @param strength how many pairs the shares stated in the file are worth
     * @param sessions rules within whose pairs the shares among matches are learned
     * @param prior how probable it is that two records match
     */
    record Training(
            long randomPairs, long emPairs, long seed, int rounds, double strength, List<Rule> sessions, Prior prior) {
        Training {
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * @param probability stated, or 0 where it is estimated
     * @param rules pairs that fulfil one of these are nearly all matches
     * @param recall share of all matches that these rules find
     */
    record Prior(double probability, List<Rule> rules, double recall) {
        Prior {
            rules = List.copyOf(rules);
        }
    }

    /**
     * @param weight pairs of less are not shown
     * @param best at most so many partners of a record, the best; 1 with one-to-one sources; 0: no limit
     */
    record Keep(double weight, int best) {}

    /** Columns that the data must have. */
    Set<String> columns() {
        Set<String> columns = new TreeSet<>();
        columns.add(id);
        fields.forEach(f -> columns.add(f.from()));
        if (exclusive != null) {
            columns.add(exclusive);
        }
        return columns;
    }

    /** Whether a comparison looks at a field that a rule makes equal, so that the rule's pairs say nothing about it. */
    static boolean fixes(Rule rule, Comparison comparison) {
        return comparison.levels().stream()
                .flatMap(level -> level.when().stream())
                .flatMap(condition -> condition.fields().stream())
                .anyMatch(rule.fields()::contains);
    }

    /** Words of enterprise names: canonical form of each word, by kind. */
    record NameWords(Map<String, String> regions, Map<String, String> forms, Map<String, String> industries)
            implements Serializable {
        static final NameWords NONE = new NameWords(Map.of(), Map.of(), Map.of());

        NameWords {
            regions = Map.copyOf(regions);
            forms = Map.copyOf(forms);
            industries = Map.copyOf(industries);
        }
    }
}
