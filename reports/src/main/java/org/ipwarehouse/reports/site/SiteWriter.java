package org.ipwarehouse.reports.site;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.chart.ChartRenderer;
import org.ipwarehouse.reports.figure.FigureBook;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.reports.figure.Palette;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;

/**
 * Writes the dashboard as a static site: {@code index.html} for the chosen period, one page for each period before it. A
 * page is one file that asks no other for anything: styles, script and charts are inside.
 */
public final class SiteWriter {
    private static final Version FREEMARKER = Configuration.VERSION_2_3_34;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final Path home;
    private final PageComposer.Kit kit;

    private SiteWriter(Path home) {
        this.home = home;
        this.kit = new PageComposer.Kit(ChartRenderer.of(home), Palette.load(home), Labels.load(home));
    }

    /** @param home the installation: dashboards, style and fonts are read from it */
    public static SiteWriter of(Path home) {
        return new SiteWriter(home);
    }

    /**
     * Reads every dashboard file of the installation as the writing of the site would, without any figures.
     *
     * @param passports the indicators that there are
     * @return the mistakes, one a file, each with file and line; empty where there are none
     */
    public static List<Fault> check(Path home, List<Passport> passports) {
        return org.ipwarehouse.reports.dashboard.Dashboards.check(home, passports);
    }

    /**
     * @param out folder of the site; made if it is not there
     * @return the pages written, the front page first
     * @throws org.ipwarehouse.warehouse.api.Fault where the dashboard file has a mistake, or the period has no figures
     */
    public List<Path> write(Warehouse warehouse, Path out, SiteOptions options) {
        FigureBook book = FigureBook.read(warehouse);
        if (!book.covers(options.period())) {
            throw ReportErrors.noFigures(options.period().toString());
        }
        Dashboard dashboard =
                new DashboardReader(book.passports()).read(dashboards().resolve("overview.yml"));
        PageComposer composer = new PageComposer(warehouse, book, dashboard, kit);
        List<Period> periods = composer.before(options.period(), options.periods());
        List<Path> written = new ArrayList<>();
        for (int i = periods.size() - 1; i >= 0; i--) {
            Period period = periods.get(i);
            Page page = composer.compose(
                    period, head(warehouse, dashboard, period, options.now()), links(periods, period), style());
            Path file = out.resolve(fileName(periods, period));
            save(file, render(page));
            written.add(file);
        }
        return List.copyOf(written);
    }

    private Path dashboards() {
        return folder(home);
    }

    private static Path folder(Path home) {
        return home.resolve("reports").resolve("dashboards");
    }

    private static String fileName(List<Period> periods, Period period) {
        boolean front = period.equals(periods.get(periods.size() - 1));
        return front ? "index.html" : period + ".html";
    }

    private static List<Page.PeriodLink> links(List<Period> periods, Period current) {
        return periods.stream()
                .map(p -> new Page.PeriodLink(p.labelZh(), fileName(periods, p), p.equals(current)))
                .toList();
    }

    private static Page.Head head(Warehouse warehouse, Dashboard dashboard, Period period, Instant now) {
        return new Page.Head(
                dashboard.title(),
                dashboard.titleEn(),
                dashboard.place(),
                dashboard.subtitle(),
                period.labelZh(),
                period.toString(),
                warehouse.builtAt().map(MINUTE::format).orElse("—"),
                MINUTE.format(now),
                warehouse.holdsSyntheticData() ? "演示数据 · synthetic" : "");
    }

    private Page.Style style() {
        List<Page.Tone> tones = Stream.of(Palette.Tone.values())
                .map(t -> new Page.Tone(
                        t.key().replace('_', '-'), Palette.hex(kit.palette().of(t))))
                .toList();
        return new Page.Style(tones, text("page.css"), text("page.js"));
    }

    private String text(String name) {
        Path file = dashboards().resolve(name);
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ReportErrors.unreadable(file, e);
        }
    }

    private String render(Page page) {
        Path template = dashboards().resolve("page.ftlh");
        try {
            Configuration configuration = new Configuration(FREEMARKER);
            configuration.setDirectoryForTemplateLoading(dashboards().toFile());
            configuration.setDefaultEncoding("UTF-8");
            configuration.setLocale(Locale.ROOT);
            configuration.setNumberFormat("computer");
            configuration.setLogTemplateExceptions(false);
            configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
            configuration.setObjectWrapper(new DefaultObjectWrapperBuilder(FREEMARKER).build());
            StringWriter html = new StringWriter();
            configuration.getTemplate("page.ftlh").process(java.util.Map.of("page", page), html);
            return html.toString();
        } catch (IOException | TemplateException e) {
            throw ReportErrors.templateMistake(template, e);
        }
    }

    private static void save(Path file, String html) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, html, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ReportErrors.unwritable(file, e);
        }
    }
}
