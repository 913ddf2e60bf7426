package org.ipwarehouse.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadSpec {
    @Test
    void places_that_are_apart_stay() {
        assertThat(Spread.apart(List.of(1.0, 5.0, 9.0), 4)).containsExactly(1.0, 5.0, 9.0);
        assertThat(Spread.apart(List.of(), 4)).isEmpty();
    }

    @Test
    void two_that_touch_move_by_half_of_what_is_missing_each() {
        // 10 and 12 need 4 between them and have 2: middle 11, so 11 − 2 and 11 + 2
        assertThat(Spread.apart(List.of(10.0, 12.0, 30.0), 4)).containsExactly(9.0, 13.0, 30.0);
    }

    @Test
    void a_neighbour_that_is_reached_joins_the_group() {
        // 10 and 10 become 8 and 12; 13 is nearer than 4 to 12: middle of the three 33 / 3 = 11, so 7, 11, 15
        assertThat(Spread.apart(List.of(10.0, 10.0, 13.0), 4)).containsExactly(7.0, 11.0, 15.0);
    }

    @Test
    void none_are_nearer_than_the_gap_and_their_middle_stays() {
        qt().forAll(
                        lists().of(integers().between(0, 12)).ofSizeBetween(1, 5),
                        integers().between(1, 4))
                .checkAssert((wanted, gap) -> {
                    List<Double> sorted =
                            wanted.stream().sorted().map(Integer::doubleValue).toList();
                    List<Double> places = Spread.apart(sorted, gap);
                    for (int i = 1; i < places.size(); i++) {
                        assertThat(places.get(i) - places.get(i - 1)).isGreaterThanOrEqualTo(gap - 1e-9);
                    }
                    assertThat(sum(places)).isCloseTo(sum(sorted), org.assertj.core.data.Offset.offset(1e-9));
                });
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}
