package org.ipwarehouse.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.answer.TextTable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Doubt;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the figures of a period that cannot be trusted wholly. */
@Command(
        name = "trust",
        description = {"哪些数不能用、为什么，最严重的在前。", "Which figures of a period cannot be trusted, and why; the gravest first."
        })
final class TrustCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "PERIOD",
            description = {"时期，如 2026Q3", "period"})
    String period = "";

    TrustCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        Period asked = new Wording(door).period(period);
        List<Doubt> doubts = door.doubts(asked);
        List<String> lines = new ArrayList<>();
        lines.add(asked.labelZh() + "：" + (doubts.isEmpty() ? "各指标的数都可用。" : doubts.size() + " 个指标的数不能照用。"));
        if (!doubts.isEmpty()) {
            TextTable table = new TextTable(List.of("指标", "名称", "可用程度", "原因"));
            doubts.forEach(doubt -> table.row(List.of(
                    doubt.indicator().code(),
                    doubt.nameZh(),
                    doubt.gravity().labelZh(),
                    String.join("；", doubt.reasonsZh()))));
            lines.addAll(table.lines());
        }
        desk.answer(door, lines);
        return 0;
    }
}
