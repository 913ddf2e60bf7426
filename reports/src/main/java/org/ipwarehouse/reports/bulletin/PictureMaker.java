package org.ipwarehouse.reports.bulletin;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.chart.Waterfall;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Decomposition;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;

/** Makes the charts of a bulletin, each with the same figures in words for those who do not see it. */
final class PictureMaker {
    private final Scene scene;

    PictureMaker(Scene scene) {
        this.scene = scene;
    }

    /** @return empty where there is nothing to draw: no value, or none that may be shown */
    Optional<Block.Picture> make(BulletinSpec.ChartItem item, int number) {
        Optional<Block.Picture> made =
                made(item, "图" + number + "　" + item.title()).filter(picture -> !isEmpty(picture.chart()));
        made.ifPresent(picture -> LabelCheck.require(item, picture.chart()));
        return made;
    }

    private static boolean isEmpty(ChartSpec chart) {
        return chart.toTable().rows().stream()
                .flatMap(row -> row.cells().stream())
                .allMatch(cell -> cell.value() == null);
    }

    private Optional<Block.Picture> made(BulletinSpec.ChartItem item, String caption) {
        return switch (item.kind()) {
            case TREND -> Optional.of(trend(item, caption));
            case TOWNSHIPS -> Optional.of(townships(item, caption));
            case CONTRIBUTIONS -> contributions(item).map(chart -> shared(caption, item, chart));
            default -> Optional.of(shared(caption, item, chart(item)));
        };
    }

    /** The charts that the pages have too, in the words of the bulletin. */
    private ChartSpec chart(BulletinSpec.ChartItem item) {
        IndicatorId id = item.indicators().get(0);
        Period period = scene.period();
        return switch (item.kind()) {
            case EXPECTED -> scene.charts().analysis().expectedRange(id, period, item.periods());
            case PARETO -> scene.charts().analysis().pareto(id, item.dimension(), period);
            case FUNNEL -> scene.charts().analysis().funnel(item.title(), item.indicators(), period);
            case HEAT -> scene.charts().usual().matrix(id, period, item.periods());
            case MULTIPLES -> scene.charts().analysis().townships(id, period, item.periods());
            default -> scene.charts().usual().structure(id, item.dimension(), Scene.back(period, item.periods()));
        };
    }

    private Optional<Waterfall> contributions(BulletinSpec.ChartItem item) {
        IndicatorId id = item.indicators().get(0);
        return scene.charts()
                .analysis()
                .contributions(id, scene.period(), Decomposition.Comparison.YOY, item.dimension());
    }

    private static Block.Picture shared(String caption, BulletinSpec.ChartItem item, ChartSpec chart) {
        String words = item.title() + "。" + chart.caption().finding();
        return new Block.Picture(caption, words, chart);
    }

    private Block.Picture trend(BulletinSpec.ChartItem item, String caption) {
        List<Period> periods = sinceTheFirstValue(item);
        List<ChartSpec.Category> categories = periods.stream()
                .map(p -> new ChartSpec.Category(p.labelZh(), tick(p)))
                .toList();
        List<ChartSpec.Series> series = item.indicators().stream()
                .map(id -> new ChartSpec.Series(name(id), ChartSpec.Role.MAIN, values(id, periods)))
                .toList();
        String words = String.join(
                        "；",
                        item.indicators().stream()
                                .map(id -> inWords(id, periods))
                                .toList()) + "。";
        boolean fromZero =
                item.indicators().stream().noneMatch(id -> scene.passport(id).isRate());
        ChartSpec chart = new ChartSpec.Line(caption(item, words), categories, series, null, fromZero);
        return new Block.Picture(caption, words, chart);
    }

    /** What lies before the first figures of the lake is no gap in the series. */
    private List<Period> sinceTheFirstValue(BulletinSpec.ChartItem item) {
        return Scene.back(scene.period(), item.periods()).stream()
                .dropWhile(p ->
                        item.indicators().stream().allMatch(id -> total(id, p).value() == null))
                .toList();
    }

    private List<ChartSpec.Value> values(IndicatorId id, List<Period> periods) {
        return periods.stream()
                .map(p -> ChartSpec.Value.of(scene.passport(id), total(id, p)))
                .toList();
    }

    private String inWords(IndicatorId id, List<Period> periods) {
        Passport passport = scene.passport(id);
        List<String> values = periods.stream()
                .map(p -> p.labelZh() + FigureText.withUnit(passport, total(id, p)))
                .toList();
        return name(id) + "：" + String.join("，", values);
    }

    private Figure total(IndicatorId id, Period period) {
        return scene.figures().total(id, period, scene.spec().region());
    }

    private Block.Picture townships(BulletinSpec.ChartItem item, String caption) {
        IndicatorId id = item.indicators().get(0);
        Passport passport = scene.passport(id);
        List<Warehouse.Region> ranked = scene.townships().stream()
                .filter(region -> !region.code().isUnknownTownship())
                .sorted(Comparator.comparing((Warehouse.Region region) -> orZero(scene.township(id, region.code())))
                        .reversed())
                .toList();
        List<ChartSpec.Item> bars = ranked.stream()
                .map(region -> new ChartSpec.Item(
                        region.nameZh(), ChartSpec.Value.of(passport, scene.township(id, region.code())), false))
                .toList();
        List<String> values = ranked.stream()
                .map(region -> region.nameZh() + FigureText.withUnit(passport, scene.township(id, region.code())))
                .toList();
        String words = scene.period().labelZh() + name(id) + "：" + String.join("，", values) + "。";
        return new Block.Picture(caption, words, new ChartSpec.Bar(caption(item, words), "乡镇", bars));
    }

    private static BigDecimal orZero(Figure figure) {
        return figure.value() == null ? BigDecimal.ZERO : figure.value();
    }

    private ChartSpec.Caption caption(BulletinSpec.ChartItem item, String words) {
        String unit = scene.passport(item.indicators().get(0)).unit();
        return new ChartSpec.Caption(item.title(), words, unit, scene.spec().sources());
    }

    private String name(IndicatorId id) {
        return scene.spec().name(scene.passport(id));
    }

    /** 26年三季: nine of them fit side by side. */
    private static String tick(Period period) {
        String label = period.labelZh();
        return label.substring(2).replace("第", "").replace("季度", "季");
    }
}
