package org.ipwarehouse.reports.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.warehouse.api.Release;

/** Where editions lie. What is made lies aside until it is whole, and takes its place by renaming. */
final class Folders {
    private final Path releases;
    private final Path published;

    Folders(Path data) {
        releases = data.resolve("releases");
        published = data.resolve("published");
    }

    /** Where templates, wording and fonts of all editions are kept. */
    Path kept() {
        return releases.resolve(".kept");
    }

    Path of(String id) {
        return releases.resolve(id);
    }

    private Path aside(String name) {
        return releases.resolve(".making").resolve(name);
    }

    /** An empty folder aside. */
    Path emptied(String name) {
        Path folder = aside(name);
        delete(folder);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw ReportErrors.unwritable(folder, e);
        }
    }

    /** Puts what was made aside in the place of an edition. */
    Path settled(String id) {
        Path place = of(id);
        try {
            delete(place);
            Files.createDirectories(releases);
            return Files.move(aside(id), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw ReportErrors.unwritable(place, e);
        }
    }

    /** A copy of an edition's files, aside. */
    Path copied(String id) {
        Path copy = emptied(id + ".publish");
        for (Path file : Editions.files(of(id))) {
            try {
                Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
            } catch (IOException e) {
                throw ReportErrors.unwritable(copy, e);
            }
        }
        return copy;
    }

    /** What was made aside takes the public's place; what stood there stays until it does. */
    Path publish(Release release, Path made) {
        Path place =
                published.resolve(release.series()).resolve(release.period().toString());
        Path before = place.resolveSibling(place.getFileName() + ".before");
        try {
            Files.createDirectories(place.resolveSibling(""));
            if (Files.exists(before) && Files.exists(place)) {
                delete(before);
            }
            if (Files.exists(place)) {
                Files.move(place, before, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
            delete(before);
            return place;
        } catch (IOException e) {
            throw ReportErrors.unwritable(place, e);
        }
    }

    void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            List<Path> contents;
            try (Stream<Path> walk = Files.walk(folder)) {
                contents = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : contents) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw ReportErrors.unwritable(folder, e);
        }
    }
}
