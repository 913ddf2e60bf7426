package org.ipwarehouse.reports.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.reports.dashboard.Dashboard;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Revision;
import org.ipwarehouse.warehouse.api.Superseded;
import org.ipwarehouse.warehouse.api.Target;

/** The page of an indicator: what it means, what it was, where it stands, how it changed, what it rests on. */
final class IndicatorComposer {
    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");
    private static final int CHANGES = 24;

    private final EditionFigures figures;
    private final FigureViews views;
    private final PanelComposer panels;
    private final TownshipBoard townships;
    private final Kit kit;
    private final List<Target> targets;
    private final List<Dashboard> dashboards;

    IndicatorComposer(
            EditionFigures figures, FigureViews views, PanelComposer panels, Kit kit, List<Dashboard> dashboards) {
        this.figures = figures;
        this.views = views;
        this.panels = panels;
        this.townships = new TownshipBoard(figures, kit, views);
        this.kit = kit;
        this.targets = figures.warehouse().targets();
        this.dashboards = List.copyOf(dashboards);
    }

    IndicatorPage compose(Passport p, Page page) {
        List<Passport> all = figures.book().passports();
        int at = all.indexOf(p);
        boolean internal = page.frame().internal();
        return new IndicatorPage(
                page,
                p.id().code(),
                FigureViews.name(p),
                p.definition(),
                views.card(p.id(), ""),
                kit.english().coded("direction", p.direction(), direction(p)),
                facts(p),
                goals(p),
                panels.whole(p),
                figures.byTownship(p.id(), views.period()) ? townships.spots(p) : null,
                changes(p),
                shownOn(p),
                internal ? "ipw why " + p.id() + " " + views.period() : "",
                at > 0 ? link(all.get(at - 1)) : null,
                at + 1 < all.size() ? link(all.get(at + 1)) : null);
    }

    private static Page.Link link(Passport p) {
        return new Page.Link(p.id().code(), p.id() + ".html", FigureViews.name(p));
    }

    private static String direction(Passport p) {
        return switch (p.direction()) {
            case "up" -> "越高越好";
            case "down" -> "越低越好";
            default -> "增减不作好坏评价";
        };
    }

    private List<IndicatorPage.Fact> facts(Passport p) {
        List<IndicatorPage.Fact> facts = new ArrayList<>();
        fact(facts, "计算", "Formula", p.formula());
        fact(facts, "归期", "Date field", p.dateField());
        fact(facts, "来源", "Sources", sources(p));
        fact(facts, "责任单位", "Owners", names("unit", p.owners()));
        fact(facts, "服务任务", "Tasks", p.tasks().stream().map(String::valueOf).collect(Collectors.joining("、")));
        fact(
                facts,
                "可分",
                "Broken down by",
                p.dimensions().stream().map(kit.labels()::dimension).collect(Collectors.joining("、")));
        fact(facts, "注意", "Pitfall", p.pitfall());
        String sure = p.confidence().isBlank() ? "" : "，" + confidence(p.confidence());
        fact(facts, "口径", "Definition", "第" + p.version() + "版" + sure);
        views.figure(p.id()).ifPresent(f -> fact(facts, "报送", "Reports in", percent(f.completeness()) + "，" + note(f)));
        return facts;
    }

    /** {@code firm(旧)/待录入(新)} in the words of the labels. */
    private String confidence(String said) {
        String words = said;
        for (String code : kit.labels().codes("confidence")) {
            words = words.replace(code, kit.labels().value("confidence", code));
        }
        return words;
    }

    private static String note(Figure f) {
        String status = FigureText.statusLabel(f.status());
        String said = status.isEmpty() ? "数据齐全" : status;
        return f.note().isBlank() ? said : said + "；" + f.note();
    }

    private static String percent(BigDecimal share) {
        return "到 "
                + share.movePointRight(2)
                        .setScale(0, java.math.RoundingMode.DOWN)
                        .toPlainString() + "%";
    }

    private static void fact(List<IndicatorPage.Fact> facts, String zh, String en, String text) {
        if (!text.isBlank()) {
            facts.add(new IndicatorPage.Fact(new Bilingual(zh, en), text));
        }
    }

    private String sources(Passport p) {
        return p.sources().stream()
                .map(s -> s + " " + kit.labels().value("source", s))
                .collect(Collectors.joining("、"));
    }

    private String names(String group, List<String> codes) {
        return codes.stream().map(c -> kit.labels().value(group, c)).collect(Collectors.joining("、"));
    }

    private List<IndicatorPage.Goal> goals(Passport p) {
        List<IndicatorPage.Goal> goals = new ArrayList<>();
        Optional<Figure> figure = views.figure(p.id());
        for (Target target : targets) {
            Optional<BigDecimal> gap = figure.flatMap(target::gap);
            if (gap.isPresent() && target.indicator().equals(p.id())) {
                String address = "target|" + p.id() + "|" + views.period() + "|";
                boolean reached = p.direction().equals("down")
                        ? gap.get().signum() <= 0
                        : gap.get().signum() >= 0;
                goals.add(new IndicatorPage.Goal(
                        new Page.Count(FigureText.value(p, target.value()) + p.unit(), address + "value"),
                        new Page.Count(FigureText.value(p, gap.get()), address + "gap"),
                        target.basis(),
                        reached));
            }
        }
        return goals;
    }

    private List<IndicatorPage.Change> changes(Passport p) {
        return figures.superseded(p.id()).stream()
                .sorted(Comparator.comparing(Superseded::until).reversed())
                .limit(CHANGES)
                .map(s -> change(p, s))
                .toList();
    }

    private IndicatorPage.Change change(Passport p, Superseded old) {
        Figure before = old.figure();
        Figure now = figures.book().district(p.id(), before.period()).orElse(null);
        String cause = Revision.of(before, now).cause().labelZh();
        Page.Num after = now == null
                ? new Page.Num(FigureStatus.MISSING.symbol(), "", "")
                : Page.Num.of(FigureText.value(p, now), FigureRef.of(now), "value");
        return new IndicatorPage.Change(
                new Bilingual(before.period().labelZh(), EnglishFindings.period(before.period())),
                new Page.Count(FigureText.value(p, before), "superseded|" + FigureRef.of(before) + "|" + old.until()),
                after,
                LocalDate.ofInstant(old.until(), BUSINESS).toString(),
                kit.english().both("cause", cause));
    }

    private List<Page.Link> shownOn(Passport p) {
        return dashboards.stream()
                .filter(d -> d.indicators().contains(p.id()))
                .map(d -> new Page.Link(d.id(), "../" + PageComposer.fileName(dashboards, d), d.title()))
                .toList();
    }
}
