package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.internal.disclosure.Contributors.Side;

/** Lays the figures of all indicators that show a quantity into one table. */
final class TableMaker {
    private final List<Use> uses;
    private final Shape shape;
    private final Table table;

    /** One side of an indicator's figures. */
    record Use(Holder holder, Side side) {}

    TableMaker(List<Use> uses, Table.Kind kind) {
        this.uses = List.copyOf(uses);
        shape = shape(uses);
        table = new Table(shape, kind);
    }

    private static Shape shape(List<Use> uses) {
        Set<Period> periods = new HashSet<>();
        Set<RegionCode> regions = new HashSet<>();
        Set<Slot> slots = new HashSet<>();
        for (Use use : uses) {
            for (Figure figure : use.holder().figures()) {
                periods.add(figure.period());
                regions.add(figure.region());
                slots.add(Slot.of(figure));
            }
        }
        return new Shape(periods, regions, slots);
    }

    /** @param wholes of which this is a part, and {@code parts} of this */
    Table make(Earlier earlier, List<Held> wholes, List<Held> parts) {
        for (Use use : uses) {
            put(use, earlier);
            bound(use);
        }
        wholes.forEach(whole -> whole.each((place, most) -> bound(place, cell -> table.ceiling(cell, most))));
        parts.forEach(part -> part.each((place, least) -> bound(place, cell -> table.floor(cell, least))));
        uses.forEach(this::fillZeros);
        openDimensions();
        return table;
    }

    private void openDimensions() {
        for (int d = 0; d < shape.dimensions().size(); d++) {
            String name = shape.slots().get(shape.dimensions().get(d)[0]).dimension();
            boolean isMany = uses.stream()
                    .map(use -> use.holder().definition().dimensions().get(name))
                    .anyMatch(dimension -> dimension != null && dimension.many());
            if (isMany) {
                table.open(d);
            }
        }
    }

    int cell(Figure figure) {
        return shape.cell(figure.period(), figure.region(), Slot.of(figure));
    }

    private void put(Use use, Earlier earlier) {
        List<Figure> figures = use.holder().figures();
        boolean isRatio = use.holder().definition().isRatio();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            double amount = use.holder().amount(figure, use.side());
            if (!Double.isNaN(amount)) {
                int cell = cell(figure);
                table.put(cell, amount);
                show(use, i, cell, isRatio && figure.value() != null);
                if (earlier.knows(figure)) {
                    table.fix(cell);
                }
            }
        }
    }

    /** A rate that is hidden may be 0 %; a count that is hidden is not 0. */
    private void show(Use use, int figure, int cell, boolean mayBeZero) {
        if (use.holder().isShown(figure)) {
            boolean first = !table.isVisible(cell);
            table.show(cell);
            table.zero(cell, mayBeZero && (first || table.mayBeZero(cell)));
        }
    }

    /** Of a share the part never exceeds the whole. */
    private void bound(Use use) {
        List<Figure> figures = use.holder().figures();
        Holder holder = use.holder();
        if (holder.isShare()) {
            for (int i = 0; i < figures.size(); i++) {
                if (holder.isShown(i)) {
                    bound(use, figures.get(i));
                }
            }
        }
    }

    private void bound(Held.Place place, IntConsumer bound) {
        int cell = shape.cell(place.period(), place.region(), place.slot());
        if (cell >= 0) {
            bound.accept(cell);
        }
    }

    private void bound(Use use, Figure figure) {
        double numerator = use.holder().amount(figure, Side.NUMERATOR);
        double denominator = use.holder().amount(figure, Side.DENOMINATOR);
        if (!Double.isNaN(numerator) && !Double.isNaN(denominator)) {
            if (use.side() == Side.NUMERATOR) {
                table.ceiling(cell(figure), denominator);
            } else {
                table.floor(cell(figure), numerator);
            }
        }
    }

    /** A breakdown value that does not occur where there is a total is 0, and the public can see that. */
    private void fillZeros(Use use) {
        Holder holder = use.holder();
        List<Slot> own = slots(holder);
        BitSet done = new BitSet();
        for (int i = 0; i < holder.figures().size(); i++) {
            Figure figure = holder.figures().get(i);
            int cell = cell(figure);
            if (figure.dimension().isEmpty() && !Double.isNaN(holder.amount(figure, use.side())) && !done.get(cell)) {
                done.set(cell);
                own.forEach(slot -> fillZero(holder, figure, slot));
            }
        }
    }

    private void fillZero(Holder holder, Figure total, Slot slot) {
        if (!holder.has(total.period(), total.region(), slot)) {
            int cell = shape.cell(total.period(), total.region(), slot);
            table.put(cell, 0);
            if (holder.wouldShow(total, slot)) {
                table.show(cell);
                table.zero(cell, false);
            }
        }
    }

    private static List<Slot> slots(Holder holder) {
        Set<Slot> slots = new HashSet<>();
        holder.figures().forEach(figure -> slots.add(Slot.of(figure)));
        slots.remove(Slot.TOTAL);
        return new ArrayList<>(slots);
    }
}
