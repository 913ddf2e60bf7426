package org.ipwarehouse.warehouse.internal.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.TableName;

/**
 * The folder of the tables, {@code <root>/<layer>/<table>}; a folder with a {@code _delta_log} is a table.
 *
 * @param restricted folder of the restricted layer, wherever it lies: its tables are never listed, whoever reads them
 *     asks for them by name
 */
public record Lake(Path root, Path restricted) {
    private static final String RESTRICTED = "restricted";

    public Lake {
        root = root.toAbsolutePath().normalize();
        restricted = restricted.toAbsolutePath().normalize();
    }

    public Lake(Path root) {
        this(root, root.resolve(RESTRICTED));
    }

    public Path folder(TableName table) {
        Path layer = table.layer().equals(RESTRICTED) ? restricted : root.resolve(table.layer());
        return layer.resolve(table.name());
    }

    public boolean holds(TableName table) {
        return isTable(folder(table));
    }

    /** All tables but the restricted ones, by name. Empty where nothing was stored yet. */
    public List<TableName> tables() {
        List<TableName> found = new ArrayList<>();
        for (Path layer : folders(root)) {
            if (name(layer).equals(RESTRICTED) || layer.equals(restricted)) {
                continue;
            }
            for (Path table : folders(layer)) {
                if (isTable(table)) {
                    found.add(new TableName(name(layer), name(table)));
                }
            }
        }
        found.sort(null);
        return List.copyOf(found);
    }

    /** The tables of one layer, by name. */
    public List<TableName> tables(String layer) {
        return tables().stream().filter(t -> t.layer().equals(layer)).toList();
    }

    private static boolean isTable(Path folder) {
        return Files.isDirectory(folder.resolve("_delta_log"));
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
