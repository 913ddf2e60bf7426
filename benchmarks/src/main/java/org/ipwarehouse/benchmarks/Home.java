package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A home folder for a measure: the installation's code lists and reference files, the measure's own definitions. */
final class Home {

    private Home() {}

    static Path assemble(Path installation, Path into) throws IOException {
        for (String shared : List.of("etl/codelists", "warehouse/reference")) {
            copy(installation.resolve(shared), into.resolve(shared));
        }
        copy(installation.resolve("benchmarks/home"), into);
        return into;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
