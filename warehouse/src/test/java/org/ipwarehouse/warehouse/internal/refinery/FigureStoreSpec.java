package org.ipwarehouse.warehouse.internal.refinery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.internal.indicator.FigureTable;
import org.ipwarehouse.warehouse.internal.indicator.Indicators;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which periods are made again, and which files written, when what they are made from has changed; without Spark. */
class FigureStoreSpec {
    private static final IndicatorId XZ01 = new IndicatorId("XZ01");
    private static final IndicatorId XZ02 = new IndicatorId("XZ02");
    private static final Instant FIRST = Instant.parse("2026-09-08T01:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-09-09T01:00:00Z");

    @TempDir
    Path folder;

    /** What is made of an indicator: by period, the number it is made from, which is its value too. */
    private static final class Drawn {
        private final Map<IndicatorId, Map<Period, Long>> prints = new TreeMap<>();
        private final List<String> asked = new ArrayList<>();
        private final int breakdowns;

        Drawn(int breakdowns) {
            this.breakdowns = breakdowns;
        }

        Drawn with(IndicatorId indicator, String period, long value) {
            prints.computeIfAbsent(indicator, i -> new TreeMap<>()).put(Period.parse(period), value);
            return this;
        }

        void into(Indicators.Taking taking) {
            prints.forEach((indicator, made) -> {
                Set<Period> wanted = new TreeSet<>(taking.asked(indicator, made));
                wanted.forEach(period -> asked.add(indicator + " " + period));
                taking.take(
                        indicator,
                        wanted.stream()
                                .flatMap(period -> figures(indicator, period, made.getOrDefault(period, 0L)))
                                .toList());
            });
        }

        private Stream<Figure> figures(IndicatorId indicator, Period period, long value) {
            return Stream.iterate(0, i -> i < breakdowns, i -> i + 1)
                    .map(i -> figure(indicator, period, i == 0 ? "" : "n", i == 0 ? "" : "v" + i, value));
        }

        private static Figure figure(IndicatorId indicator, Period period, String dimension, String of, long value) {
            return new Figure(
                    indicator,
                    period,
                    new RegionCode("640502"),
                    dimension,
                    of,
                    BigDecimal.valueOf(value),
                    BigDecimal.valueOf(value),
                    null,
                    null,
                    null,
                    null,
                    null,
                    FigureStatus.OK,
                    BigDecimal.ONE,
                    1,
                    "");
        }
    }

    private KernelTables tables() {
        return new KernelTables(new Lake(folder));
    }

    private FigureStore.Made store(Instant now, Map<String, String> meanings, Set<String> gone, Drawn drawn) {
        return new FigureStore(tables(), now).replace(meanings, gone, drawn::into);
    }

    /** Indicator, period, value and since which build. */
    private Set<String> held() {
        Set<String> held = new TreeSet<>();
        tables().scan(
                        FigureTable.NAME,
                        List.of("indicator", "period", "value", "since"),
                        Where.everything(),
                        row -> held.add(row[0] + " " + row[1] + " "
                                + ((BigDecimal) java.util.Objects.requireNonNull(row[2])).toBigInteger() + " "
                                + (FIRST.equals(row[3]) ? "first" : "second")));
        return held;
    }

    private List<String> superseded() {
        List<String> rows = new ArrayList<>();
        tables().scan(
                        FigureTable.SUPERSEDED.table(),
                        List.of("indicator", "period", "until"),
                        Where.everything(),
                        row -> rows.add(row[0] + " " + row[1] + " " + (SECOND.equals(row[2]) ? "second" : row[2])));
        return rows;
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString)
                    .filter(f -> f.contains("figure") && f.endsWith(".parquet") && !f.contains("_delta_log"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void only_periods_that_are_made_from_something_else_are_made_again_and_the_others_keep_their_vintage() {
        Map<String, String> meanings = Map.of("XZ01", "m1", "XZ02", "m2");
        store(FIRST, meanings, Set.of(), drawn().with(XZ01, "2025-04", 4));
        // 更正只碰到 2025-02
        Drawn second = new Drawn(1)
                .with(XZ01, "2025-01", 1)
                .with(XZ01, "2025-02", 20)
                .with(XZ01, "2025-03", 3)
                .with(XZ01, "2025-04", 4)
                .with(XZ02, "2025-01", 7);
        FigureStore.Made made = store(SECOND, meanings, Set.of(), second);

        assertThat(second.asked).containsExactly("XZ01 2025-02");
        assertThat(made.again()).isEqualTo(1);
        assertThat(made.periods()).isEqualTo(5);
        assertThat(made.figures()).isEqualTo(Map.of("XZ01", 4L, "XZ02", 1L));
        assertThat(held())
                .containsExactly(
                        "XZ01 2025-01 1 first",
                        "XZ01 2025-02 20 second",
                        "XZ01 2025-03 3 first",
                        "XZ01 2025-04 4 first",
                        "XZ02 2025-01 7 first");
        assertThat(superseded()).containsExactly("XZ01 2025-02 second");
    }

    private static Drawn drawn() {
        return new Drawn(1)
                .with(XZ01, "2025-01", 1)
                .with(XZ01, "2025-02", 2)
                .with(XZ01, "2025-03", 3)
                .with(XZ02, "2025-01", 7);
    }

    @Test
    void another_definition_makes_every_period_again_and_a_value_that_comes_out_alike_keeps_its_vintage() {
        store(FIRST, Map.of("XZ01", "m1", "XZ02", "m2"), Set.of(), drawn());
        Drawn second = drawn();
        FigureStore.Made made = store(SECOND, Map.of("XZ01", "other", "XZ02", "m2"), Set.of(), second);

        assertThat(second.asked).containsExactly("XZ01 2025-01", "XZ01 2025-02", "XZ01 2025-03");
        assertThat(made.figures()).isEqualTo(Map.of("XZ01", 3L, "XZ02", 1L));
        assertThat(held()).allMatch(row -> row.endsWith("first"));
        assertThat(superseded()).isEmpty();
    }

    @Test
    void a_period_or_an_indicator_that_is_no_longer_asked_for_is_superseded() {
        store(FIRST, Map.of("XZ01", "m1", "XZ02", "m2"), Set.of(), drawn());
        Drawn second = new Drawn(1).with(XZ01, "2025-02", 2).with(XZ01, "2025-03", 3);
        store(SECOND, Map.of("XZ01", "m1"), Set.of("XZ02"), second);

        assertThat(second.asked).isEmpty();
        assertThat(held()).containsExactly("XZ01 2025-02 2 first", "XZ01 2025-03 3 first");
        assertThat(superseded()).containsExactlyInAnyOrder("XZ01 2025-01 second", "XZ02 2025-01 second");
        // 又要它时重新算
        Drawn third = drawn();
        store(SECOND.plusSeconds(1), Map.of("XZ01", "m1", "XZ02", "m2"), Set.of(), third);
        assertThat(third.asked).containsExactly("XZ01 2025-01", "XZ02 2025-01");
    }

    @Test
    void of_an_indicator_with_very_many_figures_the_files_of_untouched_years_stay() throws IOException {
        // 每期 7,000 个，三期 21,000 个：每年一个文件
        Map<String, String> meanings = Map.of("XZ01", "m1");
        store(FIRST, meanings, Set.of(), many(5));
        Set<String> first = files();
        assertThat(first).hasSize(2);
        store(SECOND, meanings, Set.of(), many(6));
        Set<String> second = files();
        // 2024 年的文件还是那一个；2025 年的换了一个，旧的留到下一次
        assertThat(second).hasSize(3).containsAll(first);

        FigureStore.Made third = store(SECOND.plusSeconds(1), meanings, Set.of(), many(6));
        assertThat(third.again()).isZero();
        assertThat(held()).containsExactly("XZ01 2024-12 4 first", "XZ01 2025-01 6 second", "XZ01 2025-02 2 first");
        assertThat(third.figures()).isEqualTo(Map.of("XZ01", 21_000L));
    }

    private static Drawn many(long january) {
        return new Drawn(7_000)
                .with(XZ01, "2024-12", 4)
                .with(XZ01, "2025-01", january)
                .with(XZ01, "2025-02", 2);
    }
}
