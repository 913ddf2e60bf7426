package org.ipwarehouse.warehouse.internal.refinery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.ipwarehouse.warehouse.Warehouses;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Refinery;
import org.ipwarehouse.warehouse.api.Refinery.BuildOutcome;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Revision;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.fixtures.SlimHome;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake that is built, gets a correction and a late report, and is built again after each. */
class IncrementalBuildSpec {
    private static final Instant FIRST = Instant.parse("2026-09-08T01:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-09-09T01:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-09-10T01:00:00Z");

    private static final String CASES = """
            case_no | filing_date | decision_date | close_type | violation | ip_type | township  | fine_yuan
            --------+-------------+---------------+------------+-----------+---------+-----------+----------
            P1      | 2026-07-03  | 2026-07-20    | 处罚       | V01       | TM      | 640502100 | 30000.00
            P2      | 2026-08-03  | 2026-08-21    | 处罚       | V01       | TM      | 640502100 | 20000.00
            """;
    private static final String CORRECTED = """
            case_no | filing_date | decision_date | close_type | violation | ip_type | township  | fine_yuan
            --------+-------------+---------------+------------+-----------+---------+-----------+----------
            P2      | 2026-08-03  | 2026-08-21    | 处罚       | V01       | TM      | 640502100 | 50000.00
            """;
    private static final String COMPLAINTS = """
            reg_no | reg_time            | is_ip
            -------+---------------------+------
            C1     | 2026-08-03 01:00:00 | true
            """;

    @TempDir
    static Path folder;

    private static Path home;
    private static Warehouse door;
    private static BuildOutcome second;
    private static BuildOutcome third;
    private static List<Figure> afterThird = List.of();

    @BeforeAll
    static void three_builds() {
        home = SlimHome.of(
                Bench.HOME, folder.resolve("home"), List.of("XZ01", "XZ02", "XZ04", "TS01", "SF01", "JB02", "JB03"));
        LakeSettings settings = settings("grown");
        store(settings, "S02", "penalty_case", "2026-08", CASES);
        build(settings, FIRST);
        store(settings, "S02", "penalty_case", "2026-09", CORRECTED);
        second = build(settings, SECOND);
        store(settings, "S04", "complaint", "2026-08", COMPLAINTS);
        third = build(settings, THIRD);
        door = Warehouses.door(settings);
        afterThird = door.figures(FigureQuery.all());
    }

    private static LakeSettings settings(String lake) {
        return LakeSettings.of(home, folder.resolve(lake), new RegionCode("640502"), Bench.sources(), THIRD);
    }

    private static void store(LakeSettings settings, String source, String table, String month, String rows) {
        Warehouses.intake(settings).store(List.of(DrawnRows.of(source, table, month, rows)), r -> {});
    }

    private static BuildOutcome build(LakeSettings settings, Instant now) {
        return Warehouses.refinery(settings)
                .build(
                        new Refinery.BuildRequest(Bench.sources(), YearMonth.of(2026, 1), YearMonth.of(2026, 8), now),
                        step -> {});
    }

    @Test
    void a_corrected_case_remakes_what_reads_cases_and_nothing_else() {
        assertThat(second.tables())
                .extracting(count -> count.table().toString())
                .contains("fact.penalty_case", "fact.submission", "indicator.figure")
                .doesNotContain("fact.complaint", "fact.court_case", "dimension.region");
        assertThat(third.tables())
                .extracting(count -> count.table().toString())
                .contains("fact.complaint")
                .doesNotContain("fact.penalty_case", "fact.court_case");
    }

    @Test
    void a_correction_changes_exactly_the_periods_that_it_touches() {
        // P2 在 8 月决定，罚款 2 万 → 5 万：8 月、1—8 月的 XZ04 变；7 月、1—7 月、上半年不变
        assertThat(door.revisions(FIRST, SECOND))
                .filteredOn(r -> r.figure().indicator().code().equals("XZ04")
                        && r.figure().dimension().isEmpty()
                        && r.figure().region().value().equals("640502"))
                .extracting(r -> r.figure().period().toString(), Revision::kind, Revision::cause, Revision::difference)
                .satisfiesExactlyInAnyOrder(
                        t -> assertRevision(t, "2026-08", "3"), t -> assertRevision(t, "2026-01..08", "3"));
        assertThat(door.revisions(FIRST, SECOND))
                .extracting(r -> r.figure().indicator().code())
                .doesNotContain("TS01", "XZ01", "XZ02");
    }

    private static void assertRevision(Tuple revision, String period, String difference) {
        List<Object> parts = revision.toList();
        assertThat(parts.subList(0, 3)).containsExactly(period, "changed", Revision.Cause.CORRECTED_DATA);
        assertThat((java.math.BigDecimal) parts.get(3)).isEqualByComparingTo(difference);
    }

    @Test
    void a_late_report_shows_as_new_data_and_the_largest_change_comes_first() {
        // TS01 要 S04、S05：第二次构建时一份未到（无值），第三次到了 S04
        assertThat(door.revisions(SECOND, THIRD))
                .filteredOn(r -> r.figure().indicator().code().equals("TS01")
                        && r.figure().period().toString().equals("2026-08")
                        && r.figure().region().value().equals("640502")
                        && r.figure().dimension().isEmpty())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.cause()).isEqualTo(Revision.Cause.NEW_DATA);
                    assertThat(r.kind()).isEqualTo("changed");
                    assertThat(r.before()).extracting(Figure::value).isNull();
                    assertThat(r.difference()).isNull();
                    assertThat(r.figure().value()).isEqualByComparingTo("1");
                });
        assertThat(door.revisions(FIRST, THIRD)).isSortedAccordingTo(Revision.LARGEST_FIRST);
    }

    @Test
    void every_build_is_a_vintage_and_a_vintage_does_not_differ_from_itself() {
        assertThat(door.vintages()).containsExactly(FIRST, SECOND, THIRD);
        assertThat(door.revisions(SECOND, SECOND)).isEmpty();
        // 反向比较：同样的处，增减相反
        assertThat(door.revisions(SECOND, FIRST)).hasSameSizeAs(door.revisions(FIRST, SECOND));
    }

    @Test
    void a_lake_that_grew_step_by_step_has_the_figures_of_one_that_was_built_at_once() {
        LakeSettings settings = settings("at-once");
        store(settings, "S02", "penalty_case", "2026-08", CASES);
        store(settings, "S02", "penalty_case", "2026-09", CORRECTED);
        store(settings, "S04", "complaint", "2026-08", COMPLAINTS);
        build(settings, THIRD);
        assertThat(afterThird).isNotEmpty();
        List<Figure> atOnce = Warehouses.door(settings).figures(FigureQuery.all());
        // only what differs is worth reading
        assertThat(without(afterThird, atOnce)).isEmpty();
        assertThat(without(atOnce, afterThird)).isEmpty();
    }

    private static List<Figure> without(List<Figure> figures, List<Figure> others) {
        Set<Figure> known = new HashSet<>(others);
        return figures.stream().filter(figure -> !known.contains(figure)).toList();
    }
}
