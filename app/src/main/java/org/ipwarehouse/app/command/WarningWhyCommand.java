package org.ipwarehouse.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.answer.WarningAnswer;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Walks a warning back to file, sheet and row. */
@Command(
        name = "why",
        description = {"一条预警的依据：规则，每一行所在的文件、工作表、行号，以及处置经过。", "What a warning rests on, and what happened to it."})
final class WarningWhyCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = {"预警编号", "number of the warning"})
    String id = "";

    @Option(
            names = "--json",
            description = {"一个 JSON 对象", "one JSON object"})
    boolean json;

    WarningWhyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        Warning warning = WarningsCommand.one(door, id);
        WarningAnswer answer = WarningsCommand.answer(door);
        desk.answer(door, json ? List.of(answer.json(warning)) : answer.whyLines(warning));
        return 0;
    }
}
