package org.ipwarehouse.app.command;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.Revision;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * Two editions beside each other, as the public saw them; or an edition beside what the lake knew at a moment: then only
 * the values that the edition tells are compared, since what it hides is no difference.
 */
final class EditionPair {
    private final Warehouse door;
    private final List<String> words;
    private final Set<String> editions;

    /** @param words two, as an operator has written them */
    EditionPair(Warehouse door, List<String> words) {
        this.door = door;
        this.words = List.copyOf(words);
        editions = door.releases().stream().map(Release::id).collect(Collectors.toSet());
    }

    /** Whether an edition is named. */
    boolean isNamed() {
        return words.stream().anyMatch(editions::contains);
    }

    /** Whether an edition stands beside a moment. */
    boolean isMixed() {
        return isNamed() && !editions.containsAll(words);
    }

    /** What differs, by cause, in each cause the largest change first. */
    List<Revision> revisions(Vintages vintages) {
        Map<List<Object>, Figure> before = figures(words.get(0), vintages);
        Map<List<Object>, Figure> after = figures(words.get(1), vintages);
        Map<List<Object>, Figure> told = editions.contains(words.get(0)) ? before : after;
        List<Revision> revisions = new ArrayList<>();
        before.forEach((key, figure) -> {
            if (!isMixed() || isTold(told.get(key))) {
                add(revisions, figure, after.get(key));
            }
        });
        after.forEach((key, figure) -> {
            if (!before.containsKey(key) && (!isMixed() || isTold(told.get(key)))) {
                add(revisions, null, figure);
            }
        });
        revisions.sort(Revision.LARGEST_FIRST);
        return revisions;
    }

    private static boolean isTold(@Nullable Figure figure) {
        return figure != null && figure.value() != null;
    }

    private void add(List<Revision> revisions, @Nullable Figure before, @Nullable Figure after) {
        boolean isSame = isMixed() ? isSameValue(before, after) : Objects.equals(before, after);
        if (!isSame) {
            revisions.add(Revision.of(before, after));
        }
    }

    /** Bases and notes are worded for the public in an edition: only the values can be compared. */
    private static boolean isSameValue(@Nullable Figure before, @Nullable Figure after) {
        BigDecimal then = before == null ? null : before.value();
        BigDecimal now = after == null ? null : after.value();
        return then == null || now == null ? Objects.equals(then, now) : then.compareTo(now) == 0;
    }

    private Map<List<Object>, Figure> figures(String word, Vintages vintages) {
        if (editions.contains(word)) {
            return byPlace(door.released(word).figures(FigureQuery.all()));
        }
        Instant moment = vintages.at(word);
        Map<List<Object>, Figure> figures = byPlace(door.figures(FigureQuery.all()));
        // from what is known now back to what was known then
        for (Revision since : door.revisions(moment, vintages.at("last"))) {
            List<Object> key = key(since.figure());
            Figure then = since.before();
            if (then == null) {
                figures.remove(key);
            } else {
                figures.put(key, then);
            }
        }
        return figures;
    }

    private static Map<List<Object>, Figure> byPlace(List<Figure> all) {
        Map<List<Object>, Figure> figures = new LinkedHashMap<>();
        all.forEach(f -> figures.put(key(f), f));
        return figures;
    }

    private static List<Object> key(Figure f) {
        return List.of(f.indicator(), f.period(), f.region(), f.dimension(), f.dimensionValue());
    }
}
