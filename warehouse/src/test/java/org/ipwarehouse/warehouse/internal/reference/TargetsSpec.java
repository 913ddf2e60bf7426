package org.ipwarehouse.warehouse.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Target;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsSpec {
    private static final String HEADER = "indicator,valid_from,valid_to,target,basis,confidence\n";

    @TempDir
    private Path folder = Path.of("");

    private List<Target> read(String rows) throws IOException {
        Files.writeString(folder.resolve("targets.csv"), HEADER + rows);
        return Targets.load(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03, true",
        "2026Q1, true",
        "2026-01..03, true",
        // January ends on another day: a quarter of the year is not due yet
        "2026-01, false",
        "2026Q2, false"
    })
    void a_target_of_one_day_is_one_for_the_periods_that_end_on_it(String period, boolean holds) throws IOException {
        Target target = read("JB07,2026-03-31,2026-03-31,25,时序进度,likely\n").get(0);
        assertThat(target.holdsFor(Period.parse(period))).isEqualTo(holds);
    }

    @Test
    void a_gap_is_in_the_unit_of_the_indicator_and_only_of_its_own_figures() throws IOException {
        Target target = read("JB07,2026-03-31,,25,时序进度,likely\n").get(0);
        // 20.0 % of 25 % wanted: 5 percentage points short
        assertThat(target.gap(figure("JB07", "2026Q1", "20.0")))
                .hasValueSatisfying(gap -> assertThat(gap).isEqualByComparingTo("-5"));
        assertThat(target.gap(figure("JB08", "2026Q1", "20.0"))).isEmpty();
        assertThat(target.gap(figure("JB07", "2025Q4", "90.0"))).isEmpty();
        assertThat(target.gap(figure("JB07", "2026Q1", null))).isEmpty();
    }

    @Test
    void two_targets_for_one_day_are_refused_with_their_line() {
        assertThatThrownBy(() -> read("JB09,2021-01-01,2025-12-31,82,甲,firm\nJB09,2025-12-31,,85,乙,guess\n"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("targets.csv:3")
                .hasMessageContaining("JB09");
    }

    @Test
    void targets_that_follow_one_another_and_those_of_other_indicators_stand_together() throws IOException {
        assertThat(read("JB12,2021-01-01,2025-12-31,12,甲,firm\nJB09,2026-01-01,,85,乙,guess\n"
                        + "JB09,2021-01-01,2025-12-31,82,甲,firm\n"))
                .extracting(target -> target.indicator() + " " + target.from())
                .containsExactly("JB09 2021-01-01", "JB09 2026-01-01", "JB12 2021-01-01");
    }

    @ParameterizedTest
    @CsvSource({"JB7,2026-01-01,25", "JB07,2026年,25", "JB07,2026-01-01,四分之一"})
    void a_line_that_cannot_be_read_is_refused_with_its_number(String indicator, String from, String target) {
        assertThatThrownBy(() -> read(indicator + "," + from + ",," + target + ",甲,guess\n"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("targets.csv:2");
    }

    @Test
    void without_the_file_there_are_no_targets_and_the_file_that_ships_is_in_order() {
        assertThat(Targets.load(folder)).isEmpty();
        assertThat(Targets.load(Path.of("../warehouse/reference"))).isNotEmpty();
    }

    private static Figure figure(String indicator, String period, @Nullable String value) {
        BigDecimal number = value == null ? null : new BigDecimal(value);
        return new Figure(
                new IndicatorId(indicator),
                Period.parse(period),
                new RegionCode("640502"),
                "",
                "",
                number,
                number,
                BigDecimal.TEN,
                null,
                null,
                null,
                null,
                value == null ? FigureStatus.MISSING : FigureStatus.OK,
                BigDecimal.ONE,
                1,
                "");
    }
}
