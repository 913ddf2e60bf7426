package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.stream.IntStream;

/**
 * What the public knows of every table before it sees a number: no count is negative, zeros that are shown are zeros, a part
 * never exceeds its whole. A table that breaks this is no witness.
 */
final class Bounds {
    private final Table table;
    private final Shape shape;
    private final Table.Inclusion[][] inclusionsOfKind;

    Bounds(Table table) {
        this.table = table;
        shape = table.shape();
        inclusionsOfKind = IntStream.range(0, shape.kinds())
                .mapToObj(kind ->
                        table.inclusions().stream().filter(i -> i.has(kind)).toArray(Table.Inclusion[]::new))
                .toArray(Table.Inclusion[][]::new);
    }

    /** @param isAtom whether this place is no sum of others: there must then be something to take from */
    boolean isPossible(int cell, double change, boolean isAtom) {
        if (!table.isKnown(cell)) {
            return !isAtom || change > 0 || table.isAbsent(cell);
        }
        double changed = table.value(cell) + change;
        return !table.isFixed(cell)
                && !table.isShownZero(cell)
                && changed >= table.least(cell)
                && changed <= table.most(cell);
    }

    /** A part never exceeds its whole. */
    boolean isWithin(Move move, int cell, double change, double inTotal) {
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
        for (Table.Inclusion inclusion : inclusionsOfKind[kind]) {
            boolean isPart = inclusion.part() == kind;
            int other = shape.inKind(isPart ? inclusion.whole() : inclusion.part(), region);
            int there = shape.cell(shape.periodOf(cell), other, shape.slotOf(cell));
            double moved = change * move.region().signAt(region) * move.region().signAt(other);
            boolean isBelow = isPart ? isBelow(cell, change, there, moved) : isBelow(there, moved, cell, change);
            if (!isBelow) {
                return false;
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
}
