package org.ipwarehouse.reports.bulletin;

import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.RegionCode;

/**
 * What a series of bulletins contains, as read from {@code reports/bulletins/<series>}.
 *
 * @param title of every edition; {@code issue} names the edition
 * @param names short names of indicators in tables and charts
 */
record BulletinSpec(
        String title,
        Wording issue,
        RegionCode region,
        String mark,
        FontPlan fonts,
        Map<IndicatorId, String> names,
        List<Section> sections,
        List<NoteSpec> notes,
        String sources,
        String definitionsTitle,
        SentenceBook wording) {

    BulletinSpec {
        names = Map.copyOf(names);
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }

    /** The writers' short name of an indicator, else its name in the passport. */
    String name(Passport passport) {
        return names.getOrDefault(passport.id(), passport.nameZh());
    }

    record Section(String title, List<Item> content) {
        Section {
            content = List.copyOf(content);
        }
    }

    /** What stands in a section. */
    sealed interface Item {}

    record SubHeading(String text) implements Item {}

    /** Sentences that make one paragraph. */
    record Sentences(List<SentenceBook.Sentence> sentences) implements Item {
        Sentences {
            sentences = List.copyOf(sentences);
        }
    }

    enum TableKind {
        INDICATORS,
        PARTS,
        TOWNSHIPS,
        TASKS
    }

    record TableItem(TableKind kind, String title, String firstColumn, String dimension, List<IndicatorId> indicators)
            implements Item {
        TableItem {
            indicators = List.copyOf(indicators);
        }
    }

    enum ChartKind {
        TREND,
        TOWNSHIPS
    }

    record ChartItem(ChartKind kind, String title, List<IndicatorId> indicators, int periods) implements Item {
        ChartItem {
            indicators = List.copyOf(indicators);
        }
    }

    /** When a note is printed. */
    enum When {
        ALWAYS,
        SYNTHETIC,
        SMALL_BASE,
        MISSING,
        INCOMPLETE,
        NOT_CONFIGURED,
        PROVISIONAL
    }

    record NoteSpec(When when, Wording text) {}
}
