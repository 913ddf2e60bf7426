package org.ipwarehouse.warehouse.internal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Submission;
import org.junit.jupiter.api.Test;

class AccountsSpec {
    private static final Submission FILE = new Submission(
            "ab", "a.csv", "S02", Instant.parse("2026-10-08T02:00:00Z"), LocalDate.of(2026, 9, 30), List.of("2026-09"));

    @Test
    void that_a_file_is_synthetic_asks_nothing_of_its_sender() {
        assertThat(remedy(Map.of())).isEmpty();
        assertThat(remedy(Map.of("SYNTHETIC", 1L))).isEmpty();
    }

    @Test
    void any_other_warning_points_to_the_feedback() {
        assertThat(remedy(Map.of("SYNTHETIC", 1L, "AMOUNT_UNIT_SUSPECT", 2L))).contains("回执");
    }

    private static String remedy(Map<String, Long> warnings) {
        return Accounts.of(FILE, new Tally(2, 2, 0, 0, new TreeMap<>(), new TreeMap<>(warnings)))
                .remedy();
    }
}
