package org.ipwarehouse.etl.read;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;

/**
 * A header as one contract understands it.
 *
 * @param first position of its first row among the sheet's lines
 * @param levels rows that it takes
 * @param headers label of each column, levels joined by '_'
 * @param fields contract field of each column, "" where unknown
 * @param units unit by field, where the label states one
 * @param missing labels of required columns that are not there
 * @param repeated fields of which a further column has the same label; the first is taken
 */
record HeaderMatch(
        Contract contract,
        int first,
        int levels,
        List<String> headers,
        List<String> fields,
        Map<String, String> units,
        List<String> missing,
        List<String> repeated) {

    /** Fewer columns are no header, but a row that shares a word with one. */
    static final int LEAST = 3;

    /** Better first: more fields found, nothing missing, more of the contract covered, fewer levels, higher up. */
    static final Comparator<HeaderMatch> BEST_FIRST = Comparator.comparingInt(HeaderMatch::matched)
            .thenComparing(HeaderMatch::complete)
            .thenComparingDouble(HeaderMatch::coverage)
            .reversed()
            .thenComparingInt(HeaderMatch::levels)
            .thenComparingInt(HeaderMatch::first);

    int matched() {
        return (int) fields.stream().filter(f -> !f.isEmpty()).count();
    }

    boolean complete() {
        return missing.isEmpty();
    }

    /** Labels as they stand, of all columns that have one. */
    List<String> found() {
        return headers.stream().filter(header -> !header.isEmpty()).toList();
    }

    /** Labels of columns that the contract does not know. */
    List<String> unknown() {
        return IntStream.range(0, headers.size())
                .filter(c -> fields.get(c).isEmpty() && !headers.get(c).isEmpty())
                .mapToObj(headers::get)
                .toList();
    }

    double coverage() {
        return (double) matched() / contract.fields().size();
    }

    /** Whether this is a header at all, and not a row that shares a word with one. */
    boolean plausible() {
        return matched() >= Math.min(LEAST, contract.fields().size());
    }

    /** Whether the columns stand there twice: two tables side by side, of which a row would mix both. */
    boolean isTwoTables() {
        return repeated.size() >= LEAST && repeated.size() * 2 >= matched();
    }

    /** Labels of the repeated columns, as the department calls them. */
    List<String> repeatedLabels() {
        return repeated.stream()
                .map(name -> contract.field(name).map(Field::labelZh).orElse(name))
                .toList();
    }

    boolean ties(HeaderMatch other) {
        return matched() == other.matched()
                && complete() == other.complete()
                && Double.compare(coverage(), other.coverage()) == 0;
    }
}
