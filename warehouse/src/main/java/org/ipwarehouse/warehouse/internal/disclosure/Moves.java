package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The moves of time and of townships that are worth trying for a place: those that would hide least in its own line. */
final class Moves {
    private static final int TIMES = 24;
    private static final int REGIONS = 16;

    private final Table table;
    private final Shape shape;
    private final Losses losses;
    private final TimeAxis time;
    private final Map<Integer, List<Steps>> timeSteps = new HashMap<>();

    Moves(Table table, Losses losses) {
        this.table = table;
        this.losses = losses;
        shape = table.shape();
        time = new TimeAxis(shape.periods(), table.timing());
    }

    /** @param cost what it would hide in one line through the place: a move along two axes hides the sum of both at least */
    record Priced(Steps steps, double cost) {}

    /** Moves of time by what they would hide in the line of the sensitive place. */
    List<Priced> times(int cell, double amount) {
        int region = shape.regionOf(cell);
        int slot = shape.slotOf(cell);
        List<Steps> steps = timeSteps.computeIfAbsent(shape.periodOf(cell), time::steps);
        return chosen(steps, s -> losses.line(s, amount, p -> shape.cell(p, region, slot)), TIMES);
    }

    /** The cheapest that are possible, and of those that take from nowhere always some. */
    private static List<Priced> chosen(List<Steps> steps, ToDoubleFunction<Steps> cost, int most) {
        List<Priced> sorted = steps.stream()
                .map(s -> new Priced(s, cost.applyAsDouble(s)))
                .filter(s -> s.cost() < Losses.INFEASIBLE)
                .sorted(Comparator.comparingDouble(Priced::cost))
                .toList();
        if (sorted.size() <= most) {
            return sorted;
        }
        List<Priced> chosen = new ArrayList<>(sorted.subList(0, most));
        sorted.subList(most, sorted.size()).stream()
                .filter(priced -> priced.steps().isAlone())
                .limit(most)
                .forEach(chosen::add);
        return chosen;
    }

    /** Moves of townships, for each set of kinds that may move together those that would hide least. */
    List<Priced> regions(Table.Sensitive sensitive, double amount) {
        int cell = sensitive.cell();
        int period = shape.periodOf(cell);
        int slot = shape.slotOf(cell);
        List<Steps> townships = townships(shape.inKind(0, shape.regionOf(cell)));
        List<Priced> steps = new ArrayList<>();
        for (int[] kinds : kinds(sensitive)) {
            List<Steps> joint = townships.stream()
                    .map(alone -> kinds.length == 1 && kinds[0] == 0 ? alone : inKinds(alone, kinds))
                    .toList();
            steps.addAll(chosen(joint, s -> losses.line(s, amount, r -> shape.cell(period, r, slot)), REGIONS));
        }
        return steps;
    }

    private List<Steps> townships(int own) {
        List<Steps> steps = new ArrayList<>();
        if (!shape.hasTownships()) {
            return List.of(new Steps(new int[] {0}, new int[] {1}, new int[] {0}));
        }
        for (int r = 1; r < shape.regions().size(); r++) {
            if (own == 0 || own == r) {
                steps.add(new Steps(new int[] {r, 0}, new int[] {1, 1}, new int[] {0}));
            }
            if (own != 0 && own != r) {
                steps.add(new Steps(new int[] {own, r}, new int[] {1, -1}, new int[] {0, 1}));
            }
        }
        return steps;
    }

    /**
     * The kinds that may move together: a case counts in its own kind, in some to which that belongs, in some that belong
     * to it, and in some that belong to the same as it does.
     */
    private List<int[]> kinds(Table.Sensitive sensitive) {
        int own = shape.kindOf(shape.regionOf(sensitive.cell()));
        Set<Set<Integer>> together = new LinkedHashSet<>(Set.of(Set.of(own)));
        if (!sensitive.isRemainder()) {
            Set<Integer> wholes = related(i -> i.part() == own, Table.Inclusion::whole);
            for (Set<Integer> below : choices(related(i -> i.whole() == own, Table.Inclusion::part))) {
                together.add(union(Set.of(own), below));
                for (Set<Integer> above : choices(wholes)) {
                    Set<Integer> tied = union(union(Set.of(own), above), below);
                    Set<Integer> besides =
                            related(i -> above.contains(i.whole()) && i.part() != own, Table.Inclusion::part);
                    choices(besides).forEach(beside -> together.add(union(tied, beside)));
                }
            }
        }
        return together.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private Set<Integer> related(Predicate<Table.Inclusion> which, Function<Table.Inclusion, Integer> kind) {
        Set<Integer> kinds = new TreeSet<>();
        table.inclusions().stream().filter(which).map(kind).forEach(kinds::add);
        return kinds;
    }

    private static Set<Integer> union(Set<Integer> some, Set<Integer> others) {
        Set<Integer> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /** None of them, one, all. */
    private static Set<Set<Integer>> choices(Set<Integer> kinds) {
        Set<Set<Integer>> choices = new LinkedHashSet<>();
        choices.add(Set.of());
        kinds.forEach(kind -> choices.add(Set.of(kind)));
        choices.add(kinds);
        return choices;
    }

    private Steps inKinds(Steps townships, int[] kinds) {
        int length = townships.places().length;
        int[] places = new int[kinds.length * length];
        int[] signs = new int[kinds.length * length];
        int[] atoms = new int[kinds.length * townships.atoms().length];
        for (int k = 0; k < kinds.length; k++) {
            for (int i = 0; i < length; i++) {
                places[k * length + i] = shape.region(kinds[k], townships.places()[i]);
                signs[k * length + i] = townships.signs()[i];
            }
            for (int i = 0; i < townships.atoms().length; i++) {
                atoms[k * townships.atoms().length + i] = k * length + townships.atoms()[i];
            }
        }
        return new Steps(places, signs, atoms);
    }
}
