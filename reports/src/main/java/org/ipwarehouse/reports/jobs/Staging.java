package org.ipwarehouse.reports.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.jobs.PublishRequest.Part;

/**
 * The folders of an edition: made in {@code out/.publish}, then put in place by renaming. The edition before is kept
 * beside it ({@code site.before}) until the new one stands, and comes back where a crash falls between the two renames.
 */
final class Staging {
    /** Names the edition that stands in a folder; written before the folder takes its place. */
    private static final String SEAL = ".edition";

    private static final List<String> FORMATS = List.of("docx", "pdf", "html", "xlsx", "csv", "json");

    private final PublishRequest request;

    Staging(PublishRequest request) {
        this.request = request;
    }

    private Path place(Part part) {
        return switch (part) {
            case SITE -> request.out().resolve("site");
            case BULLETIN ->
                request.out().resolve("bulletins").resolve(request.period().toString());
        };
    }

    private Path aside(Part part) {
        String name = part.name().toLowerCase(java.util.Locale.ROOT);
        return request.out()
                .resolve(".publish")
                .resolve(request.period().toString())
                .resolve(name);
    }

    private static Path before(Path place) {
        return place.resolveSibling(place.getFileName() + ".before");
    }

    /** The folder in which a part is made, empty. */
    Path emptied(Part part) {
        Path folder = aside(part);
        try {
            delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw ReportErrors.unwritable(folder, e);
        }
    }

    /** Brings back an edition that a crash left beside its place. */
    void recover() {
        for (Part part : Part.values()) {
            Path place = place(part);
            Path before = before(place);
            try {
                if (Files.exists(before) && !Files.exists(place)) {
                    move(before, place);
                }
                delete(before);
            } catch (IOException e) {
                throw ReportErrors.unwritable(place, e);
            }
        }
    }

    void takePlace(String text) {
        List<Part> parts = request.parts().stream().sorted().toList();
        // sealed first: a folder that stands always says which edition it is
        parts.forEach(part -> seal(part, text));
        parts.forEach(this::takePlace);
    }

    private void seal(Part part, String text) {
        Path made = aside(part);
        try {
            if (Files.exists(made)) {
                Files.writeString(made.resolve(SEAL), text, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw ReportErrors.unwritable(made, e);
        }
    }

    /** A part that is no longer aside took its place before a crash. */
    private void takePlace(Part part) {
        Path made = aside(part);
        Path place = place(part);
        if (!Files.exists(made)) {
            return;
        }
        try {
            Files.createDirectories(place.getParent());
            if (Files.exists(place)) {
                move(place, before(place));
            }
            move(made, place);
            delete(before(place));
        } catch (IOException e) {
            throw ReportErrors.unwritable(place, e);
        }
    }

    /** Whether all parts of the edition are in place. */
    boolean stands(String text) {
        return request.parts().stream().allMatch(part -> {
            Path seal = place(part).resolve(SEAL);
            try {
                return Files.isRegularFile(seal)
                        && Files.readString(seal, StandardCharsets.UTF_8).equals(text)
                        && isWhole(part);
            } catch (IOException e) {
                throw ReportErrors.unreadable(seal, e);
            }
        });
    }

    private boolean isWhole(Part part) {
        List<Path> files = files(part);
        return part == Part.SITE
                ? files.size() == 1
                : files.stream().map(Staging::rank).distinct().count() == FORMATS.size();
    }

    /** The start page, then the bulletin's documents. */
    List<Path> published() {
        List<Path> files = new ArrayList<>();
        request.parts().stream().sorted().forEach(part -> files.addAll(files(part)));
        return files;
    }

    private List<Path> files(Part part) {
        if (part == Part.SITE) {
            Path front = place(part).resolve("index.html");
            return Files.isRegularFile(front) ? List.of(front) : List.of();
        }
        if (!Files.isDirectory(place(part))) {
            return List.of();
        }
        try (Stream<Path> documents = Files.list(place(part))) {
            return documents
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(Staging::rank).thenComparing(Path::getFileName))
                    .toList();
        } catch (IOException e) {
            throw ReportErrors.unreadable(place(part), e);
        }
    }

    private static int rank(Path document) {
        String name = document.getFileName().toString();
        return FORMATS.indexOf(name.substring(name.lastIndexOf('.') + 1));
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> contents;
        try (Stream<Path> walk = Files.walk(folder)) {
            contents = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : contents) {
            Files.delete(path);
        }
    }
}
