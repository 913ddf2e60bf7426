package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.chart.FigureCharts;
import org.ipwarehouse.reports.chart.Size;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.reports.dashboard.Panel;
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
    private final TownshipBoard townships;
    private final EnglishFindings said;
    private final Kit kit;

    PanelComposer(EditionFigures figures, FigureViews views, Kit kit) {
        this.figures = figures;
        this.views = views;
        this.kit = kit;
        this.charts = new FigureCharts(figures.book(), kit.labels());
        this.series = new SeriesCharts(figures, charts);
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
        String sources = sources(p);
        Bilingual status = views.status(p);
        return new Page.Nothing(
                p.id().code(),
                FigureViews.name(p),
                new Bilingual(
                        "这段时间没有数值（" + status.zh() + "）。来源：" + sources + "。",
                        "No values in this span (" + status.en() + "). Sources: " + sources + "."));
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
