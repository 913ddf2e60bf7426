package org.ipwarehouse.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.Revision;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/** Two editions beside each other, as the public saw them. */
final class EditionPair {
    private EditionPair() {}

    /** Whether two editions are named. @throws org.ipwarehouse.warehouse.api.Fault where only one of them is */
    static boolean isPair(Warehouse door, List<String> words) {
        Set<String> ids = door.releases().stream().map(Release::id).collect(Collectors.toSet());
        long named = words.stream().filter(ids::contains).count();
        if (named == 1 && words.size() == 2) {
            throw AppErrors.usage("版次只能与版次比较：版次是对外的数字，时点是内部的数字。");
        }
        return named == 2 && words.size() == 2;
    }

    /** What differs, by cause, in each cause the largest change first. */
    static List<Revision> revisions(Warehouse door, List<String> words) {
        Map<List<Object>, Figure> before = figures(door.released(words.get(0)));
        Map<List<Object>, Figure> after = figures(door.released(words.get(1)));
        List<Revision> revisions = new ArrayList<>();
        before.forEach((key, figure) -> add(revisions, figure, after.get(key)));
        after.forEach((key, figure) -> {
            if (!before.containsKey(key)) {
                add(revisions, null, figure);
            }
        });
        revisions.sort(Revision.LARGEST_FIRST);
        return revisions;
    }

    private static void add(List<Revision> revisions, @Nullable Figure before, @Nullable Figure after) {
        if (!Objects.equals(before, after)) {
            revisions.add(Revision.of(before, after));
        }
    }

    private static Map<List<Object>, Figure> figures(Warehouse edition) {
        Map<List<Object>, Figure> figures = new LinkedHashMap<>();
        edition.figures(FigureQuery.all())
                .forEach(f -> figures.put(
                        List.of(f.indicator(), f.period(), f.region(), f.dimension(), f.dimensionValue()), f));
        return figures;
    }
}
