package org.ipwarehouse.warehouse.internal.session;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;

/**
 * The database {@code current}: a view for each clean table with exactly the version of each row that holds. Where no
 * key of a table has two versions the view is the table itself and costs nothing; the intake keeps the list of keys
 * that have.
 */
final class CurrentViews {
    private static final String DATABASE = "current";
    private static final TableName CONTESTED = TableName.parse("control.contested_key");
    private static final TableName SIGHTINGS = TableName.parse("control.sighting");

    private final Sessions sessions;
    private final KernelTables tables;

    CurrentViews(Sessions sessions, KernelTables tables) {
        this.sessions = sessions;
        this.tables = tables;
    }

    void create(SparkSession session) {
        List<TableName> clean = sessions.lake().tables("clean");
        Set<String> contested = contested();
        sessions.register(clean);
        sessions.register(List.of(CONTESTED, SIGHTINGS));
        session.sql(Statements.of("create_layer", DATABASE));
        for (TableName table : clean) {
            session.sql(Statements.of(view(contested.contains(table.name())), table.name()));
        }
    }

    private String view(boolean contested) {
        if (!contested) {
            return "current_settled";
        }
        return sessions.lake().holds(SIGHTINGS) ? "current_contested_sighted" : "current_contested";
    }

    private Set<String> contested() {
        Set<String> found = new TreeSet<>();
        tables.scan(CONTESTED, List.of("table_name"), Where.everything(), row -> found.add(String.valueOf(row[0])));
        return found;
    }
}
