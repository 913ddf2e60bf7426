package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.reports.site.Page.Count;
import org.ipwarehouse.warehouse.api.Doubt;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warehouse.ExpectedReport;
import org.jspecify.annotations.Nullable;

/** Which figures to use with care, first; then what came in and what became of it. */
final class QualityBoard {
    private final Warehouse warehouse;
    private final Kit kit;
    private final Map<Period, List<ExpectedReport>> expected = new HashMap<>();

    QualityBoard(Warehouse warehouse, Kit kit) {
        this.warehouse = warehouse;
        this.kit = kit;
    }

    /** The gravest first, as the warehouse has them. */
    Boards.Doubts doubts(FigureViews views, EditionFigures figures) {
        List<Doubt> doubts = warehouse.doubts(views.period());
        Map<String, List<Doubt>> alike = new LinkedHashMap<>();
        doubts.forEach(d -> alike.computeIfAbsent(d.gravity() + d.reasonsZh().get(0), k -> new ArrayList<>())
                .add(d));
        List<Boards.DoubtGroup> groups = alike.values().stream()
                .map(group -> group(group, views, figures))
                .toList();
        int all = (int) figures.book().passports().stream()
                .filter(p -> views.figure(p.id()).isPresent())
                .count();
        return new Boards.Doubts(
                groups,
                new Count(String.valueOf(all - doubts.size()), "doubts|trusted"),
                new Count(String.valueOf(all), "doubts|all"));
    }

    private Boards.DoubtGroup group(List<Doubt> alike, FigureViews views, EditionFigures figures) {
        Set<String> shared = new LinkedHashSet<>(sentences(alike.get(0)));
        alike.forEach(d -> shared.retainAll(sentences(d)));
        Doubt first = alike.get(0);
        List<Boards.Doubtful> doubts = new ArrayList<>();
        for (Doubt doubt : alike) {
            Passport p = figures.book().passport(doubt.indicator());
            String own = sentences(doubt).stream()
                    .filter(s -> !shared.contains(s))
                    .map(s -> s + "。")
                    .collect(Collectors.joining());
            doubts.add(new Boards.Doubtful(p.id().code(), FigureViews.name(p), views.value(p), views.unit(p), own));
        }
        return new Boards.DoubtGroup(
                first.gravity().name().toLowerCase(java.util.Locale.ROOT),
                kit.english().both("gravity", first.gravity().labelZh()),
                together(first.reasonsZh().get(0), shared),
                doubts);
    }

    /** The reason that gives a group its name, with what else holds for all of it. */
    private static String together(String reason, Set<String> shared) {
        return shared.isEmpty() ? reason : reason + (reason.endsWith("。") ? "" : "。") + String.join("。", shared) + "。";
    }

    /** What is said beside the reason that gives a group its name. */
    private static List<String> sentences(Doubt doubt) {
        return doubt.reasonsZh().stream()
                .skip(1)
                .flatMap(reason -> Stream.of(reason.split("。")))
                .filter(s -> !s.isBlank())
                .toList();
    }

    private List<ExpectedReport> expected(Period period) {
        return expected.computeIfAbsent(period, last -> EditionFigures.upTo(last, 4).stream()
                .flatMap(p -> warehouse.expectedReports(p).stream())
                .distinct()
                .toList());
    }

    Boards.Arrivals arrivals(Period period) {
        List<ExpectedReport> expected = expected(period);
        List<String> months = List.copyOf(
                expected.stream().map(ExpectedReport::month).collect(Collectors.toCollection(TreeSet::new)));
        return new Boards.Arrivals(months.stream().map(QualityBoard::shortMonth).toList(), sources(expected, months));
    }

    FileBoard files(Period period) {
        return new FileBoard(kit.labels(), names(expected(period)));
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

    private List<Boards.SourceRow> sources(List<ExpectedReport> expected, List<String> months) {
        Map<String, ExpectedReport> cells = new HashMap<>();
        for (ExpectedReport report : expected) {
            cells.put(report.source() + report.month(), report);
        }
        List<Boards.SourceRow> rows = new ArrayList<>();
        names(expected).forEach((source, name) -> {
            List<Boards.Arrival> arrivals = months.stream()
                    .map(month -> arrival(cells.get(source + month)))
                    .toList();
            rows.add(new Boards.SourceRow(source, name, arrivals));
        });
        return rows;
    }

    private static Boards.Arrival arrival(@Nullable ExpectedReport report) {
        if (report == null) {
            return new Boards.Arrival("none", new Bilingual("无须报送", "Nothing due"), "", "");
        }
        return switch (report.state()) {
            case "in_time" -> new Boards.Arrival("in_time", new Bilingual("按时", "In time"), "●", report.dueOn());
            case "late" -> new Boards.Arrival("late", new Bilingual("迟报", "Late"), "◐", report.dueOn());
            case "missing" -> new Boards.Arrival("missing", new Bilingual("缺报", "Missing"), "○", report.dueOn());
            default -> new Boards.Arrival("not_due", new Bilingual("未到期", "Not due"), "·", report.dueOn());
        };
    }
}
