package org.ipwarehouse.warehouse.internal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.junit.jupiter.api.Test;

/** Two indicators of which one counts some of the cases of the other: who has both can subtract. */
class PartAndWholeAttackSpec {
    private static final IndicatorId WHOLE = new IndicatorId("XZ01");
    private static final IndicatorId PART = new IndicatorId("XZ02");
    private static final Map<IndicatorId, Definition> DEFINITIONS = Map.of(
            WHOLE,
            TinyTable.definition("XZ01", Passport.Kind.COUNT, List.of(TinyTable.count("is_ip")), List.of()),
            PART,
            TinyTable.definition(
                    "XZ02", Passport.Kind.COUNT, List.of(TinyTable.count("is_ip and is_penalty")), List.of()));

    /** What is published of cases that are in the part and cases that are not. */
    private static List<Figure> told(TinyTable part, TinyTable rest, Policy policy) {
        List<Figure> figures = new ArrayList<>(part.with(rest).figures(WHOLE));
        figures.addAll(part.figures(PART));
        return new Disclosure(policy, Contributors.UNKNOWN, Earlier.NOTHING)
                .of(figures, id -> Optional.ofNullable(DEFINITIONS.get(id)))
                .figures();
    }

    private static boolean[] both(boolean[] ofPart, boolean[] ofRest) {
        boolean[] joined = Arrays.copyOf(ofPart, ofPart.length + ofRest.length);
        System.arraycopy(ofRest, 0, joined, ofPart.length, ofRest.length);
        return joined;
    }

    /** @return what can be worked out of the part, the whole, and what the part leaves of it */
    private static List<String> recovered(TinyTable part, TinyTable rest, Policy policy) {
        List<Figure> told = told(part, rest, policy);
        boolean[] none = new boolean[part.atoms().size()];
        int[] truth = IntStream.concat(Arrays.stream(part.truth()), Arrays.stream(rest.truth()))
                .toArray();
        Attacker attacker = new Attacker(truth, 2 + part.total() + rest.total());
        attacker.learn(
                part,
                (p, r, v) -> both(part.members(p, r, v), part.members(p, r, v)),
                of(told, WHOLE),
                f -> isShown(policy, f));
        attacker.learn(part, (p, r, v) -> both(part.members(p, r, v), none), of(told, PART), f -> isShown(policy, f));
        List<String> recovered = new ArrayList<>();
        for (Figure whole : part.with(rest).figures(WHOLE)) {
            if (isShown(policy, whole)) {
                boolean[] in = part.members(whole.period(), whole.region().value(), whole.dimensionValue());
                int all = Objects.requireNonNull(whole.value()).intValueExact();
                int some = part.sum(whole.period(), whole.region().value(), whole.dimensionValue());
                check(attacker, policy, "whole", both(in, in), all, recovered);
                check(attacker, policy, "part", both(in, none), some, recovered);
                if (some > 0) {
                    check(attacker, policy, "rest", both(none, in), all - some, recovered);
                }
            }
        }
        return recovered;
    }

    private static void check(
            Attacker attacker, Policy policy, String what, boolean[] members, int truth, List<String> recovered) {
        if (policy.isSmall(truth) && !attacker.isInDoubt(members, truth)) {
            recovered.add(what + "=" + truth);
        }
    }

    private static boolean isShown(Policy policy, Figure f) {
        return policy.shows("public", f.period(), f.region(), Slot.of(f));
    }

    private static List<Figure> of(List<Figure> figures, IndicatorId id) {
        return figures.stream().filter(f -> f.indicator().equals(id)).toList();
    }

    @Test
    void neither_part_nor_whole_nor_what_is_left_can_be_worked_out_in_two_thousand_drawn_pairs() {
        int[] drawn = new int[1];
        qt().withFixedSeed(20261001)
                .withExamples(2_000)
                .withShrinkCycles(0)
                .forAll(integers().all())
                .checkAssert(seed -> {
                    Random random = new Random(seed);
                    TinyTable part = TinyTable.drawn(random, 4);
                    TinyTable rest = part.alike(random, 1 + random.nextInt(6));
                    Policy policy = RecoveryAttackSpec.policy(3 + random.nextInt(3), RecoveryAttackSpec.grains(random));
                    drawn[0] += part.total() > 0 ? 1 : 0;
                    assertThat(recovered(part, rest, policy)).as("seed " + seed).isEmpty();
                });
        assertThat(drawn[0]).as("pairs with a part").isGreaterThan(1_000);
    }

    /** 50 cases of which 49 were in time: 50 stays, 49 is hidden, or everybody knows of the one. */
    @Test
    void a_part_that_leaves_one_case_of_its_whole_is_hidden() {
        assertThat(month(49, 1)).containsExactly("XZ01 50", "XZ02 *");
    }

    /** 50 of 50 leave 0, and 45 of 50 leave 5: 0 is told, and 5 is not small. */
    @Test
    void a_part_that_leaves_none_or_many_is_shown() {
        assertThat(month(50, 0)).containsExactly("XZ01 50", "XZ02 50");
        assertThat(month(45, 5)).containsExactly("XZ01 50", "XZ02 45");
    }

    private static List<String> month(int inPart, int left) {
        TinyTable part = new TinyTable(1, List.of(), List.of());
        part.cases.put(new TinyTable.Atom(1, TinyTable.DISTRICT, ""), inPart);
        TinyTable rest = new TinyTable(1, List.of(), List.of());
        rest.cases.put(new TinyTable.Atom(1, TinyTable.DISTRICT, ""), left);
        Policy policy =
                RecoveryAttackSpec.policy(5, List.of(new Policy.Grain(true, true, EnumSet.of(Period.Kind.MONTH))));
        return told(part, rest, policy).stream()
                .filter(f -> f.period().equals(Period.month(YearMonth.of(2026, 1))))
                .map(f -> f.indicator() + " " + (f.status() == FigureStatus.SUPPRESSED ? "*" : f.value()))
                .toList();
    }
}
