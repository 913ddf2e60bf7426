package org.ipwarehouse.warehouse.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The queries of this room, from their files. */
final class SqlFiles {

    private SqlFiles() {}

    static String text(String file) {
        try (InputStream bytes = Objects.requireNonNull(SqlFiles.class.getResourceAsStream(file + ".sql"), file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
