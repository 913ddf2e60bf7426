package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The same rows as other programs write them, through the product's own door: every accepted value of every file beside
 * that of the plain CSV. What the writers made stands in {@code index.tsv}: file, writer, source, what is expected
 * ({@code same}; {@code spaces}: same where the form keeps no line breaks and tabs; {@code refused}; {@code open}: any verdict, told) and the columns that the writer left out. A
 * difference ends the measure with an error.
 */
final class WritersMeasure {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Path place;
    private final JudgedFile.Door door;
    private final Map<String, JudgedFile> truths = new HashMap<>();
    private final Map<String, Count> counts = new TreeMap<>();
    private final Set<String> sources = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private long cells;
    private int files;

    private static final class Count {
        int same;
        int refused;
        int open;
        int faults;
    }

    /** @param without labels of columns that were left out */
    private record Written(Path file, String writer, String source, String expected, Set<String> without) {}

    WritersMeasure(Path home, Path place) throws IOException {
        this.place = place;
        this.door = new JudgedFile.Door(home, Files.createDirectories(place.resolve("landing")), WritersTruth.AS_OF);
    }

    void run() throws IOException {
        for (String line : Files.readAllLines(place.resolve("index.tsv"), StandardCharsets.UTF_8)) {
            String[] parts = line.split("\t", -1);
            take(new Written(
                    place.resolve(parts[0]),
                    parts[1],
                    parts[2],
                    parts[3],
                    parts[4].isEmpty() ? Set.of() : Set.of(parts[4].split("\\|"))));
        }
        report();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.size() + " files are not as they were written");
        }
    }

    private void take(Written written) throws IOException {
        files++;
        sources.add(written.source());
        Count count = counts.computeIfAbsent(written.writer(), w -> new Count());
        List<String> wrong = new ArrayList<>();
        try {
            List<JudgedFile> judged = door.judge(written.file());
            switch (written.expected()) {
                case "same", "spaces" -> wrong.addAll(differences(judged, written));
                case "refused" -> judged.forEach(one -> wrong.addAll(notRefused(one)));
                default ->
                    judged.forEach(one -> System.out.println("open: " + place.relativize(written.file()) + ": "
                            + one.source + one.refusal + " accepted " + one.accepted.size() + " returned "
                            + one.returned.size() + " " + one.remarks));
            }
            if (judged.isEmpty()) {
                wrong.add("no file in it");
            }
        } catch (RuntimeException | IOException crash) {
            List<StackTraceElement> at = List.of(crash.getStackTrace());
            wrong.add(crash + " at " + at.subList(0, Math.min(5, at.size())));
        }
        tally(count, written, wrong);
    }

    private void tally(Count count, Written written, List<String> wrong) {
        if (!wrong.isEmpty()) {
            count.faults++;
            faults.add(place.relativize(written.file()) + ": " + wrong.size() + ": "
                    + String.join(" ; ", wrong.subList(0, Math.min(3, wrong.size()))));
        } else {
            switch (written.expected()) {
                case "refused" -> count.refused++;
                case "open" -> count.open++;
                default -> count.same++;
            }
        }
    }

    private static List<String> notRefused(JudgedFile one) {
        return !one.refusal.isEmpty() && !one.remedy.isBlank()
                ? List.of()
                : List.of("not refused: " + one.source + " " + one.accepted.size());
    }

    private List<String> differences(List<JudgedFile> judged, Written written) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JudgedFile one : judged) {
            wrong.addAll(differences(one, written));
        }
        return wrong;
    }

    private List<String> differences(JudgedFile one, Written written) throws IOException {
        JudgedFile truth = truth(written.source());
        if (!one.refusal.isEmpty() || !one.source.equals(truth.source)) {
            return List.of("is " + one.source + one.refusal + " " + one.remedy);
        }
        List<String> wrong = new ArrayList<>();
        one.returned.forEach(row -> wrong.add("returned " + row));
        if (one.accepted.size() != truth.accepted.size()) {
            wrong.add("accepted " + one.accepted.size() + " of " + truth.accepted.size() + " " + one.remarks);
        }
        for (int i = 0; i < Math.min(one.accepted.size(), truth.accepted.size()); i++) {
            wrong.addAll(differences(truth.accepted.get(i), one.accepted.get(i), written));
        }
        return wrong;
    }

    private List<String> differences(JudgedFile.Row truth, JudgedFile.Row row, Written written) {
        List<String> wrong = new ArrayList<>();
        Set<String> fields = new TreeSet<>(truth.values().keySet());
        fields.addAll(row.values().keySet());
        for (String field : fields) {
            cells++;
            String stated = kept(truth.values().getOrDefault(field, ""), written);
            String found = kept(row.values().getOrDefault(field, ""), written);
            Set<String> without = written.without();
            if (!stated.equals(found) && !without.contains(field) && !without.contains(field.replace("_token", ""))) {
                wrong.add(row.origin().row() + " " + field + ": ‹" + stated + "› ‹" + found + "›");
            }
        }
        return wrong;
    }

    /** What of a text the form can hold. */
    private static String kept(String text, Written written) {
        return written.expected().equals("spaces")
                ? BLANKS.matcher(text).replaceAll(" ").strip()
                : text;
    }

    private JudgedFile truth(String source) throws IOException {
        JudgedFile known = truths.get(source);
        if (known == null) {
            known = door.judge(WritersTruth.file(place, source)).get(0);
            if (!known.returned.isEmpty() || known.accepted.isEmpty()) {
                throw new IllegalStateException(
                        "The truth of " + source + " is returned: " + known.returned + known.refusal);
            }
            truths.put(source, known);
        }
        return known;
    }

    private void report() {
        System.out.println(
                "| writer | files as written | refused with a remedy | told | faults |\n|---|---|---|---|---|");
        counts.forEach((writer, c) -> System.out.println(
                "| " + writer + " | " + c.same + " | " + c.refused + " | " + c.open + " | " + c.faults + " |"));
        faults.forEach(fault -> System.out.println("fault: " + fault.replace('\n', '⏎')));
        ProcessFigures now = ProcessFigures.now();
        System.out.println(
                "case=writers files=" + files + " sources=" + sources.size() + " values=" + cells + " faults="
                        + faults.size() + " cpu_s=" + Math.round(now.cpuSeconds()) + " peak_mb=" + now.peakMegabytes());
    }
}
