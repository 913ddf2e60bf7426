package org.ipwarehouse.app.wiring;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Makes the tables of Spring Batch and of the run ledger, once. */
final class JobStoreSchema {
    private static final String BATCH = "org/springframework/batch/core/";
    private static final String LEDGER = "org/ipwarehouse/app/schedule/run_schema.sql";

    private final DataSource store;
    private final boolean postgres;

    JobStoreSchema(DataSource store, boolean postgres) {
        this.store = store;
        this.postgres = postgres;
    }

    void create() {
        try (Connection connection = store.getConnection()) {
            if (!holds(connection, "batch_job_instance")) {
                run(connection, BATCH + (postgres ? "schema-postgresql.sql" : "schema-h2.sql"));
            }
            if (!holds(connection, "ipw_run")) {
                run(connection, LEDGER);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }

    private boolean holds(Connection connection, String table) throws SQLException {
        String name = postgres ? table : table.toUpperCase(Locale.ROOT);
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), name, null)) {
            return found.next();
        }
    }

    private static void run(Connection connection, String script) {
        ScriptUtils.executeSqlScript(
                connection, new EncodedResource(new ClassPathResource(script), StandardCharsets.UTF_8));
    }
}
