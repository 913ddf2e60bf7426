package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ipwarehouse.warehouse.internal.disclosure.Losses.Made;
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
    /** Sums of losses in another order differ by less. */
    private static final double ROUNDING = 1e-9;

    private final Table table;
    private final Shape shape;
    private final Losses losses;
    private final Moves moves;
    private final double[] doubts;
    private final double[] apart;
    private final List<Integer> exposed = new ArrayList<>();

    Protection(Table table) {
        this.table = table;
        shape = table.shape();
        losses = new Losses(table);
        moves = new Moves(table, losses);
        doubts = new double[shape.size()];
        apart = new double[shape.size()];
    }

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
        order.sort(Comparator.comparingDouble((Table.Sensitive s) -> -losses.importance(s.cell()))
                .thenComparing(Table.Sensitive::cell));
        for (Table.Sensitive sensitive : order) {
            double doubt = sensitive.isRemainder() ? apart[sensitive.cell()] : doubts[sensitive.cell()];
            if (doubt < sensitive.width()) {
                protect(sensitive);
            }
        }
        return List.copyOf(exposed);
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
            List<Moves.Priced> regions = moves.regions(sensitive, amount);
            for (Moves.Priced when : moves.times(sensitive.cell(), amount)) {
                for (Moves.Priced where : regions) {
                    double below = best == null ? Losses.INFEASIBLE : best.cost();
                    if (when.cost() + where.cost() > below + ROUNDING) {
                        continue;
                    }
                    Move move = new Move(when.steps(), where.steps(), amount);
                    Witness witness = witness(move, shape.slotOf(sensitive.cell()), below);
                    best = witness == null ? best : witness;
                    if (best != null && best.cost() == 0) {
                        return best;
                    }
                }
            }
        }
        return best;
    }

    private @Nullable Witness witness(Move move, int slot, double below) {
        if (slot == 0) {
            double own = losses.cost(move, Made.in(0), move.time(), below);
            return own < below ? withParts(move, Witness.of(move, own, 0), -1, below) : null;
        }
        Witness best = null;
        double own = losses.cost(move, Made.in(slot), null, below);
        if (own < below) {
            best = besideTotal(move, slot, own, below);
        }
        double least = best == null ? below : best.cost();
        double withTotal = losses.cost(move, Made.in(slot), move.time(), least);
        if (withTotal < least) {
            withTotal += losses.cost(move, Made.in(0), move.time(), least);
        }
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
                double cost = losses.cost(move, new Made(other, -1), null, least);
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
        double least = Losses.INFEASIBLE;
        for (int slot : shape.dimensions().get(dimension)) {
            double cost = losses.cost(own, Made.in(slot), move.time(), least);
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
