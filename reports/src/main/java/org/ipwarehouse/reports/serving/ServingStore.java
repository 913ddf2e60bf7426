package org.ipwarehouse.reports.serving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.ipwarehouse.reports.OutsideErrors;
import org.ipwarehouse.warehouse.api.Audience;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The database from which other programs read the figures. Closing it gives its lock back; a process that dies leaves
 * neither a lock nor half a load behind.
 */
public final class ServingStore implements AutoCloseable {
    /** Any number that other programs do not use: the lock of publishers in this database. */
    private static final int LOCK_SPACE = 0x697077;

    private final ServingPlace place;
    private final Connection connection;

    private ServingStore(ServingPlace place, Connection connection) {
        this.place = place;
        this.connection = connection;
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where the database cannot be reached */
    public static ServingStore open(ServingPlace place, String who) {
        Properties properties = new Properties();
        properties.setProperty("user", place.user());
        properties.setProperty("password", place.password());
        properties.setProperty("ApplicationName", who);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        try {
            Connection connection = DriverManager.getConnection(place.url(), properties);
            connection.setAutoCommit(false);
            ServingStore store = new ServingStore(place, connection);
            store.work("准备", c -> store.run("publisher.sql"));
            return store;
        } catch (SQLException e) {
            throw OutsideErrors.servingDown(place.url(), e);
        }
    }

    /** Holds off other publishers to the same server until this store is closed. */
    public void lock(String server) {
        work("取得发布锁", c -> {
            try (PreparedStatement ask = c.prepareStatement("SELECT pg_try_advisory_lock(?, hashtext(?))")) {
                ask.setInt(1, LOCK_SPACE);
                ask.setString(2, server);
                try (ResultSet answer = ask.executeQuery()) {
                    answer.next();
                    if (!answer.getBoolean(1)) {
                        throw OutsideErrors.publisherBusy(holder(c, server));
                    }
                }
            }
        });
    }

    private static String holder(Connection c, String server) throws SQLException {
        try (PreparedStatement ask = c.prepareStatement(sql("lock_holder.sql"))) {
            ask.setInt(1, LOCK_SPACE);
            ask.setString(2, server);
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() ? answer.getString(1) : "?";
            }
        }
    }

    /** What an edition holds now; empty before its first load, or where the columns have changed since. */
    public Optional<Load> held(Audience audience) {
        return answer("读取装载记录", c -> {
            try (PreparedStatement ask = c.prepareStatement(
                    "SELECT digest, loaded_rows, loaded_at FROM ipw_publisher.load WHERE edition = ? AND layout = ?")) {
                ask.setString(1, Shelf.of(audience).edition());
                ask.setInt(2, Shelf.LAYOUT);
                try (ResultSet row = ask.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Load(
                                    row.getString(1),
                                    row.getLong(2),
                                    row.getTimestamp(3).toInstant()))
                            : Optional.empty();
                }
            }
        });
    }

    /**
     * Replaces the tables of all these editions in one transaction: a reader sees the old ones, then the new ones, never a
     * mixture, and keeps the old ones where anything fails.
     *
     * @return rows of all tables
     */
    public long replace(List<Marts> editions, Instant now) {
        long rows = answer("装载数据表", c -> {
            long all = 0;
            for (Marts marts : editions) {
                all += replace(c, marts, now);
            }
            return all;
        });
        editions.forEach(marts -> tryReader(Shelf.of(marts.audience())));
        return rows;
    }

    private long replace(Connection c, Marts marts, Instant now) throws SQLException {
        Shelf shelf = Shelf.of(marts.audience());
        if (held(c, shelf).isEmpty()) {
            run("drop_" + shelf.edition() + ".sql");
        }
        run("next_" + shelf.edition() + ".sql");
        run("figure_tables.sql");
        if (shelf == Shelf.INTERNAL) {
            run("row_tables.sql");
        }
        MartDigest digest = new MartDigest();
        for (Mart mart : Mart.of(marts.audience())) {
            copy(c, marts, mart, digest);
        }
        run("figure_indexes.sql");
        run("swap_" + shelf.edition() + ".sql");
        grant(c, shelf);
        record(c, shelf, digest, now);
        return digest.rows();
    }

    private static Optional<Integer> held(Connection c, Shelf shelf) throws SQLException {
        try (PreparedStatement ask =
                c.prepareStatement("SELECT layout FROM ipw_publisher.load WHERE edition = ? AND layout = ?")) {
            ask.setString(1, shelf.edition());
            ask.setInt(2, Shelf.LAYOUT);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
            }
        }
    }

    private static void copy(Connection c, Marts marts, Mart mart, MartDigest digest) throws SQLException {
        CopyIn in = c.unwrap(PGConnection.class).getCopyAPI().copyIn(mart.copy());
        try {
            digest.begin(mart);
            marts.rows(mart, line -> {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                digest.add(bytes);
                write(in, bytes);
            });
            in.endCopy();
        } finally {
            // a copy that is left open holds the connection for ever, even against a rollback
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    private static void write(CopyIn in, byte[] bytes) {
        try {
            in.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw OutsideErrors.servingFailed("装载数据表", e);
        }
    }

    private void grant(Connection c, Shelf shelf) throws SQLException {
        try (PreparedStatement set =
                c.prepareStatement("SELECT set_config('ipw.schema', ?, true), set_config('ipw.reader', ?, true),"
                        + " set_config('ipw.reader_password', ?, true)")) {
            set.setString(1, shelf.schema());
            set.setString(2, shelf.reader(place).role());
            set.setString(3, shelf.reader(place).password());
            set.executeQuery().close();
        }
        run("reader.sql");
    }

    private static void record(Connection c, Shelf shelf, MartDigest digest, Instant now) throws SQLException {
        try (PreparedStatement note = c.prepareStatement(sql("record_load.sql"))) {
            note.setString(1, shelf.edition());
            note.setInt(2, Shelf.LAYOUT);
            note.setString(3, digest.hex());
            note.setLong(4, digest.rows());
            note.setObject(5, now.atOffset(java.time.ZoneOffset.UTC));
            note.executeUpdate();
        }
    }

    /** A reader that cannot log in would leave every chart empty: better to say so now. */
    private void tryReader(Shelf shelf) {
        ServingPlace.Reader reader = shelf.reader(place);
        Properties properties = new Properties();
        properties.setProperty("user", reader.role());
        properties.setProperty("password", reader.password());
        properties.setProperty("connectTimeout", "5");
        try {
            DriverManager.getConnection(place.url(), properties).close();
        } catch (SQLException e) {
            throw OutsideErrors.readerRefused(reader.role(), e);
        }
    }

    /** What was applied to a server, for the publisher. */
    public AppliedObjects applied(String server) {
        return new AppliedObjects(this, server);
    }

    private void run(String file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql(file));
        }
    }

    static String sql(String file) {
        try (InputStream in = Objects.requireNonNull(ServingStore.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that is done in one transaction. */
    interface Deed {
        void with(Connection connection) throws SQLException;
    }

    /** A question that is answered in one transaction. */
    interface Question<T> {
        T with(Connection connection) throws SQLException;
    }

    void work(String what, Deed deed) {
        answer(what, c -> {
            deed.with(c);
            return true;
        });
    }

    <T> T answer(String what, Question<T> question) {
        try {
            T answer = question.with(connection);
            connection.commit();
            return answer;
        } catch (SQLException e) {
            back(e);
            throw OutsideErrors.servingFailed(what, e);
        } catch (RuntimeException e) {
            back(e);
            throw e;
        }
    }

    private void back(Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw OutsideErrors.servingFailed("断开连接", e);
        }
    }

    /** What an edition holds. */
    public record Load(String digest, long rows, Instant at) {}
}
