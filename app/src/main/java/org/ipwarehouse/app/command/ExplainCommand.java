package org.ipwarehouse.app.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.answer.TextTable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Decomposition;
import org.ipwarehouse.warehouse.api.Decomposition.Comparison;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a change consists of. */
@Command(
        name = "explain",
        description = {
            "一个数升降在哪里：各部分的增减相加恰为总增减，大的在前；并说明更像发案变化还是查处力度变化。",
            "What the change of a count or an amount consists of, largest part first, and how it may be read."
        })
final class ExplainCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "CODE",
            description = {"指标代码，如 XZ01", "indicator"})
    String code = "";

    @Parameters(
            index = "1",
            paramLabel = "PERIOD",
            description = {"时期，如 2026Q3", "period"})
    String period = "";

    @Option(
            names = "--by",
            paramLabel = "DIM",
            defaultValue = "township",
            description = {"分组；默认 township（乡镇）", "breakdown; townships by default"})
    String by = "township";

    @Option(
            names = "--to",
            paramLabel = "COMPARISON",
            defaultValue = "YOY",
            description = {"与谁比：yoy 同比（默认）、qoq 环比", "yoy (default) or qoq"})
    Comparison comparison = Comparison.YOY;

    ExplainCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        Wording wording = new Wording(door);
        Passport passport = wording.indicator(code);
        Period asked = wording.period(period);
        String breakdown =
                FiguresCommand.BY_TOWNSHIP.contains(by) ? "township" : wording.dimension(by, List.of(passport));
        Decomposition explained = door.explain(passport.id(), asked, comparison, breakdown)
                .orElseThrow(() -> AppErrors.usage(passport.id() + " " + asked + " 不能分解："
                        + (passport.isRate() ? "比率的各部分不能相加，请分解其分子的件数指标。" : "本期或对比期没有数。")));
        desk.answer(door, lines(passport, explained));
        return 0;
    }

    private static List<String> lines(Passport passport, Decomposition explained) {
        List<String> lines = new ArrayList<>();
        lines.add(passport.id() + " " + passport.nameZh() + "（" + passport.unit() + "） "
                + explained.period().labelZh() + " " + shown(passport, explained.now()) + "，"
                + explained.base().labelZh() + " " + shown(passport, explained.before()) + "，增减 "
                + shown(passport, explained.change()));
        TextTable table = new TextTable(List.of("部分", "本期", "对比期", "增减", "占总增减%"));
        explained
                .parts()
                .forEach(part -> table.row(List.of(
                        part.labelZh(),
                        shown(passport, part.now()),
                        shown(passport, part.before()),
                        shown(passport, part.change()),
                        share(part.share()))));
        lines.addAll(table.lines());
        lines.add("判断：" + explained.reading().sentenceZh() + "（"
                + explained.reading().certainty().labelZh() + "）");
        explained.caveats().forEach(caveat -> lines.add("注意：" + caveat));
        return lines;
    }

    private static String shown(Passport passport, BigDecimal value) {
        BigDecimal rounded = passport.round(value);
        return rounded == null ? "" : rounded.toPlainString();
    }

    private static String share(@Nullable BigDecimal share) {
        BigDecimal rounded = Passport.roundChange(share);
        return rounded == null ? "—" : rounded.toPlainString();
    }
}
