package org.ipwarehouse.warehouse.internal.session;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

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
        Map<String, String> contested = contested();
        Set<String> sighted = contested.isEmpty() ? Set.of() : sighted();
        sessions.register(clean);
        sessions.register(List.of(CONTESTED, SIGHTINGS));
        session.sql(Statements.of("create_layer", DATABASE));
        for (TableName table : clean) {
            session.sql(Statements.of(view(contested.get(table.name()), sighted), table.name()));
        }
    }

    /** @param source of the table's rows, null where no key of it has two versions */
    private static String view(@Nullable String source, Set<String> sighted) {
        if (source == null) {
            return "current_settled";
        }
        return sighted.contains(source) ? "current_contested_sighted" : "current_contested";
    }

    /** Tables in which some key has several versions, and the source of their rows. */
    private Map<String, String> contested() {
        Map<String, String> found = new TreeMap<>();
        tables.scan(
                CONTESTED,
                List.of("table_name", "source"),
                Where.everything(),
                row -> found.put(String.valueOf(row[0]), String.valueOf(row[1])));
        return found;
    }

    /** Sources of which some version was seen again. */
    private Set<String> sighted() {
        Set<String> found = new TreeSet<>();
        tables.scan(SIGHTINGS, List.of("source"), Where.everything(), row -> found.add(String.valueOf(row[0])));
        return found;
    }
}
