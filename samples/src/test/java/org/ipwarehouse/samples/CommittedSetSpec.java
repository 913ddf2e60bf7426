package org.ipwarehouse.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same request gives the same bytes; the committed set is one of them. */
class CommittedSetSpec {
    private static final Path HOME = Path.of("..");
    private static final Path COMMITTED = HOME.resolve("samples");

    @TempDir
    Path out;

    @Test
    void the_committed_set_is_what_the_generator_makes_today() throws IOException {
        SampleRequest request = SampleRequest.of(HOME, out, 20_000, 20260930).withSources(SampleRequest.everySource());
        new SampleGenerator().generate(request, Progress.NONE);
        assertThat(files(out.resolve("exports")).keySet())
                .isEqualTo(files(COMMITTED.resolve("exports")).keySet());
        for (Map.Entry<String, Path> file : files(COMMITTED.resolve("exports")).entrySet()) {
            assertSame(file.getValue(), out.resolve("exports").resolve(file.getKey()));
        }
        assertThat(out.resolve("README.md")).hasSameTextualContentAs(COMMITTED.resolve("README.md"));
        assertThat(counts(out)).isEqualTo(counts(COMMITTED));
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() throws IOException {
        Path first = out.resolve("first");
        Path again = out.resolve("again");
        Path other = out.resolve("other");
        new SampleGenerator().generate(SampleRequest.of(HOME, first, 2_000, 7), Progress.NONE);
        new SampleGenerator().generate(SampleRequest.of(HOME, again, 2_000, 7), Progress.NONE);
        new SampleGenerator().generate(SampleRequest.of(HOME, other, 2_000, 8), Progress.NONE);
        assertThat(again.resolve("manifest.json")).hasSameBinaryContentAs(first.resolve("manifest.json"));
        for (Map.Entry<String, Path> file : files(first.resolve("exports")).entrySet()) {
            assertThat(again.resolve("exports").resolve(file.getKey())).hasSameBinaryContentAs(file.getValue());
        }
        assertThat(Files.readString(other.resolve("manifest.json")))
                .isNotEqualTo(Files.readString(first.resolve("manifest.json")));
    }

    /** Byte for byte; of a workbook its parts, because the packer of another JDK may pack the same bytes otherwise. */
    private static void assertSame(Path committed, Path made) throws IOException {
        if (committed.toString().endsWith(".xlsx")) {
            assertThat(parts(made)).as(made.toString()).isEqualTo(parts(committed));
        } else {
            assertThat(made).hasSameBinaryContentAs(committed);
        }
    }

    private static Map<String, String> parts(Path workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(
                        entry.getName() + " " + entry.getTimeLocal(),
                        new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    /** The manifest without what depends on the packer. */
    private static String counts(Path set) throws IOException {
        return Files.readString(set.resolve("manifest.json"))
                .replaceAll(
                        "(xlsx\", \"as_of\": \"[0-9-]+\", \"received_at\": \"[^\"]+\", )\"bytes\": \\d+, \"sha256\": \"[0-9a-f]+\", ",
                        "$1");
    }

    private static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(path -> files.put(String.valueOf(path.getFileName()), path));
        }
        return files;
    }
}
