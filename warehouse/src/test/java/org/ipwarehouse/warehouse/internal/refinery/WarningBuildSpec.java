package org.ipwarehouse.warehouse.internal.refinery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.Warehouses;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Refinery.BuildOutcome;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.Warning.State;
import org.ipwarehouse.warehouse.api.WarningDesk.Decision;
import org.ipwarehouse.warehouse.api.WarningQuery;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file that comes in to a warning that a person decides on, and what later builds make of it. */
class WarningBuildSpec {
    private static final Instant FIRST = Instant.parse("2026-09-08T01:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-09-09T01:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-09-10T01:00:00Z");
    private static final Instant FOURTH = Instant.parse("2026-09-11T01:00:00Z");
    private static final Instant FIFTH = Instant.parse("2026-09-12T01:00:00Z");

    /** Filed on 5 January: 90 days end on 5 April, a Sunday; the holiday lasts until the 6th. */
    private static final String CASES = """
            case_no | filing_date | decision_date | close_type | violation | ip_type | township  | handling_org
            --------+-------------+---------------+------------+-----------+---------+-----------+-------------
            P1      | 2026-01-05  |               |            | V01       | TM      | 640502100 | U17
            P2      | 2026-01-05  |               |            | V01       | TM      | 640502100 | U17
            P3      | 2026-07-03  |               |            | V01       | TM      | 640502100 | U17
            P4      | 2026-01-06  |               |            | V01       | TM      | 640502100 | U17
            """;

    private static final String DECIDED = """
            case_no | filing_date | decision_date | close_type | violation | ip_type | township  | handling_org
            --------+-------------+---------------+------------+-----------+---------+-----------+-------------
            P2      | 2026-01-05  | 2026-08-20    | 处罚       | V01       | TM      | 640502100 | U17
            """;

    @TempDir
    static Path folder;

    private static final Map<String, List<Warning>> AFTER = new TreeMap<>();
    private static final List<BuildOutcome> BUILDS = new ArrayList<>();
    private static boolean isStaleAfterTheDecision;
    private static boolean isStaleAfterTheFirst;
    private static Map<String, String> fact = Map.of();

    @BeforeAll
    static void five_builds() throws IOException {
        Path home = home();
        LakeSettings settings =
                LakeSettings.of(home, folder.resolve("lake"), new RegionCode("640502"), Bench.sources(), FIFTH);
        Warehouses.intake(settings).store(List.of(DrawnRows.of("S02", "penalty_case", "2026-07", CASES)), r -> {});
        build(settings, "first", FIRST);
        isStaleAfterTheFirst = Warehouses.refinery(settings).isStale(request(SECOND));
        build(settings, "same data", SECOND);
        String id = warning("same data", "P1").id();
        Warehouses.warningDesk(settings)
                .dismiss(id, new Decision("王某某", "台账漏填决定日期", Instant.parse("2026-09-09T08:00:00Z")));
        isStaleAfterTheDecision = Warehouses.refinery(settings).isStale(request(THIRD));
        build(settings, "dismissed", THIRD);
        fact = states(settings);
        Warehouses.intake(settings).store(List.of(DrawnRows.of("S02", "penalty_case", "2026-08", DECIDED)), r -> {});
        build(settings, "decided", FOURTH);
        Files.delete(home.resolve("warehouse/warnings/W03.yaml"));
        build(settings, "without the rule", FIFTH);
    }

    /** The installation with what cases need: a build of all of it would take a minute and show no more. */
    private static Path home() throws IOException {
        Path home = folder.resolve("home");
        Pattern kept = Pattern.compile("etl/codelists/.*|warehouse/(reference|linkage)/.*"
                + "|warehouse/(tables|models)/(dimension|linked)/.*"
                + "|warehouse/(tables|models)/fact/(penalty_case|penalty_publication|warning)\\..*"
                + "|warehouse/indicators/[a-z_]+/(XZ01|JB11)\\.yaml|warehouse/warnings/W03\\..*");
        for (String part : List.of("etl/codelists", "warehouse")) {
            try (Stream<Path> files = Files.walk(Bench.HOME.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path name = Bench.HOME.relativize(file);
                    if (kept.matcher(name.toString()).matches()) {
                        Files.createDirectories(home.resolve(name).resolveSibling(""));
                        Files.copy(file, home.resolve(name));
                    }
                }
            }
        }
        return home;
    }

    private static BuildRequest request(Instant now) {
        return new BuildRequest(Bench.sources(), YearMonth.of(2026, 7), YearMonth.of(2026, 8), now);
    }

    private static void build(LakeSettings settings, String name, Instant now) {
        BUILDS.add(Warehouses.refinery(settings).build(request(now), step -> {}));
        AFTER.put(name, Warehouses.door(settings).warnings(WarningQuery.all()));
    }

    private static Map<String, String> states(LakeSettings settings) {
        Map<String, String> states = new TreeMap<>();
        new KernelTables(new Lake(settings.lake()))
                .scan(
                        TableName.parse("fact.warning"),
                        List.of("warning_id", "state", "is_false_alarm"),
                        Where.everything(),
                        row -> states.put(String.valueOf(row[0]), row[1] + " " + row[2]));
        return states;
    }

    private static Warning warning(String after, String subject) {
        List<Warning> warnings = AFTER.getOrDefault(after, List.of());
        return warnings.stream()
                .filter(w -> w.rule().equals("W03") && w.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No warning of " + subject + " in " + warnings));
    }

    @Test
    void a_build_raises_what_is_overdue_with_the_row_of_the_file() {
        // 2026-01-05 ＋90 日 ＝ 04-05（周日），清明放假至 04-06 → 04-07 届满，04-08 起超期；P3 10月才届满
        assertThat(AFTER.get("first"))
                .filteredOn(w -> w.rule().equals("W03"))
                .extracting(Warning::subject)
                .containsExactlyInAnyOrder("P1", "P2", "P4");
        assertThat(warning("first", "P1")).satisfies(w -> {
            assertThat(w.state()).isEqualTo(State.NEW);
            assertThat(w.happenedOn()).isEqualTo(LocalDate.of(2026, 4, 8));
            // 9月8日生成 ＋5 日
            assertThat(w.dueOn()).isEqualTo(LocalDate.of(2026, 9, 13));
            assertThat(w.owner()).isEqualTo("U17");
            assertThat(w.evidence()).singleElement().satisfies(row -> {
                assertThat(row.file()).isEqualTo("penalty_case.csv");
                assertThat(row.sheet()).isEqualTo("明细");
                assertThat(row.row()).isEqualTo(2);
                assertThat(row.values()).containsEntry("disposal_due_on", "2026-04-07");
            });
        });
    }

    @Test
    void the_same_data_again_add_nothing_and_nothing_is_stale_because_a_build_raised_warnings() {
        assertThat(isStaleAfterTheFirst).isFalse();
        assertThat(BUILDS.get(1).skipped()).isTrue();
        assertThat(AFTER.get("same data")).isEqualTo(AFTER.get("first"));
    }

    @Test
    void a_decision_remakes_what_is_made_from_warnings_and_is_not_undone_by_the_next_build() {
        assertThat(isStaleAfterTheDecision).isTrue();
        assertThat(BUILDS.get(2).tables())
                .extracting(count -> count.table().toString())
                .contains("fact.warning")
                .doesNotContain("fact.penalty_case");
        assertThat(fact)
                .containsEntry(warning("first", "P1").id(), "dismissed true")
                .containsEntry(warning("first", "P2").id(), "new false");
        assertThat(warning("decided", "P1")).satisfies(w -> {
            assertThat(w.state()).isEqualTo(State.DISMISSED);
            assertThat(w.history()).extracting(Warning.Event::kind).containsExactly("raised", "dismissed");
        });
    }

    @Test
    void a_case_that_is_decided_closes_its_warning_by_itself() {
        assertThat(warning("decided", "P2")).satisfies(w -> {
            assertThat(w.state()).isEqualTo(State.CLOSED);
            assertThat(w.handledOn()).isEqualTo(LocalDate.of(2026, 9, 11));
            assertThat(w.history()).extracting(Warning.Event::by).containsOnly("ipw");
        });
        assertThat(warning("decided", "P4").state()).isEqualTo(State.NEW);
    }

    @Test
    void what_is_open_when_its_rule_is_taken_away_is_closed_with_that_reason() {
        assertThat(warning("without the rule", "P4")).satisfies(w -> {
            assertThat(w.state()).isEqualTo(State.CLOSED);
            assertThat(w.history().get(1).reason()).isEqualTo("规则已取消");
        });
        assertThat(warning("without the rule", "P1").state()).isEqualTo(State.DISMISSED);
    }
}
