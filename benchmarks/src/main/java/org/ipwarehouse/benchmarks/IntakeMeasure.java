package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Work J on both sides, each in a process of its own, and whether they came to the same. */
final class IntakeMeasure {
    private static final long LARGE_ROWS = 200_000;
    private static final List<String> COUNTS = List.of("read", "accepted", "rejected", "repeated", "reasons");

    private final Options options;
    private final long rows;
    private final Charset charset;
    private final WorkFile work;
    private final Path place;
    private final Path home;

    private IntakeMeasure(Options options, Path place) throws IOException {
        this.options = options;
        this.rows = options.number("rows", 50_000);
        this.charset = Charset.forName(options.text("encoding", "utf-8"));
        this.work = new WorkFile(rows, options.number("seed", 20261123));
        this.place = place;
        this.home = Home.assemble(Path.of(System.getProperty("ipw.home", ".")), place.resolve("home"));
    }

    static IntakeMeasure of(Options options) throws IOException {
        return new IntakeMeasure(options, options.place());
    }

    void run() throws IOException, InterruptedException {
        try {
            Path file = place.resolve("工作台账_2025年12月.csv");
            work.write(file, charset);
            System.out.printf(Locale.ROOT, "J: %,d rows, %s, %,d bytes%n", rows, charset.name(), Files.size(file));
            if (options.has("only")) {
                String role = options.text("only", "store");
                print("ours, " + role, Child.run(jvm(rows), List.of(role, text(home), text(data()), text(file))));
            } else if (options.has("month")) {
                month(file);
            } else {
                whole(file);
            }
        } finally {
            delete(place);
        }
    }

    private void whole(Path file) throws IOException, InterruptedException {
        boolean figures = !options.has("stored");
        Map<String, String> ours =
                Child.run(jvm(rows), List.of(figures ? "ours" : "store", text(home), text(data()), text(file)));
        requireExpected(ours);
        Path results = place.resolve("duck");
        Map<String, String> duck = Child.run(
                List.of("-Xmx1g"),
                List.of(figures ? "duck" : "duck-stored", text(results), text(file), charset.name()));
        requireSame(ours, duck);
        String compared = figures
                ? Child.run(List.of("-Xmx3g"), List.of("same", text(home), text(data()), text(results)))
                        .get("compared")
                : "not made";
        System.out.println(
                "equal: " + COUNTS.stream().map(c -> c + " " + ours.get(c)).toList() + ", figures " + compared);
        System.out.println(
                "\n| side | CPU s | of it until stored | wall s | peak MB | rows/s | CPU / DuckDB | until stored / DuckDB |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        line("ours", ours, duck);
        line("DuckDB", duck, duck);
        System.out.printf(
                Locale.ROOT,
                "%ncase=intake rows=%d encoding=%s ours_cpu_s=%s ours_stored_cpu_s=%s ours_peak_mb=%s duck_cpu_s=%s cpu_ratio=%.2f%n",
                rows,
                charset.name(),
                ours.get("cpu_s"),
                ours.get("stored_cpu_s"),
                ours.get("peak_mb"),
                duck.get("cpu_s"),
                ratio(ours, duck, "cpu_s"));
    }

    private void line(String side, Map<String, String> figures, Map<String, String> duck) {
        System.out.printf(
                Locale.ROOT,
                "| %s, %,d rows, %s | %s | %s | %s | %s | %,.0f | %.2f | %.2f |%n",
                side,
                rows,
                charset.name(),
                figures.get("cpu_s"),
                figures.get("stored_cpu_s"),
                figures.get("wall_s"),
                figures.get("peak_mb"),
                rows / number(figures, "wall_s"),
                ratio(figures, duck, "cpu_s"),
                ratio(figures, duck, "stored_cpu_s"));
    }

    /** The first month by a process of its own, as the command does it; the others by one that goes on running. */
    private void month(Path file) throws IOException, InterruptedException {
        List<String> lake = List.of(text(home), text(data()));
        Map<String, String> full = Child.run(jvm(rows), with("store", lake, text(file)));
        Map<String, String> before = Child.run(jvm(rows), with("read-current", lake));
        Map<String, String> first = Child.run(jvm(rows / 100), with("store-each", lake, text(monthly(1))));
        print(
                "first month, a process of its own, CPU / full load " + share(number(first, "file_1_cpu_s"), full),
                first);
        int months = (int) options.number("months", 1);
        if (months > 1) {
            String[] files = new String[months - 1];
            for (int number = 2; number <= months; number++) {
                files[number - 2] = text(monthly(number));
            }
            Map<String, String> others = Child.run(jvm(rows / 100), with("store-each", lake, files));
            print(
                    "month " + months + ", a running process, CPU / full load "
                            + share(number(others, "file_" + files.length + "_cpu_s"), full),
                    others);
        }
        Map<String, String> after = Child.run(jvm(rows), with("read-current", lake));
        print("full load", full);
        print("current before", before);
        print("current after", after);
        System.out.printf(
                Locale.ROOT, "%ncase=month rows=%d read_ratio=%.2f%n", rows, ratio(after, before, "query_cpu_s"));
    }

    private Path monthly(int number) throws IOException {
        Path next = place.resolve(String.format(Locale.ROOT, "工作台账_2026年%02d月.csv", number));
        new WorkFile(rows, options.number("seed", 20261123) + number).writeMonth(next, charset, rows / 100);
        return next;
    }

    private static String share(double cpu, Map<String, String> full) {
        return String.format(Locale.ROOT, "%.3f", cpu / number(full, "cpu_s"));
    }

    private static List<String> with(String role, List<String> lake, String... more) {
        List<String> words = new ArrayList<>(List.of(role));
        words.addAll(lake);
        words.addAll(List.of(more));
        return words;
    }

    private void requireExpected(Map<String, String> found) {
        WorkFile.Expected expected = work.expected();
        WorkFile.Expected counted = new WorkFile.Expected(
                Long.parseLong(found.getOrDefault("read", "-1")),
                Long.parseLong(found.getOrDefault("accepted", "-1")),
                Long.parseLong(found.getOrDefault("rejected", "-1")),
                Long.parseLong(found.getOrDefault("repeated", "-1")));
        if (!expected.equals(counted)) {
            throw new IllegalStateException("The file was made with " + expected + ", we found " + found);
        }
    }

    private static void requireSame(Map<String, String> ours, Map<String, String> duck) {
        for (String count : COUNTS) {
            if (!String.valueOf(ours.get(count)).equals(duck.get(count))) {
                throw new IllegalStateException(
                        count + " differs: ours " + ours.get(count) + ", DuckDB's " + duck.get(count));
            }
        }
    }

    /** The launcher's own choice by the size of the work. */
    private List<String> jvm(long work) {
        String asked = options.text("jvm", "");
        if (!asked.isEmpty()) {
            return List.of(asked.split(" ", -1));
        }
        return work < LARGE_ROWS
                ? List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms256m", "-Xmx2g")
                : List.of("-XX:+UseG1GC", "-Xmx3g");
    }

    private Path data() {
        return place.resolve("data");
    }

    private static void print(String what, Map<String, String> figures) {
        System.out.println(what + ": " + figures);
    }

    private static double ratio(Map<String, String> a, Map<String, String> b, String figure) {
        return number(a, figure) / number(b, figure);
    }

    private static double number(Map<String, String> figures, String name) {
        return Double.parseDouble(figures.getOrDefault(name, "NaN"));
    }

    private static String text(Path path) {
        return path.toString();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
