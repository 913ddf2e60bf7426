package org.ipwarehouse.warehouse.internal.refinery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Passports;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;

/** An installation with a few indicators and what these need: the analysts' files are those of the product. */
final class SlimHome {
    private final Path from;
    private final Path to;

    private SlimHome(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** @param codes of the indicators that it has */
    static Path of(Path from, Path to, List<String> codes) {
        SlimHome home = new SlimHome(from, to);
        List.of("etl/codelists", "warehouse/reference", "warehouse/linkage").forEach(home::copyFolder);
        home.folder("warehouse/warnings");
        Set<TableName> needed = new TreeSet<>(Set.of(new TableName("linked", "party")));
        Passports passports = Passports.load(from);
        for (String code : codes) {
            var definition = passports.find(new IndicatorId(code)).orElseThrow();
            home.copy("warehouse/indicators/" + definition.passport().topic() + "/" + code + ".yaml");
            needed.addAll(definition.facts());
        }
        home.models(needed);
        return to;
    }

    private void models(Set<TableName> needed) {
        List<org.ipwarehouse.warehouse.internal.model.Model> models =
                ModelCatalogue.load(from).models();
        for (int i = models.size() - 1; i >= 0; i--) {
            TableName table = models.get(i).table();
            if (needed.contains(table)) {
                needed.addAll(models.get(i).reads());
                copy("warehouse/tables/" + table.layer() + "/" + table.name() + ".yaml");
                copy("warehouse/models/" + table.layer() + "/" + table.name() + ".sql");
            }
        }
    }

    private void copyFolder(String name) {
        try (Stream<Path> files = Files.list(from.resolve(name))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> copy(from.relativize(file).toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void copy(String file) {
        try {
            folder(String.valueOf(Path.of(file).getParent()));
            Files.copy(from.resolve(file), to.resolve(file));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void folder(String name) {
        try {
            Files.createDirectories(to.resolve(name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
