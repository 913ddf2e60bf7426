package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        relations = new Relations(uses.keySet());
        uses.forEach((quantity, of) -> {
            if (quantity.addsUp()) {
                hide(quantity, of);
            } else {
                of.forEach(this::hideFew);
            }
        });
    }

    private static List<Side> sides(Holder holder) {
        return holder.definition().isRatio() ? List.of(Side.NUMERATOR, Side.DENOMINATOR) : List.of(Side.NUMERATOR);
    }

    private void hide(Quantity quantity, List<Use> of) {
        TableMaker maker = new TableMaker(of, quantity.kind(policy));
        List<Held> wholes = relations.wholes(quantity).stream().map(this::held).toList();
        List<Held> parts = relations.parts(quantity).stream().map(this::held).toList();
        Table table = maker.make(earlier, wholes, parts);
        BitSet done = new BitSet();
        boolean isMoney = quantity.isMoney(policy);
        for (Use use : of) {
            each(use.holder(), i -> {
                Figure figure = use.holder().figures().get(i);
                int cell = maker.cell(figure);
                double amount = table.value(cell);
                boolean isSensitive = isMoney
                        ? amount != 0 && isDominated(figure, use.side())
                        : policy.isSmall(amount) || leavesFew(use, figure, amount, wholes);
                if (!Double.isNaN(amount) && !done.get(cell) && isSensitive) {
                    done.set(cell);
                    table.protect(cell, width(amount, isMoney));
                }
            });
        }
        settle(table, maker, of);
    }

    private Held held(Quantity quantity) {
        return held.computeIfAbsent(quantity, q -> new Held(uses.getOrDefault(q, List.of())));
    }

    /** Not known who stands behind it: then it is not told. */
    private boolean isDominated(Figure figure, Side side) {
        return contributors.of(figure, side).map(policy::isDominated).orElse(true);
    }

    /** What is not in time is told by what there is and what is in time. */
    private boolean leavesFew(Use use, Figure figure, double amount, List<Held> wholes) {
        if (!policy.smallRemainder() || amount == 0) {
            return false;
        }
        boolean ofShare = use.side() == Side.NUMERATOR
                && use.holder().isShare()
                && policy.isSmall(use.holder().amount(figure, Side.DENOMINATOR) - amount);
        return ofShare || wholes.stream().anyMatch(whole -> policy.isSmall(whole.at(Held.Place.of(figure)) - amount));
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

    private void settle(Table table, TableMaker maker, List<Use> uses) {
        exposed += new Protection(table).run().size();
        for (Use use : uses) {
            each(use.holder(), i -> {
                if (table.isHidden(maker.cell(use.holder().figures().get(i)))) {
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
