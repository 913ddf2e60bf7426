package org.ipwarehouse.app.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.answer.TextTable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.GiBook;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds the three books of geographical signs against the harvest. */
@Command(
        name = "balance",
        description = {
            "地理标志三本账（发标折合、带合格证、自报销售）对产量区间；规格或产量不明的不可算，不填默认。",
            "Labels, certificates and sales of geographical signs against the interval of the harvest."
        })
final class BalanceCommand implements Callable<Integer> {
    private static final Set<String> TO_LOOK_AT = Set.of("待核", "预警", "红");

    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--season",
            paramLabel = "YEAR",
            description = {"只看这一产季，如 2025", "this season only"})
    @Nullable
    Integer season;

    @Option(
            names = "--all",
            description = {"连同正常和不可算的", "also what is in order or cannot be computed"})
    boolean all;

    BalanceCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        List<GiBook> asked = door.giBooks().stream()
                .filter(book -> season == null || book.season().equals(season + "产季"))
                .toList();
        desk.answer(door, lines(asked));
        return 0;
    }

    private List<String> lines(List<GiBook> asked) {
        List<GiBook> shown = asked.stream()
                .filter(book -> all || book.isWhole() || TO_LOOK_AT.contains(book.level()))
                .toList();
        List<String> lines = new ArrayList<>();
        TextTable table = new TextTable(List.of("产季", "地理标志", "主体", "账", "吨", "产量", "比值", "级别", "来源"));
        shown.forEach(book -> table.row(List.of(
                book.season() + (book.isFinished() ? "" : "（未完）"),
                book.giName(),
                book.isWhole() ? "全体" : book.partyName().isEmpty() ? book.partyKey() : book.partyName(),
                book.kind().labelZh(),
                shown(book.quantityT()),
                interval(book.harvestLowT(), book.harvestHighT()) + (book.isQuota() ? "（核定）" : ""),
                interval(book.ratioLow(), book.ratioHigh()),
                book.level() + (book.reasonZh().isEmpty() ? "" : "（" + book.reasonZh() + "）"),
                book.file() + " " + book.sheet() + " 第" + book.row() + "行")));
        lines.addAll(table.lines());
        long unknown = asked.stream().filter(book -> book.level().equals("不可算")).count();
        lines.add("共 " + asked.size() + " 本账，列出 " + shown.size() + " 本；不可算 " + unknown + " 本。");
        return lines;
    }

    private static String interval(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        String from = shown(low);
        String to = shown(high);
        return from.equals(to) ? from : from + "—" + to;
    }

    private static String shown(@Nullable BigDecimal number) {
        return number == null ? "…" : number.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
