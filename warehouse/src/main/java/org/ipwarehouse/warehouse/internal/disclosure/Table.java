package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One quantity (a count, a sum, a numerator, a denominator) in all its places, and what the public is shown of it. A place
 * that is not stored holds 0 where figures were made, and is unknown elsewhere.
 */
final class Table {
    private final Shape shape;
    private final TimeAxis.Timing timing;
    private final boolean isDistinct;
    private final double unit;
    private final double[] values;
    private final BitSet visible = new BitSet();
    private final BitSet fixed = new BitSet();
    private final BitSet hidden = new BitSet();
    private final BitSet open = new BitSet();
    private final BitSet mayBeZero = new BitSet();
    private final BitSet absent = new BitSet();
    private final List<Inclusion> inclusions = new ArrayList<>();
    private final List<Sensitive> sensitive = new ArrayList<>();
    private double @Nullable [] floors;
    private double @Nullable [] ceilings;

    Table(Shape shape, Kind kind) {
        this.shape = shape;
        timing = kind.timing();
        isDistinct = kind.isDistinct();
        unit = kind.unit();
        values = new double[shape.size()];
        Arrays.fill(values, Double.NaN);
    }

    /**
     * How a quantity adds up.
     *
     * @param isDistinct true where a whole may be less than the sum of its parts
     * @param unit the least value above 0: 1 of a count
     */
    record Kind(TimeAxis.Timing timing, boolean isDistinct, double unit) {}

    /**
     * A place that must not be told.
     *
     * @param width by how much the public must be left in doubt
     * @param isRemainder what must not be told is what this place leaves of its whole
     */
    record Sensitive(int cell, double width, boolean isRemainder) {}

    /** A kind that is nowhere more than another. */
    record Inclusion(int part, int whole) {
        boolean has(int kind) {
            return part == kind || whole == kind;
        }
    }

    Shape shape() {
        return shape;
    }

    TimeAxis.Timing timing() {
        return timing;
    }

    boolean isDistinct() {
        return isDistinct;
    }

    void put(int cell, double value) {
        if (Double.isNaN(values[cell])) {
            values[cell] = value;
        }
    }

    /** The values of a dimension do not add up to the total: a row may have several. */
    void open(int dimension) {
        open.set(dimension);
    }

    boolean isOpen(int dimension) {
        return open.get(dimension);
    }

    /** The public would be shown it, were it not hidden. */
    void show(int cell) {
        visible.set(cell);
    }

    /** The public has it already: hiding it now would protect nothing. */
    void fix(int cell) {
        fixed.set(cell);
    }

    /** @param may hidden, it does not tell that it is not 0 */
    void zero(int cell, boolean may) {
        mayBeZero.set(cell, may);
    }

    boolean mayBeZero(int cell) {
        return mayBeZero.get(cell);
    }

    void protect(Sensitive place) {
        sensitive.add(place);
        hide(place.cell());
    }

    void include(Inclusion inclusion) {
        inclusions.add(inclusion);
    }

    List<Inclusion> inclusions() {
        return inclusions;
    }

    /** Nobody is told such places of their kind: any value may lie there. */
    void absent(int cell) {
        absent.set(cell);
    }

    boolean isAbsent(int cell) {
        return absent.get(cell);
    }

    void hide(int cell) {
        hidden.set(cell);
    }

    boolean isHidden(int cell) {
        return hidden.get(cell);
    }

    boolean isVisible(int cell) {
        return visible.get(cell);
    }

    boolean isFixed(int cell) {
        return fixed.get(cell);
    }

    boolean isKnown(int cell) {
        return !Double.isNaN(values[cell]);
    }

    /** @return NaN where unknown */
    double value(int cell) {
        return values[cell];
    }

    /** The least that the public must take a place to be: a hidden one that is shown where it is 0 is more than 0. */
    double least(int cell) {
        double own = visible.get(cell) && !mayBeZero.get(cell) ? unit : 0;
        return Math.max(own, floors == null ? 0 : floors[cell]);
    }

    /** The most that it can be. */
    double most(int cell) {
        return ceilings == null ? Double.POSITIVE_INFINITY : ceilings[cell];
    }

    /** A place is never less than this. */
    void floor(int cell, double floor) {
        if (floors == null) {
            floors = new double[values.length];
        }
        floors[cell] = Math.max(floors[cell], floor);
    }

    /** A place is never more than this. */
    void ceiling(int cell, double ceiling) {
        if (ceilings == null) {
            ceilings = new double[values.length];
            Arrays.fill(ceilings, Double.POSITIVE_INFINITY);
        }
        ceilings[cell] = Math.min(ceilings[cell], ceiling);
    }

    /** Known to the public as 0, so that no other table can differ in it. */
    boolean isShownZero(int cell) {
        return values[cell] == 0 && visible.get(cell) && !mayBeZero.get(cell);
    }

    List<Sensitive> sensitive() {
        return sensitive;
    }
}
