package org.ipwarehouse.warehouse.internal.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.junit.jupiter.api.Test;

class PublicFiguresSpec {
    private static final Definition CASES =
            TinyTable.definition("XZ01", Passport.Kind.COUNT, List.of(TinyTable.count("true")), List.of());
    private static final List<Policy.Grain> ALL = List.of(
            new Policy.Grain(true, true, EnumSet.allOf(Period.Kind.class)),
            new Policy.Grain(true, false, EnumSet.allOf(Period.Kind.class)));

    private static TinyTable one(int... cases) {
        TinyTable table = new TinyTable(1, List.of(), List.of("a", "b", "c").subList(0, cases.length));
        for (int i = 0; i < cases.length; i++) {
            table.cases.put(new TinyTable.Atom(1, TinyTable.DISTRICT, table.values.get(i)), cases[i]);
        }
        return table;
    }

    private static List<String> month(TinyTable table, Earlier earlier) {
        Period month = Period.month(YearMonth.of(2026, 1));
        return new Disclosure(RecoveryAttackSpec.policy(5, ALL), Contributors.UNKNOWN, earlier)
                .of(table.figures(), id -> Optional.of(CASES)).figures().stream()
                        .filter(f -> f.period().equals(month))
                        .map(PublicFiguresSpec::shown)
                        .toList();
    }

    private static String shown(Figure f) {
        String value = f.status() == FigureStatus.SUPPRESSED ? "*" : String.valueOf(f.value());
        return (f.dimensionValue().isEmpty() ? "total" : f.dimensionValue()) + " " + value;
    }

    /** 3 = 33 − 10 − 20: one more must be hidden, and 10 tells less than 20. */
    @Test
    void beside_a_small_count_the_part_that_tells_least_is_hidden_and_the_total_stays() {
        assertThat(month(one(3, 10, 20), Earlier.NOTHING)).containsExactly("total 33", "a *", "b *", "c 20");
    }

    @Test
    void zero_is_shown_and_does_not_occur_as_a_breakdown() {
        assertThat(month(one(0, 12), Earlier.NOTHING)).containsExactly("total 12", "b 12");
    }

    @Test
    void counts_of_five_and_more_are_shown() {
        assertThat(month(one(5, 12), Earlier.NOTHING)).containsExactly("total 17", "a 5", "b 12");
    }

    /** 2 is hidden; b, which would be hidden with it, was published before: so c is. */
    @Test
    void what_an_earlier_edition_has_shown_protects_nothing() {
        assertThat(month(one(2, 10, 20), f -> f.dimensionValue().equals("b")))
                .containsExactly("total 32", "a *", "b 10", "c *");
    }

    @Test
    void the_policy_of_the_installation_is_read_and_holds_today() {
        Policy policy = PolicyFile.load(Path.of(".."), LocalDate.of(2026, 11, 23));
        assertThat(policy.smallCount()).isEqualTo(5);
        assertThat(policy.leastDenominator()).isEqualTo(10);
        assertThat(policy.classes().get("internal")).isEmpty();
    }
}
