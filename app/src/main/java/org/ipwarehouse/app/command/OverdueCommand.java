package org.ipwarehouse.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.answer.TextTable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Deadline;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists items past their limit, or about to be, down to file, sheet and row. */
@Command(
        name = "overdue",
        description = {
            "逐件督办：已超期、将到期、缺起算日的事项，到单位、到案号、到来源行。截至最近一次构建的期末。",
            "Items overdue or soon overdue, or without a start, with owner and source row, as of the last build."
        })
final class OverdueCommand implements Callable<Integer> {
    private static final Map<String, String> STATES = Map.of(
            "overdue", "已超期",
            "soon", "将到期",
            "open", "在办",
            "done_late", "超期办结",
            "no_start", "缺起算日",
            "not_configured", "时限未录入",
            "unknown", "日历未录入");
    private static final Set<String> URGENT = Set.of("overdue", "soon", "no_start");

    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = {"只看这个单位", "this owner only"})
    @Nullable
    String unit;

    @Option(
            names = "--all",
            description = {"连同在办、超期办结、时限未录入的", "also open, closed late and not configured items"})
    boolean all;

    OverdueCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        String owner = unit == null ? null : new Wording(door).unit(unit);
        List<Deadline> chosen = door.deadlines().stream()
                .filter(item -> all || URGENT.contains(item.state()))
                .filter(item -> owner == null || item.owner().equals(owner))
                .toList();
        desk.answer(door, lines(chosen));
        return 0;
    }

    private static List<String> lines(List<Deadline> items) {
        List<String> lines = new ArrayList<>();
        lines.add("共 " + items.size() + " 件。");
        if (!items.isEmpty()) {
            TextTable table = new TextTable(List.of("状态", "事项", "编号", "责任单位", "起算", "届满", "超期日", "来源"));
            items.forEach(item -> table.row(List.of(
                    STATES.getOrDefault(item.state(), item.state()) + (item.isProvisional() ? "（暂定）" : ""),
                    item.titleZh(),
                    item.itemNo(),
                    item.owner(),
                    text(item.startedOn()),
                    text(item.dueOn()),
                    text(item.daysOver()),
                    item.file() + " " + item.sheet() + " 第" + item.row() + "行")));
            lines.addAll(table.lines());
        }
        return lines;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "—" : value.toString();
    }
}
