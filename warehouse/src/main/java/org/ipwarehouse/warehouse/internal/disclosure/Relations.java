package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.warehouse.internal.indicator.Conjunction;
import org.ipwarehouse.warehouse.internal.indicator.Term;

/**
 * Which counts are parts of others, read from what they count: the same rows of the same fact at the same dates, where
 * more conditions are joined by "and". Who has both can take one from the other.
 */
final class Relations {
    private final Map<Quantity, Set<Quantity>> wholes = new HashMap<>();
    private final Map<Quantity, Set<Quantity>> neighbours = new HashMap<>();

    /** Counts that are parts of others by their conditions. */
    Relations(Collection<Quantity> quantities) {
        List<Quantity> single = quantities.stream()
                .filter(q -> q.terms().size() == 1 && q.terms().get(0).measure() == Term.Measure.COUNT)
                .toList();
        for (Quantity part : single) {
            for (Quantity whole : single) {
                if (isPart(part.terms().get(0), whole.terms().get(0))) {
                    add(part, whole);
                }
            }
        }
    }

    /** One is nowhere more than the other. */
    void add(Quantity part, Quantity whole) {
        wholes.computeIfAbsent(part, q -> new LinkedHashSet<>()).add(whole);
        neighbours.computeIfAbsent(part, q -> new LinkedHashSet<>()).add(whole);
        neighbours.computeIfAbsent(whole, q -> new LinkedHashSet<>()).add(part);
    }

    /** All that a quantity is tied to, itself first. */
    List<Quantity> family(Quantity quantity) {
        Set<Quantity> family = new LinkedHashSet<>(List.of(quantity));
        Deque<Quantity> open = new ArrayDeque<>(family);
        while (!open.isEmpty()) {
            for (Quantity next : neighbours.getOrDefault(open.remove(), Set.of())) {
                if (family.add(next)) {
                    open.add(next);
                }
            }
        }
        return List.copyOf(family);
    }

    /** What a quantity is a part of. */
    Set<Quantity> wholes(Quantity part) {
        return wholes.getOrDefault(part, Set.of());
    }

    /** The relations within a family, by the places of its members. */
    List<Table.Inclusion> inclusions(List<Quantity> family) {
        List<Table.Inclusion> inclusions = new ArrayList<>();
        for (int part = 0; part < family.size(); part++) {
            for (Quantity whole : wholes(family.get(part))) {
                inclusions.add(new Table.Inclusion(part, family.indexOf(whole)));
            }
        }
        return inclusions;
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

    private static Set<String> conditions(Term term) {
        Set<String> conditions = new HashSet<>(Conjunction.of(term.when()));
        conditions.remove("true");
        return conditions;
    }
}
