package org.ipwarehouse.warehouse.internal.disclosure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.internal.indicator.Contributed;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.ipwarehouse.warehouse.internal.indicator.Dominance;
import org.ipwarehouse.warehouse.internal.indicator.Passports;
import org.ipwarehouse.warehouse.internal.indicator.Term;

/** Who an amount comes from, as the build that made it has stored. */
final class StoredContributors implements Contributors {
    /** By how much, in 元, tonnes or pieces, an amount may differ from the sum of its parts by rounding. */
    private static final double ROUNDING = 0.01;

    private final Map<Place, Dominance> known = new HashMap<>();
    private final Passports passports;

    private record Place(IndicatorId indicator, Period period, String region, Slot slot, boolean isDenominator) {}

    StoredContributors(List<Contributed> stored, Passports passports) {
        this.passports = passports;
        stored.forEach(c -> known.put(
                new Place(
                        c.indicator(),
                        c.period(),
                        c.region(),
                        new Slot(c.dimension(), c.dimensionValue()),
                        c.isDenominator()),
                c.dominance()));
    }

    @Override
    public Optional<Share> of(Figure figure, Side side) {
        Dominance found = known.get(new Place(
                figure.indicator(),
                figure.period(),
                figure.region().value(),
                Slot.of(figure),
                side == Side.DENOMINATOR));
        if (found == null || !belongs(found, figure, side)) {
            return Optional.empty();
        }
        return Optional.of(new Share(found.contributors(), found.largestPercent(), found.secondPercent()));
    }

    /** What was stored for another value of the figure says nothing of this one. */
    private boolean belongs(Dominance found, Figure figure, Side side) {
        Definition definition = passports.find(figure.indicator()).orElse(null);
        if (definition == null) {
            return false;
        }
        List<Term> terms = side == Side.NUMERATOR ? definition.numerator() : definition.denominator();
        BigDecimal amount = side == Side.NUMERATOR ? figure.numerator() : figure.denominator();
        if (!terms.stream().allMatch(Term::hasContributors)) {
            return terms.stream().noneMatch(t -> t.measure() == Term.Measure.SUM);
        }
        double factor = definition.isRatio() ? 1 : definition.factor().doubleValue();
        return amount != null && found.sum() + ROUNDING + found.sum() * 1e-6 >= Math.abs(amount.doubleValue() / factor);
    }
}
