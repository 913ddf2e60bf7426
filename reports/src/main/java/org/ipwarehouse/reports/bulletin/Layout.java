package org.ipwarehouse.reports.bulletin;

import java.nio.file.Path;
import java.util.List;

/**
 * How the blocks of a bulletin look in Word: each by the element of the writers' template that it was made from.
 *
 * @param template the file; read again, cleaned, by {@link WordFile}
 * @param places one for each block
 */
public record Layout(Path template, List<Place> places) {
    /** A block that the template has no element for: a table, a chart, a note. */
    public static final int OWN = -1;

    public Layout {
        places = List.copyOf(places);
    }

    /**
     * @param element of the template's body, or {@link #OWN}
     * @param verbatim true where nothing of it was filled in: all that stands in it is kept, pictures too
     * @param looks which run of the element each run of the block looks like
     * @param rows which row of the element each row of a table looks like
     */
    public record Place(int element, boolean verbatim, List<Integer> looks, List<Integer> rows) {
        public Place {
            looks = List.copyOf(looks);
            rows = List.copyOf(rows);
        }

        static Place own() {
            return new Place(OWN, false, List.of(), List.of());
        }
    }
}
