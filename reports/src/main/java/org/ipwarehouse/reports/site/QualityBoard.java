package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warehouse.ExpectedReport;

/** What came in, what became of it, and which figures to use with care. */
final class QualityBoard {
    private final Warehouse warehouse;
    private final Labels labels;

    QualityBoard(Warehouse warehouse, Labels labels) {
        this.warehouse = warehouse;
        this.labels = labels;
    }

    /** @param periods whose months the matrix shows, ascending */
    Page.Quality of(List<Period> periods, List<Passport> passports, FigureViews views) {
        List<ExpectedReport> expected = periods.stream()
                .flatMap(p -> warehouse.expectedReports(p).stream())
                .distinct()
                .toList();
        List<String> months = List.copyOf(
                expected.stream().map(ExpectedReport::month).collect(Collectors.toCollection(TreeSet::new)));
        List<Page.Doubt> doubts = doubts(passports, views);
        return new Page.Quality(
                months.stream().map(QualityBoard::shortMonth).toList(),
                sources(expected, months),
                doubts,
                passports.size() - doubts.size(),
                new FileBoard(labels, names(expected)).of(warehouse.submissions()));
    }

    /** Names of the sources by their code. */
    private static Map<String, String> names(List<ExpectedReport> expected) {
        Map<String, String> names = new TreeMap<>();
        expected.forEach(report -> names.put(report.source(), report.sourceZh()));
        return names;
    }

    private static String shortMonth(String month) {
        int number = Integer.parseInt(month.substring(5));
        return number == 1 ? month.substring(0, 4) + "年1月" : number + "月";
    }

    private static List<Page.SourceRow> sources(List<ExpectedReport> expected, List<String> months) {
        Map<String, String> names = names(expected);
        Map<String, ExpectedReport> cells = new HashMap<>();
        for (ExpectedReport report : expected) {
            cells.put(report.source() + report.month(), report);
        }
        List<Page.SourceRow> rows = new ArrayList<>();
        names.forEach((source, name) -> {
            List<Page.Arrival> arrivals = months.stream()
                    .map(month -> arrival(cells.get(source + month)))
                    .toList();
            rows.add(new Page.SourceRow(source, name, arrivals));
        });
        return rows;
    }

    private static Page.Arrival arrival(@org.jspecify.annotations.Nullable ExpectedReport report) {
        if (report == null) {
            return new Page.Arrival("none", "无须报送", "", "");
        }
        return switch (report.state()) {
            case "in_time" -> new Page.Arrival("in_time", "按时", "●", report.dueOn());
            case "late" -> new Page.Arrival("late", "迟报", "◐", report.dueOn());
            case "missing" -> new Page.Arrival("missing", "缺报", "○", report.dueOn());
            default -> new Page.Arrival("not_due", "未到期", "·", report.dueOn());
        };
    }

    private static List<Page.Doubt> doubts(List<Passport> passports, FigureViews views) {
        List<Page.Doubt> doubts = new ArrayList<>();
        for (Passport p : passports) {
            if (!views.status(p).isEmpty()) {
                doubts.add(new Page.Doubt(
                        p.id().code(), p.nameZh(), views.value(p), views.unit(p), views.status(p), views.note(p)));
            }
        }
        return doubts;
    }
}
