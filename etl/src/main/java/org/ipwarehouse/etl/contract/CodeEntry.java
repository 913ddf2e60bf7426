package org.ipwarehouse.etl.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One code of a list.
 *
 * @param code what the clean table holds
 * @param label what people read
 * @param aliases other agreed spellings
 * @param validFrom first day, null for always
 * @param validTo last day, inclusive, null for still
 * @param attributes the list's own columns (ip_type, counts_as_ip_case, …) and confidence, note
 */
public record CodeEntry(
        String code,
        String label,
        List<String> aliases,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Map<String, String> attributes)
        implements Serializable {

    public CodeEntry {
        aliases = List.copyOf(aliases);
        attributes = Map.copyOf(attributes);
    }

    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** The list's own column, "" where it is empty or unknown. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    boolean overlaps(CodeEntry other) {
        boolean before = validTo != null && other.validFrom != null && validTo.isBefore(other.validFrom);
        boolean after = validFrom != null && other.validTo != null && validFrom.isAfter(other.validTo);
        return !before && !after;
    }
}
