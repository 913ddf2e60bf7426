package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.internal.disclosure.Contributors.Side;

/** Lays the figures of all indicators that show a count, or parts of it, into one table. */
final class TableMaker {
    private final List<List<Use>> kinds;
    private final Shape shape;
    private final Table table;

    /** One side of an indicator's figures. */
    record Use(Holder holder, Side side) {}

    /** @param kinds the uses of each kind */
    TableMaker(List<List<Use>> kinds, Table.Kind kind) {
        this.kinds = List.copyOf(kinds);
        shape = shape(kinds);
        table = new Table(shape, kind);
    }

    private static Shape shape(List<List<Use>> kinds) {
        Set<Period> periods = new HashSet<>();
        Set<RegionCode> regions = new HashSet<>();
        Set<Slot> slots = new HashSet<>();
        for (List<Use> uses : kinds) {
            for (Use use : uses) {
                for (Figure figure : use.holder().figures()) {
                    periods.add(figure.period());
                    regions.add(figure.region());
                    slots.add(Slot.of(figure));
                }
            }
        }
        return new Shape(kinds.size(), periods, regions, slots);
    }

    /** @param inclusions of the kinds by their places in the list */
    Table make(Earlier earlier, List<Table.Inclusion> inclusions) {
        inclusions.forEach(table::include);
        for (int kind = 0; kind < kinds.size(); kind++) {
            for (Use use : kinds.get(kind)) {
                put(kind, use, earlier);
                if (inclusions.isEmpty()) {
                    bound(kind, use);
                }
            }
        }
        for (int kind = 0; kind < kinds.size(); kind++) {
            int of = kind;
            kinds.get(kind).forEach(use -> fillZeros(of, use));
            if (kinds.size() > 1) {
                markAbsent(kind);
            }
        }
        openDimensions();
        return table;
    }

    /** Where a kind has no figures at all, while another has. */
    private void markAbsent(int kind) {
        Set<Period> periods = new HashSet<>();
        Set<RegionCode> regions = new HashSet<>();
        Set<String> dimensions = new HashSet<>(Set.of(""));
        for (Use use : kinds.get(kind)) {
            use.holder().figures().forEach(f -> {
                periods.add(f.period());
                regions.add(f.region());
            });
            dimensions.addAll(use.holder().definition().dimensions().keySet());
        }
        for (Period period : shape.periods()) {
            for (RegionCode region : shape.regions()) {
                for (Slot slot : shape.slots()) {
                    if (!periods.contains(period)
                            || !regions.contains(region)
                            || !dimensions.contains(slot.dimension())) {
                        table.absent(shape.cell(kind, new Held.Place(period, region, slot)));
                    }
                }
            }
        }
    }

    private void openDimensions() {
        for (int d = 0; d < shape.dimensions().size(); d++) {
            String name = shape.slots().get(shape.dimensions().get(d)[0]).dimension();
            boolean isMany = kinds.stream()
                    .flatMap(List::stream)
                    .map(use -> use.holder().definition().dimensions().get(name))
                    .anyMatch(dimension -> dimension != null && dimension.many());
            if (isMany) {
                table.open(d);
            }
        }
    }

    int cell(int kind, Figure figure) {
        return shape.cell(kind, Held.Place.of(figure));
    }

    private void put(int kind, Use use, Earlier earlier) {
        List<Figure> figures = use.holder().figures();
        boolean isRatio = use.holder().definition().isRatio();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            double amount = use.holder().amount(figure, use.side());
            if (!Double.isNaN(amount)) {
                int cell = cell(kind, figure);
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
    private void bound(int kind, Use use) {
        Holder holder = use.holder();
        for (int i = 0; holder.isShare() && i < holder.figures().size(); i++) {
            Figure figure = holder.figures().get(i);
            double numerator = holder.amount(figure, Side.NUMERATOR);
            double denominator = holder.amount(figure, Side.DENOMINATOR);
            if (holder.isShown(i) && !Double.isNaN(numerator) && !Double.isNaN(denominator)) {
                if (use.side() == Side.NUMERATOR) {
                    table.ceiling(cell(kind, figure), denominator);
                } else {
                    table.floor(cell(kind, figure), numerator);
                }
            }
        }
    }

    /** A breakdown value that does not occur where there is a total is 0, and the public can see that. */
    private void fillZeros(int kind, Use use) {
        Holder holder = use.holder();
        Set<String> dimensions = holder.definition().dimensions().keySet();
        List<Slot> own = shape.slots().stream()
                .filter(slot -> dimensions.contains(slot.dimension()))
                .toList();
        BitSet done = new BitSet();
        for (Figure figure : holder.figures()) {
            int cell = cell(kind, figure);
            if (figure.dimension().isEmpty() && !Double.isNaN(holder.amount(figure, use.side())) && !done.get(cell)) {
                done.set(cell);
                own.forEach(slot -> fillZero(kind, holder, figure, slot));
            }
        }
    }

    private void fillZero(int kind, Holder holder, Figure total, Slot slot) {
        if (!holder.has(total.period(), total.region(), slot)) {
            int cell = shape.cell(kind, new Held.Place(total.period(), total.region(), slot));
            table.put(cell, 0);
            if (holder.wouldShow(total, slot)) {
                table.show(cell);
                table.zero(cell, false);
            }
        }
    }
}
