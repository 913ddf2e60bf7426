package org.ipwarehouse.app.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The ledger of runs in the job repository: what ran, for whom, and what became of it. Plain JDBC. */
public final class RunLedger {
    private static final int MESSAGE_LIMIT = 2000;

    private final DataSource store;

    public RunLedger(DataSource store) {
        this.store = store;
    }

    /** Notes the start. @return the run's id */
    public String started(String name, String flow, Instant dueAt, Instant now) {
        String id = UUID.randomUUID().toString();
        change("run_started.sql", id, name, flow, dueAt, now);
        return id;
    }

    public void ended(String id, Run.Outcome outcome, String message, Instant now) {
        String kept = message.length() <= MESSAGE_LIMIT ? message : message.substring(0, MESSAGE_LIMIT);
        change("run_ended.sql", now, outcome.text(), kept, id);
    }

    /** What still stands as running can only be of a process that died: the caller holds the run lock. */
    public void closeInterrupted(Instant now) {
        change("run_abandoned.sql", now);
    }

    public Optional<Instant> lastDue(String name) {
        return query("run_last_due.sql", row -> instant(row, "due_at"), name).stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The last 50, newest first. */
    public List<Run> newest() {
        return query("runs_newest.sql", RunLedger::run).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("id"),
                row.getString("name"),
                row.getString("flow"),
                Objects.requireNonNull(instant(row, "due_at")),
                Objects.requireNonNull(instant(row, "started_at")),
                instant(row, "ended_at"),
                Run.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                row.getString("message"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private void change(String file, Object... values) {
        try (Connection connection = store.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql(file))) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException(file + ": " + refused.getMessage(), refused);
        }
    }

    private <T> List<@Nullable T> query(String file, RowReader<T> reader, Object... values) {
        try (Connection connection = store.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql(file))) {
            bind(statement, values);
            List<@Nullable T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException refused) {
            throw new IllegalStateException(file + ": " + refused.getMessage(), refused);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i];
            statement.setObject(i + 1, value);
        }
    }

    private static String sql(String file) {
        try (InputStream stream = Objects.requireNonNull(RunLedger.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @FunctionalInterface
    private interface RowReader<T> {
        @Nullable
        T read(ResultSet row) throws SQLException;
    }
}
