package org.ipwarehouse.reports.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edition was made with stays as it was, whatever the writers do to their files. */
class KeptFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path place;

    private Path home() {
        return place.resolve("home");
    }

    private KeptFiles kept() {
        return new KeptFiles(place.resolve("kept"));
    }

    @BeforeEach
    void write() throws IOException {
        write("reports/bulletins/monthly/sentences.yaml", "立案查处");
        write("reports/bulletins/quarterly/sentences.yaml", "另一种公报");
        write("reports/style/labels.yaml", "商标");
        write("reports/style/site/site.css", "网页的样式");
        write("etl/codelists/ip_types.csv", "TM,商标");
        write("reports/bulletins/monthly/~$template.docx", "Word 打开时留下的");
    }

    private void write(String name, String text) throws IOException {
        Path file = home().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Stream<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString())
                    .toList()
                    .stream();
        }
    }

    @Test
    void what_was_kept_comes_back_as_it_was_and_nothing_that_no_bulletin_reads() throws IOException {
        String list = kept().keep(home(), "monthly");
        write("reports/bulletins/monthly/sentences.yaml", "查办");
        Path again = kept().laidOut(list, place.resolve("again"));
        assertThat(names(again))
                .containsExactlyInAnyOrder(
                        "reports/bulletins/monthly/sentences.yaml",
                        "reports/style/labels.yaml",
                        "etl/codelists/ip_types.csv");
        assertThat(again.resolve("reports/bulletins/monthly/sentences.yaml")).hasContent("立案查处");
        assertThat(kept().keep(home(), "monthly")).isNotEqualTo(list);
    }

    /** Three contents and their list; of the next edition, one content and its list more: 4 + 2. */
    @Test
    void the_same_content_is_kept_once() throws IOException {
        kept().keep(home(), "monthly");
        assertThat(names(place.resolve("kept"))).hasSize(4);
        write("reports/bulletins/monthly/sentences.yaml", "查办");
        kept().keep(home(), "monthly");
        assertThat(names(place.resolve("kept"))).hasSize(6);
    }

    @Test
    void what_was_changed_or_lost_in_the_store_is_named() throws IOException {
        String list = kept().keep(home(), "monthly");
        String digest = Digests.sha256("商标".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Path content = place.resolve("kept").resolve(digest.substring(0, 2)).resolve(digest);
        Files.writeString(content, "专利");
        assertThatThrownBy(() -> kept().laidOut(list, place.resolve("again")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(digest)
                .hasMessageContaining("SHA-256");
        Files.delete(content);
        assertThatThrownBy(() -> kept().laidOut(list, place.resolve("again"))).hasMessageContaining("不在了");
        assertThat(kept().has(list)).isTrue();
        assertThat(kept().has(digest)).isFalse();
    }
}
