package org.ipwarehouse.etl.check;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a row carries besides its values, as the JSON of {@link org.ipwarehouse.warehouse.api.RowNotes#extra()}. Nothing
 * is allocated for a row that has nothing to note. Texts are handed in as they may be stored: masked already.
 */
final class ExtraNotes {
    private @Nullable JsonObject columns;
    private @Nullable JsonObject dates;
    private @Nullable Set<String> estimated;
    private boolean hidden;

    /** A cell of a column that the contract does not know (D26). */
    void column(String header, String cell) {
        JsonObject known = columns;
        if (known == null) {
            known = new JsonObject();
            columns = known;
        }
        known.put(header, cell);
    }

    /**
     * A date less exact than a day (D31, D33).
     *
     * @param precision for example month, third_of_month, range
     */
    void date(String column, LocalDate from, LocalDate to, String precision) {
        JsonObject known = dates;
        if (known == null) {
            known = new JsonObject();
            dates = known;
        }
        known.object(
                column,
                new JsonObject()
                        .put("from", from.toString())
                        .put("to", to.toString())
                        .put("precision", precision));
    }

    /** A column whose number is an estimate (D38). */
    void estimated(String column) {
        Set<String> known = estimated;
        if (known == null) {
            known = new LinkedHashSet<>();
            estimated = known;
        }
        known.add(column);
    }

    /** The sheet hides the row (D25). */
    void hidden() {
        hidden = true;
    }

    /** The notes as one JSON object, "" where there are none; nothing can be noted afterwards. */
    String json() {
        if (columns == null && dates == null && estimated == null && !hidden) {
            return "";
        }
        JsonObject json = new JsonObject();
        if (columns != null) {
            json.object("columns", columns);
        }
        if (dates != null) {
            json.object("dates", dates);
        }
        if (estimated != null) {
            json.texts("estimated", estimated);
        }
        if (hidden) {
            json.flag("hidden");
        }
        return json.close();
    }
}
