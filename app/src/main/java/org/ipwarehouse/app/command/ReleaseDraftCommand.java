package org.ipwarehouse.app.command;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.reports.bulletin.BulletinComposer;
import org.ipwarehouse.reports.release.Editions;
import org.ipwarehouse.warehouse.api.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Freezes the public figures and makes the documents of a new edition. */
@Command(
        name = "draft",
        description = {"编制：冻结经过披露控制的数字，生成公报文件。", "Freezes the public figures and makes the documents."})
final class ReleaseDraftCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            required = true,
            description = {"期间，如 2026Q3、2026-09、2026", "period"})
    String period = "";

    @Option(
            names = "--series",
            paramLabel = "NAME",
            defaultValue = "",
            description = {"公报系列；默认按期间的长短取：月、季、年", "series; by the length of the period"})
    String series = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            required = true,
            description = {"编制人", "who writes"})
    String by = "";

    @Option(
            names = "--embargo",
            paramLabel = "TIME",
            defaultValue = "",
            description = {"保密至（北京时间），如 2026-10-20T09:00", "embargo until"})
    String embargo = "";

    ReleaseDraftCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Instant now = desk.clock().instant();
        Period of = new Wording(desk.read(settings)).period(period);
        String chosen = series.isEmpty()
                ? BulletinComposer.appearing(settings.home(), of).name()
                : series;
        Editions.Writing writing = new Editions.Writing(chosen, of, null, Edition.moment(embargo), Edition.software());
        return Edition.drafted(desk, settings, writing, Edition.person(by, "", now));
    }
}
