package org.ipwarehouse.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed set reads like a small district: its seasons, its sizes, and one enterprise through all registers. */
class DistrictSpec {
    private static final Path HOME = Path.of("..");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LoadedLake LAKE = new LoadedLake(HOME);
    /** Quarters from the first file's to the last file's: 2023Q4 … 2026Q3. */
    private static final int QUARTERS = 12;

    @BeforeAll
    static void load() throws IOException {
        JsonNode manifest = new ObjectMapper()
                .readTree(HOME.resolve("samples/manifest.json").toFile());
        for (JsonNode file : manifest.get("files")) {
            LAKE.load(
                    file.get("source").asText(),
                    SentFile.read(
                            HOME.resolve("samples").resolve(file.get("path").asText())),
                    LocalDate.parse(file.get("as_of").asText()));
        }
    }

    @Test
    void quarterly_figures_are_those_of_a_small_district() {
        assertThat(newCases("S02", "case_no", "filing_date", row -> true))
                .hasSize(QUARTERS)
                .allSatisfy((quarter, cases) -> assertThat(cases).as(quarter).isBetween(20L, 80L));
        assertThat(newCases("S06", "case_no", "file_date", row -> true))
                .hasSize(QUARTERS)
                .allSatisfy((quarter, cases) -> assertThat(cases).as(quarter).isBetween(5L, 25L));
        assertThat(newCases("S04", "reg_no", "reg_time", row -> Boolean.TRUE.equals(row.get("is_ip"))))
                .hasSize(QUARTERS)
                .allSatisfy((quarter, complaints) ->
                        assertThat(complaints).as(quarter).isBetween(60L, 200L));
    }

    @Test
    void forty_to_sixty_users_of_indications_are_active() {
        Set<Object> users = values("S15", "uscc");
        Set<Object> gone = LAKE.accepted("S15").stream()
                .filter(row -> row.get("cancel_date") != null)
                .map(row -> Objects.requireNonNull(row.get("uscc")))
                .collect(Collectors.toSet());
        assertThat(users.size() - gone.size()).isBetween(40, 60);
    }

    @Test
    void harvest_and_complaints_follow_their_seasons() {
        Map<Integer, Long> apples = months("S13", "harvest_date", row -> "苹果".equals(row.get("product")));
        Map<Integer, Long> berries = months("S13", "harvest_date", row -> "枸杞".equals(row.get("product")));
        Map<Integer, Long> melons = months("S13", "harvest_date", row -> "硒砂瓜".equals(row.get("product")));
        Map<Integer, Long> complaints = months("S04", "reg_time", row -> true);
        assertThat(busiest(apples)).isEqualTo(10);
        assertThat(busiest(berries)).isBetween(6, 9);
        assertThat(busiest(melons)).isBetween(7, 8);
        assertThat(melons.keySet()).allMatch(month -> month >= 7 && month <= 9);
        assertThat(of(complaints, 3)).as("315").isGreaterThan(of(complaints, 1)).isGreaterThan(of(complaints, 5));
    }

    @Test
    void cases_grow_from_year_to_year() {
        Map<String, Long> cases = newCases("S02", "case_no", "filing_date", row -> true);
        long first = sum(cases, "2023Q4", "2024Q1", "2024Q2", "2024Q3");
        long last = sum(cases, "2025Q4", "2026Q1", "2026Q2", "2026Q3");
        // 12 % a year make 1.12² = 1.25 in two; the test leaves room for chance
        assertThat((double) last / first).isBetween(1.1, 1.4);
    }

    @Test
    void trademarks_are_most_of_the_cases_and_patents_few() {
        Map<Object, Long> kinds = latest("S02", "case_no").stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.get("ip_type")), Collectors.counting()));
        long all = kinds.values().stream().mapToLong(Long::longValue).sum();
        assertThat(kinds.getOrDefault("TM", 0L) / (double) all).isBetween(0.65, 0.9);
        assertThat(kinds.getOrDefault("PT", 0L) / (double) all).isBetween(0.0, 0.12);
    }

    @Test
    void most_cases_are_decided_within_ninety_days_some_late_and_some_are_open_at_the_end() {
        List<Map<String, @Nullable Object>> cases = latest("S02", "case_no");
        long decided = 0;
        long late = 0;
        for (Map<String, @Nullable Object> row : cases) {
            if (row.get("filing_date") instanceof LocalDate filed
                    && row.get("decision_date") instanceof LocalDate done) {
                decided++;
                late += done.isAfter(filed.plusDays(90)) ? 1 : 0;
            }
        }
        assertThat(late / (double) decided).isBetween(0.02, 0.25);
        assertThat(cases).anyMatch(row -> row.get("close_date") == null);
    }

    @Test
    void every_enterprise_of_every_source_stands_in_the_register() {
        // a row of the register that was itself rejected (1 in 100) is missing from what was accepted
        Set<Object> register = values("S27", "uscc");
        for (String[] place : new String[][] {
            {"S01", "uscc"}, {"S02", "uscc"}, {"S04", "target_uscc"}, {"S05", "target_uscc"}, {"S15", "uscc"}
        }) {
            Set<Object> known = values(place[0], place[1]);
            long missing =
                    known.stream().filter(code -> !register.contains(code)).count();
            assertThat(missing / (double) known.size()).as(place[0]).isLessThan(0.04);
        }
    }

    @Test
    void a_published_penalty_has_the_number_and_the_party_of_its_case() {
        Map<Object, Object> parties = new HashMap<>();
        latest("S02", "case_no").forEach(row -> put(parties, row.get("decision_no"), row.get("uscc")));
        long shared = 0;
        for (Map<String, @Nullable Object> row : latest("S01", "decision_no")) {
            Object party = parties.get(String.valueOf(row.get("decision_no")));
            if (party != null) {
                assertThat(row.get("uscc")).isEqualTo(party);
                shared++;
            }
        }
        assertThat(shared).isGreaterThan(parties.size() * 8L / 10);
    }

    @Test
    void a_report_and_the_case_it_led_to_name_each_other_and_the_same_party() {
        Map<Object, Map<String, @Nullable Object>> cases = new HashMap<>();
        latest("S02", "case_no").forEach(row -> cases.put(String.valueOf(row.get("case_no")), row));
        int linked = 0;
        for (Map<String, @Nullable Object> report : latest("S05", "report_no")) {
            Map<String, @Nullable Object> found = cases.get(String.valueOf(report.get("case_no")));
            if (found != null) {
                assertThat(found.get("clue_no")).isEqualTo(report.get("report_no"));
                assertThat(found.get("uscc")).isEqualTo(report.get("target_uscc"));
                linked++;
            }
        }
        assertThat(linked).isGreaterThan(50);
    }

    private static void put(Map<Object, Object> map, @Nullable Object key, @Nullable Object value) {
        if (key != null && value != null) {
            map.put(key, value);
        }
    }

    /** The last accepted version of each key. */
    private static List<Map<String, @Nullable Object>> latest(String source, String key) {
        Map<String, Map<String, @Nullable Object>> rows = new TreeMap<>();
        LAKE.accepted(source).forEach(row -> rows.put(String.valueOf(row.get(key)), row));
        return List.copyOf(rows.values());
    }

    private static Set<Object> values(String source, String field) {
        Set<Object> values = new HashSet<>();
        for (Map<String, @Nullable Object> row : LAKE.accepted(source)) {
            Object value = row.get(field);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static Map<String, Long> newCases(
            String source, String key, String date, Predicate<Map<String, @Nullable Object>> chosen) {
        LocalDate first = LocalDate.of(2023, 10, 1);
        return latest(source, key).stream()
                .filter(chosen)
                .flatMap(row -> day(row.get(date)).stream())
                .filter(day -> !day.isBefore(first))
                .collect(Collectors.groupingBy(
                        day -> day.getYear() + "Q" + (day.getMonthValue() + 2) / 3,
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static Map<Integer, Long> months(
            String source, String date, Predicate<Map<String, @Nullable Object>> chosen) {
        return LAKE.accepted(source).stream()
                .filter(chosen)
                .flatMap(row -> day(row.get(date)).stream())
                .collect(Collectors.groupingBy(LocalDate::getMonthValue, TreeMap::new, Collectors.counting()));
    }

    private static java.util.Optional<LocalDate> day(@Nullable Object value) {
        if (value instanceof Instant time) {
            return java.util.Optional.of(LocalDate.ofInstant(time, SHANGHAI));
        }
        return value instanceof LocalDate day ? java.util.Optional.of(day) : java.util.Optional.empty();
    }

    private static int busiest(Map<Integer, Long> months) {
        return months.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static long of(Map<Integer, Long> months, int month) {
        return months.getOrDefault(month, 0L);
    }

    private static long sum(Map<String, Long> quarters, String... chosen) {
        long sum = 0;
        for (String quarter : chosen) {
            sum += quarters.getOrDefault(quarter, 0L);
        }
        return sum;
    }
}
