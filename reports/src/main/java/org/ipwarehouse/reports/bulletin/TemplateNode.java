package org.ipwarehouse.reports.bulletin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template as understood: every placeholder of it is known to exist. */
sealed interface TemplateNode {

    /** What may be repeated. */
    enum Loop {
        TOWNSHIPS,
        TASKS,
        TABLES,
        CHARTS
    }

    /** What fills a gap in a text. */
    sealed interface Filler {}

    /** A running number of headings: 1 一、 2 （一） 3 1. */
    record Numbering(int level) implements Filler {}

    /** {@code title}, {@code issue}, {@code date}, {@code mark}. */
    record Front(String form) implements Filler {}

    /** A gap as sentences have it. */
    record Figured(Template.Part part) implements Filler {}

    record Said(SentenceBook.Sentence sentence) implements Filler {}

    /** Something of what a loop goes over: {@code name}, {@code task}, {@code deadline} … */
    record Local(String form) implements Filler {}

    /** Text with gaps. */
    sealed interface Inline {}

    record Words(String text, int run) implements Inline {}

    record Gap(Filler filler, int run) implements Inline {}

    record When(Condition condition, List<Inline> content) implements Inline {
        public When {
            content = List.copyOf(content);
        }
    }

    record Each(Loop loop, List<Inline> content) implements Inline {
        public Each {
            content = List.copyOf(content);
        }
    }

    /** @param verbatim true where it has no gap */
    record Paragraph(Outline.Para para, List<Inline> content, boolean verbatim) implements TemplateNode {
        public Paragraph {
            content = List.copyOf(content);
        }
    }

    /** What is put in place of a whole paragraph. */
    enum Block {
        TABLE,
        CHART,
        NOTES,
        DEFINITIONS,
        REVISIONS,
        NOTICES
    }

    /** @param table or {@code chart}: what is shown; null for the one that a loop goes over */
    record Placed(
            Outline.Para para,
            Block block,
            BulletinSpec.@Nullable TableItem table,
            BulletinSpec.@Nullable ChartItem chart)
            implements TemplateNode {}

    record Section(Condition condition, List<TemplateNode> content) implements TemplateNode {
        public Section {
            content = List.copyOf(content);
        }
    }

    record Repeated(Loop loop, List<TemplateNode> content) implements TemplateNode {
        public Repeated {
            content = List.copyOf(content);
        }
    }

    record Table(Outline.Grid grid, List<TableRow> rows) implements TemplateNode {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** @param loop null for a row that is printed once */
    record TableRow(int row, @Nullable Loop loop, List<List<Inline>> cells) {
        public TableRow {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }
}
