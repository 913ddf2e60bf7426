package org.ipwarehouse.app.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.answer.TextTable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Deterrence;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what penalties and judgments weigh. */
@Command(
        name = "deterrence",
        description = {
            "威慑力：罚没÷案值、判赔÷诉请、惩罚性赔偿、处罚后再犯，逐季；系列案折算为一件，小样本标明。",
            "What penalties and judgments weigh, quarter by quarter; series of cases folded into one."
        })
final class DeterrenceCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    DeterrenceCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        desk.answer(door, lines(door.deterrence()));
        return 0;
    }

    private static List<String> lines(List<Deterrence> quarters) {
        List<String> lines = new ArrayList<>();
        TextTable table = new TextTable(
                List.of("季度", "处罚", "罚没(万元)", "罚没÷案值", "判决", "判赔÷诉请%", "惩罚性赔偿", "受罚主体", "再犯", "再犯率%", "提示"));
        quarters.forEach(q -> table.row(List.of(
                q.quarter().toString(),
                q.penalties() + "件",
                shown(q.finedYuan().movePointLeft(4), 2),
                shown(q.finedToValue(), 2) + "（" + q.valuedPenalties() + "件）",
                q.judgedCases() + "件折" + q.judgedSeries() + "件",
                shown(q.awardPercent(), 1) + (q.isSmallAwardSample() ? "（小样本）" : ""),
                q.punitiveSeries() + "件",
                q.punishedParties() + "户",
                q.partiesAgain() == null ? "未满期" : q.partiesAgain() + "户",
                shown(q.reoffencePercent(), 1) + (q.isSmallPartySample() ? "（小样本）" : ""),
                q.isWeakening() ? "再犯升而罚没轻" : "")));
        lines.addAll(table.lines());
        lines.add("注：“件折件”是系列案折算；没有写明案值、诉请或判赔的不在比值之内；观察期未满的季度没有再犯率，不是零。");
        return lines;
    }

    private static String shown(@Nullable BigDecimal number, int decimals) {
        return number == null
                ? "—"
                : number.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
