package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.reports.chart.AnalysisCharts;
import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.chart.FigureCharts;
import org.ipwarehouse.reports.chart.Funnel;
import org.ipwarehouse.reports.chart.Size;
import org.ipwarehouse.reports.chart.Waterfall;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.reports.dashboard.Panel;
import org.ipwarehouse.warehouse.api.Decomposition;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;

/** Puts together what a panel of figures shows. */
final class PanelComposer {
    static final Size HALF = new Size(560, 270);
    static final Size WIDE = new Size(1080, 330);
    private static final Size SPARK = new Size(190, 40);

    private final EditionFigures figures;
    private final FigureViews views;
    private final FigureCharts charts;
    private final SeriesCharts series;
    private final AnalysisCharts analyses;
    private final TownshipBoard townships;
    private final EnglishFindings said;
    private final Kit kit;

    PanelComposer(EditionFigures figures, FigureViews views, Kit kit) {
        this.figures = figures;
        this.views = views;
        this.kit = kit;
        this.charts = new FigureCharts(figures.book(), kit.labels());
        this.series = new SeriesCharts(figures, charts);
        this.analyses = new AnalysisCharts(figures.warehouse(), figures.book(), kit.labels());
        this.townships = new TownshipBoard(figures, kit, views);
        this.said = new EnglishFindings(kit.english());
    }

    private Period period() {
        return views.period();
    }

    private Passport passport(IndicatorId id) {
        return figures.book().passport(id);
    }

    Page.View lead(Panel.Lead panel) {
        return new Page.Lead(panel.indicators().stream().map(views::lead).toList());
    }

    Page.View cards(Panel.Cards panel) {
        return new Page.Cards(
                panel.indicators().stream().map(id -> views.card(id, spark(id))).toList());
    }

    private String spark(IndicatorId id) {
        boolean drawn = figures.anyValue(id, EditionFigures.upTo(Period.month(period().last()), 12));
        return drawn ? kit.charts().svg(charts.spark(id, period(), 12), SPARK, "spark-" + id) : "";
    }

    Page.View trend(Panel.Trend panel, Size size) {
        Passport p = passport(panel.indicator());
        List<Period> months = EditionFigures.upTo(Period.month(period().last()), panel.months());
        if (!figures.anyValue(p.id(), months)) {
            return nothing(p);
        }
        ChartSpec.Line spec = series.trend(p.id(), period(), panel.months(), panel.against());
        String recipe = Json.of(recipe("trend", p, "months", panel.months(), "against", word(panel.against())));
        return line(p, spec, months, "trend-" + p.id(), new Drawn(size, recipe));
    }

    /** The whole series of an indicator, for its own page. */
    Page.View whole(Passport p) {
        List<Period> periods = EditionFigures.series(p, period(), 36);
        if (!figures.anyValue(p.id(), periods)) {
            return nothing(p);
        }
        ChartSpec.Line spec = series.whole(p, period());
        String recipe =
                Json.of(recipe("trend", p, "months", periods.size(), "against", "expected", "every", p.frequency()));
        return line(p, spec, periods, "series-" + p.id(), new Drawn(WIDE, recipe));
    }

    /** How large the drawing is, and from what the script draws it again. */
    private record Drawn(Size size, String recipe) {}

    private Page.Chart line(Passport p, ChartSpec.Line spec, List<Period> periods, String id, Drawn drawn) {
        Period last = periods.get(periods.size() - 1);
        String count = last.kind() == Period.Kind.MONTH
                ? " months"
                : last.kind() == Period.Kind.QUARTER ? " quarters" : " years";
        Bilingual title =
                new Bilingual(spec.caption().title(), FigureViews.name(p).en() + ", " + periods.size() + count);
        return new Page.Chart(
                id,
                title,
                new Bilingual(
                        spec.caption().finding(),
                        said.figure(
                                p, last, figures.book().district(p.id(), last).orElse(null))),
                views.unit(p),
                sources(p),
                kit.charts().svg(spec, drawn.size(), id),
                new SeriesGrid(kit.english(), "series").of(title, p.id(), periods, SeriesCharts.tabled(spec)),
                drawn.recipe(),
                drawn.size() == WIDE);
    }

    Page.View parts(Panel.Parts panel) {
        Passport p = passport(panel.indicator());
        List<Period> periods = EditionFigures.upTo(period(), panel.periods()).stream()
                .filter(figures.book()::covers)
                .toList();
        if (figures.parts(p.id(), panel.by()).isEmpty() || !figures.anyValue(p.id(), periods)) {
            return nothing(p);
        }
        ChartSpec.Stacked spec = charts.structure(p.id(), panel.by(), periods);
        String id = "parts-" + p.id() + "-" + panel.by();
        String by = kit.english().of("dimension", kit.labels().dimension(panel.by()));
        Bilingual title =
                new Bilingual(spec.caption().title(), FigureViews.name(p).en() + " by " + by);
        return new Page.Chart(
                id,
                title,
                new Bilingual(spec.caption().finding(), said.greatest(p, period(), spec.series())),
                views.unit(p),
                sources(p),
                kit.charts().svg(spec, WIDE, id),
                new SeriesGrid(kit.english(), panel.by()).of(title, p.id(), periods, spec.series()),
                Json.of(recipe("parts", p, "by", panel.by(), "periods", panel.periods())),
                true);
    }

    /** Of the edition's period only: another period has other parts. */
    Page.View changes(Panel.Changes panel) {
        Passport p = passport(panel.indicator());
        return analyses.contributions(p.id(), period(), Decomposition.Comparison.YOY, panel.by())
                .map(w -> changes(p, panel, w))
                .orElseGet(() -> new Page.Nothing(
                        p.id().code(),
                        FigureViews.name(p),
                        new Bilingual("本期或上年同期没有数值，看不出变化的构成。", "One of the two periods has no value.")));
    }

    private Page.View changes(Passport p, Panel.Changes panel, Waterfall chart) {
        String id = "changes-" + p.id() + "-" + panel.by();
        String by = kit.english().of("dimension", kit.labels().dimension(panel.by()));
        Bilingual title = new Bilingual(
                chart.caption().title(), FigureViews.name(p).en() + ": what the change consists of, by " + by);
        List<Page.GridRow> rows = new ArrayList<>();
        rows.add(step(id, chart.before(), panel.by()));
        chart.changes().forEach(item -> rows.add(step(id, item, panel.by())));
        rows.add(step(id, chart.now(), panel.by()));
        List<Page.GridColumn> columns = List.of(
                new Page.GridColumn(
                        new Bilingual(kit.labels().dimension(panel.by()), by), Bilingual.same("—"), "", false),
                new Page.GridColumn(FigureViews.name(p), views.unit(p), "", true));
        return new Page.Chart(
                id,
                title,
                new Bilingual(
                        chart.caption().finding(),
                        EnglishFindings.period(period()) + ": from "
                                + chart.before().value().text() + " to "
                                + chart.now().value().text() + " on the year before; each bar is a part's change."),
                views.unit(p),
                sources(p),
                kit.charts().svg(chart, WIDE, id),
                new Page.Grid(title, columns, rows),
                "",
                true);
    }

    private Page.GridRow step(String chart, ChartSpec.Item item, String dimension) {
        String text = item.value().text();
        String address = chart + "|" + item.label();
        return new Page.GridRow(
                false,
                "",
                kit.english().both(dimension.equals("township") ? "region" : dimension, item.label()),
                List.of(new Page.GridCell(text, text, "part", address, "change")));
    }

    /** How far the cases of the period have come: the same cases at each stage. */
    Page.View transfers() {
        Funnel funnel = analyses.transfers(period()).orElse(null);
        if (funnel == null) {
            return new Boards.Transfers(
                    new Bilingual("应进入行刑衔接平台案件的进展", "Cases that belong on the transfer platform"),
                    new Bilingual("本期没有应进入衔接平台的案件。", "No such cases in this period."),
                    List.of());
        }
        double most = funnel.stages().stream().mapToDouble(s -> amount(s)).max().orElse(0);
        List<Boards.Step> steps = new ArrayList<>();
        for (int i = 0; i < funnel.stages().size(); i++) {
            ChartSpec.Item stage = funnel.stages().get(i);
            String share = i == 0 || funnel.shares().get(i).value() == null
                    ? ""
                    : funnel.shares().get(i).text() + "%";
            steps.add(new Boards.Step(
                    kit.english().both("transfer_stage", stage.label()),
                    new Page.Count(stage.value().text(), "transfer|" + period() + "|" + i),
                    new Page.Count(share, "transfer|" + period() + "|" + i + "|share"),
                    most == 0 ? 0 : (int) Math.round(100 * amount(stage) / most)));
        }
        return new Boards.Transfers(
                new Bilingual(
                        funnel.caption().title(),
                        EnglishFindings.period(period()) + ": cases that belong on the transfer platform"),
                new Bilingual(funnel.caption().finding(), "The same cases at each stage, as far as they have come."),
                steps);
    }

    private static double amount(ChartSpec.Item stage) {
        java.math.BigDecimal value = stage.value().value();
        return value == null ? 0 : value.doubleValue();
    }

    Page.View townships(Panel.Townships panel) {
        Passport p = passport(panel.indicator());
        return figures.byTownship(p.id(), period()) ? townships.spots(p) : nothing(p);
    }

    Page.View matrix(Panel.Matrix panel) {
        Passport p = passport(panel.indicator());
        if (!figures.byTownship(p.id(), Period.month(period().last()))) {
            return nothing(p);
        }
        String recipe = Json.of(recipe("matrix", p, "months", panel.months()));
        return townships.heat(p, charts.matrix(p.id(), period(), panel.months()), recipe);
    }

    Page.View table(Panel.Table panel) {
        if (panel.rows() == Panel.Rows.TOWNSHIPS) {
            return townships.table(panel.indicators());
        }
        List<Page.Indicator> rows =
                panel.indicators().stream().map(views::indicator).toList();
        return new Page.Indicators(List.of(new Page.Topic(null, rows)), false);
    }

    Page.View funnel(Panel.Funnel panel) {
        double most =
                panel.indicators().stream().mapToDouble(this::amount).max().orElse(0);
        List<Page.Stage> stages = new ArrayList<>();
        for (IndicatorId id : panel.indicators()) {
            Passport p = passport(id);
            int percent = most == 0 ? 0 : (int) Math.round(100 * amount(id) / most);
            stages.add(new Page.Stage(
                    id.code(), FigureViews.name(p), views.value(p), views.unit(p), percent, views.status(p)));
        }
        return new Page.Funnel(panel.title(), stages);
    }

    private double amount(IndicatorId id) {
        return views.figure(id).map(f -> f.value()).map(v -> v.doubleValue()).orElse(0.0);
    }

    Page.Nothing nothing(Passport p) {
        return new Page.Nothing(
                p.id().code(), FigureViews.name(p), isTold(p) ? onlyElsewhere(sources(p)) : nowhere(p, sources(p)));
    }

    /** Whether the edition tells the figure of its own period. */
    private boolean isTold(Passport p) {
        return views.figure(p.id()).map(f -> f.value() != null).orElse(false);
    }

    /** As in the public edition of an indicator that is told by quarter but not by month, or in total but not in parts. */
    private static Bilingual onlyElsewhere(String sources) {
        return new Bilingual(
                "这张图没有可以列出的数值，本期的数见指标页。来源：" + sources + "。",
                "Nothing to list in this chart; this period's figure is on the indicator's page. Sources: " + sources
                        + ".");
    }

    private Bilingual nowhere(Passport p, String sources) {
        Bilingual status = views.status(p);
        return new Bilingual(
                "这段时间没有数值（" + status.zh() + "）。来源：" + sources + "。",
                "No values in this span (" + status.en() + "). Sources: " + sources + ".");
    }

    String sources(Passport p) {
        return String.join(
                "、",
                p.sources().stream().map(s -> kit.labels().value("source", s)).toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, Object> recipe(String kind, Passport p, Object... more) {
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put("kind", kind);
        recipe.put("id", p.id().code());
        for (int i = 0; i < more.length; i += 2) {
            recipe.put((String) more[i], more[i + 1]);
        }
        return recipe;
    }
}
