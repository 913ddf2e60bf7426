package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ipwarehouse.app.Ipw;
import org.ipwarehouse.samples.SampleGenerator;
import org.ipwarehouse.samples.SampleRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed outright (kill -9) leaves nothing that the next run cannot finish: after kills while files
 * come in, while figures are made and while pages are printed, accounts and figures are those of an undisturbed run.
 */
class RestartSpec {
    @TempDir
    static Path homes;

    private static Path home;

    @TempDir
    Path place;

    @BeforeAll
    static void a_home_with_few_indicators_one_page_and_one_bulletin() {
        home = Installation.slimHomeWithReports(homes);
    }

    @Test
    void a_run_killed_while_receiving_building_and_publishing_ends_as_if_nothing_had_happened() throws Exception {
        Path exports = samples();

        killed(exports, "接收 5/");
        killed(exports, "建库：");
        killed(exports, "发布：");
        succeeds(new Ran(exports, "disturbed"));
        succeeds(new Ran(exports, "undisturbed"));

        // two sources over 36 months
        assertThat(accounts("disturbed")).isEqualTo(accounts("undisturbed")).hasSize(72);
        assertThat(figures("disturbed")).isEqualTo(figures("undisturbed")).hasSizeGreaterThan(30);
        assertThat(documents("disturbed")).isEqualTo(documents("undisturbed")).isNotEmpty();
        assertThat(unfinished()).contains("\"unfinished\":[]");
    }

    private static void succeeds(Ran run) throws IOException, InterruptedException {
        StringBuilder said = new StringBuilder();
        int code = run.toTheEnd(said);
        assertThat(code).as(said.toString()).isZero();
    }

    private Path samples() {
        Path folder = place.resolve("samples");
        SampleRequest request =
                SampleRequest.of(Installation.HOME, folder, 2_000, 7).withSources(Set.of("S02", "S04"));
        return new SampleGenerator()
                .generate(request, (file, done, total) -> {})
                .exports();
    }

    private void killed(Path exports, String moment) throws IOException, InterruptedException {
        assertThat(new Ran(exports, "disturbed").killedAt(moment))
                .as("the run came to „%s“ and was killed there", moment)
                .isTrue();
    }

    private Installation installation(String name) {
        return new Installation(home, place.resolve(name));
    }

    /** Each file's account: the lines of the ledger. */
    private List<String> accounts(String name) throws IOException {
        List<String> accounts = new ArrayList<>();
        new ObjectMapper()
                .readTree(installation(name).ipw("status", "--json").out())
                .get("submissions")
                .forEach(account -> accounts.add(account.toString()));
        accounts.sort(null);
        return accounts;
    }

    private List<String> figures(String name) {
        List<String> lines = new ArrayList<>();
        for (String period : List.of("2024", "2025H1", "2026Q3", "2026-09")) {
            lines.addAll(installation(name)
                    .ipw("figures", "--period", period, "--csv")
                    .lines());
        }
        return lines;
    }

    private List<String> documents(String name) throws IOException {
        try (var files = java.nio.file.Files.walk(place.resolve(name).resolve("bulletins"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private String unfinished() {
        return installation("disturbed").ipw("status", "--json").out();
    }

    /** {@code ipw run} as a process of its own. */
    private final class Ran {
        private final Process process;
        private final BufferedReader progress;

        Ran(Path exports, String name) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(command(exports, place.resolve(name)));
            builder.environment().put("IPW_THROUGH", "2026-09");
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            process = builder.start();
            progress = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        }

        /** @return whether the moment came; the process is gone either way */
        boolean killedAt(String moment) throws IOException, InterruptedException {
            boolean came = false;
            for (String line = progress.readLine(); line != null && !came; line = progress.readLine()) {
                came = line.contains(moment);
            }
            process.destroyForcibly();
            return process.waitFor(1, TimeUnit.MINUTES) && came;
        }

        int toTheEnd(StringBuilder said) throws IOException, InterruptedException {
            for (String line = progress.readLine(); line != null; line = progress.readLine()) {
                said.append(line).append('\n');
            }
            return process.waitFor();
        }
    }

    private static List<String> command(Path exports, Path data) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC"));
        words.addAll(List.of("-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-Dipw.home=" + home));
        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-opens"))
                .forEach(words::add);
        words.addAll(List.of("-cp", String.valueOf(classPath), Ipw.class.getName()));
        words.addAll(List.of("run", exports.toString(), "--data", data.toString()));
        return words;
    }
}
