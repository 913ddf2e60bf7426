package org.ipwarehouse.reports.bulletin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What a series of bulletins contains, as read from {@code reports/bulletins/<series>}.
 *
 * @param title of every edition; {@code issue} names the edition
 * @param sections empty where a template says what stands where
 * @param template null where {@code sections} do
 * @param names short names of indicators in tables and charts
 */
record BulletinSpec(
        String title,
        Frequency frequency,
        Wording issue,
        RegionCode region,
        String mark,
        FontPlan fonts,
        Map<IndicatorId, String> names,
        List<Section> sections,
        @Nullable ReadTemplate template,
        List<TableItem> tables,
        List<ChartItem> charts,
        List<NoteSpec> notes,
        PaperWords papers,
        String sources,
        String definitionsTitle,
        SentenceBook wording) {

    BulletinSpec {
        names = Map.copyOf(names);
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
        notes = List.copyOf(notes);
    }

    /** How often a series appears, and what it calls its own period in a table. */
    enum Frequency {
        MONTH("本月", Period.Kind.MONTH),
        QUARTER("本季", Period.Kind.QUARTER),
        YEAR("本年", Period.Kind.YEAR);

        private final String labelZh;
        private final Period.Kind kind;

        Frequency(String labelZh, Period.Kind kind) {
            this.labelZh = labelZh;
            this.kind = kind;
        }

        String labelZh() {
            return labelZh;
        }

        Period.Kind kind() {
            return kind;
        }
    }

    /** The writers' Word template as understood. @param file the template */
    record ReadTemplate(Path file, List<TemplateNode> nodes) {
        ReadTemplate {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * What is said of earlier editions.
     *
     * @param title of the table of revisions
     * @param none where there is no revision
     */
    record PaperWords(String title, String none, Wording withdrawn, Wording corrected) {}

    /** The same series for another region: what a loop over townships says of each. */
    BulletinSpec in(RegionCode other) {
        return new BulletinSpec(
                title,
                frequency,
                issue,
                other,
                mark,
                fonts,
                names,
                sections,
                template,
                tables,
                charts,
                notes,
                papers,
                sources,
                definitionsTitle,
                wording);
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
        TOWNSHIPS,
        EXPECTED,
        PARETO,
        CONTRIBUTIONS,
        FUNNEL,
        HEAT,
        MULTIPLES,
        STRUCTURE
    }

    /** @param dimension what it is broken down by, "" where by nothing */
    record ChartItem(ChartKind kind, String title, String dimension, List<IndicatorId> indicators, int periods)
            implements Item {
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
