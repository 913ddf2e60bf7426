package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Warehouse;

/** Walks a figure of the edition's period back to its rows, as {@code ipw why} does, and sorts them by township. */
final class RowsComposer {
    private static final int MOST = 1000;
    private static final int MOST_LEFT = 100;

    private final EditionFigures figures;
    private final FigureViews views;
    private final Kit kit;

    RowsComposer(EditionFigures figures, FigureViews views, Kit kit) {
        this.figures = figures;
        this.views = views;
        this.kit = kit;
    }

    RowsPage compose(Passport p, Page.Frame frame) {
        Page page = new Page(
                "indicators",
                "../",
                new Bilingual(p.nameZh() + "：逐行", FigureViews.name(p).en() + ": the rows"),
                new Bilingual("这个数由哪些文件的哪些行得来。", "Which rows of which files make up this figure."),
                frame,
                List.of("township"),
                List.of(),
                List.of(p.id().code()));
        try {
            return listed(p, page, evidence(p));
        } catch (Fault differs) {
            if (differs.category() == Fault.Category.ENVIRONMENT) {
                throw differs;
            }
            // the figure stays, and the page says that its rows do not add up to it
            return made(p, page, new Listing(List.of(), List.of()), String.valueOf(differs.getMessage()));
        }
    }

    /** A figure that is not held has no rows. */
    private Evidence evidence(Passport p) {
        return views.figure(p.id())
                .map(f -> figures.warehouse()
                        .why(p.id(), views.period(), figures.book().district()))
                .orElseThrow(() -> org.ipwarehouse.reports.ReportErrors.noFigures(
                        p.id() + " " + views.period().labelZh()));
    }

    private RowsPage listed(Passport p, Page page, Evidence evidence) {
        return made(p, page, new Listing(evidence.rows(), evidence.left()), "");
    }

    private record Listing(List<Evidence.Row> rows, List<Evidence.Row> left) {}

    private RowsPage made(Passport p, Page page, Listing listing, String trouble) {
        List<Evidence.Row> shown =
                listing.rows().subList(0, Math.min(MOST, listing.rows().size()));
        List<String> columns = columns(shown);
        String why = "ipw why " + p.id() + " " + views.period();
        return new RowsPage(
                page,
                p.id().code(),
                FigureViews.name(p),
                views.value(p),
                views.unit(p),
                views.figure(p.id()).map(f -> f.value() != null).orElse(false),
                trouble,
                p.isRate(),
                columns.stream().map(c -> kit.labels().value("column", c)).toList(),
                townships(p, shown, columns),
                new Page.Count(String.valueOf(listing.rows().size()), "rows|" + p.id()),
                new Boards.Rest(listing.rows().size() - shown.size(), why),
                listing.left().stream().limit(MOST_LEFT).map(this::left).toList(),
                Math.max(0, listing.left().size() - MOST_LEFT),
                why);
    }

    /** Those that any row fills, in the alphabetical order of their names. */
    private static List<String> columns(List<Evidence.Row> rows) {
        Set<String> filled = new LinkedHashSet<>();
        rows.forEach(row -> row.values().forEach((name, value) -> {
            if (!value.isBlank()) {
                filled.add(name);
            }
        }));
        return filled.stream().sorted().toList();
    }

    /** In the order of their codes, rows of no township last. */
    private List<RowsPage.Township> townships(Passport p, List<Evidence.Row> rows, List<String> columns) {
        Map<String, List<Evidence.Row>> byRegion = new LinkedHashMap<>();
        figures.book().townships().forEach(t -> byRegion.put(t.code().value(), new ArrayList<>()));
        rows.forEach(row ->
                byRegion.computeIfAbsent(row.region(), r -> new ArrayList<>()).add(row));
        List<RowsPage.Township> townships = new ArrayList<>();
        byRegion.forEach((region, own) -> townships.add(new RowsPage.Township(
                "t" + (region.isEmpty() ? "0" : region),
                region,
                township(region),
                new Page.Count(String.valueOf(own.size()), "rows|" + p.id() + "|" + region),
                own.stream().map(row -> line(p, row, columns)).toList())));
        return townships;
    }

    private Bilingual township(String region) {
        return figures.book().townships().stream()
                .filter(t -> t.code().value().equals(region))
                .map(Warehouse.Region::nameZh)
                .findFirst()
                .map(zh -> kit.english().both("region", zh))
                .orElse(new Bilingual("不分乡镇", "No township"));
    }

    private RowsPage.Line line(Passport p, Evidence.Row row, List<String> columns) {
        String address = "row|" + p.id() + "|" + row.file() + "|" + row.sheet() + "|" + row.row() + "|";
        return new RowsPage.Line(
                kit.english().coded("row_role", row.role(), kit.labels().value("row_role", row.role())),
                columns.stream()
                        .map(c -> new Page.Count(said(c, row.values().getOrDefault(c, "")), address + c))
                        .toList(),
                place(row));
    }

    private String said(String column, String value) {
        return switch (value) {
            case "true" -> "是";
            case "false" -> "否";
            default -> kit.labels().value(column, value);
        };
    }

    private static String place(Evidence.Row row) {
        String sheet = row.sheet().isBlank() ? "" : " · " + row.sheet();
        return row.file() + sheet + " · 第" + row.row() + "行";
    }

    private RowsPage.Left left(Evidence.Row row) {
        String values = row.values().entrySet().stream()
                .filter(e ->
                        !e.getKey().equals(Evidence.REASON) && !e.getValue().isBlank())
                .map(e -> kit.labels().value("column", e.getKey()) + " " + said(e.getKey(), e.getValue()))
                .collect(Collectors.joining("，"));
        return new RowsPage.Left(
                township(row.region()),
                row.region(),
                row.values().getOrDefault(Evidence.REASON, ""),
                values,
                place(row));
    }
}
