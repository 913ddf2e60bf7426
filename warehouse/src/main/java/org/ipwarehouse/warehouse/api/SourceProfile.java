package org.ipwarehouse.warehouse.api;

import java.util.List;

/**
 * What the warehouse must know of a source to judge completeness and to tell versions, taken from its contract.
 *
 * @param id for example {@code S02}
 * @param table its clean table
 * @param owners units that report it
 * @param frequency {@code monthly}, {@code quarterly}, {@code yearly} or {@code irregular}
 * @param dueDay day of the following month by which the report is due
 * @param updating how its rows follow one another
 */
public record SourceProfile(
        String id,
        String nameZh,
        TableShape table,
        List<String> owners,
        String frequency,
        int dueDay,
        Updating updating) {
    public SourceProfile {
        owners = List.copyOf(owners);
    }
}
