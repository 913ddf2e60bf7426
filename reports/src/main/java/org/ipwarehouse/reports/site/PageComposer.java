package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.reports.dashboard.Dashboard;
import org.ipwarehouse.reports.dashboard.Panel;
import org.ipwarehouse.reports.site.Page.View;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Warehouse;

/** Puts together a page that an analyst wrote. */
final class PageComposer {
    private final EditionFigures figures;
    private final FigureViews views;
    private final PanelComposer panels;
    private final Kit kit;
    private final QualityBoard quality;
    private final AlarmBoard alarms;
    private final TaskBoard tasks;

    PageComposer(EditionFigures figures, FigureViews views, PanelComposer panels, Kit kit) {
        this.figures = figures;
        this.views = views;
        this.panels = panels;
        this.kit = kit;
        this.quality = new QualityBoard(figures.warehouse(), kit);
        this.alarms = new AlarmBoard(figures.warehouse(), kit);
        this.tasks = new TaskBoard(figures.book(), kit);
    }

    /** The first page is what a reader opens. */
    static String fileName(List<Dashboard> pages, Dashboard page) {
        return pages.get(0).id().equals(page.id()) ? "index.html" : page.id() + ".html";
    }

    Page compose(Dashboard dashboard, Page.Frame frame) {
        List<Page.Section> sections = new ArrayList<>();
        Set<String> data = new LinkedHashSet<>();
        for (Dashboard.Section section : dashboard.sections()) {
            List<View> shown = new ArrayList<>();
            for (int i = 0; i < section.panels().size(); i++) {
                shown.add(view(section.panels(), i));
            }
            sections.add(new Page.Section("s" + (sections.size() + 1), section.title(), shown));
        }
        if (!dashboard.filters().isEmpty()) {
            dashboard.indicators().forEach(id -> data.add(id.code()));
        }
        return new Page(
                dashboard.id(),
                "",
                dashboard.title(),
                dashboard.question(),
                frame,
                dashboard.filters().stream()
                        .sorted()
                        .map(f -> f.name().toLowerCase(Locale.ROOT))
                        .toList(),
                sections,
                List.copyOf(data));
    }

    /** A chart with no other beside it takes the whole width. */
    private View view(List<Panel> panels, int at) {
        boolean beside = (at > 0 && panels.get(at - 1) instanceof Panel.Trend)
                || (at + 1 < panels.size() && panels.get(at + 1) instanceof Panel.Trend);
        return panels.get(at) instanceof Panel.Trend trend
                ? this.panels.trend(trend, beside ? PanelComposer.HALF : PanelComposer.WIDE)
                : view(panels.get(at));
    }

    private View view(Panel panel) {
        if (panel instanceof Panel.Lead lead) {
            return panels.lead(lead);
        } else if (panel instanceof Panel.Cards cards) {
            return panels.cards(cards);
        } else if (panel instanceof Panel.Parts parts) {
            return panels.parts(parts);
        } else if (panel instanceof Panel.Changes changes) {
            return panels.changes(changes);
        } else if (panel instanceof Panel.Townships townships) {
            return panels.townships(townships);
        } else if (panel instanceof Panel.Matrix matrix) {
            return panels.matrix(matrix);
        } else if (panel instanceof Panel.Table table) {
            return panels.table(table);
        } else if (panel instanceof Panel.Funnel funnel) {
            return panels.funnel(funnel);
        }
        return board((Panel.Board) panel);
    }

    private View board(Panel.Board board) {
        Warehouse seen = figures.warehouse();
        return switch (board.kind()) {
            case TASKS -> tasks.of(seen.taskBoard(views.period()));
            case TASK_UNITS -> tasks.matrix(seen.taskUnits());
            case WARNINGS -> alarms.warnings(board.most());
            case WARNING_RULES -> alarms.rules();
            case DEADLINES -> alarms.deadlines(board.most());
            case TRANSFERS -> panels.transfers();
            case DOUBTS -> quality.doubts(views, figures);
            case ARRIVALS -> quality.arrivals(views.period());
            case ACCOUNTS -> quality.files(views.period()).accounts(seen.submissions());
            case FILES -> quality.files(views.period()).attention(seen.submissions(), board.most());
            case INDICATORS -> catalogue();
        };
    }

    /** All indicators by topic, topics in the order of the labels. */
    private Page.Indicators catalogue() {
        List<String> order = kit.labels().codes("topic");
        Map<String, List<Page.Indicator>> topics = new LinkedHashMap<>();
        figures.book().passports().stream()
                .sorted(Comparator.comparingInt((Passport p) -> rank(order, p.topic()))
                        .thenComparing(Passport::id))
                .forEach(p -> topics.computeIfAbsent(kit.labels().value("topic", p.topic()), t -> new ArrayList<>())
                        .add(views.indicator(p.id())));
        List<Page.Topic> shown = new ArrayList<>();
        topics.forEach((name, rows) -> shown.add(new Page.Topic(kit.english().both("topic", name), rows)));
        return new Page.Indicators(shown, true);
    }

    private static int rank(List<String> order, String topic) {
        int at = order.indexOf(topic);
        return at < 0 ? order.size() : at;
    }

    /** All indicators that pages name. */
    static Set<IndicatorId> named(List<Dashboard> pages) {
        Set<IndicatorId> named = new LinkedHashSet<>();
        pages.forEach(d -> named.addAll(d.indicators()));
        return named;
    }
}
