package org.ipwarehouse.reports.site;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Expected;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * The figures that filters choose from, as script files (a page opened from a file share may load those, and nothing
 * else): texts as published, joined by "|" in the order of the periods, so that a filter shows the very text that the
 * table of indicators gives.
 */
final class DataFiles {
    private final EditionFigures figures;
    private final Kit kit;
    private final List<Period> periods;
    private final Set<String> valuesSeen = new LinkedHashSet<>();
    private final Map<String, Map<String, List<String>>> values = new TreeMap<>();

    DataFiles(EditionFigures figures, Kit kit) {
        this.figures = figures;
        this.kit = kit;
        this.periods = figures.warehouse().periods().stream()
                .filter(figures.book()::covers)
                .toList();
    }

    /** One indicator: {@code ipw.put({…})}. @param dimensions by which a page breaks it down */
    String of(Passport p, Set<String> dimensions) {
        Map<String, Object> data = new LinkedHashMap<>();
        Bilingual unit = kit.english().both("unit", p.unit());
        data.put("id", p.id().code());
        data.put("name", both(FigureViews.name(p)));
        data.put("unit", both(unit));
        data.put("rate", p.isRate());
        data.put("direction", p.direction());
        data.put("every", p.frequency());
        data.put("compared", p.comparisons());
        data.put("f", totals(p));
        Map<String, Object> broken = new LinkedHashMap<>();
        dimensions.forEach(d -> {
            Map<String, Object> parts = parts(p, d);
            if (!parts.isEmpty()) {
                broken.put(d, parts);
            }
        });
        data.put("b", broken);
        data.put("e", expected(p));
        return "ipw.put(" + Json.of(data) + ");\n";
    }

    private static List<String> both(Bilingual words) {
        return List.of(words.zh(), words.en());
    }

    private Map<String, Object> totals(Passport p) {
        Map<String, Object> regions = new LinkedHashMap<>();
        for (RegionCode region : regions()) {
            Function<Period, @Nullable Figure> at =
                    t -> figures.book().total(p.id(), t, region).orElse(null);
            List<String> texts = texts(p, at);
            if (!texts.isEmpty()) {
                regions.put(region.value(), texts);
            }
        }
        return regions;
    }

    private List<RegionCode> regions() {
        return figures.warehouse().regions().stream()
                .map(Warehouse.Region::code)
                .toList();
    }

    /** Values, states, changes on the year, on the period before; nothing where no period has a figure. */
    private List<String> texts(Passport p, Function<Period, @Nullable Figure> at) {
        List<@Nullable Figure> row = new ArrayList<>();
        periods.forEach(t -> row.add(at.apply(t)));
        if (row.stream().allMatch(f -> f == null)) {
            return List.of();
        }
        StringBuilder states = new StringBuilder();
        row.forEach(f -> states.append(f == null ? ' ' : letter(f.status())));
        return List.of(
                joined(row, f -> FigureText.value(p, f)),
                states.toString(),
                p.comparisons().contains("yoy") ? joined(row, f -> FigureText.signedChange(p, f, Comparison.YOY)) : "",
                p.comparisons().contains("qoq") ? joined(row, f -> FigureText.signedChange(p, f, Comparison.QOQ)) : "");
    }

    private static String joined(List<@Nullable Figure> row, Function<Figure, String> text) {
        List<String> texts = new ArrayList<>();
        for (Figure f : row) {
            texts.add(f == null ? "" : text.apply(f));
        }
        return String.join("|", texts);
    }

    /** One letter a state: the script's list has the same order. */
    private static char letter(FigureStatus status) {
        return "oprimnusc".charAt(status.ordinal());
    }

    private Map<String, Object> parts(Passport p, String dimension) {
        Map<String, Map<String, Map<Period, Figure>>> parts = new TreeMap<>();
        for (Figure f : figures.parts(p.id(), dimension)) {
            parts.computeIfAbsent(f.dimensionValue(), v -> new TreeMap<>())
                    .computeIfAbsent(f.region().value(), r -> new LinkedHashMap<>())
                    .put(f.period(), f);
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        parts.forEach((value, regions) -> {
            named(dimension, value);
            Map<String, Object> rows = new LinkedHashMap<>();
            regions.forEach((region, byPeriod) -> rows.put(region, texts(p, byPeriod::get)));
            shown.put(value, rows);
        });
        return shown;
    }

    private void named(String dimension, String value) {
        if (valuesSeen.add(dimension + "|" + value)) {
            String zh = kit.labels().value(dimension, value);
            values.computeIfAbsent(dimension, d -> new TreeMap<>())
                    .put(value, List.of(zh, kit.english().of(dimension, zh)));
        }
    }

    private Map<String, Object> expected(Passport p) {
        Map<Period, Expected> ranges = figures.expected(p.id());
        if (ranges.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("low", limits(p, ranges, Expected::low));
        limits.put("high", limits(p, ranges, Expected::high));
        return limits;
    }

    private String limits(Passport p, Map<Period, Expected> ranges, Function<Expected, @Nullable BigDecimal> which) {
        List<String> texts = new ArrayList<>();
        for (Period t : periods) {
            Expected range = ranges.get(t);
            BigDecimal limit = range == null ? null : p.round(which.apply(range));
            texts.add(limit == null ? "" : FigureText.number(limit));
        }
        return String.join("|", texts);
    }

    /** What all pages share; after all indicators, so that it names every value that occurred. */
    String common(Period period, Map<String, String> tones) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("period", period.toString());
        data.put("district", figures.book().district().value());
        data.put("periods", periods.stream().map(Period::toString).toList());
        data.put(
                "labels",
                periods.stream()
                        .map(t -> List.of(t.labelZh(), EnglishFindings.period(t)))
                        .toList());
        data.put(
                "regions",
                figures.warehouse().regions().stream()
                        .map(r -> List.of(
                                r.code().value(),
                                r.code().isTownship() ? r.nameZh() : "全区",
                                kit.english().of("region", r.code().isTownship() ? r.nameZh() : "全区")))
                        .toList());
        data.put("values", values);
        data.put("states", states());
        data.put("tones", tones);
        return "ipw.site(" + Json.of(data) + ");\n";
    }

    private Map<String, Object> states() {
        Map<String, Object> states = new LinkedHashMap<>();
        for (FigureStatus status : FigureStatus.values()) {
            String zh = FigureText.statusLabel(status);
            states.put(
                    String.valueOf(letter(status)),
                    zh.isEmpty() ? List.of("", "") : List.of(zh, kit.english().of("status", zh)));
        }
        return states;
    }

    /** The dimensions for which a page of this indicator needs figures. */
    static Set<String> dimensions(Passport p, Map<IndicatorId, Set<String>> shown) {
        Set<String> dimensions = new LinkedHashSet<>(shown.getOrDefault(p.id(), Set.of()));
        if (p.dimensions().contains("ip_type")) {
            dimensions.add("ip_type");
        }
        return dimensions;
    }
}
