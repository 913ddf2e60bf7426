package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.internal.disclosure.Contributors.Share;
import org.ipwarehouse.warehouse.internal.disclosure.Contributors.Side;
import org.ipwarehouse.warehouse.internal.disclosure.TableMaker.Use;
import org.ipwarehouse.warehouse.internal.indicator.Definition;

/** Decides for all figures together which of them the public may see. */
final class Disclosure {
    private final Policy policy;
    private final Contributors contributors;
    private final Earlier earlier;
    private final Map<IndicatorId, Holder> holders = new LinkedHashMap<>();
    private final Map<Quantity, List<Use>> uses = new LinkedHashMap<>();
    private final Map<Quantity, Held> held = new HashMap<>();
    private Relations relations = new Relations(List.of());
    private long exposed;

    Disclosure(Policy policy, Contributors contributors, Earlier earlier) {
        this.policy = policy;
        this.contributors = contributors;
        this.earlier = earlier;
    }

    /**
     * @param figures all that there are, in their order
     * @param exposed sensitive places that the public knows from earlier editions, or could work out from them
     */
    record Disclosed(List<Figure> figures, long exposed) {}

    /** @param definitions of all indicators that have figures; figures of others are not shown */
    Disclosed of(List<Figure> figures, Function<IndicatorId, Optional<Definition>> definitions) {
        Map<IndicatorId, List<Figure>> byIndicator = new LinkedHashMap<>();
        figures.forEach(f -> byIndicator
                .computeIfAbsent(f.indicator(), id -> new ArrayList<>())
                .add(f));
        byIndicator.forEach((id, own) ->
                definitions.apply(id).ifPresent(definition -> holders.put(id, new Holder(definition, own, policy))));
        hideCounts();
        holders.values().forEach(this::hideRatios);
        List<Figure> told = new ArrayList<>(figures.size());
        holders.values().forEach(holder -> new Telling(holder).addTo(told));
        return new Disclosed(told, exposed);
    }

    /** Small counts and dominated amounts, in whatever indicator they show. */
    private void hideCounts() {
        for (Holder holder : holders.values()) {
            for (Side side : sides(holder)) {
                uses.computeIfAbsent(Quantity.of(holder.definition(), side), q -> new ArrayList<>())
                        .add(new Use(holder, side));
            }
        }
        relate();
        Set<Quantity> done = new HashSet<>();
        for (Quantity quantity : uses.keySet()) {
            if (!quantity.addsUp()) {
                uses(quantity).forEach(this::hideFew);
            } else if (!done.contains(quantity)) {
                List<Quantity> family = relations.family(quantity);
                done.addAll(family);
                hide(family);
            }
        }
    }

    /** Parts by their conditions, and the two sides of shares. */
    private void relate() {
        relations = new Relations(uses.keySet());
        for (Holder holder : holders.values()) {
            if (holder.isShare()) {
                Quantity part = Quantity.of(holder.definition(), Side.NUMERATOR);
                Quantity whole = Quantity.of(holder.definition(), Side.DENOMINATOR);
                boolean areCounts = part.isPlain() && whole.isPlain();
                if (areCounts && !part.equals(whole) && part.kind(policy).equals(whole.kind(policy))) {
                    relations.add(part, whole);
                }
            }
        }
    }

    private List<Use> uses(Quantity quantity) {
        return uses.getOrDefault(quantity, List.of());
    }

    private static List<Side> sides(Holder holder) {
        return holder.definition().isRatio() ? List.of(Side.NUMERATOR, Side.DENOMINATOR) : List.of(Side.NUMERATOR);
    }

    private void hide(List<Quantity> family) {
        Table.Kind kind = family.get(0).kind(policy);
        TableMaker maker = new TableMaker(family.stream().map(this::uses).toList(), kind);
        Table table = maker.make(earlier, relations.inclusions(family));
        for (int k = 0; k < family.size(); k++) {
            mark(family.get(k), k, maker, table);
        }
        exposed += new Protection(table).run().size();
        for (int k = 0; k < family.size(); k++) {
            settle(table, maker, k, uses(family.get(k)));
        }
    }

    /** Which places of a quantity are not told for their own sake. */
    private void mark(Quantity quantity, int kind, TableMaker maker, Table table) {
        boolean isMoney = quantity.isMoney(policy);
        List<Held> wholes = relations.wholes(quantity).stream().map(this::held).toList();
        BitSet done = new BitSet();
        for (Use use : uses(quantity)) {
            each(use.holder(), i -> {
                Figure figure = use.holder().figures().get(i);
                int cell = maker.cell(kind, figure);
                double amount = table.value(cell);
                if (!Double.isNaN(amount) && !done.get(cell)) {
                    done.set(cell);
                    boolean isSmall = isMoney ? amount != 0 && isDominated(figure, use.side()) : policy.isSmall(amount);
                    if (isSmall) {
                        table.protect(new Table.Sensitive(cell, width(amount, isMoney), false));
                    }
                    if (!isMoney && leavesFew(figure, amount, wholes)) {
                        table.protect(new Table.Sensitive(cell, policy.countWidth(), true));
                    }
                }
            });
        }
    }

    private Held held(Quantity quantity) {
        return held.computeIfAbsent(quantity, q -> new Held(uses(q)));
    }

    /** Not known who stands behind it: then it is not told. */
    private boolean isDominated(Figure figure, Side side) {
        return contributors.of(figure, side).map(policy::isDominated).orElse(true);
    }

    /** What is not in time is told by what there is and what is in time. */
    private boolean leavesFew(Figure figure, double amount, List<Held> wholes) {
        return amount != 0
                && policy.remainders().protects(figure.region(), Slot.of(figure))
                && wholes.stream().anyMatch(whole -> policy.isSmall(whole.at(Held.Place.of(figure)) - amount));
    }

    private double width(double amount, boolean isMoney) {
        return isMoney
                ? Math.max(0.01, Math.abs(amount) * policy.amountPercent().doubleValue() / 100)
                : policy.countWidth();
    }

    /** A median of few says what they are. */
    private void hideFew(Use use) {
        each(use.holder(), i -> {
            Figure figure = use.holder().figures().get(i);
            Optional<Share> share = contributors.of(figure, use.side());
            if (share.isEmpty() || share.get().contributors() < policy.leastDenominator()) {
                use.holder().hide(i);
            }
        });
    }

    /** Rates over few cases. What small counts they stand on is protected where these are, in their own tables. */
    private void hideRatios(Holder holder) {
        if (holder.definition().isRatio()
                && !Quantity.of(holder.definition(), Side.DENOMINATOR).isMoney(policy)) {
            each(holder, i -> {
                if (isFew(holder, holder.figures().get(i))) {
                    holder.hide(i);
                }
            });
        }
    }

    private boolean isFew(Holder holder, Figure figure) {
        return holder.amount(figure, Side.DENOMINATOR) < policy.leastDenominator();
    }

    private static void settle(Table table, TableMaker maker, int kind, List<Use> uses) {
        for (Use use : uses) {
            each(use.holder(), i -> {
                if (table.isHidden(maker.cell(kind, use.holder().figures().get(i)))) {
                    use.holder().hide(i);
                }
            });
        }
    }

    /** All figures with a value that the public would be shown. */
    private static void each(Holder holder, java.util.function.IntConsumer figure) {
        for (int i = 0; i < holder.figures().size(); i++) {
            if (holder.isShown(i) && holder.figures().get(i).value() != null) {
                figure.accept(i);
            }
        }
    }
}
