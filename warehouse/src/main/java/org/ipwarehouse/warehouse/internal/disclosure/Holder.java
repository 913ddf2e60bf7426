package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.internal.disclosure.Contributors.Side;
import org.ipwarehouse.warehouse.internal.indicator.Definition;

/** The figures of one indicator, and what of them is shown, hidden, or not meant for the public at all. */
final class Holder {
    private final Definition definition;
    private final List<Figure> figures;
    private final String disclosureClass;
    private final Policy policy;
    private final BitSet shown = new BitSet();
    private final BitSet hidden = new BitSet();
    private final Map<Place, Integer> places = new HashMap<>();
    private final boolean isShare;

    private record Place(Period period, RegionCode region, Slot slot) {}

    Holder(Definition definition, List<Figure> figures, Policy policy) {
        this.definition = definition;
        this.policy = policy;
        this.figures = List.copyOf(figures);
        String named = definition.disclosureClass();
        disclosureClass = named.isEmpty() ? policy.defaultClass() : named;
        for (int i = 0; i < this.figures.size(); i++) {
            Figure figure = this.figures.get(i);
            places.put(new Place(figure.period(), figure.region(), Slot.of(figure)), i);
            if (policy.shows(disclosureClass, figure.period(), figure.region(), Slot.of(figure))) {
                shown.set(i);
            }
        }
        isShare = definition.isRatio()
                && this.figures.stream().noneMatch(f -> amount(f, Side.NUMERATOR) > amount(f, Side.DENOMINATOR));
    }

    Definition definition() {
        return definition;
    }

    List<Figure> figures() {
        return figures;
    }

    boolean isShown(int figure) {
        return shown.get(figure);
    }

    /** Whether a breakdown beside a total would be shown, if it occurred. */
    boolean wouldShow(Figure total, Slot slot) {
        return policy.shows(disclosureClass, total.period(), total.region(), slot);
    }

    void hide(int figure) {
        hidden.set(figure);
    }

    boolean isHidden(int figure) {
        return hidden.get(figure);
    }

    /** Where the public finds a figure with a value. */
    boolean isPublic(Period period, Figure like) {
        return at(period, like).filter(i -> shown.get(i) && !hidden.get(i)).isPresent();
    }

    private Optional<Integer> at(Period period, Figure like) {
        return Optional.ofNullable(places.get(new Place(period, like.region(), Slot.of(like))));
    }

    boolean has(Period period, RegionCode region, Slot slot) {
        return places.containsKey(new Place(period, region, slot));
    }

    /** A rate of which the part never exceeds the whole. */
    boolean isShare() {
        return isShare;
    }

    /** The quantity on one side of a figure, in the unit of its terms; NaN where there is none. */
    double amount(Figure figure, Side side) {
        if (side == Side.DENOMINATOR) {
            return figure.denominator() == null
                    ? Double.NaN
                    : Objects.requireNonNull(figure.denominator()).doubleValue();
        }
        if (figure.numerator() == null) {
            return Double.NaN;
        }
        double numerator = Objects.requireNonNull(figure.numerator()).doubleValue();
        return definition.isRatio()
                ? numerator
                : rounded(numerator / definition.factor().doubleValue());
    }

    /** A sum was whole in its unit before it was multiplied with a factor. */
    private static double rounded(double quotient) {
        double rounded = Math.rint(quotient * 100) / 100;
        return Math.abs(rounded - quotient) < 1e-6 * Math.max(1, Math.abs(quotient)) ? rounded : quotient;
    }
}
