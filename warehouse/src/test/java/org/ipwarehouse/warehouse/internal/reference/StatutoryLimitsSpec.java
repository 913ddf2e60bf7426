package org.ipwarehouse.warehouse.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatutoryLimitsSpec {
    private final StatutoryLimits limits = StatutoryLimits.load(Path.of("../warehouse/reference"));

    @Test
    void the_version_in_force_on_the_start_day_applies() {
        assertThat(limits.inForce("L02", LocalDate.of(2026, 4, 14)))
                .hasValueSatisfying(v -> assertThat(v.length()).isEqualTo(45));
    }

    @Test
    void a_version_whose_length_is_not_entered_is_not_configured() {
        assertThat(limits.inForce("L01", LocalDate.of(2026, 4, 15))).isEmpty();
        assertThat(limits.inForce("L02", LocalDate.of(2026, 4, 15))).isEmpty();
    }

    @Test
    void before_the_first_version_nothing_is_configured() {
        assertThat(limits.inForce("L05", LocalDate.of(2021, 7, 14))).isEmpty();
        assertThat(limits.inForce("L05", LocalDate.of(2021, 7, 15))).isPresent();
    }

    @Test
    void versions_that_overlap_are_refused_with_their_line(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("statutory_limits.csv"), """
                limit_id,rule,length,unit,valid_from,valid_to,basis
                L01,L01,7,工作日,2020-01-01,2026-04-14,甲
                L01N,L01,10,工作日,2026-04-14,,乙
                """);
        assertThatThrownBy(() -> StatutoryLimits.load(folder))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("statutory_limits.csv:3")
                .hasMessageContaining("L01N");
    }
}
