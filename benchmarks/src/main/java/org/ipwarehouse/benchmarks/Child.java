package org.ipwarehouse.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A Java process of its own for one side of a measure; its last lines say what it found and what it cost. */
final class Child {
    private static final String MARK = "@figure ";

    private Child() {}

    /** Starts one of the roles of {@link Bench} and waits for it. @param jvm flags of the Java machine */
    static Map<String, String> run(List<String> jvm, List<String> role) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-cp", System.getProperty("java.class.path")));
        command.addAll(opens());
        command.addAll(jvm);
        command.add(Bench.class.getName());
        command.addAll(role);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Map<String, String> figures = new TreeMap<>();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line, figures, said);
            }
        }
        if (process.waitFor() != 0) {
            String end = String.join("\n", said.subList(Math.max(0, said.size() - 40), said.size()));
            throw new IllegalStateException("Failed: " + role + "\n" + end);
        }
        return figures;
    }

    private static void take(String line, Map<String, String> figures, List<String> said) {
        if (line.startsWith(MARK)) {
            String[] figure = line.substring(MARK.length()).split("=", 2);
            figures.put(figure[0], figure[1]);
        } else {
            said.add(line);
        }
    }

    private static List<String> opens() {
        String packages = System.getProperty("bench.opens", "");
        List<String> flags = new ArrayList<>();
        for (String opened : packages.isEmpty() ? Collections.<String>emptyList() : List.of(packages.split(" ", -1))) {
            flags.add("--add-opens=" + opened + "=ALL-UNNAMED");
        }
        return flags;
    }

    /** Says in the child what the parent is to know. */
    static void say(String name, Object value) {
        System.out.println(MARK + name + "=" + value);
    }

    /** Says what the child has cost up to here. */
    static void sayCost(String stage) {
        ProcessFigures now = ProcessFigures.now();
        say(stage + "cpu_s", String.format(Locale.ROOT, "%.2f", now.cpuSeconds()));
        say(stage + "wall_s", String.format(Locale.ROOT, "%.2f", now.wallSeconds()));
        say(stage + "peak_mb", now.peakMegabytes());
    }
}
