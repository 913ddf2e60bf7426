package org.ipwarehouse.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.app.AppErrors;

/** The files that a person or an inbox means: a folder stands for all files in it, in the order of their paths. */
final class Exports {
    private Exports() {}

    static List<Path> at(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw AppErrors.noSuchFile(path, "文件");
            }
            files.addAll(in(path));
        }
        return List.copyOf(files);
    }

    private static List<Path> in(Path path) {
        try (Stream<Path> walk = Files.walk(path)) {
            return walk.filter(Files::isRegularFile)
                    .filter(f -> f.equals(path) || isExport(f))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException unreadable) {
            throw AppErrors.unreadable(path, unreadable);
        }
    }

    /** Office's lock files, hidden files and copies under way are nobody's export. */
    private static boolean isExport(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.startsWith("~$") && !name.endsWith(".part") && !name.endsWith(".tmp");
    }
}
