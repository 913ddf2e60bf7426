package org.ipwarehouse.reports.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.SpecNode;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Passport;

/** The files of {@code reports/dashboards}. */
final class DashboardFolder {
    private static final String SITE = "site.yaml";

    private final Path folder;
    private final DashboardReader reader;

    DashboardFolder(Path home, List<Passport> passports) {
        this.folder = Dashboards.folder(home);
        this.reader = new DashboardReader(passports);
    }

    Dashboards read() {
        Masthead masthead = masthead();
        List<Dashboard> pages = new ArrayList<>();
        for (Path file : pages()) {
            pages.add(reader.read(file));
        }
        if (pages.isEmpty()) {
            throw ReportErrors.specMistake(folder.toString(), "没有看板文件。", "放入至少一个页面的 yaml 文件。");
        }
        requireOwnOrder(pages);
        pages.sort(Comparator.comparingInt(Dashboard::order));
        return new Dashboards(masthead, pages);
    }

    List<Fault> mistakes() {
        List<Fault> mistakes = new ArrayList<>();
        List<Dashboard> good = new ArrayList<>();
        tried(mistakes, this::masthead);
        for (Path file : pages()) {
            tried(mistakes, () -> good.add(reader.read(file)));
        }
        tried(mistakes, () -> requireOwnOrder(good));
        return List.copyOf(mistakes);
    }

    private static void tried(List<Fault> mistakes, Runnable reading) {
        try {
            reading.run();
        } catch (Fault mistake) {
            mistakes.add(mistake);
        }
    }

    private Masthead masthead() {
        SpecNode root = SpecNode.read(folder.resolve(SITE));
        root.entries(Set.of("title", "place", "subtitle"));
        return new Masthead(
                Words.of(root.child("title"), 16, 60),
                Words.of(root.child("place"), 14, 40),
                Words.of(root.child("subtitle"), 30, 80));
    }

    private List<Path> pages() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(f -> !f.endsWith(SITE))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ReportErrors.unreadable(folder, e);
        }
    }

    private static void requireOwnOrder(List<Dashboard> pages) {
        Map<Integer, Dashboard> taken = new HashMap<>();
        for (Dashboard page : pages) {
            Dashboard other = taken.putIfAbsent(page.order(), page);
            if (other != null) {
                SpecNode order = SpecNode.read(page.file()).child("order");
                throw order.mistake("次序 " + page.order() + " 与 " + other.file().getFileName() + " 相同。", "换一个没有用过的数字。");
            }
        }
    }
}
