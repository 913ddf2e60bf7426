package org.ipwarehouse.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestSpec {

    @Test
    void the_word_with_the_fewest_wrong_letters_comes_first() {
        assertThat(Nearest.to("XZ0Z", List.of("TS01", "XZ01", "XZ02", "SF01"), 2))
                .containsExactly("XZ01", "XZ02");
        assertThat(Nearest.to("滨河", List.of("东园镇", "滨河镇", "文昌镇"), 1)).containsExactly("滨河镇");
    }

    @Test
    void a_distance_is_zero_only_to_itself_and_the_same_both_ways() {
        qt().forAll(
                        strings().betweenCodePoints('A', 'D').ofLengthBetween(0, 6),
                        strings().betweenCodePoints('A', 'D').ofLengthBetween(0, 6))
                .check((a, b) -> Nearest.distance(a, b) == Nearest.distance(b, a)
                        && (Nearest.distance(a, b) == 0) == a.equals(b)
                        && Nearest.distance(a, b) <= Math.max(a.length(), b.length()));
    }
}
