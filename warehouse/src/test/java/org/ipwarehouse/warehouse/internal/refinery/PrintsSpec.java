package org.ipwarehouse.warehouse.internal.refinery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.fixtures.SlimHome;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.ipwarehouse.warehouse.internal.indicator.Passports;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.model.Model;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table or a figure is made from, and nothing else, decides whether it is made again. */
class PrintsSpec {
    private static final Instant NOON = Instant.parse("2026-10-12T04:00:00Z");
    private static final String DISTRICT = "640502";
    private static final TableName CASES = new TableName("fact", "penalty_case");
    private static final TableName CALENDAR = new TableName("dimension", "working_day");

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void few_indicators() {
        home = SlimHome.of(Bench.HOME, folder.resolve("home"), List.of("XZ01"));
    }

    @Test
    void the_same_inputs_give_the_same_digests_however_often_they_are_read() {
        assertThat(digests(DISTRICT)).isEqualTo(digests(DISTRICT)).containsKeys("fact.penalty_case", "XZ01");
    }

    @Test
    void what_a_model_reads_stands_in_one_order_in_every_process() {
        List<Model> models = ModelCatalogue.load(home).models();

        assertThat(models).anySatisfy(model -> assertThat(model.reads()).hasSizeGreaterThan(3));
        assertThat(models)
                .allSatisfy(model -> assertThat(List.copyOf(model.reads())).isSortedAccordingTo(TableName::compareTo));
    }

    @Test
    void another_district_makes_everything_again() {
        Map<String, String> before = digests(DISTRICT);

        assertThat(digests("640521"))
                .allSatisfy(
                        (what, digest) -> assertThat(before.get(what)).as(what).isNotEqualTo(digest));
    }

    @Test
    void another_grain_makes_the_table_and_what_stands_on_it_again() throws IOException {
        Map<String, String> before = digests(DISTRICT);
        replace("warehouse/tables/fact/penalty_case.yaml", "grain: [case_no]", "grain: [case_no, ip_type]");
        Map<String, String> after = digests(DISTRICT);

        assertThat(after.get(CASES.toString())).isNotEqualTo(before.get(CASES.toString()));
        assertThat(after.get("XZ01")).isNotEqualTo(before.get("XZ01"));
        assertThat(after.get(CALENDAR.toString())).isEqualTo(before.get(CALENDAR.toString()));
    }

    @Test
    void another_parameter_makes_the_models_that_have_parameters_and_all_figures_again() throws IOException {
        Map<String, String> before = digests(DISTRICT);
        replace(
                "warehouse/reference/parameters.csv",
                "key_missing_reference_percent,5",
                "key_missing_reference_percent,6");
        Map<String, String> after = digests(DISTRICT);

        assertThat(after.get("XZ01")).isNotEqualTo(before.get("XZ01"));
        assertThat(after.get(CASES.toString())).isNotEqualTo(before.get(CASES.toString()));
        assertThat(after.get(CALENDAR.toString())).isEqualTo(before.get(CALENDAR.toString()));
    }

    private void replace(String file, String was, String is) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(was);
        Files.writeString(path, text.replace(was, is), StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Digest by table or indicator, as a process that has just started would compute them. */
    private Map<String, String> digests(String district) {
        LakeSettings settings =
                LakeSettings.of(home, folder.resolve("data"), new RegionCode(district), Bench.sources(), NOON);
        ModelCatalogue catalogue = ModelCatalogue.load(home);
        Prints prints = new Prints(
                settings,
                new KernelTables(new Lake(settings.lake())),
                catalogue,
                new BuildRequest(Bench.sources(), YearMonth.of(2026, 1), YearMonth.of(2026, 8), NOON),
                new Prints.Reported(List.of(), List.of()));
        Map<String, String> digests = new TreeMap<>();
        catalogue.models().forEach(model -> digests.put(model.table().toString(), prints.of(model)));
        Definition definition =
                Passports.load(home).find(new IndicatorId("XZ01")).orElseThrow();
        digests.put("XZ01", prints.of(definition));
        return digests;
    }
}
