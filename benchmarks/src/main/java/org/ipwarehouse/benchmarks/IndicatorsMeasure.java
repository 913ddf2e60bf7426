package org.ipwarehouse.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All passports over N rows of their facts on both sides, each in a process of its own, compared figure by figure. */
final class IndicatorsMeasure {
    private final Options options;
    private final long rows;
    private final Path place;
    private final Path home;

    private IndicatorsMeasure(Options options, Path place) {
        this.options = options;
        this.rows = options.number("rows", 200_000);
        this.place = place;
        this.home = Path.of(System.getProperty("ipw.home", ".")).toAbsolutePath();
    }

    static IndicatorsMeasure of(Options options) throws IOException {
        return new IndicatorsMeasure(options, options.place());
    }

    void run() throws IOException, InterruptedException, SQLException {
        try {
            Map<String, String> drawn = role(List.of("-Xmx2g"), "indicators-draw", Long.toString(rows));
            System.out.printf(Locale.ROOT, "%s made-up rows of %s facts%n", drawn.get("rows"), drawn.get("facts"));
            Map<String, String> ours = role(jvm(), "indicators-ours");
            Map<String, String> duck = role(List.of("-Xmx1g"), "indicators-duck", file("duck.parquet"));
            long compared = same("duck.parquet");
            System.out.printf(
                    Locale.ROOT,
                    "first part: figures=%s equal=%d cpu_ratio=%.2f%n",
                    ours.get("figures"),
                    compared,
                    ratio(ours, duck));
            if (!options.has("once")) {
                again(drawn, ours, duck, compared);
            }
        } finally {
            if (!options.has("keep")) {
                IntakeMeasure.delete(place);
            }
        }
    }

    /** The second part: after a late correction. */
    private void again(Map<String, String> drawn, Map<String, String> ours, Map<String, String> duck, long compared)
            throws IOException, InterruptedException, SQLException {
        Map<String, String> late = role(jvm(), "indicators-late");
        Map<String, String> duckLate = role(List.of("-Xmx1g"), "indicators-duck-late", file("late.parquet"));
        long comparedLate = same("late.parquet");
        print(drawn, ours, duck, late, duckLate);
        System.out.printf(
                Locale.ROOT,
                "%ncase=indicators rows=%s indicators=%s figures=%s equal=%d ours_cpu_s=%s ours_peak_mb=%s duck_cpu_s=%s"
                        + " duck_peak_mb=%s cpu_ratio=%.2f late_equal=%d late_share=%.2f%n",
                drawn.get("rows"),
                ours.get("indicators"),
                ours.get("figures"),
                compared,
                ours.get("cpu_s"),
                ours.get("peak_mb"),
                duck.get("cpu_s"),
                duck.get("peak_mb"),
                ratio(ours, duck),
                comparedLate,
                ratio(late, ours));
    }

    private void print(
            Map<String, String> drawn,
            Map<String, String> ours,
            Map<String, String> duck,
            Map<String, String> late,
            Map<String, String> duckLate) {
        System.out.println("\n| side | CPU s | of it until Spark is open | wall s | peak MB | figures |");
        System.out.println("|---|---|---|---|---|---|");
        line("ours, " + ours.get("indicators") + " passports", ours);
        line("DuckDB", duck);
        line(
                "ours after 1 % of " + drawn.get("late_rows") + " penalty cases changed, " + late.get("indicators")
                        + " passports",
                late);
        line("DuckDB, all again", duckLate);
    }

    private static void line(String side, Map<String, String> figures) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s |%n",
                side,
                figures.get("cpu_s"),
                figures.getOrDefault("opened_cpu_s", ""),
                figures.get("wall_s"),
                figures.get("peak_mb"),
                figures.getOrDefault("figures", ""));
    }

    /** @return how many figures are equal @throws IllegalStateException where one differs or stands on one side only */
    private long same(String theirs) throws IOException, SQLException {
        String sql = Sql.text("duck_same_figures.sql", Map.of("theirs", file(theirs), "ours", held()));
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement ask = duck.createStatement();
                ResultSet answer = ask.executeQuery(sql)) {
            answer.next();
            if (answer.getLong("different") > 0) {
                throw new IllegalStateException(answer.getLong("different") + " figures differ of "
                        + answer.getLong("compared") + ", for example " + answer.getString("example"));
            }
            return answer.getLong("compared");
        }
    }

    /** The files of the figures that hold, as the table's log names them: those before lie beside them for a while. */
    private String held() throws IOException {
        Path table = data().resolve("lake/indicator/figure");
        ObjectMapper json = new ObjectMapper();
        Set<String> files = new TreeSet<>();
        try (Stream<Path> log = Files.list(table.resolve("_delta_log"))) {
            for (Path commit :
                    log.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                for (String line : Files.readAllLines(commit)) {
                    JsonNode action = json.readTree(line);
                    if (action.has("remove")) {
                        files.remove(action.get("remove").get("path").asText());
                    } else if (action.has("add")) {
                        files.add(action.get("add").get("path").asText());
                    }
                }
            }
        }
        return files.stream()
                .map(file -> table.resolve(file).toString())
                .collect(Collectors.joining("', '", "['", "']"));
    }

    /** Says at once what a side has cost: a long run may be stopped after it. */
    private Map<String, String> role(List<String> jvm, String role, String... more)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(role, home.toString(), data().toString()));
        words.addAll(List.of(more));
        Map<String, String> figures = Child.run(jvm, words);
        System.out.println(role + " " + figures);
        return figures;
    }

    private List<String> jvm() {
        String asked = options.text("jvm", "-XX:+UseParallelGC -Xmx3g");
        return List.of(asked.split(" ", -1));
    }

    private Path data() {
        return place.resolve("data");
    }

    private String file(String name) {
        return place.resolve(name).toString();
    }

    private static double ratio(Map<String, String> a, Map<String, String> b) {
        return Double.parseDouble(a.getOrDefault("cpu_s", "NaN")) / Double.parseDouble(b.getOrDefault("cpu_s", "NaN"));
    }
}
