package org.ipwarehouse.warehouse.internal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.disclosure.Contributors.Share;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.ipwarehouse.warehouse.internal.indicator.Term;
import org.junit.jupiter.api.Test;

/** Which amounts of whom are told, and that the others cannot be worked out as nearly as a tenth of them. */
class AmountsSpec {
    private static final Term FINES = new Term(
            new TableName("fact", "case"),
            Term.Measure.SUM,
            "fine_yuan",
            "true",
            Term.Timing.FLOW,
            "decided_on",
            null,
            "",
            BigDecimal.ZERO,
            "party_key");
    private static final Definition AMOUNT =
            TinyTable.definition("XZ01", Passport.Kind.AMOUNT, List.of(FINES), List.of());
    private static final int MOST = 12;

    private static boolean isHidden(long contributors, double largest, double second) {
        return RecoveryAttackSpec.policy(5, List.of()).isDominated(new Share(contributors, largest, second));
    }

    /** 90 of 100 is of one: more than 80 %. */
    @Test
    void an_amount_of_which_one_has_ninety_percent_is_hidden() {
        assertThat(isHidden(5, 90, 4)).isTrue();
    }

    /** Five with 20 each: the others of the two largest have 60, more than a tenth of 20. */
    @Test
    void an_amount_of_five_even_contributors_is_shown() {
        assertThat(isHidden(5, 20, 20)).isFalse();
    }

    @Test
    void an_amount_of_two_is_hidden_however_even() {
        assertThat(isHidden(2, 50, 50)).isTrue();
        assertThat(isHidden(3, 34, 33)).isFalse();
    }

    /** 60 + 35 + 5: the second subtracts 35 of 100 and knows 60 + 5; 5 is less than a tenth of 60. 58 + 35 + 7: 7 is more than 5.8. */
    @Test
    void an_amount_is_hidden_where_the_second_largest_could_work_out_the_largest_within_a_tenth() {
        assertThat(isHidden(3, 60, 35)).isTrue();
        assertThat(isHidden(3, 58, 35)).isFalse();
    }

    /** Amounts of up to five parties: what each has in each place. */
    private static final class Fines {
        final TinyTable table;
        final Map<TinyTable.Atom, int[]> byParty = new HashMap<>();

        Fines(Random random) {
            table = TinyTable.drawn(random, 4);
            int parties = 1 + random.nextInt(5);
            for (TinyTable.Atom atom : table.atoms()) {
                int[] own = new int[parties];
                for (int p = 0; p < parties; p++) {
                    own[p] = random.nextInt(3) == 0 ? 0 : random.nextInt(MOST);
                }
                byParty.put(atom, own);
                table.cases.put(atom, java.util.Arrays.stream(own).sum());
            }
        }

        Optional<Share> of(Figure figure) {
            Map<Integer, Integer> sums = new TreeMap<>();
            byParty.forEach((atom, own) -> {
                if (TinyTable.isIn(atom, figure.period(), figure.region().value(), figure.dimensionValue())) {
                    for (int p = 0; p < own.length; p++) {
                        sums.merge(p, own[p], Integer::sum);
                    }
                }
            });
            List<Integer> sorted = new ArrayList<>(sums.values());
            sorted.removeIf(s -> s == 0);
            sorted.sort(java.util.Comparator.reverseOrder());
            double all = sorted.stream().mapToInt(Integer::intValue).sum();
            return sorted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Share(
                            sorted.size(),
                            100 * sorted.get(0) / all,
                            sorted.size() > 1 ? 100 * sorted.get(1) / all : 0));
        }
    }

    @Test
    void no_hidden_amount_can_be_worked_out_within_a_tenth_in_a_thousand_drawn_tables() {
        int[] secrets = new int[2];
        qt().withFixedSeed(20261002)
                .withExamples(1_000)
                .withShrinkCycles(0)
                .forAll(integers().all())
                .checkAssert(seed -> {
                    Random random = new Random(seed);
                    Fines fines = new Fines(random);
                    Policy policy = RecoveryAttackSpec.policy(5, RecoveryAttackSpec.grains(random));
                    List<Figure> told = new Disclosure(policy, (f, side) -> fines.of(f), Earlier.NOTHING)
                            .of(fines.table.figures(), id -> Optional.of(AMOUNT))
                            .figures();
                    assertThat(recovered(fines, policy, told, secrets))
                            .as("seed " + seed)
                            .isEmpty();
                });
        assertThat(secrets[0]).as("amounts that were to be hidden").isGreaterThan(2_000);
        assertThat(secrets[1]).as("amounts that were to be shown").isGreaterThan(2_000);
    }

    private static List<String> recovered(Fines fines, Policy policy, List<Figure> told, int[] secrets) {
        Attacker attacker = new Attacker(fines.table, told, f -> isShown(policy, f));
        List<String> recovered = new ArrayList<>();
        for (Figure figure : fines.table.figures()) {
            int amount = Objects.requireNonNull(figure.value()).intValueExact();
            if (amount > 0 && isShown(policy, figure)) {
                boolean isSecret = fines.of(figure).map(policy::isDominated).orElse(true);
                secrets[isSecret ? 0 : 1]++;
                boolean[] members =
                        fines.table.members(figure.period(), figure.region().value(), figure.dimensionValue());
                // whole numbers: a tenth of 15 is 2 of them
                int tenth = (int) Math.ceil(amount / 10.0);
                if (isSecret && !attacker.isInDoubt(members, amount, tenth)) {
                    recovered.add(
                            figure.period() + " " + figure.region() + " " + figure.dimensionValue() + "=" + amount);
                }
            }
        }
        return recovered;
    }

    private static boolean isShown(Policy policy, Figure f) {
        return policy.shows("public", f.period(), f.region(), Slot.of(f));
    }
}
