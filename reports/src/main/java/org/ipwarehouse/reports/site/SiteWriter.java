package org.ipwarehouse.reports.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.dashboard.Dashboards;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Warehouse;

/**
 * Writes the dashboards as a static site: a folder for each audience that stands alone, and {@code index.html} that leads
 * to them. Pages open from a file share; nothing that they do asks another machine for anything.
 */
public final class SiteWriter {
    private final Path home;
    private final Kit kit;

    private SiteWriter(Path home) {
        this.home = home;
        this.kit = Kit.load(home);
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
        return Dashboards.check(home, passports);
    }

    /**
     * @param out folder of the site; made if it is not there
     * @return what a reader opens: the list of editions, then the first page of each
     * @throws Fault where a dashboard file has a mistake, or the period has no figures
     */
    public List<Path> write(Warehouse warehouse, Path out, SiteOptions options) {
        List<Path> written = new ArrayList<>();
        Warehouse once = warehouse.remembering();
        for (Audience audience : Audience.values()) {
            if (options.audiences().contains(audience)) {
                Warehouse seen = once.seenBy(audience);
                Path folder = out.resolve(folder(audience));
                written.add(new EditionWriter(kit, audience, seen, options, folder).write());
            }
        }
        written.add(0, door(warehouse, out, options));
        return List.copyOf(written);
    }

    /** The folder of an edition: internal, public. */
    public static String folder(Audience audience) {
        return audience.name().toLowerCase(Locale.ROOT);
    }

    /** The page that leads to the editions. It shows no figure. */
    private Path door(Warehouse warehouse, Path out, SiteOptions options) {
        Path file = out.resolve("index.html");
        var masthead = Dashboards.read(home, warehouse.indicators()).masthead();
        String html = kit.templates()
                .render(
                        "door.ftlh",
                        Map.of(
                                "masthead", masthead,
                                "period", options.period().labelZh(),
                                "internal", options.audiences().contains(Audience.INTERNAL),
                                "public", options.audiences().contains(Audience.PUBLIC),
                                "banner", warehouse.holdsSyntheticData() ? "演示数据 · synthetic" : ""));
        try {
            Files.createDirectories(out);
            Files.writeString(file, html, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ReportErrors.unwritable(file, e);
        }
        return file;
    }
}
