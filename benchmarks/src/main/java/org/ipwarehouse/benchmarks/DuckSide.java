package org.ipwarehouse.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The same work in DuckDB's SQL, by JDBC. */
final class DuckSide {
    private final Path results;

    /** @param results folder for the tables that it writes */
    DuckSide(Path results) {
        this.results = results;
    }

    /** Stores the rows and makes the indicators. */
    void run(Path file, Charset charset) throws IOException, SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            store(duck, file, charset);
            Sql.run(duck, "duck_indicators.sql", Map.of("results", results.toString()));
        }
    }

    /** Stores the rows only. */
    void store(Path file, Charset charset) throws IOException, SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            store(duck, file, charset);
        }
    }

    /** @param charset DuckDB reads UTF-8 only: another encoding is decoded by this process first, which counts */
    private void store(Connection duck, Path file, Charset charset) throws IOException, SQLException {
        Files.createDirectories(results);
        Path readable = charset.equals(StandardCharsets.UTF_8) ? file : decoded(file, charset);
        Map<String, String> places = Map.of("file", readable.toString(), "results", results.toString());
        Sql.run(duck, "duck_intake.sql", places);
        sayCounts(duck);
        Child.sayCost("stored_");
    }

    private Path decoded(Path file, Charset charset) throws IOException {
        Path utf8 = results.resolve("decoded.csv");
        try (BufferedReader in = Files.newBufferedReader(file, charset);
                BufferedWriter out = Files.newBufferedWriter(utf8, StandardCharsets.UTF_8)) {
            in.transferTo(out);
        }
        return utf8;
    }

    private static void sayCounts(Connection duck) throws SQLException {
        try (Statement ask = duck.createStatement();
                ResultSet row = ask.executeQuery("select * from account")) {
            row.next();
            Child.say("read", row.getLong("rows_read"));
            Child.say("accepted", row.getLong("accepted"));
            Child.say("rejected", row.getLong("rejected"));
            Child.say("repeated", row.getLong("repeated"));
            Child.say("reasons", row.getString("reasons"));
        }
    }
}
