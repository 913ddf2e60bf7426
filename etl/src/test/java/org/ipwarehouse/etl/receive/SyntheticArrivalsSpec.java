package org.ipwarehouse.etl.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticArrivalsSpec {
    private static final Instant NOW = Instant.parse("2026-10-08T02:00:00Z");
    private static final Instant THEN = Instant.parse("2024-02-05T01:30:00Z");
    private static final String SHA = "ab12";

    private final Path set;
    private final Path file;

    SyntheticArrivalsSpec(@TempDir Path folder) {
        this.set = folder.resolve("set");
        this.file = set.resolve("exports/S02_2024年01月_演示数据.csv");
    }

    @BeforeEach
    void drawFolders() throws IOException {
        Files.createDirectories(file.resolveSibling(""));
    }

    @Test
    void a_synthetic_file_came_when_the_manifest_above_its_folder_says() throws IOException {
        manifest(set, manifestOf("true", THEN.toString()));
        assertThat(came(file, SHA)).isEqualTo(THEN);
    }

    @Test
    void or_the_manifest_in_its_folder() throws IOException {
        manifest(set.resolve("exports"), manifestOf("true", THEN.toString()));
        assertThat(came(file, SHA)).isEqualTo(THEN);
    }

    @Test
    void a_manifest_two_folders_above_says_nothing() throws IOException {
        manifest(set.resolveSibling(""), manifestOf("true", THEN.toString()));
        assertThat(came(file, SHA)).isEqualTo(NOW);
    }

    @Test
    void without_a_manifest_it_came_now() {
        assertThat(came(file, SHA)).isEqualTo(NOW);
    }

    @Test
    void other_bytes_under_a_listed_name_came_now() throws IOException {
        manifest(set, manifestOf("true", THEN.toString()));
        assertThat(came(file, "cd34")).isEqualTo(NOW);
    }

    @Test
    void a_manifest_that_does_not_say_synthetic_dates_nothing_back() throws IOException {
        manifest(set, manifestOf("false", THEN.toString()));
        assertThat(came(file, SHA)).isEqualTo(NOW);
    }

    @Test
    void nor_does_a_synthetic_manifest_date_back_a_file_whose_name_says_nothing() throws IOException {
        manifest(set, manifestOf("true", THEN.toString()));
        assertThat(came(set.resolve("exports/S02_2024年01月.csv"), SHA)).isEqualTo(NOW);
    }

    @Test
    void a_time_to_come_is_not_believed() throws IOException {
        manifest(set, manifestOf("true", NOW.plusSeconds(1).toString()));
        assertThat(came(file, SHA)).isEqualTo(NOW);
    }

    @Test
    void a_manifest_of_another_program_is_left_alone() throws IOException {
        manifest(set, "{\"name\": \"a web page\", \"files\": [1, 2]}");
        assertThat(came(file, SHA)).isEqualTo(NOW);
        manifest(set, "not JSON at all");
        assertThat(came(file, SHA)).isEqualTo(NOW);
    }

    @Test
    void a_synthetic_manifest_with_a_time_that_is_none_is_a_fault_that_names_it() throws IOException {
        manifest(set, manifestOf("true", "五号下午"));
        assertThatThrownBy(() -> came(file, SHA))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("五号下午")
                .hasMessageContaining("manifest.json");
    }

    private static Instant came(Path file, String sha256) {
        return new SyntheticArrivals().receivedAt(file, sha256, NOW);
    }

    private static String manifestOf(String synthetic, String time) {
        return "{\"synthetic\": " + synthetic + ", \"files\": [{\"sha256\": \"" + SHA + "\", \"received_at\": \"" + time
                + "\"}]}";
    }

    private static void manifest(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), text);
    }
}
