package org.ipwarehouse.reports.dashboard;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Passport;

/** All pages of an installation in their order, and what stands above them. */
public record Dashboards(Masthead masthead, List<Dashboard> all) {
    public Dashboards {
        all = List.copyOf(all);
    }

    /**
     * Reads {@code reports/dashboards}: {@code site.yaml} and one file for each page.
     *
     * @param home the installation
     * @param passports the indicators that there are
     * @throws Fault with file and line: an unknown key, indicator or dimension, a label too long for its place, two
     *     pages with the same order
     */
    public static Dashboards read(Path home, List<Passport> passports) {
        return new DashboardFolder(home, passports).read();
    }

    /** The mistakes, one a file at most, each with file and line; empty where there are none. */
    public static List<Fault> check(Path home, List<Passport> passports) {
        return new DashboardFolder(home, passports).mistakes();
    }

    /** Where the files lie. */
    public static Path folder(Path home) {
        return home.resolve("reports").resolve("dashboards");
    }

    public Optional<Dashboard> find(String id) {
        return all.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    /** What is sent by mail. */
    public List<Mailing> mailings() {
        return all.stream().map(Dashboard::mailing).filter(Objects::nonNull).toList();
    }

    /** Pages that an audience may see, with what it may see of them; a page of which nothing is left is left out. */
    public List<Dashboard> seenBy(Audience audience) {
        return all.stream()
                .filter(d -> d.isFor(audience))
                .map(d -> d.seenBy(audience))
                .filter(d -> !d.sections().isEmpty())
                .toList();
    }
}
