package org.ipwarehouse.warehouse.internal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.junit.jupiter.api.Test;

/** Cases of which some are punished, some made public, some both: two indicators that count parts of the same whole. */
class SiblingKindsAttackSpec {
    private static final IndicatorId WHOLE = new IndicatorId("XZ01");
    private static final IndicatorId ONE = new IndicatorId("XZ02");
    private static final IndicatorId OTHER = new IndicatorId("XZ03");
    private static final Map<IndicatorId, Definition> DEFINITIONS = Map.of(
            WHOLE, definition("XZ01", "is_ip"),
            ONE, definition("XZ02", "is_ip and is_penalty"),
            OTHER, definition("XZ03", "is_ip and is_public"));
    private static final List<IndicatorId> KINDS = List.of(WHOLE, ONE, OTHER);
    private static final String HERE = "640502100";
    private static final String THERE = "640502101";

    private static Definition definition(String code, String when) {
        return TinyTable.definition(code, Passport.Kind.COUNT, List.of(TinyTable.count(when)), List.of());
    }

    /**
     * Counts of the whole and of its two parts, each with its figures.
     *
     * @param counts of each place of cases, in the order of {@link #WHOLE}, {@link #ONE}, {@link #OTHER}
     */
    private record Drawn(List<TinyTable> counts) {
        /** Cases that count in one part alone, in the other alone, in both, in neither. */
        static Drawn of(TinyTable one, TinyTable other, TinyTable both, TinyTable neither) {
            TinyTable inOne = one.with(both);
            TinyTable inOther = other.with(both);
            return new Drawn(List.of(inOne.with(other).with(neither), inOne, inOther));
        }

        static Drawn of(Random random) {
            TinyTable one = TinyTable.drawn(random, 3);
            while (one.atoms().size() > 3) {
                one = TinyTable.drawn(random, 3);
            }
            return of(
                    one,
                    one.alike(random, 1 + random.nextInt(3)),
                    one.alike(random, 1 + random.nextInt(5)),
                    one.alike(random, 1 + random.nextInt(3)));
        }

        TinyTable whole() {
            return counts.get(0);
        }

        List<Figure> figures() {
            List<Figure> figures = new ArrayList<>();
            for (int kind = 0; kind < KINDS.size(); kind++) {
                figures.addAll(counts.get(kind).figures(KINDS.get(kind)));
            }
            return figures;
        }
    }

    private static List<Figure> told(List<Figure> figures, Policy policy) {
        return new Disclosure(policy, Contributors.UNKNOWN, Earlier.NOTHING)
                .of(figures, id -> Optional.ofNullable(DEFINITIONS.get(id)))
                .figures();
    }

    private static boolean isShown(Policy policy, Figure f) {
        return policy.shows("public", f.period(), f.region(), Slot.of(f));
    }

    /**
     * Tries all tables near the true one, each count one more, one less or as it is, in which no part is more than its
     * whole, and keeps those that agree with all that is published. That is fewer than there are: what he cannot tell apart
     * here nobody can.
     */
    private static final class Neighbourhood {
        /** What is known of one count summed over some places. */
        private record Known(int kind, boolean[] members, int low, int high) {}

        private final List<Known> known = new ArrayList<>();
        private final List<int[][]> agreeing = new ArrayList<>();
        private final int places;
        private final List<int[]> truth;

        Neighbourhood(Drawn drawn, List<Figure> told, Policy policy) {
            TinyTable shape = drawn.whole();
            places = shape.atoms().size();
            truth = drawn.counts().stream().map(TinyTable::truth).toList();
            List<String> values = new ArrayList<>(List.of(""));
            values.addAll(shape.values);
            List<String> regions = new ArrayList<>(List.of(TinyTable.DISTRICT));
            regions.addAll(shape.townships);
            for (Period period : shape.periods()) {
                for (String region : regions) {
                    for (String value : values) {
                        if (isShown(policy, TinyTable.figure(period, region, value, 1))) {
                            boolean[] members = shape.members(period, region, value);
                            for (int kind = 0; kind < 3; kind++) {
                                learn(kind, members, find(told, KINDS.get(kind), period, region, value));
                            }
                        }
                    }
                }
            }
            search(0, new int[3][places]);
        }

        private static Optional<Figure> find(
                List<Figure> told, IndicatorId id, Period period, String region, String value) {
            return told.stream()
                    .filter(f -> f.indicator().equals(id)
                            && f.period().equals(period)
                            && f.region().value().equals(region)
                            && f.dimensionValue().equals(value))
                    .findFirst();
        }

        /** What is not listed does not occur; what is hidden is not 0. */
        private void learn(int kind, boolean[] members, Optional<Figure> figure) {
            boolean isHidden =
                    figure.filter(f -> f.status() == FigureStatus.SUPPRESSED).isPresent();
            int value = figure.map(Figure::value).map(v -> v.intValueExact()).orElse(0);
            known.add(new Known(kind, members, isHidden ? 1 : value, isHidden ? Integer.MAX_VALUE : value));
        }

        private void search(int place, int[][] counts) {
            if (place == places) {
                if (known.stream().allMatch(k -> agrees(k, counts[k.kind()]))) {
                    agreeing.add(new int[][] {counts[0].clone(), counts[1].clone(), counts[2].clone()});
                }
                return;
            }
            for (int all = truth.get(0)[place] - 1; all <= truth.get(0)[place] + 1; all++) {
                for (int one = truth.get(1)[place] - 1; one <= truth.get(1)[place] + 1; one++) {
                    for (int other = truth.get(2)[place] - 1; other <= truth.get(2)[place] + 1; other++) {
                        if (0 <= one && 0 <= other && one <= all && other <= all) {
                            counts[0][place] = all;
                            counts[1][place] = one;
                            counts[2][place] = other;
                            search(place + 1, counts);
                        }
                    }
                }
            }
        }

        private static boolean agrees(Known known, int[] counts) {
            int sum = sum(known.members(), counts);
            return known.low() <= sum && sum <= known.high();
        }

        private static int sum(boolean[] members, int[] counts) {
            int sum = 0;
            for (int i = 0; i < counts.length; i++) {
                sum += members[i] ? counts[i] : 0;
            }
            return sum;
        }

        /** @param less the kind that is taken off, -1 for none */
        int of(int[][] counts, boolean[] members, int kind, int less) {
            return sum(members, counts[kind]) - (less < 0 ? 0 : sum(members, counts[less]));
        }

        boolean isRecovered(boolean[] members, int kind, int less, Policy policy) {
            int own = of(truth.toArray(int[][]::new), members, kind, less);
            boolean isSecret =
                    policy.isSmall(own) && (less < 0 || of(truth.toArray(int[][]::new), members, less, -1) > 0);
            return isSecret && agreeing.stream().allMatch(counts -> of(counts, members, kind, less) == own);
        }
    }

    /** @return what can be worked out of the whole, its parts, and what each of these leaves of it */
    private static List<String> recovered(Drawn drawn, List<Figure> told, Policy policy) {
        Neighbourhood near = new Neighbourhood(drawn, told, policy);
        assertThat(near.agreeing).as("the true one agrees").isNotEmpty();
        List<String> recovered = new ArrayList<>();
        for (Figure f : drawn.whole().figures(WHOLE)) {
            boolean[] in = drawn.whole().members(f.period(), f.region().value(), f.dimensionValue());
            for (int kind = 0; isShown(policy, f) && kind < 3; kind++) {
                String place = KINDS.get(kind) + " " + f.period() + " " + f.region() + " " + f.dimensionValue();
                if (near.isRecovered(in, kind, -1, policy)) {
                    recovered.add(place);
                }
                if (kind > 0 && near.isRecovered(in, 0, kind, policy)) {
                    recovered.add("what is left by " + place);
                }
            }
        }
        return recovered;
    }

    @Test
    void neither_of_two_parts_nor_their_whole_can_be_worked_out_in_a_thousand_drawn_sets() {
        int[] drawn = new int[1];
        qt().withFixedSeed(20261124)
                .withExamples(1_000)
                .withShrinkCycles(0)
                .forAll(integers().all())
                .checkAssert(seed -> {
                    Random random = new Random(seed);
                    Drawn cases = Drawn.of(random);
                    Policy policy = RecoveryAttackSpec.policy(3 + random.nextInt(3), RecoveryAttackSpec.grains(random));
                    drawn[0] += cases.counts().get(2).total() > 0 ? 1 : 0;
                    assertThat(recovered(cases, told(cases.figures(), policy), policy))
                            .as("seed " + seed)
                            .isEmpty();
                });
        assertThat(drawn[0]).as("sets with cases in both parts").isGreaterThan(500);
    }

    /** Nothing hidden: every small count is recovered, or the test above says nothing. */
    @Test
    void what_is_not_hidden_is_recovered() {
        TinyTable one = new TinyTable(1, List.of(), List.of());
        one.cases.put(new TinyTable.Atom(1, TinyTable.DISTRICT, ""), 2);
        Policy policy =
                RecoveryAttackSpec.policy(3, List.of(new Policy.Grain(true, true, EnumSet.of(Period.Kind.MONTH))));
        Drawn cases = Drawn.of(one, one, one, one);
        assertThat(recovered(cases, cases.figures(), policy))
                .as("8 cases, 4 in each part")
                .isEmpty();
        TinyTable none = new TinyTable(1, List.of(), List.of());
        Drawn few = Drawn.of(one, none, none, none);
        assertThat(recovered(few, few.figures(), policy))
                .as("2 cases, 2 of them in the one part and none in the other")
                .containsExactly("XZ01 2026-01 640502 ", "XZ02 2026-01 640502 ");
    }

    /**
     * One case here and ten there, each punished and made public. Whether the one is here or there can stay open only where
     * it goes with all three counts at once: then the district keeps its 11, 11 and 11. Moved in the whole and in one part
     * alone, the other part would have more cases there (10) than there are (9).
     */
    @Test
    void a_case_that_counts_in_both_parts_moves_in_both_and_the_district_keeps_its_totals() {
        TinyTable both = new TinyTable(1, List.of(HERE, THERE), List.of());
        both.cases.put(new TinyTable.Atom(1, HERE, ""), 1);
        both.cases.put(new TinyTable.Atom(1, THERE, ""), 10);
        TinyTable none = new TinyTable(1, List.of(HERE, THERE), List.of());
        EnumSet<Period.Kind> months = EnumSet.of(Period.Kind.MONTH);
        Policy policy = RecoveryAttackSpec.policy(
                5, List.of(new Policy.Grain(true, true, months), new Policy.Grain(false, true, months)));
        List<String> shown = told(Drawn.of(none, none, both, none).figures(), policy).stream()
                .filter(f -> f.period().equals(Period.month(YearMonth.of(2026, 1))))
                .map(f -> f.indicator() + " " + f.region() + " "
                        + (f.status() == FigureStatus.SUPPRESSED ? "*" : f.value()))
                .sorted()
                .toList();
        assertThat(shown)
                .containsExactly(
                        "XZ01 640502 11",
                        "XZ01 640502100 *",
                        "XZ01 640502101 *",
                        "XZ02 640502 11",
                        "XZ02 640502100 *",
                        "XZ02 640502101 *",
                        "XZ03 640502 11",
                        "XZ03 640502100 *",
                        "XZ03 640502101 *");
    }

    /**
     * The same, where the whole is told of the district alone: then the parts must move each other. With one more here, a
     * part takes its whole with it (2 of 2), which leaves 9 there, so that the other part must leave there too. Otherwise a
     * case more in the district would be left as the only other table, and the district's totals would be hidden.
     */
    @Test
    void parts_of_a_whole_that_is_told_of_the_district_alone_move_together() {
        TinyTable both = new TinyTable(1, List.of(HERE, THERE), List.of());
        both.cases.put(new TinyTable.Atom(1, HERE, ""), 1);
        both.cases.put(new TinyTable.Atom(1, THERE, ""), 10);
        TinyTable none = new TinyTable(1, List.of(HERE, THERE), List.of());
        EnumSet<Period.Kind> months = EnumSet.of(Period.Kind.MONTH);
        Policy.Grain district = new Policy.Grain(true, true, months);
        Policy drawn = RecoveryAttackSpec.policy(5, List.of(district, new Policy.Grain(false, true, months)));
        Policy policy = new Policy(
                drawn.smallCount(),
                drawn.countWidth(),
                drawn.amountPercent(),
                drawn.leastDenominator(),
                drawn.leastContributors(),
                drawn.largestShare(),
                drawn.remainderPercent(),
                drawn.remainders(),
                drawn.moneyPattern(),
                drawn.defaultClass(),
                Map.of("public", drawn.classes().get("public"), "aggregated", List.of(district)));
        List<String> districts = new Disclosure(policy, Contributors.UNKNOWN, Earlier.NOTHING)
                        .of(Drawn.of(none, none, both, none).figures(), id -> Optional.ofNullable(DEFINITIONS.get(id))
                                .map(d -> id.equals(WHOLE) ? ofDistrict(d) : d))
                        .figures()
                        .stream()
                        .filter(f -> f.period().equals(Period.month(YearMonth.of(2026, 1))))
                        .filter(f -> f.region().value().equals(TinyTable.DISTRICT))
                        .map(f -> f.indicator() + " " + (f.status() == FigureStatus.SUPPRESSED ? "*" : f.value()))
                        .sorted()
                        .toList();
        assertThat(districts).containsExactly("XZ01 11", "XZ02 11", "XZ03 11");
    }

    private static Definition ofDistrict(Definition d) {
        return new Definition(
                d.passport(),
                d.numerator(),
                d.denominator(),
                d.factor(),
                d.regions(),
                d.dimensions(),
                d.blocked(),
                d.disclosures(),
                d.smallBase(),
                d.evidence(),
                d.frequency(),
                d.keyFields(),
                d.leastSample(),
                "aggregated");
    }
}
