package org.ipwarehouse.warehouse.internal.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/** The statements of this room, from their files. A name stands in place of {@code {name}}; nothing else is put in. */
final class Statements {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?");

    private Statements() {}

    static String of(String file, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name: '" + name + "'");
        }
        return text(file).replace("{name}", name);
    }

    private static String text(String file) {
        try (InputStream bytes = Objects.requireNonNull(Statements.class.getResourceAsStream(file + ".sql"), file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
