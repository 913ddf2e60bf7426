package org.ipwarehouse.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ipwarehouse.app.answer.FigureAnswer;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints figures as published. */
@Command(
        name = "figures",
        description = {
            "查指标数值：数值按发布口径修约，分子、分母不修约。",
            "Prints indicator values, rounded as published; numerator and denominator unrounded."
        })
final class FiguresCommand implements Callable<Integer> {
    static final Set<String> BY_TOWNSHIP = Set.of("township", "乡镇", "region", "区域");

    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--indicator",
            paramLabel = "CODE",
            split = ",",
            arity = "1..*",
            description = {"指标代码，可多个；默认全部", "indicator codes; all by default"})
    List<String> indicators = new ArrayList<>();

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            required = true,
            description = {"时期：2026-07、2026Q3、2026H2、2026、2026-01..09（累计）", "period"})
    String period = "";

    @Option(
            names = "--region",
            paramLabel = "REGION",
            split = ",",
            arity = "1..*",
            description = {"区域代码或名称，可多个；默认全区", "region codes or names; the district by default"})
    List<String> regions = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "DIM",
            description = {"分组；township（乡镇）列出各乡镇", "breakdown; township lists the townships"})
    @Nullable
    String by;

    @ArgGroup
    Form form = new Form();

    static final class Form {
        @Option(
                names = "--json",
                description = {"每行一个 JSON 对象", "one JSON object a line"})
        boolean json;

        @Option(
                names = "--csv",
                description = {"CSV（UTF-8）", "CSV (UTF-8)"})
        boolean csv;
    }

    FiguresCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        Wording wording = new Wording(door);
        FigureAnswer answer = new FigureAnswer(wording::passport, regionNames(door));
        List<Figure> figures = door.figures(query(door, wording));
        desk.answer(
                door,
                form.json ? answer.jsonLines(figures) : form.csv ? answer.csvLines(figures) : answer.table(figures));
        return 0;
    }

    private FigureQuery query(Warehouse door, Wording wording) {
        List<Passport> chosen = indicators.isEmpty()
                ? door.indicators()
                : indicators.stream().map(wording::indicator).toList();
        boolean townships = by != null && BY_TOWNSHIP.contains(by);
        String dimension = by == null || townships ? "" : wording.dimension(by, chosen);
        return new FigureQuery(
                indicators.isEmpty()
                        ? Set.of()
                        : chosen.stream().map(Passport::id).collect(Collectors.toSet()),
                List.of(wording.period(period)),
                regions(door, wording, townships),
                dimension);
    }

    private Set<RegionCode> regions(Warehouse door, Wording wording, boolean townships) {
        if (!regions.isEmpty()) {
            return regions.stream().map(wording::region).collect(Collectors.toSet());
        }
        return door.regions().stream()
                .map(Warehouse.Region::code)
                .filter(code -> code.isTownship() == townships)
                .collect(Collectors.toSet());
    }

    static Map<RegionCode, String> regionNames(Warehouse door) {
        Map<RegionCode, String> names = new LinkedHashMap<>();
        door.regions().forEach(r -> names.put(r.code(), r.nameZh()));
        return names;
    }
}
