package org.ipwarehouse.etl.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.ipwarehouse.etl.EtlErrors;

/**
 * One run of a job at a time, by a row of the job repository's database that stays locked while the run lasts. The
 * database itself lets go of it when the process dies, so a dead run never blocks the next one.
 */
public final class RunLock implements AutoCloseable {
    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where another run holds the lock, or the database does not answer */
    public static RunLock take(DataSource repository, String job) {
        Connection connection = open(repository);
        try {
            prepare(connection, job);
        } catch (SQLException e) {
            close(connection);
            throw EtlErrors.repositoryUnusable(e);
        }
        try {
            connection.setAutoCommit(false);
            known(connection, "run-lock-take.sql", job);
            return new RunLock(connection);
        } catch (SQLException e) {
            close(connection);
            throw EtlErrors.alreadyRunning(job);
        }
    }

    private static Connection open(DataSource repository) {
        try {
            return repository.getConnection();
        } catch (SQLException e) {
            throw EtlErrors.repositoryUnusable(e);
        }
    }

    private static void prepare(Connection connection, String job) throws SQLException {
        try (PreparedStatement create = connection.prepareStatement(sql("run-lock-create.sql"))) {
            create.execute();
        }
        if (known(connection, "run-lock-known.sql", job)) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(sql("run-lock-insert.sql"))) {
            insert.setString(1, job);
            insert.executeUpdate();
        } catch (SQLException e) {
            // another process may have been first
            if (!known(connection, "run-lock-known.sql", job)) {
                throw e;
            }
        }
    }

    private static boolean known(Connection connection, String statement, String job) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql(statement))) {
            select.setString(1, job);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String sql(String name) {
        try (InputStream in = Objects.requireNonNull(RunLock.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw EtlErrors.repositoryUnusable(e);
        } finally {
            close(connection);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw EtlErrors.repositoryUnusable(e);
        }
    }
}
