package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ipwarehouse.samples.SampleGenerator;
import org.ipwarehouse.samples.SampleRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run when the machine or an operator gets in its way: stop signal, second run, full disk, clock. */
class TroubleSpec {
    @TempDir
    static Path homes;

    private static Path home;

    @TempDir
    Path place;

    @BeforeAll
    static void a_home_with_few_indicators() {
        home = Installation.slimHome(homes);
    }

    @Test
    void a_run_that_is_told_to_stop_ends_at_a_safe_place_and_goes_on_from_there() throws Exception {
        Path exports = samples();
        OneProcess stopped = OneProcess.heldAt("接收 5/", home, "ingest", exports.toString(), "--data", data("stopped"));
        assertThat(stopped.says("接收 5/")).isTrue();
        stopped.stop();
        assertThat(stopped.toTheEnd()).isEqualTo(143);
        assertThat(stopped.said()).contains("已按要求停在安全处").doesNotContain("Exception");

        succeeds(OneProcess.ipw(home, "ingest", exports.toString(), "--data", data("stopped")));
        succeeds(OneProcess.ipw(home, "ingest", exports.toString(), "--data", data("undisturbed")));
        assertThat(LakeContent.of(place.resolve("stopped"))).isEqualTo(LakeContent.of(place.resolve("undisturbed")));
    }

    @Test
    void of_two_runs_at_once_the_second_gives_way_with_one_line() throws Exception {
        Path exports = samples();
        OneProcess first = OneProcess.heldAt("接收 1/", home, "ingest", exports.toString(), "--data", data("shared"));
        assertThat(first.says("接收 1/")).isTrue();
        OneProcess second = OneProcess.ipw(home, "ingest", exports.toString(), "--data", data("shared"));

        assertThat(second.toTheEnd()).isEqualTo(2);
        assertThat(second.said().lines()).hasSize(1).allMatch(line -> line.contains("另一个 ipw 正在此数据目录上工作"));
        first.goOn();
        succeeds(first);
    }

    @Test
    void a_full_disk_is_said_so_and_what_was_missing_is_taken_in_once_there_is_room() throws Exception {
        Path disk = Files.createDirectories(place.resolve("disk"));
        assumeTrue(mounted(disk, "600k"), "needs the right to mount a small file system");
        Path exports = samples();
        try {
            OneProcess full = OneProcess.ipw(home, "ingest", exports.toString(), "--data", disk.resolve("d") + "");
            assertThat(full.toTheEnd()).isEqualTo(1);
            assertThat(full.said()).contains("磁盘空间").doesNotContain("Exception in thread");
            assertThat(ended("mount", "-o", "remount,size=64m", disk.toString()))
                    .isZero();
            succeeds(OneProcess.ipw(home, "ingest", exports.toString(), "--data", disk.resolve("d") + ""));
            succeeds(OneProcess.ipw(home, "ingest", exports.toString(), "--data", data("roomy")));
            assertThat(LakeContent.of(disk.resolve("d"))).isEqualTo(LakeContent.of(place.resolve("roomy")));
        } finally {
            ended("umount", "-l", disk.toString());
        }
    }

    @Test
    void a_clock_that_was_moved_back_changes_no_figure() throws Exception {
        Path exports = samples();
        Path half = Files.createDirectories(place.resolve("half"));
        try (var files = Files.list(exports)) {
            for (Path file : files.sorted().limit(20).toList()) {
                Files.copy(file, half.resolve(String.valueOf(file.getFileName())));
            }
        }
        OneProcess early = OneProcess.ipw(home, "ingest", half.toString(), "--data", data("moved"));
        succeeds(early);
        Instant yesterday = Installation.NOON.minus(Duration.ofDays(1));
        succeeds(OneProcess.start(home, yesterday, whole(exports, "moved")));
        succeeds(OneProcess.ipw(home, whole(exports, "steady")));

        // a header and one line for each indicator
        assertThat(figures("moved")).isEqualTo(figures("steady")).hasSize(1 + Installation.FEW.size());
    }

    private static void succeeds(OneProcess process) throws Exception {
        int code = process.toTheEnd();
        assertThat(code).as(process.said()).isZero();
    }

    private String[] whole(Path exports, String name) {
        return new String[] {
            "ingest", exports.toString(), "--data", data(name), OneProcess.THEN, "build", "--data", data(name)
        };
    }

    private String data(String name) {
        return place.resolve(name).toString();
    }

    private List<String> figures(String name) {
        return new Installation(home, place.resolve(name))
                .ipw("figures", "--period", "2026Q3", "--csv")
                .lines();
    }

    private Path samples() {
        SampleRequest request = SampleRequest.of(Installation.HOME, place.resolve("samples"), 1_000, 7)
                .withSources(Set.of("S02", "S04"));
        return new SampleGenerator()
                .generate(request, (file, done, total) -> {})
                .exports();
    }

    private static boolean mounted(Path folder, String size) throws Exception {
        return ended("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) == 0;
    }

    private static int ended(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
    }
}
