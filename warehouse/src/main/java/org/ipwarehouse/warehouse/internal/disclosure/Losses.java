package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the public loses by a move, which is what it would hide; how much a place is worth to those who read. */
final class Losses {
    static final double INFEASIBLE = Double.POSITIVE_INFINITY;

    private final Table table;
    private final Shape shape;
    private final Bounds bounds;
    private final double[] weights;
    private final double[] importance;

    /** In which slot a move is made, and whether as it is (+1) or the other way round (-1). */
    record Made(int slot, int sign) {
        static Made in(int slot) {
            return new Made(slot, 1);
        }
    }

    Losses(Table table) {
        this.table = table;
        shape = table.shape();
        bounds = new Bounds(table);
        weights = shape.periods().stream()
                .mapToDouble(period -> period.months().size())
                .toArray();
        importance = new double[shape.size()];
    }

    /** How much is lost with a place: long periods, the district and totals tell most. */
    double importance(int cell) {
        if (importance[cell] == 0) {
            importance[cell] = weighed(cell);
        }
        return importance[cell];
    }

    private double weighed(int cell) {
        double region = shape.isDistrict(shape.regionOf(cell)) ? 8 : 1;
        double slot = shape.slotOf(cell) == 0 ? 6 : 1;
        double value = table.isKnown(cell) ? 1 + Math.log1p(Math.abs(table.value(cell))) : 1;
        return weights[shape.periodOf(cell)] * region * slot * value;
    }

    private double loss(int cell) {
        return table.isVisible(cell) && !table.isHidden(cell) ? importance(cell) : 0;
    }

    /** What steps along one axis would hide; infinite where they are not possible. */
    double line(Steps steps, double amount, IntUnaryOperator cellOf) {
        double cost = 0;
        for (int i = 0; i < steps.places().length; i++) {
            int cell = cellOf.applyAsInt(steps.places()[i]);
            if (!bounds.isPossible(cell, amount * steps.signs()[i], false)) {
                return INFEASIBLE;
            }
            cost += loss(cell);
        }
        return cost;
    }

    /**
     * What a move in one slot would hide more; infinite where the public would see that it was made, or where it would hide
     * as much as {@code below} or more.
     *
     * @param total the move of time that is made in the total, null where it stays
     */
    double cost(Move move, Made made, @Nullable Steps total, double below) {
        double amount = move.amount() * made.sign();
        if (!areCornersPossible(move, made.slot(), amount)) {
            return INFEASIBLE;
        }
        double cost = hiding(move, made.slot(), amount, below);
        return cost < below && isWithin(move, made.slot(), amount, total) ? cost : INFEASIBLE;
    }

    /** The places alone, which is quick to tell. */
    private double hiding(Move move, int slot, double amount, double below) {
        double cost = 0;
        int[] when = move.time().places();
        int[] where = move.region().places();
        for (int i = 0; i < when.length; i++) {
            for (int j = 0; j < where.length; j++) {
                int cell = shape.cell(when[i], where[j], slot);
                double change = amount * move.time().signs()[i] * move.region().signs()[j];
                if (!bounds.isPossible(cell, change, false)) {
                    return INFEASIBLE;
                }
                cost += loss(cell);
                if (cost >= below) {
                    return INFEASIBLE;
                }
            }
        }
        return cost;
    }

    private boolean isWithin(Move move, int slot, double amount, @Nullable Steps total) {
        int[] when = move.time().places();
        int[] where = move.region().places();
        for (int i = 0; i < when.length; i++) {
            for (int j = 0; j < where.length; j++) {
                double change = amount * move.time().signs()[i] * move.region().signs()[j];
                if (!bounds.isWithin(move, shape.cell(when[i], where[j], slot), change, move.inTotal(total, i, j))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Looked at first: most moves fail because there is nothing to take from. */
    private boolean areCornersPossible(Move move, int slot, double amount) {
        for (int i : move.time().atoms()) {
            for (int j : move.region().atoms()) {
                int cell = shape.cell(move.time().places()[i], move.region().places()[j], slot);
                double change = amount * move.time().signs()[i] * move.region().signs()[j];
                if (!bounds.isPossible(cell, change, true)) {
                    return false;
                }
            }
        }
        return true;
    }
}
