package org.ipwarehouse.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All editions, the newest first. */
@Command(
        name = "list",
        description = {"列出所有版次，新的在前。", "Lists all editions, newest first."})
final class ReleaseListCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    ReleaseListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        List<Release> releases =
                desk.rooms().door(settings, desk.clock().instant()).releases();
        desk.print(
                releases.isEmpty()
                        ? List.of("还没有编制过公报版次。")
                        : releases.stream().map(Edition::line).toList());
        return 0;
    }
}
