package org.ipwarehouse.warehouse.internal.session;

import java.nio.file.Path;
import java.util.Collection;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.table.Lake;

/** Opens Spark over a lake, once and only when it is asked for. */
public final class Sessions implements AutoCloseable {
    private final Lake lake;
    private final Path work;

    public Sessions(Lake lake, Path work) {
        this.lake = lake;
        this.work = work;
    }

    /** The session, opened on the first call; a later call with another profile changes what can be changed. */
    public SparkSession open(Profile profile) {
        throw new UnsupportedOperationException(profile.toString() + lake + work);
    }

    /** Makes tables of the lake known as {@code <layer>.<table>}; those that do not exist are left out. */
    public void register(Collection<TableName> tables) {
        throw new UnsupportedOperationException(tables.toString());
    }

    /** Makes all tables of the lake known. */
    public void registerAll() {
        register(lake.tables());
    }

    /** Makes {@code current.<table>} known for each clean table: exactly the versions that hold. */
    public void registerCurrent() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
