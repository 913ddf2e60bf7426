package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ipwarehouse.warehouse.internal.indicator.Term;

/**
 * Which counts are parts of others, read from what they count: the same rows of the same fact at the same dates, where
 * more conditions are joined by "and". Who has both can take one from the other.
 */
final class Relations {
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");
    private static final Pattern BETWEEN_OR = Pattern.compile("\\b(or|between|case)\\b");

    private final Map<Quantity, List<Quantity>> wholes = new HashMap<>();
    private final Map<Quantity, List<Quantity>> parts = new HashMap<>();

    Relations(Collection<Quantity> quantities) {
        List<Quantity> single = quantities.stream()
                .filter(q -> q.terms().size() == 1 && q.terms().get(0).measure() == Term.Measure.COUNT)
                .toList();
        for (Quantity part : single) {
            for (Quantity whole : single) {
                if (isPart(part.terms().get(0), whole.terms().get(0))) {
                    wholes.computeIfAbsent(part, q -> new ArrayList<>()).add(whole);
                    parts.computeIfAbsent(whole, q -> new ArrayList<>()).add(part);
                }
            }
        }
    }

    /** What a quantity is a part of. */
    List<Quantity> wholes(Quantity part) {
        return wholes.getOrDefault(part, List.of());
    }

    /** The parts of a quantity. */
    List<Quantity> parts(Quantity whole) {
        return parts.getOrDefault(whole, List.of());
    }

    private static boolean isPart(Term part, Term whole) {
        boolean areAlike = part.fact().equals(whole.fact())
                && part.timing() == whole.timing()
                && part.at().equals(whole.at())
                && String.valueOf(part.leaves()).equals(String.valueOf(whole.leaves()));
        Set<String> conditions = conditions(part);
        Set<String> fewer = conditions(whole);
        return areAlike && conditions.size() > fewer.size() && conditions.containsAll(fewer);
    }

    /** What is joined by "and"; a condition in which that word may mean something else is taken as one. */
    private static Set<String> conditions(Term term) {
        String text = term.when().strip();
        Set<String> conditions =
                new HashSet<>(BETWEEN_OR.matcher(text).find() ? List.of(text) : List.of(AND.split(text, 0)));
        conditions.remove("true");
        return conditions;
    }
}
