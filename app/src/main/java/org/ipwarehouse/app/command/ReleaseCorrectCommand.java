package org.ipwarehouse.app.command;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.reports.release.Editions;
import org.ipwarehouse.warehouse.api.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts the edition that is to take the place of a signed one. */
@Command(
        name = "correct",
        description = {"更正：编制更正版；签发后原版标为已更正，并附更正公告。", "Drafts a corrected edition of a signed one."})
final class ReleaseCorrectCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "RELEASE",
            description = {"已签发的版次", "signed edition"})
    String id = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            required = true,
            description = {"编制人", "who writes"})
    String by = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = {"更正原因，写进公告", "why; goes into the notice"})
    String reason = "";

    ReleaseCorrectCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Instant now = desk.clock().instant();
        Release signed = Edition.known(desk.read(settings), id);
        Editions.Writing writing = new Editions.Writing(signed.series(), signed.period(), id, null, Edition.software());
        return Edition.drafted(desk, settings, writing, Edition.person(by, reason, now));
    }
}
