package org.ipwarehouse.reports.site;

import java.util.List;
import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.reports.table.DataTable;
import org.jspecify.annotations.Nullable;

/** What the template sees: words, tagged numbers and finished charts; it decides nothing but where they stand. */
public record Page(
        Head head,
        List<PeriodLink> periods,
        List<LeadClause> lead,
        List<Card> cards,
        List<Chart> trends,
        Townships townships,
        List<Chart> structures,
        Tasks tasks,
        Quality quality,
        List<Topic> topics,
        Style style) {

    /** @param banner says that the data are synthetic; "" where they are not */
    public record Head(
            String title,
            String titleEn,
            String place,
            String subtitle,
            String period,
            String periodCode,
            String builtAt,
            String writtenAt,
            String banner) {}

    /** @param tones name → colour; css, script: the text of the files beside the template */
    public record Style(List<Tone> tones, String css, String script) {}

    public record Tone(String name, String hex) {}

    public record PeriodLink(String label, String href, boolean current) {}

    /** A number that knows its figure. @param measure value, yoy, qoq, or the same with {@code -clause} for words */
    public record Num(String text, String figure, String measure) {
        static Num of(String text, FigureRef ref, String measure) {
            return new Num(text, ref.toString(), measure);
        }
    }

    public record LeadClause(
            String code,
            String name,
            Num value,
            String unit,
            @Nullable Num clause) {}

    /**
     * @param direction up, down, flat or none
     * @param tone favourable, attention or neutral
     * @param note stands instead of a percentage where the base is too small; "" otherwise
     */
    public record Change(String label, Num number, String direction, String tone, String note) {}

    public record Card(
            String code,
            String name,
            String nameEn,
            Num value,
            String unit,
            List<Change> changes,
            String spark,
            String status,
            String note) {}

    public record Chart(ChartSpec.Caption caption, String svg, Grid table) {}

    public record Townships(Chart ranking, Grid table, Heat matrix) {}

    /** A {@link DataTable} in the flat words of a template; absent things are "". */
    public record Grid(String title, String unitNote, List<GridColumn> columns, List<GridRow> rows) {
        static Grid of(DataTable table) {
            return new Grid(
                    table.title(),
                    table.unitNote(),
                    table.columns().stream()
                            .map(c -> new GridColumn(c.header(), c.unit(), c.align() == DataTable.Align.RIGHT))
                            .toList(),
                    table.rows().stream().map(GridRow::of).toList());
        }
    }

    public record GridColumn(String header, String unit, boolean number) {}

    public record GridRow(boolean total, List<GridCell> cells) {
        static GridRow of(DataTable.Row row) {
            return new GridRow(
                    row.kind() == DataTable.Kind.TOTAL,
                    row.cells().stream().map(GridCell::of).toList());
        }
    }

    public record GridCell(String text, String sort, String figure, String measure) {
        static GridCell of(Cell cell) {
            String sort = cell.value() == null ? "" : cell.value().toPlainString();
            String figure = cell.figure() == null ? "" : cell.figure().toString();
            return new GridCell(cell.text(), sort, figure, cell.measure());
        }
    }

    /** A matrix that is its own table. */
    public record Heat(ChartSpec.Caption caption, List<String> columns, List<HeatRow> rows) {}

    public record HeatRow(String name, List<HeatCell> cells) {}

    public record HeatCell(String text, String figure, String background, String ink) {}

    public record Tasks(List<StateCount> states, List<Group> groups, int total) {}

    public record StateCount(String state, String label, int count) {}

    public record Group(int number, String title, List<Task> tasks) {}

    public record Task(
            int number,
            String title,
            String deadline,
            String state,
            String stateLabel,
            int reported,
            int units,
            int percent,
            int evidence,
            List<Link> indicators) {}

    public record Link(String code, String name) {}

    public record Quality(List<String> months, List<SourceRow> sources, List<Doubt> doubts, int trusted, Files files) {}

    /**
     * What became of the files.
     *
     * @param sources one account for each source
     * @param attention files of which somebody must do something, newest first
     * @param more files of that kind that are not shown
     */
    public record Files(List<SourceAccount> sources, SourceAccount total, List<Account> attention, int more) {}

    /** read = accepted + quarantined + repeated */
    public record SourceAccount(
            String code,
            String name,
            String files,
            String latest,
            String read,
            String accepted,
            String quarantined,
            String repeated) {}

    public record SourceRow(String code, String name, List<Arrival> arrivals) {}

    public record Arrival(String state, String label, String symbol, String due) {}

    public record Doubt(String code, String name, Num value, String unit, String status, String note) {}

    /** read = accepted + quarantined + repeated */
    public record Account(
            String file,
            String received,
            String verdict,
            String verdictLabel,
            String read,
            String accepted,
            String quarantined,
            String repeated,
            String reasons,
            String remedy) {}

    public record Topic(String name, List<Indicator> indicators) {}

    public record Indicator(
            String code,
            String name,
            String nameEn,
            String definition,
            String dateField,
            String sources,
            Num value,
            String unit,
            List<Change> changes,
            String status,
            String note) {}
}
