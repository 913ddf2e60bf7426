package org.ipwarehouse.etl.read;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the head of a sheet tells about its rows, besides the columns.
 *
 * @param header the header's rows as they stand, blanks evened: printed lists repeat them on each page
 * @param titles texts above the header, blanks evened: they are repeated too
 * @param unit money unit of a note above the table, "" where none
 * @param months on which the sheet reports by its title or name, in the form 2026-07; may be empty
 * @param shifts true where a row with more cells than the header has an unquoted delimiter: in delimited text whose rows
 *     do not all have the surplus
 */
public record SheetSigns(Set<List<String>> header, Set<String> titles, String unit, List<String> months, boolean shifts)
        implements Serializable {
    public SheetSigns {
        header = Set.copyOf(header);
        titles = Set.copyOf(titles);
        months = List.copyOf(months);
    }

    /** The signs of a further table under a header of its own. */
    SheetSigns under(List<KeptRow> rows, int width) {
        return new SheetSigns(
                rows.stream().map(row -> RowFilter.shown(row, width)).collect(Collectors.toUnmodifiableSet()),
                titles,
                unit,
                months,
                shifts);
    }
}
