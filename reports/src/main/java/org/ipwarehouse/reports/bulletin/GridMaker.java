package org.ipwarehouse.reports.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ipwarehouse.reports.bulletin.Block.Align;
import org.ipwarehouse.reports.bulletin.Block.Column;
import org.ipwarehouse.reports.bulletin.Block.Grid;
import org.ipwarehouse.reports.bulletin.Block.Row;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/** Makes the tables of a bulletin. */
final class GridMaker {
    private final Scene scene;

    GridMaker(Scene scene) {
        this.scene = scene;
    }

    /** @return empty where none of the parts may be told: a table of nothing but symbols says nothing */
    Optional<Grid> make(BulletinSpec.TableItem item, int number) {
        Grid made = made(item, "表" + number + "　" + item.title());
        boolean isBreakdown =
                item.kind() == BulletinSpec.TableKind.PARTS || item.kind() == BulletinSpec.TableKind.TOWNSHIPS;
        return isBreakdown && !saysAnything(made) ? Optional.empty() : Optional.of(made);
    }

    private static boolean saysAnything(Grid grid) {
        return grid.rows().stream()
                .filter(row -> !row.emphasised())
                .flatMap(row -> row.cells().stream().skip(1))
                .flatMap(List::stream)
                .anyMatch(run -> run.origin() == Run.Origin.VALUE);
    }

    private Grid made(BulletinSpec.TableItem item, String caption) {
        return switch (item.kind()) {
            case INDICATORS -> indicators(item, caption);
            case PARTS -> parts(item, caption);
            case TOWNSHIPS -> townships(item, caption);
            case TASKS -> tasks(caption);
        };
    }

    private Grid indicators(BulletinSpec.TableItem item, String caption) {
        boolean year = scene.spec().frequency() == BulletinSpec.Frequency.YEAR;
        List<Column> columns = new ArrayList<>(List.of(
                new Column("指标", Align.LEFT, year ? 40 : 25),
                new Column("单位", Align.CENTRE, year ? 10 : 8),
                new Column(scene.spec().frequency().labelZh(), Align.RIGHT, year ? 15 : 10),
                new Column(year ? "上年" : "上年同期", Align.RIGHT, year ? 15 : 11),
                new Column(year ? "比上年增减" : "同比增减", Align.RIGHT, year ? 20 : 18)));
        if (!year) {
            columns.add(new Column(PeriodWords.cumulative(scene.period()) + "\n累计", Align.RIGHT, 10));
            columns.add(new Column("累计同比", Align.RIGHT, 18));
        }
        List<Row> rows = item.indicators().stream()
                .map(id -> new Row(indicatorRow(id).subList(0, columns.size()), false))
                .toList();
        return new Grid(caption, "", columns, rows);
    }

    private List<List<Run>> indicatorRow(IndicatorId id) {
        Passport passport = scene.passport(id);
        Figure figure = scene.total(id);
        Figure toDate = scene.toDate(id);
        boolean cumulates = passport.comparisons().contains("to_date");
        return List.of(
                words(scene.spec().name(passport)),
                words(passport.unit()),
                value(passport, figure),
                yearBefore(passport, figure),
                change(passport, figure),
                cumulates ? value(passport, toDate) : words(FigureText.NONE),
                cumulates ? change(passport, toDate) : words(FigureText.NONE));
    }

    private Grid parts(BulletinSpec.TableItem item, String caption) {
        List<Figure> totals = item.indicators().stream().map(scene::total).toList();
        List<Row> rows = new ArrayList<>();
        rows.add(row("合计", totals, true));
        for (String value : values(item, totals)) {
            List<Figure> cells = totals.stream()
                    .map(total -> scene.figures()
                            .part(
                                    total,
                                    item.dimension(),
                                    value,
                                    scene.passport(total.indicator()).isRate()))
                    .toList();
            rows.add(row(scene.parts().of(item.dimension(), value), cells, false));
        }
        return new Grid(caption, "", columns(item), rows);
    }

    /** The values that occur in any column, those with the greatest figure of the first column first. */
    private List<String> values(BulletinSpec.TableItem item, List<Figure> totals) {
        TreeSet<String> values = new TreeSet<>();
        totals.forEach(total -> scene.figures()
                .parts(FigureRef.of(total), item.dimension())
                .forEach(part -> values.add(part.dimensionValue())));
        Figure first = totals.get(0);
        Comparator<String> byFirst = Comparator.comparing(value -> {
            Figure cell = scene.figures().part(first, item.dimension(), value, false);
            return cell.value() == null ? BigDecimal.ZERO : cell.value();
        });
        return values.stream().sorted(byFirst.reversed()).toList();
    }

    private Grid townships(BulletinSpec.TableItem item, String caption) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("全区", item.indicators().stream().map(scene::total).toList(), true));
        for (Warehouse.Region township : scene.townships()) {
            List<Figure> cells = figures(item, township.code());
            if (!township.code().isUnknownTownship() || cells.stream().anyMatch(GridMaker::counts)) {
                rows.add(row(township.nameZh(), cells, false));
            }
        }
        return new Grid(caption, "", columns(item), rows);
    }

    private List<Figure> figures(BulletinSpec.TableItem item, RegionCode township) {
        return item.indicators().stream()
                .map(id -> scene.township(id, township))
                .toList();
    }

    private static boolean counts(Figure figure) {
        return figure.value() != null && figure.value().signum() != 0;
    }

    private List<Column> columns(BulletinSpec.TableItem item) {
        int count = item.indicators().size();
        int share = 80 / count;
        Stream<Column> first = Stream.of(new Column(item.firstColumn(), Align.LEFT, 100 - share * count));
        Stream<Column> others = item.indicators().stream()
                .map(scene::passport)
                .map(p -> new Column(scene.spec().name(p) + "\n（" + p.unit() + "）", Align.RIGHT, share));
        return Stream.concat(first, others).toList();
    }

    private Row row(String first, List<Figure> figures, boolean total) {
        List<List<Run>> cells = new ArrayList<>();
        cells.add(words(first));
        figures.forEach(figure -> cells.add(value(scene.passport(figure.indicator()), figure)));
        return new Row(cells, total);
    }

    private Grid tasks(String caption) {
        List<Column> columns = List.of(
                new Column("序号", Align.CENTRE, 7),
                new Column("任务", Align.LEFT, 34),
                new Column("时限", Align.CENTRE, 11),
                new Column("状态", Align.CENTRE, 18),
                new Column("责任单位\n（个）", Align.RIGHT, 11),
                new Column(scene.spec().frequency().labelZh() + "报送\n（个）", Align.RIGHT, 11),
                new Column("佐证\n（份）", Align.RIGHT, 8));
        List<Row> rows = scene.tasks().stream().map(GridMaker::taskRow).toList();
        return new Grid(caption, "", columns, rows);
    }

    private static Row taskRow(Warehouse.TaskState task) {
        return new Row(
                List.of(
                        count(task.number()),
                        words(task.titleZh()),
                        words(task.deadline()),
                        words(task.stateZh()),
                        count(task.units()),
                        count(task.reported()),
                        count(task.evidence())),
                false);
    }

    private static List<Run> count(int number) {
        return List.of(new Run(String.valueOf(number), Run.Origin.TASKS, List.of()));
    }

    private static List<Run> words(String text) {
        return List.of(Run.words(text));
    }

    private static List<Run> value(Passport passport, Figure figure) {
        String text = FigureText.value(passport, figure);
        return figure.value() == null ? words(text) : List.of(Run.number(text, Run.Origin.VALUE, figure));
    }

    /** The base of 同比; where there is none, the symbol says whether it did not come in or does not exist. */
    private List<Run> yearBefore(Passport passport, Figure figure) {
        if (!passport.comparisons().contains(Comparison.YOY.code())) {
            return words(FigureText.NONE);
        }
        if (figure.yoyBase() != null) {
            String text = FigureText.value(passport, figure.yoyBase());
            return List.of(Run.number(text, Run.Origin.YEAR_BEFORE, figure));
        }
        Figure before =
                scene.figures().total(figure.indicator(), figure.period().yearBefore(), figure.region());
        return words(
                before.status().hasValue() ? FigureText.NONE : before.status().symbol());
    }

    private static List<Run> change(Passport passport, Figure figure) {
        @Nullable BigDecimal change = Passport.roundChange(Comparison.YOY.change(figure));
        return change == null
                ? words(FigureText.NONE)
                : List.of(
                        Run.number(FigureText.number(change), Run.Origin.YOY, figure),
                        Run.words(FigureText.changeUnit(passport)));
    }
}
