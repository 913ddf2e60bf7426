package org.ipwarehouse.samples.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Chance without memory: what is drawn for a record does not depend on the others. */
class DrawSpec {

    @Test
    void a_shuffle_visits_every_slot_once_and_finds_its_way_back() {
        qt().forAll(integers().between(1, 500), integers().between(0, 1000)).checkAssert((size, seed) -> {
            Shuffle shuffle = new Shuffle(size, seed, 3);
            Set<Long> places = new HashSet<>();
            for (long slot = 0; slot < size; slot++) {
                long place = shuffle.place(slot);
                assertThat(place).isBetween(0L, size - 1L);
                assertThat(shuffle.slot(place)).isEqualTo(slot);
                places.add(place);
            }
            assertThat(places).hasSize(size);
        });
    }

    @Test
    void the_months_of_a_volume_add_up_to_its_total() {
        double[] season = {1, 1, 2, 1, 1, 1, 1, 1, 1, 3, 1, 1};
        qt().forAll(integers().between(1, 5000), integers().between(0, 50)).checkAssert((total, seed) -> {
            Volume volume = new Volume(total, season, 0.1, seed);
            long sum = 0;
            for (int month = 0; month < Months.COUNT; month++) {
                sum += volume.in(month);
            }
            assertThat(sum).isEqualTo((long) total);
            assertThat(volume.before(5) + volume.in(5)).isEqualTo(volume.before(6));
        });
    }

    @Test
    void courses_get_their_shares_and_lead_back_to_their_records() {
        Volume volume = new Volume(36_000, new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 0, 9);
        Lifecycle lifecycle = new Lifecycle(
                volume,
                List.of(Lifecycle.Course.of(700), Lifecycle.Course.of(250, 1), Lifecycle.Course.of(50, 2, 3)),
                5);
        for (int course = 0; course < 3; course++) {
            long count = lifecycle.count(4, course);
            assertThat((double) count / volume.in(4)).isCloseTo(new double[] {0.7, 0.25, 0.05}[course], within());
            for (long rank = 0; rank < count; rank++) {
                long slot = lifecycle.slot(4, course, rank);
                assertThat(lifecycle.course(4, slot)).isEqualTo(course);
                assertThat(lifecycle.rank(4, slot)).isEqualTo(rank);
            }
        }
        assertThatThrownBy(() -> new Lifecycle(volume, List.of(Lifecycle.Course.of(999)), 5))
                .hasMessageContaining("999");
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.002);
    }

    @Test
    void a_spread_marks_as_many_slots_as_it_has_marks() {
        qt().forAll(integers().between(0, 200), integers().between(1, 200)).checkAssert((marks, others) -> {
            Spread spread = new Spread(marks, marks + others);
            long marked = 0;
            for (long slot = 0; slot < spread.slots(); slot++) {
                marked += spread.marked(slot) ? 1 : 0;
            }
            assertThat(marked).isEqualTo((long) marks);
        });
    }

    @Test
    void month_0_is_october_2023_and_month_35_september_2026() {
        assertThat(Months.of(0)).hasToString("2023-10");
        assertThat(Months.of(35)).hasToString("2026-09");
        assertThat(Months.year(3)).isEqualTo(2024);
        assertThat(Months.ofYear(-10)).isEqualTo(12);
        assertThat(Months.length(4)).as("February 2024").isEqualTo(29);
        assertThat(Months.end(35)).isEqualTo(java.time.LocalDate.of(2026, 9, 30).toEpochDay());
    }
}
