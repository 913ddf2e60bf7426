package org.ipwarehouse.warehouse.internal.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;

/**
 * Opens Spark over a lake, only when it is asked for. A Java process has one Spark: a second lake in the same process
 * shares it, and its tables take the places of the first one's when they are registered.
 */
public final class Sessions implements AutoCloseable {
    private static final String PLACE = "ipw.place.";

    private final Lake lake;
    private final Path work;

    /** @param work folder for Spark's scratch files; nothing is left in the current folder */
    public Sessions(Lake lake, Path work) {
        this.lake = lake;
        this.work = work.toAbsolutePath().normalize();
    }

    /** The session, opened on the first call; a later call with another profile changes what can be changed. */
    public SparkSession open(Profile profile) {
        SparkSession session = running(profile);
        profile.takeOver(session);
        return session;
    }

    /** One at a time: two threads must not start Spark twice. */
    private SparkSession running(Profile profile) {
        synchronized (Sessions.class) {
            return active().orElseGet(() -> start(profile));
        }
    }

    private static Optional<SparkSession> active() {
        scala.Option<SparkSession> running = SparkSession.getDefaultSession();
        return running.isDefined() && isUsable(running.get()) ? Optional.of(running.get()) : Optional.empty();
    }

    /** A session whose scratch folder somebody cleared away fails at its next shuffle. */
    private static boolean isUsable(SparkSession session) {
        return !session.sparkContext().isStopped()
                && Files.isDirectory(Path.of(session.sparkContext().getConf().get(Profile.SCRATCH)));
    }

    private SparkSession start(Profile profile) {
        stop();
        SparkSession.Builder builder = SparkSession.builder().appName("ip-warehouse");
        settings(profile).forEach(builder::config);
        return builder.getOrCreate();
    }

    private Map<String, String> settings(Profile profile) {
        try {
            Files.createDirectories(work.resolve("spark"));
        } catch (IOException refused) {
            throw WarehouseErrors.folderUnwritable(work.toString(), refused);
        }
        return profile.settings(work);
    }

    /** Whether the lake has the table. */
    public boolean holds(TableName table) {
        return lake.holds(table);
    }

    /** Makes tables of the lake known as {@code <layer>.<table>}; those that do not exist are left out. */
    public void register(Collection<TableName> tables) {
        SparkSession session = open();
        for (TableName table : new TreeSet<>(tables)) {
            if (lake.holds(table)) {
                register(session, table);
            }
        }
    }

    private SparkSession open() {
        return active().orElseGet(() -> open(Profile.SMALL));
    }

    private void register(SparkSession session, TableName table) {
        String folder = lake.folder(table).toString();
        String place = PLACE + table;
        if (folder.equals(session.conf().get(place, ""))) {
            return;
        }
        session.sql(Statements.of("create_layer", table.layer()));
        forget(session, table);
        session.catalog().createTable(table.toString(), folder, "delta");
        session.conf().set(place, folder);
    }

    /** Through Spark's own catalog: a look or a DROP by name would open the table, and its folder may be gone. */
    private static void forget(SparkSession session, TableName table) {
        TableIdentifier name = new TableIdentifier(table.name(), scala.Option.apply(table.layer()));
        ((org.apache.spark.sql.classic.SparkSession) session)
                .sessionState()
                .catalog()
                .dropTable(name, true, false);
    }

    /** Makes all tables of the lake known. */
    public void registerAll() {
        register(lake.tables());
    }

    /** Makes {@code current.<table>} known for each clean table: exactly the versions that hold. */
    public void registerCurrent() {
        new CurrentViews(this, new KernelTables(lake)).create(open());
    }

    Lake lake() {
        return lake;
    }

    /** Ends Spark in this process, where it runs. */
    @Override
    public void close() {
        stop();
    }

    private static void stop() {
        scala.Option<SparkSession> running = SparkSession.getDefaultSession();
        if (running.isDefined()) {
            running.get().stop();
        }
        SparkSession.clearDefaultSession();
        SparkSession.clearActiveSession();
    }
}
