package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Complementary suppression by witnesses. For each sensitive place another table is found that agrees with everything the
 * public is shown and differs in this place by the width asked for; the places in which the two differ are hidden. As
 * long as they are hidden the public cannot tell the two tables apart, and hiding more later takes nothing from that: so
 * no audit has to follow. Of the witnesses tried, the one that hides least is taken.
 *
 * <p>A witness moves one unit of time, township and breakdown, alone or to another one of the same axis, so that the sums
 * over both stay as they are: the corners of a hypercube, of which any axis may be left out. A unit that comes to a part
 * comes to its whole too, or from what the part leaves of it.
 */
final class Protection {
    private static final int TIMES = 24;
    private static final int REGIONS = 16;
    private static final double INFEASIBLE = Double.POSITIVE_INFINITY;

    private final Table table;
    private final Shape shape;
    private final TimeAxis time;
    private final double[] weights;
    private final double[] doubts;
    private final double[] apart;
    private final Map<Integer, List<Steps>> timeSteps = new HashMap<>();
    private final List<Integer> exposed = new ArrayList<>();

    Protection(Table table) {
        this.table = table;
        shape = table.shape();
        time = new TimeAxis(shape.periods(), table.timing());
        doubts = new double[shape.size()];
        apart = new double[shape.size()];
        weights = shape.periods().stream()
                .mapToDouble(period -> period.months().size())
                .toArray();
    }

    /** What one move of time and region does, and by how much. */
    private record Move(Steps time, Steps region, double amount) {}

    /** A slot in which a move is made, or of a move of time the half that takes, or the half that gives. */
    private record Part(Steps time, int slot) {}

    /** A move with what it is made in. */
    private record Witness(Move move, List<Part> parts, double cost) {
        static Witness of(Move move, double cost, int... slots) {
            return new Witness(
                    move,
                    Arrays.stream(slots)
                            .mapToObj(slot -> new Part(move.time(), slot))
                            .toList(),
                    cost);
        }
    }

    /** @return the places for which there is no witness: the public has them already, or can work them out */
    List<Integer> run() {
        List<Table.Sensitive> order = new ArrayList<>(table.sensitive());
        order.sort(Comparator.comparingDouble((Table.Sensitive s) -> -importance(s.cell()))
                .thenComparing(Table.Sensitive::cell));
        for (Table.Sensitive sensitive : order) {
            double doubt = sensitive.isRemainder() ? apart[sensitive.cell()] : doubts[sensitive.cell()];
            if (doubt < sensitive.width()) {
                protect(sensitive);
            }
        }
        return List.copyOf(exposed);
    }

    /** How much is lost with a place: long periods, the district and totals tell most. */
    private double importance(int cell) {
        double region = shape.isDistrict(shape.regionOf(cell)) ? 8 : 1;
        double slot = shape.slotOf(cell) == 0 ? 6 : 1;
        double value = table.isKnown(cell) ? 1 + Math.log1p(Math.abs(table.value(cell))) : 1;
        return weights[shape.periodOf(cell)] * region * slot * value;
    }

    private void protect(Table.Sensitive sensitive) {
        Witness best = cheapest(sensitive);
        if (best == null) {
            exposed.add(sensitive.cell());
        } else {
            hide(best);
        }
    }

    private @Nullable Witness cheapest(Table.Sensitive sensitive) {
        Witness best = null;
        double[] signs = table.timing() == TimeAxis.Timing.FLOW ? new double[] {1, -1} : new double[] {1};
        for (double sign : signs) {
            double amount = sign * sensitive.width();
            List<Steps> regions = regions(sensitive, amount);
            for (Steps when : times(sensitive.cell(), amount)) {
                for (Steps where : regions) {
                    double below = best == null ? INFEASIBLE : best.cost();
                    Witness witness = witness(new Move(when, where, amount), shape.slotOf(sensitive.cell()), below);
                    best = witness == null ? best : witness;
                    if (best != null && best.cost() == 0) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    /** Moves of time by what they would hide in the line of the sensitive place. */
    private List<Steps> times(int cell, double amount) {
        int region = shape.regionOf(cell);
        int slot = shape.slotOf(cell);
        List<Steps> steps = timeSteps.computeIfAbsent(shape.periodOf(cell), time::steps);
        return chosen(steps, s -> line(s, amount, p -> shape.cell(p, region, slot)), TIMES);
    }

    /** The cheapest that are possible, and of those that take from nowhere always some. */
    private static List<Steps> chosen(List<Steps> steps, ToDoubleFunction<Steps> cost, int most) {
        record Priced(Steps steps, double cost) {}
        List<Steps> sorted = steps.stream()
                .map(s -> new Priced(s, cost.applyAsDouble(s)))
                .filter(s -> s.cost() < INFEASIBLE)
                .sorted(Comparator.comparingDouble(Priced::cost))
                .map(Priced::steps)
                .toList();
        if (sorted.size() <= most) {
            return sorted;
        }
        List<Steps> chosen = new ArrayList<>(sorted.subList(0, most));
        sorted.subList(most, sorted.size()).stream()
                .filter(Steps::isAlone)
                .limit(most)
                .forEach(chosen::add);
        return chosen;
    }

    private double line(Steps steps, double amount, IntUnaryOperator cellOf) {
        double cost = 0;
        for (int i = 0; i < steps.places().length; i++) {
            int cell = cellOf.applyAsInt(steps.places()[i]);
            if (!isPossible(cell, amount * steps.signs()[i], false)) {
                return INFEASIBLE;
            }
            cost += loss(cell);
        }
        return cost;
    }

    private double loss(int cell) {
        return table.isVisible(cell) && !table.isHidden(cell) ? importance(cell) : 0;
    }

    /** Moves of townships, each in the kinds that may move together, by what they would hide. */
    private List<Steps> regions(Table.Sensitive sensitive, double amount) {
        int cell = sensitive.cell();
        int period = shape.periodOf(cell);
        int slot = shape.slotOf(cell);
        List<Steps> steps = new ArrayList<>();
        for (int[] kinds : kinds(sensitive)) {
            for (Steps townships : townships(shape.inKind(0, shape.regionOf(cell)))) {
                steps.add(kinds.length == 1 && kinds[0] == 0 ? townships : inKinds(townships, kinds));
            }
        }
        return chosen(steps, s -> line(s, amount, r -> shape.cell(period, r, slot)), REGIONS);
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

    /** The kind alone, with one that it belongs to or that belongs to it, with all of either. */
    private List<int[]> kinds(Table.Sensitive sensitive) {
        int own = shape.kindOf(shape.regionOf(sensitive.cell()));
        Set<Set<Integer>> together = new LinkedHashSet<>(Set.of(Set.of(own)));
        if (!sensitive.isRemainder()) {
            Set<Integer> wholes = new TreeSet<>(Set.of(own));
            Set<Integer> parts = new TreeSet<>(Set.of(own));
            for (Table.Inclusion inclusion : table.inclusions()) {
                if (inclusion.has(own)) {
                    together.add(Set.of(inclusion.part(), inclusion.whole()));
                    wholes.add(inclusion.whole());
                    parts.add(inclusion.part());
                }
            }
            together.add(wholes);
            together.add(parts);
        }
        return together.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).sorted().toArray())
                .toList();
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

    private @Nullable Witness witness(Move move, int slot, double below) {
        if (slot == 0) {
            double own = cost(move, 0, 1, move.time());
            return own < below ? withParts(move, Witness.of(move, own, 0), -1, below) : null;
        }
        Witness best = null;
        double own = cost(move, slot, 1, null);
        if (own < below) {
            best = besideTotal(move, slot, own, below);
        }
        double least = best == null ? below : best.cost();
        double withTotal = least == 0 ? INFEASIBLE : cost(move, slot, 1, move.time()) + cost(move, 0, 1, move.time());
        if (withTotal < least) {
            Witness all = withParts(move, Witness.of(move, withTotal, 0, slot), dimensionOf(slot), least);
            best = all == null ? best : all;
        }
        return best;
    }

    /** The total stays: rows without a value of the dimension, or with several, or another value make up for it. */
    private @Nullable Witness besideTotal(Move move, int slot, double own, double below) {
        int dimension = dimensionOf(slot);
        if (table.isOpen(dimension) || hasRest(move, dimension)) {
            return Witness.of(move, own, slot);
        }
        return paired(move, slot, own, below);
    }

    /** The same in another value of the dimension, the other way round: the total stays as it is. */
    private @Nullable Witness paired(Move move, int slot, double own, double below) {
        int best = -1;
        double least = below - own;
        for (int other : shape.dimensions().get(dimensionOf(slot))) {
            if (other != slot && least > 0) {
                double cost = cost(move, other, -1, null);
                if (cost < least) {
                    least = cost;
                    best = other;
                }
            }
        }
        return best < 0 ? null : Witness.of(move, own + least, slot, best);
    }

    private int dimensionOf(int slot) {
        List<int[]> dimensions = shape.dimensions();
        for (int d = 0; d < dimensions.size(); d++) {
            int[] stretch = dimensions.get(d);
            if (stretch[0] <= slot && slot <= stretch[stretch.length - 1]) {
                return d;
            }
        }
        throw new IllegalArgumentException("No slot " + slot);
    }

    /** Where the total changes, a value of each dimension must change with it. */
    private @Nullable Witness withParts(Move move, Witness begun, int without, double below) {
        List<Part> parts = new ArrayList<>(begun.parts());
        double sum = begun.cost();
        for (int d = 0; d < shape.dimensions().size() && sum < below; d++) {
            if (d != without && !table.isOpen(d) && !hasRest(move, d)) {
                Witness same = inOne(move, move.time(), d);
                Witness two = same.cost() == 0 ? same : inTwo(move, d, same);
                sum += two.cost();
                parts.addAll(two.parts());
            }
        }
        return sum < below ? new Witness(move, parts, sum) : null;
    }

    /** The cheapest value of a dimension for a move of time. */
    private Witness inOne(Move move, Steps when, int dimension) {
        Move own = new Move(when, move.region(), move.amount());
        int best = 0;
        double least = INFEASIBLE;
        for (int slot : shape.dimensions().get(dimension)) {
            double cost = least == 0 ? INFEASIBLE : cost(own, slot, 1, move.time());
            if (cost < least) {
                least = cost;
                best = slot;
            }
        }
        return new Witness(move, List.of(new Part(when, best)), least);
    }

    /** What one value takes in one month another may give in the other. */
    private Witness inTwo(Move move, int dimension, Witness otherwise) {
        if (move.time().halves().isEmpty()) {
            return otherwise;
        }
        Witness more = inOne(move, move.time().halves().get(0), dimension);
        if (more.cost() >= otherwise.cost()) {
            return otherwise;
        }
        Witness less = inOne(move, move.time().halves().get(1), dimension);
        double cost = more.cost() + less.cost();
        // in one value after all, the halves were judged without each other
        boolean isOne = more.parts().get(0).slot() == less.parts().get(0).slot();
        return cost >= otherwise.cost() || isOne
                ? otherwise
                : new Witness(move, List.of(more.parts().get(0), less.parts().get(0)), cost);
    }

    /** Whether some rows of every place have no value in a dimension, so that these may be more or fewer unseen. */
    private boolean hasRest(Move move, int dimension) {
        for (int p : move.time().places()) {
            for (int r : move.region().places()) {
                double rest = table.value(shape.cell(p, r, 0));
                for (int slot : shape.dimensions().get(dimension)) {
                    double part = table.value(shape.cell(p, r, slot));
                    rest -= Double.isNaN(part) ? 0 : part;
                }
                if (!(rest > Math.abs(move.amount()))) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * What a move in one slot would hide more; infinite where the public would see that it was made.
     *
     * @param total the move of time that is made in the total, null where it stays
     */
    private double cost(Move move, int slot, int sign, @Nullable Steps total) {
        double amount = move.amount() * sign;
        if (!areCornersPossible(move, slot, amount)) {
            return INFEASIBLE;
        }
        double cost = 0;
        int[] when = move.time().places();
        int[] where = move.region().places();
        for (int i = 0; i < when.length; i++) {
            for (int j = 0; j < where.length; j++) {
                int cell = shape.cell(when[i], where[j], slot);
                double change = amount * move.time().signs()[i] * move.region().signs()[j];
                if (!isPossible(cell, change, false) || !isWithin(move, cell, change, inTotal(move, total, i, j))) {
                    return INFEASIBLE;
                }
                cost += loss(cell);
            }
        }
        return cost;
    }

    /** Looked at first: most moves fail because there is nothing to take from. */
    private boolean areCornersPossible(Move move, int slot, double amount) {
        for (int i : move.time().atoms()) {
            for (int j : move.region().atoms()) {
                int cell = shape.cell(move.time().places()[i], move.region().places()[j], slot);
                double change = amount * move.time().signs()[i] * move.region().signs()[j];
                if (!isPossible(cell, change, true)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isPossible(int cell, double change, boolean isAtom) {
        if (!table.isKnown(cell)) {
            return !isAtom || change > 0 || table.isAbsent(cell);
        }
        double changed = table.value(cell) + change;
        return !table.isFixed(cell)
                && !table.isShownZero(cell)
                && changed >= table.least(cell)
                && changed <= table.most(cell);
    }

    private static double inTotal(Move move, @Nullable Steps total, int i, int j) {
        return total == null
                ? 0
                : move.amount()
                        * total.signAt(move.time().places()[i])
                        * move.region().signs()[j];
    }

    /** A part never exceeds its whole. */
    private boolean isWithin(Move move, int cell, double change, double inTotal) {
        int period = shape.periodOf(cell);
        int region = shape.regionOf(cell);
        int slot = shape.slotOf(cell);
        if (slot != 0 && !isBelow(cell, change, shape.cell(period, region, 0), inTotal)) {
            return false;
        }
        if (!isIncluded(move, cell, change)) {
            return false;
        }
        if (!table.isDistinct()) {
            return true;
        }
        if (region != 0) {
            double whole = move.region().signAt(0) == 0 ? 0 : change;
            if (!isBelow(cell, change, shape.cell(period, 0, slot), whole)) {
                return false;
            }
        }
        return isWithinLonger(move, cell, change);
    }

    /** Nor does one kind exceed another of which it is a part. */
    private boolean isIncluded(Move move, int cell, double change) {
        int region = shape.regionOf(cell);
        int kind = shape.kindOf(region);
        for (Table.Inclusion inclusion : table.inclusions()) {
            if (inclusion.has(kind)) {
                boolean isPart = inclusion.part() == kind;
                int other = shape.inKind(isPart ? inclusion.whole() : inclusion.part(), region);
                int there = shape.cell(shape.periodOf(cell), other, shape.slotOf(cell));
                double moved =
                        change * move.region().signAt(region) * move.region().signAt(other);
                boolean isBelow = isPart ? isBelow(cell, change, there, moved) : isBelow(there, moved, cell, change);
                if (!isBelow) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isWithinLonger(Move move, int cell, double change) {
        int period = shape.periodOf(cell);
        for (int p = 0; p < shape.periods().size(); p++) {
            if (p != period
                    && !shape.periods()
                            .get(p)
                            .first()
                            .isAfter(shape.periods().get(period).first())
                    && !shape.periods()
                            .get(p)
                            .last()
                            .isBefore(shape.periods().get(period).last())) {
                double whole = change * move.time().signAt(p) * move.time().signAt(period);
                if (!isBelow(cell, change, shape.cell(p, shape.regionOf(cell), shape.slotOf(cell)), whole)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isBelow(int part, double change, int whole, double changeOfWhole) {
        return !table.isKnown(part)
                || !table.isKnown(whole)
                || table.value(part) + change <= table.value(whole) + changeOfWhole + 1e-9
                || table.value(part) > table.value(whole);
    }

    private void hide(Witness witness) {
        Move move = witness.move();
        boolean isAlone = Arrays.stream(move.region().places())
                        .map(shape::kindOf)
                        .distinct()
                        .count()
                == 1;
        for (Part part : witness.parts()) {
            for (int p : part.time().places()) {
                for (int r : move.region().places()) {
                    int cell = shape.cell(p, r, part.slot());
                    hide(cell, Math.abs(move.amount()));
                    if (isAlone) {
                        apart[cell] = Math.max(apart[cell], Math.abs(move.amount()));
                    }
                }
            }
        }
    }

    private void hide(int cell, double doubt) {
        if (table.isVisible(cell)) {
            table.hide(cell);
        }
        doubts[cell] = Math.max(doubts[cell], doubt);
    }
}
