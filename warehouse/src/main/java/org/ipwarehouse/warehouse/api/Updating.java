package org.ipwarehouse.warehouse.api;

import java.util.List;
import java.util.Set;

/**
 * How the rows of a source follow one another: what the warehouse must know to tell the version that holds, a register's
 * history and a period's own share of cumulative figures. All names are columns of the clean table.
 *
 * @param semantics {@code append} (a row is an event), {@code upsert} (key with versions), {@code snapshot} (the whole
 *     register each time) or {@code cumulative} (totals since the beginning of the year)
 * @param key columns of the natural key; alternatives are written {@code a|b}: the first that is not null counts
 * @param measures columns of totals, from which a period's own share is the difference; empty unless cumulative
 * @param period column with the report's period (in the form of {@link Period}), part of the key, or two columns of
 *     whole numbers {@code year+month}: the totals of January to that month; "" unless cumulative
 * @param reversedBy column that says that a row no longer counts (撤案, 已修复), "" for none
 * @param reversedValues its values that say so
 */
public record Updating(
        String semantics,
        List<String> key,
        List<String> measures,
        String period,
        String reversedBy,
        List<String> reversedValues) {
    private static final Set<String> SEMANTICS = Set.of("append", "upsert", "snapshot", "cumulative");

    public Updating {
        key = List.copyOf(key);
        measures = List.copyOf(measures);
        reversedValues = List.copyOf(reversedValues);
        if (!SEMANTICS.contains(semantics)) {
            throw new IllegalArgumentException("No update semantics '" + semantics + "'");
        }
        boolean cumulative = semantics.equals("cumulative");
        if (cumulative == measures.isEmpty() || cumulative == period.isEmpty()) {
            throw new IllegalArgumentException("Measures and a period belong to cumulative tables, and only to them");
        }
        if (cumulative && !key.containsAll(List.of(period.split("\\+", -1)))) {
            throw new IllegalArgumentException("The period '" + period + "' is not part of the key " + key);
        }
        if (reversedBy.isEmpty() != reversedValues.isEmpty()) {
            throw new IllegalArgumentException("A reversal has both a column and values, or neither");
        }
    }

    /** Rows with versions and without reversal: the plain case. */
    public static Updating upsert(List<String> key) {
        return new Updating("upsert", key, List.of(), "", "", List.of());
    }
}
