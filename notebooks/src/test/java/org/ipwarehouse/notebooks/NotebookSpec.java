package org.ipwarehouse.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every cell of every notebook runs, and what it prints is what the commands say. */
class NotebookSpec {
    private static final Path NOTEBOOK = Path.of("quarter.ipynb");
    private static final Path INDICATOR = Path.of("indicator.ipynb");
    private static final Path PARTY = Path.of("party.ipynb");
    private static final Path DEFINITION = Path.of("definition.ipynb");

    /** What Jupyter made of a notebook while the other specifications ran, which it does in processes of its own. */
    private static CompletableFuture<Map<Path, Ipynb>> executed = new CompletableFuture<>();

    @BeforeAll
    static void makeTheDemonstration() {
        Demo.make();
        executed = CompletableFuture.supplyAsync(() -> Jupyter.execute(DEFINITION, NOTEBOOK));
    }

    @AfterAll
    static void nothingRunsOn() {
        executed.join();
    }

    /** The district's values as the command prints them: code → value, or the status where there is none. */
    private static Map<String, String> figures() {
        Map<String, String> values = new TreeMap<>();
        List<String> lines = Demo.ipw("figures", "--data", Demo.DATA.toString(), "--period", "2026Q3", "--csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            values.put(cells[0], cells[4].isEmpty() ? cells[9] : cells[4]);
        }
        return values;
    }

    /** The same out of what the notebook printed. */
    private static Map<String, String> printedFigures(String printed) {
        Map<String, String> values = new TreeMap<>();
        printed.lines()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[0].matches("[A-Z]{2}\\d{2}[A-Z]?"))
                .forEach(cells -> values.put(cells[0], cells[1].matches("-?[0-9.]+") ? cells[1] : cells[2]));
        return values;
    }

    private static void townshipsAddUp(String printed) {
        String[] sums = printed.lines()
                .filter(line -> line.startsWith("合计\t"))
                .findFirst()
                .orElseThrow()
                .split("\t", -1);
        assertThat(sums[1]).isEqualTo(sums[3]).isNotEqualTo("0");
    }

    @Test
    void the_cells_run_in_the_shell_of_the_jdk_and_print_what_the_command_prints() throws IOException {
        Shell shell = new Shell();
        String printed = shell.run(new Ipynb(NOTEBOOK).code());

        assertThat(shell.troubles()).isEmpty();
        assertThat(printed).contains("2026年第三季度（演示数据 synthetic）");
        assertThat(printedFigures(printed)).isEqualTo(figures()).hasSizeGreaterThanOrEqualTo(25);
        townshipsAddUp(printed);
        assertThat(shell.lastValue()).contains("BufferedImage").contains("width = 1280 height = 600");
    }

    /** Lines that begin with a word, cut at the tabs. */
    private static List<List<String>> lines(String printed, String word) {
        return printed.lines()
                .filter(line -> line.startsWith(word + "\t"))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    @Test
    void an_indicator_is_explored_with_its_range_and_the_parts_of_its_change() throws IOException {
        Shell shell = new Shell();
        String printed = shell.run(new Ipynb(INDICATOR).code());

        assertThat(shell.troubles()).isEmpty();
        List<List<String>> months = lines(printed, "月");
        assertThat(months).hasSize(24);
        // 演示数据自 2023-10 起：满 24 个月以前不作预期，2025-10 起有区间
        assertThat(months.get(11))
                .containsExactly("月", "2025-09", months.get(11).get(2), "不作预期", "");
        assertThat(months.get(12).get(1)).isEqualTo("2025-10");
        assertThat(months.subList(12, 24))
                .allSatisfy(month -> assertThat(month.get(3)).matches("\\d+—\\d+"));
        String thirdQuarter = figures().get("XZ01");
        int sum = months.subList(21, 24).stream()
                .mapToInt(month -> Integer.parseInt(month.get(2)))
                .sum();
        assertThat(thirdQuarter).isEqualTo(Integer.toString(sum));
        partsAddUp(printed);
        assertThat(shell.lastValue()).contains("BufferedImage").contains("width = 1280 height = 600");
    }

    /** The changes of the parts of each breakdown, among them negative ones, are the whole change. */
    private static void partsAddUp(String printed) {
        List<List<String>> wholes = lines(printed, "分解");
        int parts = lines(printed, "部分").stream()
                .mapToInt(part -> Integer.parseInt(part.get(2)))
                .sum();
        int changes = wholes.stream()
                .mapToInt(whole -> Integer.parseInt(whole.get(6)))
                .sum();
        assertThat(wholes).hasSize(2).allSatisfy(whole -> assertThat(Integer.parseInt(whole.get(4)))
                .isEqualTo(Integer.parseInt(whole.get(2)) + Integer.parseInt(whole.get(6))));
        assertThat(parts).isEqualTo(changes).isNotZero();
    }

    @Test
    void a_party_is_followed_and_a_persons_business_is_not_named() throws IOException {
        Shell shell = new Shell();
        String printed = shell.run(new Ipynb(PARTY).code());

        assertThat(shell.troubles()).isEmpty();
        assertThat(lines(printed, "重点")).hasSize(10);
        assertThat(printed).contains("化名1");
        assertThat(lines(printed, "重点"))
                .extracting(line -> line.get(1))
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.matches(".*(经营部|商行|超市|店|馆|铺|摊|果园)"));
        List<List<String>> events = lines(printed, "事件");
        assertThat(events).hasSizeGreaterThanOrEqualTo(5);
        assertThat(events).isSortedAccordingTo(java.util.Comparator.comparing(event -> event.get(1)));
        assertThat(events).extracting(event -> event.get(2)).contains("处罚");
    }

    @Test
    void a_definition_is_tried_against_the_last_four_quarters_as_by_the_command() throws IOException {
        Shell shell = new Shell();
        String printed = shell.run(new Ipynb(DEFINITION).code());

        assertThat(shell.troubles()).isEmpty();
        List<List<String>> quarters = lines(printed, "试算");
        assertThat(quarters).extracting(line -> line.get(1)).containsExactly("2025Q4", "2026Q1", "2026Q2", "2026Q3");
        assertThat(quarters.get(3).get(3)).isEqualTo(figures().get("XZ02"));
        assertThat(quarters).allSatisfy(line -> assertThat(Integer.parseInt(line.get(3)))
                .isEqualTo(Integer.parseInt(line.get(5)) - Integer.parseInt(line.get(7))));
        // 只去掉商标以外的：商标的数不变，全区试算数就是商标的现行数
        assertThat(lines(printed, "权利"))
                .filteredOn(line -> line.get(1).equals("TM"))
                .singleElement()
                .satisfies(line -> assertThat(List.of(line.get(3), line.get(5)))
                        .containsOnly(quarters.get(3).get(5)));
    }

    @Test
    void the_cells_run_in_the_java_kernel_of_jupyter() throws Exception {
        Map<Path, Ipynb> notebooks = executed.get();
        assumeTrue(!notebooks.isEmpty(), "没有 jupyter nbconvert：未在 Jupyter 内核里执行笔记本（见 scripts/test-tools.sh）");

        Ipynb tried = Objects.requireNonNull(notebooks.get(DEFINITION));
        assertThat(tried.errors()).isEmpty();
        assertThat(lines(tried.printed(), "试算")).hasSize(4);

        Ipynb quarter = Objects.requireNonNull(notebooks.get(NOTEBOOK));
        assertThat(quarter.errors()).isEmpty();
        assertThat(printedFigures(quarter.printed())).isEqualTo(figures());
        townshipsAddUp(quarter.printed());
        assertThat(quarter.shown()).anyMatch(type -> type.startsWith("image/") || type.equals("text/html"));
    }

    /** The JDK's own shell in this process, with the class path of the test. */
    private static final class Shell {
        private final List<String> troubles = new ArrayList<>();
        private String lastValue = "";

        List<String> troubles() {
            return troubles;
        }

        String lastValue() {
            return lastValue;
        }

        String run(List<String> cells) {
            System.setProperty("ipw.home", Demo.HOME.toString());
            System.setProperty("ipw.data", Demo.DATA.toString());
            PrintStream terminal = System.out;
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            try (JShell shell = JShell.builder().executionEngine("local").build()) {
                System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
                for (String entry : classPath().split(File.pathSeparator)) {
                    shell.addToClasspath(entry);
                }
                cells.forEach(cell -> evaluate(shell, cell));
            } finally {
                System.setOut(terminal);
            }
            return printed.toString(StandardCharsets.UTF_8);
        }

        private void evaluate(JShell shell, String cell) {
            SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
            for (String rest = cell; !rest.isBlank(); ) {
                SourceCodeAnalysis.CompletionInfo next = analysis.analyzeCompletion(rest);
                String source = next.source() == null ? rest : next.source();
                shell.eval(source).forEach(event -> note(shell, source, event));
                rest = next.source() == null ? "" : next.remaining();
            }
        }

        private void note(JShell shell, String source, SnippetEvent event) {
            if (event.status() == Snippet.Status.REJECTED) {
                shell.diagnostics(event.snippet())
                        .forEach(d -> troubles.add(source + ": " + d.getMessage(java.util.Locale.ROOT)));
            }
            if (event.exception() != null) {
                troubles.add(source + ": " + event.exception());
            }
            if (event.value() != null) {
                lastValue = event.value();
            }
        }

        private static String classPath() {
            return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        }
    }

    /** The real kernel, where this machine has Jupyter's nbconvert. */
    private static final class Jupyter {
        private Jupyter() {}

        /** Nothing where there is no Jupyter. */
        static Map<Path, Ipynb> execute(Path... notebooks) {
            try {
                List<String> nbconvert = nbconvert();
                Map<Path, Ipynb> executed = new HashMap<>();
                for (Path notebook : nbconvert.isEmpty() ? new Path[0] : notebooks) {
                    executed.put(notebook, execute(nbconvert, notebook));
                }
                return executed;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static List<String> nbconvert() throws IOException, InterruptedException {
            List<List<String>> ways = List.of(
                    List.of("/usr/bin/python3", "-m", "nbconvert"),
                    List.of("jupyter", "nbconvert"),
                    List.of("python3", "-m", "nbconvert"));
            for (List<String> way : ways) {
                List<String> question = new ArrayList<>(way);
                question.add("--version");
                try {
                    Process process = new ProcessBuilder(question)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
                    if (process.waitFor() == 0) {
                        return way;
                    }
                } catch (IOException notThere) {
                    continue;
                }
            }
            return List.of();
        }

        private static Ipynb execute(List<String> nbconvert, Path notebook) throws IOException, InterruptedException {
            Path place = Path.of("target", "jupyter").toAbsolutePath();
            Path spec = place.resolve("data/kernels/ipw-java");
            Files.createDirectories(spec);
            Files.writeString(spec.resolve("kernel.json"), kernelSpec(), StandardCharsets.UTF_8);
            List<String> command = new ArrayList<>(nbconvert);
            command.addAll(List.of(
                    "--to",
                    "notebook",
                    "--execute",
                    "--ExecutePreprocessor.timeout=180",
                    "--ExecutePreprocessor.startup_timeout=180"));
            command.addAll(List.of(
                    "--output-dir", place.toString(), notebook.toAbsolutePath().toString()));
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("JUPYTER_DATA_DIR", place.resolve("data").toString());
            builder.environment().put("IPW_HOME", Demo.HOME.toString());
            builder.environment().put("IPW_DATA", Demo.DATA.toString());
            builder.redirectOutput(place.resolve("log").toFile());
            Process process = builder.start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(place.resolve("log"), StandardCharsets.UTF_8))
                    .isZero();
            return new Ipynb(place.resolve(notebook.getFileName()));
        }

        private static String kernelSpec() {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String kernel =
                    Path.of("target", "kernel", "kernel.jar").toAbsolutePath().toString();
            String opens = "\""
                    + String.join(
                            "\", \"", System.getProperty("ipw.add.opens.flags").split(" ", -1)) + "\"";
            return "{\"argv\": [\"" + java + "\", \"-Djava.awt.headless=true\", \"-Dfile.encoding=UTF-8\", " + opens
                    + ", \"-jar\", \"" + kernel
                    + "\", \"{connection_file}\"], \"display_name\": \"Java (ipw)\", \"language\": \"java\","
                    + " \"interrupt_mode\": \"message\"}";
        }
    }
}
