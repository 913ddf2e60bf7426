package org.ipwarehouse.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.answer.FigureAnswer;
import org.ipwarehouse.app.answer.WhyAnswer;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Walks a figure back to file, sheet and row. */
@Command(
        name = "why",
        description = {
            "一个数的来历：口径、分子、分母，以及每一行所在的文件、工作表、行号。",
            "Where a figure comes from: passport, numerator, denominator, and each row with file, sheet and row."
        })
final class WhyCommand implements Callable<Integer> {
    private static final Pattern WARNING = Pattern.compile("W\\d{2}-.*");

    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "CODE",
            description = {"指标代码，如 XZ02，或预警编号", "indicator, or number of a warning"})
    String code = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PERIOD",
            description = {"时期，如 2026Q3；预警不用写", "period; none for a warning"})
    String period = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "REGION",
            description = {"区域代码或名称，默认全区", "region; the district by default"})
    @Nullable
    String region;

    @Option(
            names = "--json",
            description = {"一个 JSON 对象", "one JSON object"})
    boolean json;

    WhyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (WARNING.matcher(code).matches()) {
            WarningWhyCommand warning = new WarningWhyCommand(desk);
            warning.place = place;
            warning.id = code;
            warning.json = json;
            return warning.call();
        }
        if (period.isEmpty()) {
            throw AppErrors.usage("请写时期，例如 ipw why " + code + " 2026Q3。");
        }
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        Wording wording = new Wording(door);
        Evidence evidence = evidence(
                door,
                wording.indicator(code).id(),
                wording.period(period),
                region == null ? settings.district() : wording.region(region));
        WhyAnswer answer = new WhyAnswer(new FigureAnswer(wording::passport, FiguresCommand.regionNames(door)));
        desk.answer(door, json ? List.of(answer.json(evidence)) : answer.text(evidence));
        return 0;
    }

    private static Evidence evidence(Warehouse door, IndicatorId id, Period period, RegionCode region) {
        try {
            return door.why(id, period, region);
        } catch (IllegalArgumentException nothing) {
            throw AppErrors.usage(String.valueOf(nothing.getMessage()));
        }
    }
}
