package org.ipwarehouse.warehouse.internal.indicator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Dimension;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Disclosure;

/**
 * Everything that must be counted for a set of indicators, each term once however many indicators share it.
 *
 * @param terms by number
 * @param parts numbers of the terms of each indicator
 */
record Plan(List<Term> terms, List<Parts> parts) {

    /**
     * Terms that count the rows of the base, and those of them that lack a key field.
     *
     * @param rows and {@code lacking}: empty where no key field is named
     */
    record KeyFields(List<Integer> rows, List<Integer> lacking) {}

    /**
     * @param disclosed one list for each disclosure, in order
     * @param sampled counts of the rows of numerator and denominator, where the definition asks for a least number
     */
    record Parts(
            Definition definition,
            List<Integer> numerator,
            List<Integer> denominator,
            List<Integer> provisional,
            List<Integer> blocked,
            List<List<Integer>> disclosed,
            KeyFields keyFields,
            List<List<Integer>> sampled) {
        List<Integer> base() {
            return denominator.isEmpty() ? numerator : denominator;
        }

        /** Every term that is read for a figure. */
        Stream<Integer> all() {
            Stream<List<Integer>> single =
                    Stream.of(numerator, denominator, provisional, blocked, keyFields.rows(), keyFields.lacking());
            return Stream.of(single, disclosed.stream(), sampled.stream())
                    .flatMap(lists -> lists)
                    .flatMap(List::stream);
        }
    }

    Plan {
        terms = List.copyOf(terms);
        parts = List.copyOf(parts);
    }

    static Plan of(List<Definition> definitions) {
        Map<Term, Integer> numbers = new LinkedHashMap<>();
        List<Parts> parts = new ArrayList<>();
        for (Definition definition : definitions) {
            parts.add(new Parts(
                    definition,
                    numbered(numbers, definition.numerator()),
                    numbered(numbers, definition.denominator()),
                    numbered(numbers, provisional(definition)),
                    numbered(numbers, definition.blocked()),
                    disclosed(numbers, definition),
                    keyFields(numbers, definition),
                    sampled(numbers, definition)));
        }
        return new Plan(List.copyOf(numbers.keySet()), parts);
    }

    private static List<Term> provisional(Definition definition) {
        return definition.base().stream()
                .filter(term -> !term.provisionalWhen().isEmpty())
                .map(term -> term.countedWhere(term.provisionalWhen()))
                .toList();
    }

    private static KeyFields keyFields(Map<Term, Integer> numbers, Definition definition) {
        if (definition.keyFields().isEmpty()) {
            return new KeyFields(List.of(), List.of());
        }
        String lacks =
                definition.keyFields().stream().map(field -> field + " is null").collect(Collectors.joining(" or "));
        return new KeyFields(counted(numbers, definition.base(), "true"), counted(numbers, definition.base(), lacks));
    }

    private static List<Integer> counted(Map<Term, Integer> numbers, List<Term> terms, String condition) {
        return numbered(
                numbers, terms.stream().map(t -> t.countedWhere(condition)).toList());
    }

    private static List<List<Integer>> disclosed(Map<Term, Integer> numbers, Definition definition) {
        List<List<Integer>> disclosed = new ArrayList<>();
        for (Disclosure disclosure : definition.disclosures()) {
            disclosed.add(counted(numbers, definition.base(), disclosure.when()));
        }
        return disclosed;
    }

    private static List<List<Integer>> sampled(Map<Term, Integer> numbers, Definition definition) {
        if (definition.leastSample() == 0) {
            return List.of();
        }
        return Stream.of(definition.numerator(), definition.denominator())
                .filter(side -> !side.isEmpty())
                .map(side -> numbered(
                        numbers,
                        side.stream().map(term -> term.countedWhere("true")).toList()))
                .toList();
    }

    private static List<Integer> numbered(Map<Term, Integer> numbers, List<Term> terms) {
        List<Integer> result = new ArrayList<>();
        for (Term term : terms) {
            result.add(numbers.computeIfAbsent(term, t -> numbers.size()));
        }
        return List.copyOf(result);
    }

    Set<TableName> facts() {
        Set<TableName> facts = new TreeSet<>();
        terms.forEach(term -> facts.add(term.fact()));
        return facts;
    }

    /** The terms of a fact by number. */
    Map<Integer, Term> terms(TableName fact) {
        Map<Integer, Term> ofFact = new LinkedHashMap<>();
        for (int number = 0; number < terms.size(); number++) {
            if (terms.get(number).fact().equals(fact)) {
                ofFact.put(number, terms.get(number));
            }
        }
        return ofFact;
    }

    /**
     * In which cells a term is asked for.
     *
     * @param dimensions names of the breakdowns
     * @param townships false where only the district has figures
     */
    record Reach(Set<String> dimensions, boolean townships) {}

    /** The cells in which the indicators of a fact ask for a term, by its number. */
    Map<Integer, Reach> reach(TableName fact) {
        Map<Integer, Reach> reach = new LinkedHashMap<>();
        for (Parts part : parts) {
            Definition definition = part.definition();
            boolean townships = definition.regions() == Definition.Regions.TOWNSHIPS;
            Reach asked = new Reach(definition.dimensions().keySet(), townships);
            part.all()
                    .filter(term -> terms.get(term).fact().equals(fact))
                    .forEach(term -> reach.merge(term, asked, Plan::both));
        }
        return reach;
    }

    private static Reach both(Reach some, Reach more) {
        Set<String> dimensions = new TreeSet<>(some.dimensions());
        dimensions.addAll(more.dimensions());
        return new Reach(dimensions, some.townships() || more.townships());
    }

    /** All terms by number. */
    Map<Integer, Term> numbered() {
        Map<Integer, Term> numbered = new LinkedHashMap<>();
        for (int number = 0; number < terms.size(); number++) {
            numbered.put(number, terms.get(number));
        }
        return numbered;
    }

    /** The breakdowns that the indicators of a fact ask for, by name. */
    Map<String, Dimension> dimensions(TableName fact) {
        Map<String, Dimension> dimensions = new TreeMap<>();
        for (Parts part : parts) {
            if (part.definition().facts().contains(fact)) {
                part.definition().dimensions().forEach((name, dimension) -> {
                    Dimension other = dimensions.putIfAbsent(name, dimension);
                    if (other != null && !other.equals(dimension)) {
                        throw new IllegalArgumentException("Dimension " + name + " of " + fact
                                + " means different columns: " + other.column() + " and " + dimension.column());
                    }
                });
            }
        }
        return dimensions;
    }
}
