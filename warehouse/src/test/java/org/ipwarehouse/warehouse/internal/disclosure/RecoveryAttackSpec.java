package org.ipwarehouse.warehouse.internal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.junit.jupiter.api.Test;

/** Somebody who has all that is published and all the time he needs. */
class RecoveryAttackSpec {
    private static final Definition CASES =
            TinyTable.definition("XZ01", Passport.Kind.COUNT, List.of(TinyTable.count("true")), List.of());
    private static final Set<Period.Kind> ALL = EnumSet.allOf(Period.Kind.class);
    private static final Set<Period.Kind> LONG = Set.of(Period.Kind.QUARTER, Period.Kind.HALF, Period.Kind.TO_DATE);

    static Policy policy(int smallCount, List<Policy.Grain> grains) {
        return new Policy(
                smallCount,
                1,
                BigDecimal.TEN,
                10,
                3,
                BigDecimal.valueOf(80),
                BigDecimal.TEN,
                Policy.Remainders.HIDDEN,
                "_yuan",
                "public",
                Map.of("public", grains, "internal", List.of()));
    }

    static List<Policy.Grain> grains(Random random) {
        List<Policy.Grain> grains = new ArrayList<>();
        grains.add(new Policy.Grain(true, true, ALL));
        for (boolean isTotal : new boolean[] {true, false}) {
            for (boolean isDistrict : new boolean[] {true, false}) {
                if (random.nextInt(3) > 0) {
                    grains.add(new Policy.Grain(isDistrict, isTotal, random.nextBoolean() ? ALL : LONG));
                }
            }
        }
        return grains;
    }

    /** @return what can be worked out though it was to be hidden, and how many figures were to be hidden */
    private static Outcome attack(TinyTable table, Policy policy) {
        List<Figure> figures = table.figures();
        List<Figure> told = new Disclosure(policy, Contributors.UNKNOWN, Earlier.NOTHING)
                .of(figures, id -> Optional.of(CASES))
                .figures();
        Attacker attacker = new Attacker(table, told, f -> policy.shows("public", f.period(), f.region(), Slot.of(f)));
        List<String> recovered = new ArrayList<>();
        int secrets = 0;
        for (Figure figure : figures) {
            int cases = Objects.requireNonNull(figure.value()).intValueExact();
            if (cases > 0
                    && cases < policy.smallCount()
                    && policy.shows("public", figure.period(), figure.region(), Slot.of(figure))) {
                secrets++;
                if (!attacker.isInDoubt(
                        table.members(figure.period(), figure.region().value(), figure.dimensionValue()), cases)) {
                    recovered.add(
                            figure.period() + " " + figure.region() + " " + figure.dimensionValue() + "=" + cases);
                }
            }
        }
        return new Outcome(recovered, secrets, told);
    }

    private record Outcome(List<String> recovered, int secrets, List<Figure> told) {}

    @Test
    void no_hidden_count_can_be_worked_out_from_all_that_is_published_in_ten_thousand_drawn_tables() {
        int[] secrets = new int[1];
        qt().withFixedSeed(20260701)
                .withExamples(10_000)
                .withShrinkCycles(0)
                .forAll(integers().all())
                .checkAssert(seed -> {
                    Random random = new Random(~seed);
                    Outcome outcome = attack(TinyTable.drawn(seed), policy(3 + random.nextInt(3), grains(random)));
                    secrets[0] += outcome.secrets();
                    assertThat(outcome.recovered()).as("seed " + seed).isEmpty();
                });
        assertThat(secrets[0]).as("figures that were to be hidden").isGreaterThan(30_000);
    }

    /** Hidden alone, 2 = 12 − 10: the attacker must be able to find it, or the test above says nothing. */
    @Test
    void the_attacker_recovers_a_small_count_that_is_hidden_alone() {
        TinyTable table = new TinyTable(1, List.of(), List.of("a", "b"));
        table.cases.put(new TinyTable.Atom(1, TinyTable.DISTRICT, "a"), 2);
        table.cases.put(new TinyTable.Atom(1, TinyTable.DISTRICT, "b"), 10);
        List<Figure> naive = table.figures().stream()
                .map(f -> f.dimensionValue().equals("a") ? hidden(f) : f)
                .toList();
        Period month = table.periods().get(0);
        assertThat(new Attacker(table, naive, f -> true).isInDoubt(table.members(month, TinyTable.DISTRICT, "a"), 2))
                .isFalse();
    }

    /** Two hidden counts that add up to 2 are 1 and 1, since neither is 0. */
    @Test
    void the_attacker_knows_that_what_is_hidden_is_not_zero() {
        TinyTable table = new TinyTable(1, List.of(), List.of("a", "b"));
        table.cases.put(new TinyTable.Atom(1, TinyTable.DISTRICT, "a"), 1);
        table.cases.put(new TinyTable.Atom(1, TinyTable.DISTRICT, "b"), 1);
        List<Figure> naive = table.figures().stream()
                .map(f -> f.dimension().isEmpty() ? f : hidden(f))
                .toList();
        Period month = table.periods().get(0);
        assertThat(new Attacker(table, naive, f -> true).isInDoubt(table.members(month, TinyTable.DISTRICT, "a"), 1))
                .isFalse();
    }

    private static Figure hidden(Figure f) {
        return new Figure(
                f.indicator(),
                f.period(),
                f.region(),
                f.dimension(),
                f.dimensionValue(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                FigureStatus.SUPPRESSED,
                f.completeness(),
                f.definition(),
                "");
    }
}
