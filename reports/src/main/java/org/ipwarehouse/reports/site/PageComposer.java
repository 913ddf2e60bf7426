package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.chart.ChartRenderer;
import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.chart.FigureCharts;
import org.ipwarehouse.reports.chart.Size;
import org.ipwarehouse.reports.figure.FigureBook;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.reports.figure.Palette;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;

/** Puts together what one page shows. */
final class PageComposer {
    private static final Size TREND = new Size(500, 260);
    private static final Size RANKING = new Size(440, 400);
    private static final Size STRUCTURE = new Size(920, 330);
    private static final Size SPARK = new Size(190, 40);

    private final Warehouse warehouse;
    private final FigureBook book;
    private final Dashboard dashboard;
    private final Kit kit;
    private final FigureCharts charts;

    /** What all pages are made with. */
    record Kit(ChartRenderer renderer, Palette palette, Labels labels) {}

    PageComposer(Warehouse warehouse, FigureBook book, Dashboard dashboard, Kit kit) {
        this.warehouse = warehouse;
        this.book = book;
        this.dashboard = dashboard;
        this.kit = kit;
        this.charts = new FigureCharts(book, kit.labels());
    }

    Page compose(Period period, Page.Head head, List<Page.PeriodLink> links, Page.Style style) {
        FigureViews views = new FigureViews(book, period);
        List<Passport> passports = book.passports();
        return new Page(
                head,
                links,
                dashboard.lead().stream().map(views::lead).toList(),
                cards(period, views),
                trends(period),
                townships(period),
                structures(period),
                new TaskBoard(book).of(warehouse.taskBoard(period)),
                new QualityBoard(warehouse, kit.labels()).of(before(period, 4), passports, views),
                topics(passports, views),
                style);
    }

    private List<Page.Card> cards(Period period, FigureViews views) {
        List<Page.Card> cards = new ArrayList<>();
        for (IndicatorId id : dashboard.cards()) {
            Passport p = book.passport(id);
            String spark = kit.renderer().svg(charts.spark(id, period, 12), SPARK, "spark-" + id);
            cards.add(new Page.Card(
                    id.code(),
                    p.nameZh(),
                    p.nameEn(),
                    views.value(p),
                    views.unit(p),
                    views.changes(p),
                    spark,
                    views.status(p),
                    views.note(p)));
        }
        return cards;
    }

    private List<Page.Chart> trends(Period period) {
        return dashboard.trends().stream()
                .map(t -> chart(charts.trend(t.indicator(), period, t.months()), TREND, "trend-" + t.indicator()))
                .toList();
    }

    private Page.Townships townships(Period period) {
        TownshipBoard board = new TownshipBoard(book, kit.palette());
        Dashboard.Townships wanted = dashboard.townships();
        Dashboard.Trend matrix = wanted.matrix();
        return new Page.Townships(
                chart(charts.ranking(wanted.ranking(), period), RANKING, "ranking-" + wanted.ranking()),
                Page.Grid.of(board.table(wanted.table(), period)),
                board.heat(charts.matrix(matrix.indicator(), period, matrix.months())));
    }

    private List<Page.Chart> structures(Period period) {
        return dashboard.structures().stream()
                .map(s -> chart(
                        charts.structure(s.indicator(), s.dimension(), before(period, s.periods())),
                        STRUCTURE,
                        "structure-" + s.indicator()))
                .toList();
    }

    private Page.Chart chart(ChartSpec spec, Size size, String id) {
        return new Page.Chart(spec.caption(), kit.renderer().svg(spec, size, id), Page.Grid.of(spec.toTable()));
    }

    /** The period and those before it that have figures, ascending. */
    List<Period> before(Period period, int most) {
        List<Period> periods = new ArrayList<>();
        Optional<Period> next = Optional.of(period);
        while (periods.size() < most && next.isPresent() && book.covers(next.get())) {
            periods.add(next.get());
            next = next.get().previous();
        }
        Collections.reverse(periods);
        return periods;
    }

    private List<Page.Topic> topics(List<Passport> passports, FigureViews views) {
        Map<String, List<Page.Indicator>> topics = new LinkedHashMap<>();
        List<String> order = kit.labels().codes("topic");
        List<Passport> ordered = passports.stream()
                .sorted(Comparator.comparingInt(
                        p -> order.contains(p.topic()) ? order.indexOf(p.topic()) : order.size()))
                .toList();
        for (Passport p : ordered) {
            topics.computeIfAbsent(kit.labels().value("topic", p.topic()), t -> new ArrayList<>())
                    .add(indicator(p, views));
        }
        List<Page.Topic> shown = new ArrayList<>();
        topics.forEach((name, indicators) -> shown.add(new Page.Topic(name, indicators)));
        return shown;
    }

    private Page.Indicator indicator(Passport p, FigureViews views) {
        return new Page.Indicator(
                p.id().code(),
                p.nameZh(),
                p.nameEn(),
                p.definition(),
                p.dateField(),
                p.sources().stream().map(s -> kit.labels().value("source", s)).collect(Collectors.joining("、")),
                views.value(p),
                views.unit(p),
                views.changes(p),
                views.status(p),
                views.note(p));
    }
}
