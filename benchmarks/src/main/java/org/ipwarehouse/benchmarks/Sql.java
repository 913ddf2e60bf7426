package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;

/** Runs the statements of a file, each ended by a semicolon at the end of a line. */
final class Sql {

    private Sql() {}

    /** @param places folders and files of the run, by the names that stand in the file in braces */
    static void run(Connection database, String file, Map<String, String> places) throws IOException, SQLException {
        for (String statement : text(file, places).split(";\\s*\\n", -1)) {
            if (!statement.isBlank()) {
                try (Statement run = database.createStatement()) {
                    run.execute(statement);
                }
            }
        }
    }

    static String text(String file, Map<String, String> places) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(Sql.class.getResourceAsStream(file), file)) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> place : places.entrySet()) {
                text = text.replace("{" + place.getKey() + "}", place.getValue());
            }
            return text;
        }
    }
}
