package org.ipwarehouse.warehouse.internal.indicator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.internal.reference.DefinitionErrors;

/** All passports of an installation, by code. */
public final class Passports {
    private final Map<IndicatorId, Definition> definitions;

    private Passports(Map<IndicatorId, Definition> definitions) {
        this.definitions = definitions;
    }

    /** Reads {@code warehouse/indicators/<topic>/<CODE>.yaml} below the installation's home. */
    public static Passports load(Path home) {
        Path folder = home.resolve("warehouse/indicators");
        Map<IndicatorId, Definition> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                Definition definition = PassportFile.read(file);
                IndicatorId id = definition.passport().id();
                if (!String.valueOf(file.getFileName()).equals(id + ".yaml")) {
                    throw DefinitionErrors.wrong(file, 1, "文件名与指标代码 " + id + " 不同", "请改名为 " + id + ".yaml。");
                }
                if (found.put(id, definition) != null) {
                    throw DefinitionErrors.wrong(file, 1, "指标 " + id + " 已在另一文件中定义", "请只保留一个。");
                }
            }
        } catch (IOException unreadable) {
            throw DefinitionErrors.unreadable(folder, unreadable);
        }
        return new Passports(found);
    }

    /** Reads one passport, wherever it lies and whatever it is called. */
    public static Definition read(Path file) {
        return PassportFile.read(file);
    }

    public List<Definition> definitions() {
        return List.copyOf(definitions.values());
    }

    public List<Passport> passports() {
        return definitions.values().stream().map(Definition::passport).toList();
    }

    public Optional<Definition> find(IndicatorId id) {
        return Optional.ofNullable(definitions.get(id));
    }
}
