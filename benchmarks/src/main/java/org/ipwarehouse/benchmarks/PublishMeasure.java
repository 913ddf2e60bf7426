package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What publishing costs over a lake that is only read. There is nothing beside it that does the same; the parts are
 * measured each in a process of its own, so that each is held against the start alone.
 */
final class PublishMeasure {
    private static final String SMALL =
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=192m -Xms256m -XX:MetaspaceSize=256m -Xmx2g"
                    + " -Duser.timezone=UTC -Djava.awt.headless=true";

    private final Options options;
    private final Path home;

    private PublishMeasure(Options options) {
        this.options = options;
        this.home = Path.of(System.getProperty("ipw.home", ".")).toAbsolutePath();
    }

    static PublishMeasure of(Options options) {
        return new PublishMeasure(options);
    }

    void run() throws IOException, InterruptedException {
        Path out = Files.createTempDirectory("ipw-bench");
        try {
            Map<String, String> start = role("publish-start", "");
            System.out.println("| part | CPU s | after start | wall s | peak MB |\n|---|---|---|---|---|");
            line("start", start, start);
            Map<String, String> engine = role("publish-engine", "");
            line("start, with Spark", engine, start);
            Map<String, String> figures = role("publish-figures", "");
            line("figures, read and under disclosure control", figures, start);
            Map<String, String> rows = role("publish-rows", "");
            line("rows of " + rows.get("traced") + " figures, with the start of Spark", rows, start);
            Map<String, String> site = role("publish-site", out.resolve("site").toString());
            line("site, two editions, rows included", site, start);
            line("Superset bundle and tables", role("publish-bundle", ""), start);
            Map<String, String> both = role("publish-both", out.resolve("both").toString());
            line("both, rows included", both, start);
            System.out.printf(
                    Locale.ROOT,
                    "%ncase=publish indicators=%s months=%s figures=%s files=%s bytes=%s objects=%s zip=%s rows=%s"
                            + " start_cpu_s=%s engine_cpu_s=%s rows_cpu_s=%s site_cpu_s=%s both_cpu_s=%s after_start_cpu_s=%.2f peak_mb=%s%n",
                    start.get("indicators"),
                    start.get("months"),
                    figures.get("figures"),
                    both.get("files"),
                    both.get("bytes"),
                    both.get("objects"),
                    both.get("zip"),
                    both.get("rows"),
                    start.get("cpu_s"),
                    engine.get("cpu_s"),
                    rows.get("cpu_s"),
                    site.get("cpu_s"),
                    both.get("cpu_s"),
                    cpu(both) - cpu(engine),
                    both.get("peak_mb"));
        } finally {
            IntakeMeasure.delete(out);
        }
    }

    private Map<String, String> role(String name, String out) throws IOException, InterruptedException {
        List<String> jvm = new ArrayList<>(List.of(options.text("jvm", SMALL).split(" ", -1)));
        jvm.add("-Dipw.profile=small");
        Path data = Path.of(options.text("data", "ipw-data")).toAbsolutePath();
        return Child.run(jvm, List.of(name, home.toString(), data.toString(), options.text("period", "2026Q3"), out));
    }

    private static double cpu(Map<String, String> figures) {
        return Double.parseDouble(figures.getOrDefault("cpu_s", "0"));
    }

    private static void line(String part, Map<String, String> figures, Map<String, String> start) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.2f | %s | %s |%n",
                part,
                figures.get("cpu_s"),
                cpu(figures) - cpu(start),
                figures.get("wall_s"),
                figures.get("peak_mb"));
    }
}
