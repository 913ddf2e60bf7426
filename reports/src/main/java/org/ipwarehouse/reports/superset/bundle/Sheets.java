package org.ipwarehouse.reports.superset.bundle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.reports.superset.bundle.Block.Sheet;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/** What each kind of chart has to show, from the warehouse's own figures. */
final class Sheets {
    private Sheets() {}

    private static @Nullable BigDecimal value(Passport p, Optional<Figure> figure) {
        return figure.map(f -> p.round(f.value())).orElse(null);
    }

    static Sheet one(FigureShelf shelf, Passport p, Period.Kind kind) {
        Map<List<String>, List<@Nullable Object>> rows = new LinkedHashMap<>();
        Optional<Figure> figure = shelf.newest(p.id(), kind, shelf.district());
        rows.put(List.of(), Arrays.asList(value(p, figure)));
        return new Sheet(List.of(), rows);
    }

    static Sheet months(FigureShelf shelf, Passport p, int months, boolean isAgainst) {
        Map<List<String>, List<@Nullable Object>> rows = new LinkedHashMap<>();
        for (Figure f : shelf.recent(p.id(), Period.Kind.MONTH, months, "")) {
            if (f.region().equals(shelf.district())) {
                List<@Nullable Object> values = new ArrayList<>();
                values.add(p.round(f.value()));
                if (isAgainst) {
                    values.add(p.round(Comparison.YOY.base(f)));
                }
                rows.put(List.of(f.period().toString()), values);
            }
        }
        return new Sheet(List.of("period"), rows);
    }

    static Sheet parts(FigureShelf shelf, Passport p, String by, int months, Labels labels) {
        Map<List<String>, List<@Nullable Object>> rows = new LinkedHashMap<>();
        for (Figure f : shelf.recent(p.id(), PanelCharts.length(p), months, by)) {
            if (f.region().equals(shelf.district())) {
                rows.put(
                        List.of(f.period().toString(), labels.value(by, f.dimensionValue())),
                        Arrays.asList(p.round(f.value())));
            }
        }
        return new Sheet(List.of("period", "dimension_label"), rows);
    }

    /** @param keys the region's name, or its code and its name */
    static Sheet townships(FigureShelf shelf, List<Passport> some, List<String> keys) {
        Map<List<String>, List<@Nullable Object>> rows = new LinkedHashMap<>();
        for (Warehouse.Region region : shelf.warehouse().regions()) {
            RegionCode code = region.code();
            List<Optional<Figure>> figures = some.stream()
                    .map(p -> shelf.newest(p.id(), PanelCharts.length(p), code))
                    .toList();
            if (code.isTownship() && figures.stream().anyMatch(Optional::isPresent)) {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < some.size(); i++) {
                    values.add(value(some.get(i), figures.get(i)));
                }
                List<String> both = List.of(code.value(), region.nameZh());
                rows.put(both.subList(both.size() - keys.size(), both.size()), values);
            }
        }
        return new Sheet(keys, rows);
    }

    static Sheet matrix(FigureShelf shelf, Passport p, int months) {
        Map<RegionCode, String> names = new LinkedHashMap<>();
        shelf.warehouse().regions().forEach(r -> names.put(r.code(), r.nameZh()));
        Map<List<String>, List<@Nullable Object>> rows = new LinkedHashMap<>();
        for (Figure f : shelf.recent(p.id(), Period.Kind.MONTH, months, "")) {
            if (f.region().isTownship()) {
                String name = names.getOrDefault(f.region(), f.region().value());
                rows.put(List.of(f.period().toString(), name), Arrays.asList(p.round(f.value())));
            }
        }
        return new Sheet(List.of("period", "region_name"), rows);
    }

    static Sheet indicators(FigureShelf shelf, List<Passport> some, Period.Kind kind) {
        Map<List<String>, List<@Nullable Object>> rows = new LinkedHashMap<>();
        for (Passport p : some) {
            shelf.newest(p.id(), kind, shelf.district())
                    .ifPresent(f -> rows.put(
                            List.of(p.id().code(), p.nameZh(), p.unit()),
                            Arrays.asList(
                                    FigureText.value(p, f),
                                    FigureText.signedChange(p, f, Comparison.YOY),
                                    FigureText.signedChange(p, f, Comparison.QOQ),
                                    FigureText.statusLabel(f.status()))));
        }
        return new Sheet(List.of("indicator", "indicator_name", "unit"), rows);
    }

    static Sheet stages(FigureShelf shelf, List<Passport> stages) {
        Map<List<String>, List<@Nullable Object>> rows = new LinkedHashMap<>();
        for (Passport p : stages) {
            shelf.newest(p.id(), Period.Kind.QUARTER, shelf.district())
                    .ifPresent(f -> rows.put(List.of(p.nameZh()), Arrays.asList(p.round(f.value()))));
        }
        return new Sheet(List.of("indicator_name"), rows);
    }
}
