package org.ipwarehouse.reports.site;

import java.util.List;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.table.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What a template sees: words, marked numbers and finished charts; it decides nothing but where they stand.
 *
 * @param root from the page to the edition's folder: "" or "../"
 * @param filters what a reader may choose: period, township, ip_type
 * @param data codes of the indicators whose data files the page loads
 */
public record Page(
        String id,
        String root,
        Bilingual title,
        Bilingual question,
        Frame frame,
        List<String> filters,
        List<Section> sections,
        List<String> data) {

    /**
     * The same on every page of an edition.
     *
     * @param banner says that the data are synthetic; "" where they are not
     */
    public record Frame(
            Bilingual title,
            Bilingual place,
            Bilingual subtitle,
            Bilingual period,
            String builtAt,
            String writtenAt,
            String banner,
            boolean internal,
            List<Link> pages) {}

    /** A page of the edition. */
    public record Link(String id, String href, Bilingual title) {}

    /** Panels under one heading. */
    public record Section(String id, Bilingual title, List<View> views) {}

    /** A panel, ready to be shown. @param kind which macro of the template shows it */
    public interface View {
        String kind();
    }

    /** A number that knows its figure. @param measure value, signed-yoy, clause-qoq … or with {@code -en} */
    public record Num(String text, String figure, String measure) {
        static Num of(String text, FigureRef ref, String measure) {
            return new Num(text, ref.toString(), measure);
        }
    }

    /** A number that is no figure of an indicator. @param count what was counted, for example accounts|S01|read */
    public record Count(String text, String count) {}

    public record Lead(List<LeadClause> clauses) implements View {
        @Override
        public String kind() {
            return "lead";
        }
    }

    public record LeadClause(
            String code,
            Bilingual name,
            Num value,
            Bilingual unit,
            @Nullable Num clause,
            @Nullable Num clauseEn) {}

    /**
     * @param direction up, down, flat or none
     * @param tone favourable, attention or neutral
     * @param numberEn null where the number reads the same in English
     * @param note stands instead of a percentage where the base is too small; "" otherwise
     */
    public record Change(
            Bilingual label, Num number, @Nullable Num numberEn, String direction, String tone, String note) {}

    public record Cards(List<Card> cards) implements View {
        @Override
        public String kind() {
            return "cards";
        }
    }

    /**
     * @param spark an SVG; "" where there is no month to draw
     * @param note "" where there is nothing to know
     * @param rows address of the page with the rows behind the figure, from the edition's folder; "" where there is none
     */
    public record Card(
            String code,
            Bilingual name,
            Num value,
            Bilingual unit,
            List<Change> changes,
            String spark,
            Bilingual status,
            String note,
            String direction,
            boolean unitShown,
            String rows) {}

    /**
     * @param svg drawn beforehand, for readers without scripts and for print; "" where there is nothing to draw
     * @param recipe JSON from which the script draws the same and answers filters; "" where it does not
     */
    public record Chart(
            String id,
            Bilingual title,
            Bilingual finding,
            Bilingual unit,
            String source,
            String svg,
            Grid table,
            String recipe,
            boolean wide)
            implements View {
        @Override
        public String kind() {
            return "chart";
        }
    }

    /** A panel without any value: what is missing and whose it would be. */
    public record Nothing(String code, Bilingual name, Bilingual why) implements View {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    public record Table(Bilingual title, Grid grid, boolean byTownship) implements View {
        @Override
        public String kind() {
            return "table";
        }
    }

    /** A table in the flat words of a template. */
    public record Grid(Bilingual title, List<GridColumn> columns, List<GridRow> rows) {}

    /** @param code of the indicator whose page the heading leads to; "" for none */
    public record GridColumn(Bilingual header, Bilingual unit, String code, boolean number) {}

    /** @param region whose row it is; "" for none */
    public record GridRow(boolean total, String region, Bilingual head, List<GridCell> cells) {}

    /** @param mark what kind of address {@code figure} is: figure, expected, sum, or "" for words */
    public record GridCell(String text, String sort, String mark, String figure, String measure) {
        static GridCell of(Cell cell) {
            String sort = cell.value() == null ? "" : cell.value().toPlainString();
            String figure = cell.figure() == null ? "" : cell.figure().toString();
            return new GridCell(cell.text(), sort, figure.isEmpty() ? "" : "figure", figure, cell.measure());
        }
    }

    /** Indicators one below the other. */
    public record Indicators(List<Topic> topics, boolean catalogue) implements View {
        @Override
        public String kind() {
            return "indicators";
        }
    }

    public record Topic(@Nullable Bilingual name, List<Indicator> indicators) {}

    public record Indicator(
            String code,
            Bilingual name,
            String definition,
            Num value,
            Bilingual unit,
            List<Change> changes,
            Bilingual status,
            String note,
            boolean unitShown) {}

    /** A matrix that is its own table. */
    public record Heat(
            String id,
            Bilingual title,
            Bilingual finding,
            Bilingual unit,
            List<String> columns,
            List<HeatRow> rows,
            String recipe)
            implements View {
        @Override
        public String kind() {
            return "heat";
        }
    }

    public record HeatRow(Bilingual name, String region, List<HeatCell> cells) {}

    public record HeatCell(String text, String figure, String background, String ink) {}

    /** Stages of one procedure. @param percent width of the bar, 0 to 100 */
    public record Funnel(Bilingual title, List<Stage> stages) implements View {
        @Override
        public String kind() {
            return "funnel";
        }
    }

    public record Stage(String code, Bilingual name, Num value, Bilingual unit, int percent, Bilingual status) {}
}
