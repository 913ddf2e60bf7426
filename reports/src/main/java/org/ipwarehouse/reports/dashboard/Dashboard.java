package org.ipwarehouse.reports.dashboard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.jspecify.annotations.Nullable;

/**
 * One page.
 *
 * @param id its name in addresses: that of its file, a–z, digits and hyphens
 * @param order among the pages, from 1
 * @param title in the list of pages, short
 * @param question what the page answers, one sentence
 * @param audiences who may see it; a section or panel may narrow this, never widen it
 * @param filters what a reader may choose
 * @param mailing sent by a Superset; null where it is not
 * @param rows figures from which the internal edition leads to the rows behind them
 * @param places {@code file:line} of each panel, for messages
 * @param file where it was read
 */
public record Dashboard(
        String id,
        int order,
        Bilingual title,
        Bilingual question,
        Set<Audience> audiences,
        Set<Filter> filters,
        Set<IndicatorId> rows,
        @Nullable Mailing mailing,
        List<Section> sections,
        Map<Panel, String> places,
        Path file) {

    /** What a reader may choose. */
    public enum Filter {
        PERIOD,
        TOWNSHIP,
        IP_TYPE
    }

    /** Panels under one heading. */
    public record Section(Bilingual title, Set<Audience> audiences, List<Panel> panels) {
        public Section {
            audiences = Set.copyOf(audiences);
            panels = List.copyOf(panels);
        }
    }

    public Dashboard {
        audiences = Set.copyOf(audiences);
        filters = Set.copyOf(filters);
        rows = Collections.unmodifiableSet(new LinkedHashSet<>(rows));
        sections = List.copyOf(sections);
        places = Map.copyOf(places);
    }

    /** What this audience may see of it: sections without a panel are left out. */
    public Dashboard seenBy(Audience audience) {
        List<Section> seen = new ArrayList<>();
        for (Section section : sections) {
            List<Panel> panels = section.panels().stream()
                    .filter(panel -> panel.isFor(audience))
                    .toList();
            if (section.audiences().contains(audience) && !panels.isEmpty()) {
                seen.add(new Section(section.title(), section.audiences(), panels));
            }
        }
        Set<IndicatorId> traced = audience == Audience.INTERNAL ? rows : Set.of();
        return new Dashboard(id, order, title, question, audiences, filters, traced, mailing, seen, places, file);
    }

    public boolean isFor(Audience audience) {
        return audiences.contains(audience);
    }

    /** {@code file:line} of a panel. */
    public String where(Panel panel) {
        return places.getOrDefault(panel, file.toString());
    }

    /** All indicators that it shows, in the order of the page, each once. */
    public Set<IndicatorId> indicators() {
        return sections.stream()
                .flatMap(section -> section.panels().stream())
                .flatMap(panel -> panel.indicators().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
