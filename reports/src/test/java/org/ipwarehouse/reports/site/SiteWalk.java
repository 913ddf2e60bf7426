package org.ipwarehouse.reports.site;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Expected;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Walks an edition as a reader would, and says what each number ought to be. */
final class SiteWalk {
    private static final Pattern NUMERAL = Pattern.compile("[−+]?\\d[\\d,]*(\\.\\d+)?(%| pp|个百分点)?");

    private final Path folder;
    private final Map<Path, Document> pages = new LinkedHashMap<>();
    private final Map<FigureRef, Figure> figures = new HashMap<>();
    private final Map<IndicatorId, Passport> passports = new HashMap<>();
    private final Map<String, Expected> expected = new HashMap<>();

    SiteWalk(Path folder, Warehouse seen) {
        this.folder = folder;
        seen.figures(FigureQuery.all()).forEach(f -> figures.put(FigureRef.of(f), f));
        seen.indicators().forEach(p -> passports.put(p.id(), p));
        seen.expectedRanges(seen.regions().get(0).code())
                .forEach((id, months) -> months.forEach(e -> expected.put(id + "|" + e.period(), e)));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
                pages.put(folder.relativize(file), Jsoup.parse(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<Path, Document> pages() {
        return pages;
    }

    Document page(String name) {
        return requireNonNull(pages.get(Path.of(name)), name);
    }

    /** What the indicator table makes a marked number say; null where there is no such figure. */
    String said(Element number) {
        FigureRef ref = FigureRef.parse(number.attr("data-figure"));
        Figure f = figures.get(ref);
        return f == null
                ? "no figure " + ref
                : said(requireNonNull(passports.get(ref.indicator())), f, number.attr("data-measure"));
    }

    static String said(Passport p, Figure f, String measure) {
        return switch (measure) {
            case "value" -> FigureText.value(p, f);
            case "signed-yoy" -> FigureText.signedChange(p, f, Comparison.YOY);
            case "signed-qoq" -> FigureText.signedChange(p, f, Comparison.QOQ);
            case "signed-yoy-en" ->
                FigureText.signedChange(p, f, Comparison.YOY).replace("个百分点", " pp");
            case "signed-qoq-en" ->
                FigureText.signedChange(p, f, Comparison.QOQ).replace("个百分点", " pp");
            case "clause-yoy" -> FigureText.clause(p, f, Comparison.YOY);
            case "clause-qoq" -> FigureText.clause(p, f, Comparison.QOQ);
            default -> throw new AssertionError("no measure " + measure);
        };
    }

    String limit(Element number) {
        String[] parts = number.attr("data-expected").split("\\|");
        Expected range = requireNonNull(expected.get(parts[0] + "|" + parts[1]));
        Passport p = requireNonNull(passports.get(new IndicatorId(parts[0])));
        BigDecimal limit = number.attr("data-measure").equals("low") ? range.low() : range.high();
        return FigureText.value(p, limit);
    }

    /** Rows of a table of parts: the parts of a period add up to its whole. */
    BigDecimal whole(String indicator, String period, String region) {
        Figure f = requireNonNull(figures.get(new FigureRef(
                new IndicatorId(indicator),
                Period.parse(period),
                new org.ipwarehouse.warehouse.api.RegionCode(region),
                "",
                "")));
        return requireNonNull(f.value());
    }

    /** Cells whose whole text is a number, without any mark that says what it counts. */
    static List<String> unmarked(Document page) {
        return page.select("td, .value").stream()
                .filter(cell -> !cell.hasClass("code"))
                .filter(cell -> cell.closest(".tasks, .lights") == null || cell.previousElementSibling() != null)
                .filter(cell -> NUMERAL.matcher(cell.text().strip()).matches())
                .filter(cell -> cell.selectFirst("[data-figure],[data-expected],[data-part],[data-count]") == null)
                .map(Element::outerHtml)
                .toList();
    }

    boolean arrives(Path from, String href) {
        String[] parts = href.split("#", 2);
        Path target = parts[0].isEmpty()
                ? from
                : folder.relativize(
                        folder.resolve(from).resolveSibling(parts[0]).normalize());
        if (target.startsWith("..") || !Files.isRegularFile(folder.resolve(target))) {
            return false;
        }
        Document page = pages.get(target);
        return parts.length == 1 || (page != null && page.getElementById(parts[1]) != null);
    }
}
