package org.ipwarehouse.reports.bulletin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.reports.ReportErrors;

/** Finds where in the files that people write a character stands, so that a message can name file and line. */
public final class WrittenPlace {
    private final Path home;

    public WrittenPlace(Path home) {
        this.home = home;
    }

    /**
     * @param series folder of {@code reports/bulletins}
     * @param characters any of which is looked for
     * @return file and line (paragraph of a template), from the home; "" where no file has it: it came with the data
     */
    public String of(String series, String characters) {
        Path bulletin = home.resolve("reports/bulletins").resolve(series);
        Path template = bulletin.resolve("template.docx");
        String paragraph = Files.isRegularFile(template) ? inTemplate(template, characters) : "";
        if (!paragraph.isEmpty()) {
            return paragraph;
        }
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(
                bulletin,
                home.resolve("reports/style"),
                home.resolve("warehouse/reference"),
                home.resolve("warehouse/indicators"),
                home.resolve("etl/codelists"))) {
            files.addAll(texts(folder));
        }
        return files.stream()
                .map(file -> inText(file, characters))
                .filter(place -> !place.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String inTemplate(Path template, String characters) {
        return WordFile.read(template).outline().elements().stream()
                .flatMap(WrittenPlace::paragraphs)
                .filter(paragraph -> hasAny(paragraph.text(), characters))
                .map(paragraph -> name(template) + "，第" + paragraph.number() + "段")
                .findFirst()
                .orElse("");
    }

    private static Stream<Outline.Para> paragraphs(Outline.Element element) {
        return element instanceof Outline.Para paragraph
                ? Stream.of(paragraph)
                : ((Outline.Grid) element).rows().stream().flatMap(List::stream);
    }

    private static List<Path> texts(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().matches(".*[.](yaml|csv)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ReportErrors.unreadable(folder, e);
        }
    }

    private String inText(Path file, String characters) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (hasAny(lines.get(i), characters)) {
                    return name(file) + ":" + (i + 1);
                }
            }
            return "";
        } catch (IOException e) {
            throw ReportErrors.unreadable(file, e);
        }
    }

    private String name(Path file) {
        return home.relativize(file).toString();
    }

    private static boolean hasAny(String text, String characters) {
        return characters.codePoints().anyMatch(c -> text.indexOf(c) >= 0);
    }
}
