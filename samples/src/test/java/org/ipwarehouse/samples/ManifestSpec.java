package org.ipwarehouse.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipwarehouse.samples.SampleRequest.Format;
import org.ipwarehouse.samples.SampleRequest.Layout;
import org.ipwarehouse.samples.record.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest is the truth: whoever reads the files by the contracts comes to the same counts. */
class ManifestSpec {
    private static final Path HOME = Path.of("..");

    @TempDir
    Path out;

    @Test
    void every_file_of_a_district_comes_to_what_the_manifest_says() throws Exception {
        assertManifestHolds(SampleRequest.of(HOME, out, 20_000, 1));
    }

    @Test
    void and_so_it_does_where_a_quarter_of_the_rows_is_defective() throws Exception {
        assertManifestHolds(SampleRequest.of(HOME, out, 6_000, 2).withDefectRate(new BigDecimal("0.25")));
    }

    @Test
    void and_where_everything_is_a_workbook() throws Exception {
        assertManifestHolds(
                SampleRequest.of(HOME, out, 4_000, 3).withFormat(Format.XLSX).withDefectRate(new BigDecimal("0.1")));
    }

    @Test
    void and_where_each_source_is_one_text_file() throws Exception {
        assertManifestHolds(SampleRequest.of(HOME, out, 8_000, 4)
                .withFormat(Format.CSV)
                .withLayout(Layout.SINGLE_FILE)
                .withDefectRate(new BigDecimal("0.05")));
    }

    @Test
    void and_where_the_small_registers_come_too_each_in_one_file_and_with_its_own_defects() throws Exception {
        SampleSummary summary = assertManifestHolds(SampleRequest.of(HOME, out, 5_000, 9)
                .withSources(SampleRequest.everySource())
                .withDefectRate(new BigDecimal("0.05")));

        Map<String, Long> accepted = new TreeMap<>();
        JsonNode manifest = new ObjectMapper().readTree(summary.manifest().toFile());
        for (JsonNode file : manifest.get("files")) {
            if (Archive.registers().contains(file.get("source").asText())) {
                long repeated = file.get("repeated").asLong();
                accepted.put(file.get("source").asText(), file.get("rows").asLong() - repeated);
            }
        }
        assertThat(accepted.keySet()).containsExactlyElementsOf(Archive.registers());
        // 三年：抽查 60×3；公安 12 个月×2 个罪名×3；剑网 3 个单位×6 个月×3；经费装备 4 个季度×（2＋3）×3；线索 30×3；海外 12×3
        assertThat(accepted)
                .containsEntry("S03", 180L)
                .containsEntry("S09", 72L)
                .containsEntry("S17", 54L)
                .containsEntry("S25", 60L)
                .containsEntry("S11", 90L)
                .containsEntry("S22", 36L);
    }

    @Test
    void without_defects_nothing_is_quarantined() throws Exception {
        SampleSummary summary =
                assertManifestHolds(SampleRequest.of(HOME, out, 3_000, 5).withDefectRate(BigDecimal.ZERO));
        assertThat(summary.quarantined()).isZero();
        assertThat(summary.repeated()).isPositive();
    }

    @Test
    void every_reason_that_a_row_can_have_occurs_and_no_other() throws Exception {
        SampleSummary summary = new SampleGenerator()
                .generate(SampleRequest.of(HOME, out, 20_000, 6).withDefectRate(new BigDecimal("0.05")), Progress.NONE);
        assertThat(summary.reasons())
                .containsOnlyKeys(
                        "AMOUNT_UNPARSEABLE",
                        "DATE_INVALID",
                        "DATE_ORDER",
                        "ENUM_UNKNOWN",
                        "FORMULA_ERROR",
                        "KEY_DUP_CONFLICT",
                        "KEY_MISSING",
                        "OUT_OF_AREA",
                        "TEST_DATA",
                        "USCC_CHECKSUM",
                        "USCC_PRECISION_LOST",
                        "VALUE_MISSING");
        // 5 % of 20,000 rows are 1,000 expected; the standard deviation of such a count is √(1000·0.95) ≈ 31
        assertThat(summary.quarantined()).isBetween(1_000L - 4 * 31, 1_000L + 4 * 31);
        assertThat(summary.reasons().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .as("some rows have two reasons")
                .isGreaterThan(summary.quarantined());
    }

    /** Due days of the contracts: all nine sources ask for the 10th of the following month. */
    @Test
    void each_file_came_within_eight_days_of_its_months_or_in_one_case_of_twenty_five_after_the_due_day()
            throws Exception {
        SampleSummary summary = new SampleGenerator().generate(SampleRequest.of(HOME, out, 20_000, 6), Progress.NONE);
        JsonNode manifest = new ObjectMapper().readTree(summary.manifest().toFile());
        int late = 0;
        for (JsonNode file : manifest.get("files")) {
            LocalDate end = LocalDate.parse(file.get("as_of").asText());
            ZonedDateTime came = Instant.parse(file.get("received_at").asText()).atZone(ZoneId.of("Asia/Shanghai"));
            long days = ChronoUnit.DAYS.between(end, came.toLocalDate());
            assertThat(days).isBetween(1L, 22L).isNotIn(9L, 10L);
            assertThat(came.toLocalTime()).isBetween(LocalTime.of(8, 30), LocalTime.of(17, 30));
            late += days > 10 ? 1 : 0;
        }
        // eight sources send 36 months each, S26 twelve quarters: 8·36 + 12 = 300 files;
        // at 4 % 12 are late, with a standard deviation of √(300·0.04·0.96) ≈ 3.4
        assertThat(summary.files()).isEqualTo(300);
        assertThat(late).isBetween(1, 12 + 4 * 3);
    }

    private static SampleSummary assertManifestHolds(SampleRequest request) throws Exception {
        SampleSummary summary = new SampleGenerator().generate(request, Progress.NONE);
        JsonNode manifest = new ObjectMapper().readTree(summary.manifest().toFile());
        assertThat(manifest.get("synthetic").asBoolean()).isTrue();
        LoadedLake lake = new LoadedLake(HOME);
        long rows = 0;
        long asked = 0;
        for (JsonNode file : manifest.get("files")) {
            long ofFile = assertFile(request.out(), file, lake);
            rows += ofFile;
            asked += Archive.sources().contains(file.get("source").asText()) ? ofFile : 0;
        }
        assertThat(asked).as("registers come beside the rows asked for").isEqualTo(request.rows());
        assertThat(rows).isEqualTo(summary.rows());
        assertThat(summary.accepted() + summary.quarantined() + summary.repeated())
                .isEqualTo(summary.rows());
        assertThat(manifest.get("files")).hasSize(summary.files());
        assertThat(new TreeSet<>(java.util.List.of(java.util.Objects.requireNonNull(
                        summary.exports().toFile().list()))))
                .hasSize(summary.files())
                .allMatch(name -> name.contains("演示数据"));
        return summary;
    }

    private static long assertFile(Path out, JsonNode file, LoadedLake lake) throws Exception {
        Path path = out.resolve(file.get("path").asText());
        assertThat(sha256(path)).isEqualTo(file.get("sha256").asText());
        LoadedLake.Count count = lake.load(
                file.get("source").asText(),
                SentFile.read(path),
                LocalDate.parse(file.get("as_of").asText()));
        assertThat(count)
                .as(path.toString())
                .isEqualTo(new LoadedLake.Count(
                        file.get("rows").asLong(),
                        file.get("accepted").asLong(),
                        file.get("quarantined").asLong(),
                        file.get("repeated").asLong(),
                        reasons(file.get("reasons"))));
        return count.rows();
    }

    private static SortedMap<String, Long> reasons(JsonNode node) {
        SortedMap<String, Long> reasons = new TreeMap<>();
        node.fields().forEachRemaining(e -> reasons.put(e.getKey(), e.getValue().asLong()));
        return reasons;
    }

    private static String sha256(Path path) throws IOException, java.security.NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)));
    }
}
