package org.ipwarehouse.app.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.ipwarehouse.app.answer.TextTable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Trial;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries a definition before it is adopted. */
@Command(
        name = "try",
        description = {
            "采用新口径之前先试算：与现行的数并列，列出差。只计算，不保存。",
            "Computes a passport file over the rows of the last build, beside the present figures. Stores nothing."
        })
final class TryCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "PASSPORT",
            description = {"指标口径文件（yaml），放在哪里、叫什么都可以", "passport file"})
    Path passport = Path.of("");

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            split = ",",
            description = {"时期，可多个；默认最近四个季度", "periods; the last four quarters by default"})
    List<String> periods = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "DIM",
            description = {"分组；township（乡镇）列出各乡镇", "breakdown; township lists the townships"})
    @Nullable
    String by;

    TryCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        Wording wording = new Wording(door);
        List<Period> asked = periods.stream().map(wording::period).toList();
        Trial trial = door.trial(desk.workingFolder().resolve(passport), asked);
        Predicate<Trial.Line> chosen = chosen(trial.tried(), wording);
        desk.answer(
                door, lines(trial, trial.lines().stream().filter(chosen).toList(), FiguresCommand.regionNames(door)));
        return 0;
    }

    private Predicate<Trial.Line> chosen(Passport tried, Wording wording) {
        if (by == null) {
            return line -> line.dimension().isEmpty() && !line.region().isTownship();
        }
        if (FiguresCommand.BY_TOWNSHIP.contains(by)) {
            return line -> line.dimension().isEmpty() && line.region().isTownship();
        }
        String dimension = wording.dimension(by, List.of(tried));
        return line -> line.dimension().equals(dimension) && !line.region().isTownship();
    }

    private static List<String> lines(Trial trial, List<Trial.Line> shown, Map<RegionCode, String> regions) {
        Passport p = trial.tried();
        List<String> lines = new ArrayList<>();
        lines.add("试算 " + p.id() + " " + p.nameZh() + "（" + p.unit() + "）第" + p.version() + "版口径；只计算，不保存。");
        TextTable table = new TextTable(List.of("时期", "区域", "分组", "现行", "试算", "差", "现行状态", "试算状态"));
        shown.forEach(line -> table.row(List.of(
                line.period().toString(),
                regions.getOrDefault(line.region(), line.region().value()),
                line.dimension().isEmpty() ? "" : line.dimension() + "=" + line.dimensionValue(),
                value(p, line.present()),
                value(p, line.tried()),
                line.difference().map(by -> signed(p.round(by))).orElse("—"),
                status(line.present()),
                status(line.tried()))));
        lines.addAll(table.lines());
        long changed = shown.stream().filter(Trial.Line::differs).count();
        lines.add(
                shown.isEmpty() ? "没有可比的数：所问时期比该指标的频度更细，或没有这样的分组。" : "共 " + shown.size() + " 个数，" + changed + " 个不同。");
        return lines;
    }

    private static String value(Passport passport, @Nullable Figure figure) {
        if (figure == null) {
            return "无";
        }
        BigDecimal rounded = passport.round(figure.value());
        return rounded == null ? figure.status().symbol() : rounded.toPlainString();
    }

    private static String signed(@Nullable BigDecimal by) {
        return by == null ? "—" : (by.signum() > 0 ? "+" : "") + by.toPlainString();
    }

    private static String status(@Nullable Figure figure) {
        return figure == null ? "" : figure.status().text();
    }
}
