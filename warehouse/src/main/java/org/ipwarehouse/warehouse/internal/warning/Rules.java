package org.ipwarehouse.warehouse.internal.warning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.internal.reference.DefinitionErrors;

/** The rules of an installation, by code. */
public record Rules(List<Rule> all) {
    public Rules {
        all = List.copyOf(all);
    }

    /** Reads {@code warehouse/warnings} below the installation's home; without that folder there are no rules. */
    public static Rules load(Path home) {
        Path folder = home.resolve("warehouse/warnings");
        if (!Files.isDirectory(folder)) {
            return new Rules(List.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new Rules(files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .map(RuleFile::read)
                    .toList());
        } catch (IOException unreadable) {
            throw DefinitionErrors.unreadable(folder, unreadable);
        }
    }

    public Optional<Rule> find(String code) {
        return all.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }
}
