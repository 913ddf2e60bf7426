package org.ipwarehouse.reports.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.reports.dashboard.Dashboard;
import org.ipwarehouse.reports.dashboard.Dashboards;
import org.ipwarehouse.reports.dashboard.Masthead;
import org.ipwarehouse.reports.dashboard.Panel;
import org.ipwarehouse.reports.figure.Palette;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Warehouse;

/** Writes the edition of one audience into a folder of its own: pages, a page for each indicator, data, shared files. */
final class EditionWriter {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final Kit kit;
    private final Audience audience;
    private final EditionFigures figures;
    private final Dashboards dashboards;
    private final SiteOptions options;
    private final Path folder;

    /** @param seen the warehouse as the audience may see it: nothing else is read */
    EditionWriter(Kit kit, Audience audience, Warehouse seen, SiteOptions options, Path folder) {
        this.kit = kit;
        this.audience = audience;
        this.figures = new EditionFigures(seen);
        this.options = options;
        this.folder = folder;
        if (!figures.book().covers(options.period())) {
            throw ReportErrors.noFigures(options.period().toString());
        }
        this.dashboards = Dashboards.read(kit.home(), figures.book().passports());
    }

    /** @return the page that a reader opens */
    Path write() {
        List<Dashboard> pages = dashboards.seenBy(audience);
        requireTownships(pages);
        Set<IndicatorId> traced = traced(pages);
        FigureViews views = new FigureViews(figures.book(), options.period(), kit.english(), traced);
        PanelComposer panels = new PanelComposer(figures, views, kit);
        writePages(pages, views, panels);
        writeIndicators(pages, views, panels);
        writeRows(pages, views, traced);
        writeData(pages);
        writeShared();
        return folder.resolve("index.html");
    }

    private void writePages(List<Dashboard> pages, FigureViews views, PanelComposer panels) {
        PageComposer composer = new PageComposer(figures, views, panels, kit);
        Page.Frame frame = frame(pages, "");
        for (Dashboard dashboard : pages) {
            Page page = composer.compose(dashboard, frame);
            save(PageComposer.fileName(pages, dashboard), kit.templates().render("page.ftlh", Map.of("page", page)));
        }
    }

    private void writeIndicators(List<Dashboard> pages, FigureViews views, PanelComposer panels) {
        IndicatorComposer composer = new IndicatorComposer(figures, views, panels, kit, pages);
        Page.Frame frame = frame(pages, "../");
        for (Passport p : figures.book().passports()) {
            Page page = new Page(
                    "indicator",
                    "../",
                    FigureViews.name(p),
                    new Bilingual(p.definition(), p.nameEn()),
                    frame,
                    List.of("period", "township", "ip_type"),
                    List.of(),
                    List.of(p.id().code()));
            IndicatorPage made = composer.compose(p, page);
            save("i/" + p.id() + ".html", kit.templates().render("indicator.ftlh", Map.of("page", page, "it", made)));
        }
    }

    /** Only where rows may be seen: a page's own list of them is empty for the public. */
    private static Set<IndicatorId> traced(List<Dashboard> pages) {
        return pages.stream().flatMap(d -> d.rows().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void writeRows(List<Dashboard> pages, FigureViews views, Set<IndicatorId> traced) {
        RowsComposer composer = new RowsComposer(figures, views, kit);
        Page.Frame frame = frame(pages, "../");
        for (IndicatorId id : traced) {
            RowsPage made = composer.compose(figures.book().passport(id), frame);
            save(views.rows(id), kit.templates().render("rows.ftlh", Map.of("page", made.page(), "it", made)));
        }
    }

    private void writeData(List<Dashboard> pages) {
        DataFiles data = new DataFiles(figures, kit);
        Map<IndicatorId, Set<String>> shown = brokenDown(pages);
        for (Passport p : figures.book().passports()) {
            save("data/" + p.id() + ".js", data.of(p, DataFiles.dimensions(p, shown)));
        }
        save("data/common.js", data.common(options.period(), tones()));
    }

    /** Every file of the folder but the templates: styles, scripts, licences. */
    private void writeShared() {
        StringBuilder root = new StringBuilder(":root{");
        tones().forEach((name, hex) ->
                root.append("--").append(name).append(':').append(hex).append(';'));
        save("assets/site.css", root + "}\n" + kit.templates().text("site.css"));
        for (String name : List.of("site.js", "charts.js", "echarts.js", "echarts.txt")) {
            save("assets/" + name, kit.templates().text(name));
        }
    }

    private Map<String, String> tones() {
        Map<String, String> tones = new LinkedHashMap<>();
        Stream.of(Palette.Tone.values())
                .forEach(t -> tones.put(
                        t.key().replace('_', '-'), Palette.hex(kit.palette().of(t))));
        for (int i = 0; i < 7; i++) {
            tones.put("part-" + i, Palette.hex(kit.palette().part(i)));
        }
        for (int i = 0; i < 6; i++) {
            tones.put("scale-" + i, Palette.hex(kit.palette().amount((i + 0.5) / 6)));
        }
        return tones;
    }

    private static Map<IndicatorId, Set<String>> brokenDown(List<Dashboard> pages) {
        Map<IndicatorId, Set<String>> shown = new HashMap<>();
        pages.stream()
                .flatMap(d -> d.sections().stream())
                .flatMap(s -> s.panels().stream())
                .forEach(panel -> {
                    if (panel instanceof Panel.Parts parts) {
                        shown.computeIfAbsent(parts.indicator(), i -> new TreeSet<>())
                                .add(parts.by());
                    }
                });
        return shown;
    }

    /** A map of townships of an indicator that has none would be empty for ever: a mistake of the file, not of the data. */
    private void requireTownships(List<Dashboard> pages) {
        for (Dashboard page : pages) {
            page.sections().stream().flatMap(s -> s.panels().stream()).forEach(panel -> {
                boolean wants = panel instanceof Panel.Townships || panel instanceof Panel.Matrix;
                if (wants && !figures.byTownship(panel.indicators().get(0), options.period())) {
                    throw ReportErrors.specMistake(
                            page.where(panel),
                            "指标 " + panel.indicators().get(0) + " 不分乡镇。",
                            "换一个分乡镇的指标，或改用 trend、parts。");
                }
            });
        }
    }

    private Page.Frame frame(List<Dashboard> pages, String root) {
        Masthead masthead = dashboards.masthead();
        List<Page.Link> links = new ArrayList<>();
        pages.forEach(d -> links.add(new Page.Link(d.id(), root + PageComposer.fileName(pages, d), d.title())));
        Warehouse seen = figures.warehouse();
        return new Page.Frame(
                masthead.title(),
                masthead.place(),
                masthead.subtitle(),
                new Bilingual(options.period().labelZh(), EnglishFindings.period(options.period())),
                seen.builtAt().map(MINUTE::format).orElse("—"),
                MINUTE.format(options.now()),
                seen.holdsSyntheticData() ? "演示数据 · synthetic" : "",
                audience == Audience.INTERNAL,
                links);
    }

    private void save(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ReportErrors.unwritable(file, e);
        }
    }
}
