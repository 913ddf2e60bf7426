package org.ipwarehouse.app.command;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.answer.StatusAnswer;
import org.ipwarehouse.app.answer.StatusAnswer.Standing;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What came in, what is missing, what is stale, what ran. */
@Command(
        name = "status",
        description = {
            "现状：收到了什么、缺报什么、哪些须重算、最近运行的成败。",
            "What came in, what is missing, what is stale, what ran and what failed."
        })
final class StatusCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--json",
            description = {"一个 JSON 对象", "one JSON object"})
    boolean json;

    StatusCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Standing standing = standing(place.settings(desk));
        if (json) {
            desk.print(StatusAnswer.json(standing));
        } else {
            desk.print(StatusAnswer.text(standing));
        }
        return 0;
    }

    private Standing standing(Settings settings) {
        Instant now = desk.clock().instant();
        Warehouse door = desk.rooms().door(settings, now);
        List<SourceProfile> sources = desk.rooms().sources(settings);
        YearMonth through = through(settings, door, now);
        boolean stale = desk.rooms().isStale(settings, new BuildRequest(sources, settings.firstMonth(), through, now));
        return new Standing(
                settings,
                through,
                door.builtAt(),
                stale,
                door.holdsSyntheticData(),
                door.submissions(),
                door.unfinished(),
                door.expectedReports(Period.toDate(through)),
                desk.rooms().runs(settings));
    }

    /** What was built stands; the settings speak only where nothing was. */
    private static YearMonth through(Settings settings, Warehouse door, Instant now) {
        Optional<YearMonth> built = door.periods().stream().map(Period::last).max(YearMonth::compareTo);
        return settings.fixedThrough() != null ? settings.through(now) : built.orElse(settings.through(now));
    }
}
