package org.ipwarehouse.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.answer.SubmissionAnswer;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.Settings.Flow;
import org.ipwarehouse.app.wiring.Works;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole walk on the committed synthetic exports. */
@Command(
        name = "demo",
        description = {
            "演示：用随附的演示数据走完全流程，最后说明到哪里看结果。",
            "The whole walk on the synthetic exports that come along; ends by saying where to look."
        })
final class DemoCommand implements Callable<Integer> {
    /** The last month of the committed exports. */
    private static final YearMonth THROUGH = YearMonth.of(2026, 9);

    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {"结果目录，默认 ./out/demo", "where results go"})
    Path out = Path.of("out", "demo");

    DemoCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings =
                place.settings(desk, place.data == null ? out : place.data).withThrough(THROUGH);
        Path exports = settings.home().resolve("samples").resolve("exports");
        if (!Files.isDirectory(exports)) {
            throw AppErrors.noSuchFile(exports, "演示数据");
        }
        List<Path> files = Exports.at(List.of(exports));
        try (Stopping stopping = Stopping.onSignal();
                Works works = desk.rooms().open(settings, desk.clock().instant())) {
            Flows flows = new Flows(desk, settings, stopping);
            Flows.Outcome outcome = flows.noted(works, "ipw demo", Flow.RUN, () -> flows.all(works, files));
            say(settings, outcome);
            return 0;
        }
    }

    private void say(Settings settings, Flows.Outcome outcome) {
        desk.print(Desk.SYNTHETIC);
        desk.print(SubmissionAnswer.total(outcome.received()));
        desk.print(Flows.built(outcome.built()));
        desk.print("请看：");
        outcome.published().files().forEach(f -> desk.print("  " + f));
        desk.print("再试：");
        desk.print("  ./ipw figures --data " + settings.data() + " --period 2026Q3");
        desk.print("  ./ipw why XZ02 2026Q3 --data " + settings.data());
    }
}
