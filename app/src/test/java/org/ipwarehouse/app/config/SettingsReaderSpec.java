package org.ipwarehouse.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.ipwarehouse.app.config.SettingsReader.Overrides;
import org.ipwarehouse.etl.secret.SealAlgorithm;
import org.ipwarehouse.etl.secret.TokenAlgorithm;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderSpec {
    @TempDir
    Path folder;

    private Settings read(String yaml, Map<String, String> environment) throws IOException {
        Files.writeString(folder.resolve("ipw.yaml"), yaml, StandardCharsets.UTF_8);
        return new SettingsReader(folder, folder, environment).read(Overrides.none());
    }

    @Test
    void the_file_that_comes_along_is_read_and_means_what_its_comments_say() {
        Path home = Path.of("..").toAbsolutePath().normalize();

        Settings settings = new SettingsReader(home, folder, Map.of()).read(Overrides.none());

        assertThat(settings.district().value()).isEqualTo("640502");
        assertThat(settings.firstMonth()).isEqualTo(YearMonth.of(2023, 10));
        assertThat(settings.fixedThrough()).isNull();
        assertThat(settings.lake()).isEqualTo(folder.resolve("ipw-data/lake"));
        assertThat(settings.privacy())
                .isEqualTo(new Settings.Privacy(
                        Path.of(System.getProperty("user.home"), ".config/ipw/keys"),
                        settings.lake().resolve("restricted"),
                        TokenAlgorithm.HMAC_SM3,
                        SealAlgorithm.AES_256_GCM));
        assertThat(settings.jobs().isShared()).isFalse();
        assertThat(settings.inboxes()).hasSize(9);
        assertThat(settings.timetable())
                .extracting(Settings.Appointment::flow)
                .containsExactly(Settings.Flow.RECEIVE, Settings.Flow.RUN);
    }

    @Test
    void the_restricted_layer_may_lie_on_a_disk_of_its_own() throws IOException {
        String yaml = "data: store\nprivacy: { restricted: /mnt/sealed }\n";

        assertThat(read(yaml, Map.of()).privacy().restricted()).isEqualTo(Path.of("/mnt/sealed"));
        assertThat(read(yaml, Map.of("IPW_RESTRICTED", "apart")).privacy().restricted())
                .isEqualTo(folder.resolve("store/apart"));
    }

    @Test
    void the_last_month_is_the_last_one_finished_in_beijing() throws IOException {
        Settings settings = read("district: \"640502\"", Map.of());

        // 15:59 UTC on 30 September is 23:59 in Beijing; one minute later October has begun there
        assertThat(settings.through(Instant.parse("2026-09-30T15:59:00Z"))).isEqualTo(YearMonth.of(2026, 8));
        assertThat(settings.through(Instant.parse("2026-09-30T16:00:00Z"))).isEqualTo(YearMonth.of(2026, 9));
    }

    @Test
    void an_environment_variable_stands_above_the_file_and_an_option_above_both() throws IOException {
        Map<String, String> environment = Map.of("IPW_THROUGH", "2026-06", "IPW_DATA", "from-environment");
        Files.writeString(folder.resolve("ipw.yaml"), "through: 2026-09\ndata: from-file\n", StandardCharsets.UTF_8);
        SettingsReader reader = new SettingsReader(folder, folder, environment);

        assertThat(reader.read(Overrides.none()).fixedThrough()).isEqualTo(YearMonth.of(2026, 6));
        assertThat(reader.read(Overrides.none()).data()).isEqualTo(folder.resolve("from-environment"));
        assertThat(reader.read(new Overrides(null, Path.of("from-option"), null))
                        .data())
                .isEqualTo(folder.resolve("from-option"));
    }

    @Test
    void an_unknown_key_is_refused_with_file_and_line_and_the_keys_that_exist() {
        assertThatThrownBy(() -> read("district: \"640502\"\nfirst_mnth: 2023-10\n", Map.of()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("ipw.yaml:2")
                .hasMessageContaining("first_mnth")
                .hasMessageContaining("first_month");
    }

    @Test
    void a_key_that_stands_twice_is_refused_with_the_line_of_the_second() {
        assertThatThrownBy(() -> read("data: a\nlake: b\ndata: c\n", Map.of()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("ipw.yaml:3");
    }

    @Test
    void a_value_that_cannot_be_is_refused_with_file_and_line() {
        assertThatThrownBy(() -> read("data: x\nfirst_month: 2023-13\n", Map.of()))
                .hasMessageContaining("ipw.yaml:2");
        assertThatThrownBy(() -> read("schedule:\n  - { name: a, flow: fly, cron: \"0 0 7 * * *\" }\n", Map.of()))
                .hasMessageContaining("ipw.yaml:2")
                .hasMessageContaining("fly");
        assertThatThrownBy(() -> read("schedule:\n  - name: a\n    flow: run\n    cron: \"7 o'clock\"\n", Map.of()))
                .hasMessageContaining("ipw.yaml:4");
        assertThatThrownBy(() -> read("jobs:\n  url: jdbc:oracle:x\n", Map.of()))
                .hasMessageContaining("ipw.yaml:2");
    }

    @Test
    void text_that_is_no_yaml_is_refused_with_its_line() {
        assertThatThrownBy(() -> read("data: x\ninboxes: [S01, \n", Map.of()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("ipw.yaml:");
    }

    @Test
    void an_appointment_may_name_only_inboxes_that_exist() {
        String yaml = "inboxes:\n  - { source: S01, folder: a }\n"
                + "schedule:\n  - { name: a, flow: receive, cron: \"0 0 7 * * *\", inboxes: [S02] }\n";

        assertThatThrownBy(() -> read(yaml, Map.of()))
                .hasMessageContaining("ipw.yaml:4")
                .hasMessageContaining("S02");
    }

    @Test
    void figures_cannot_end_before_they_begin() {
        assertThatThrownBy(() -> read("first_month: 2026-05\nthrough: 2026-04\n", Map.of()))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("2026-04");
    }
}
