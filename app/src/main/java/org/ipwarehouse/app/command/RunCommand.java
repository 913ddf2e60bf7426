package org.ipwarehouse.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.answer.SubmissionAnswer;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.Settings.Flow;
import org.ipwarehouse.app.wiring.Works;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Receive, build and publish in one go. */
@Command(
        name = "run",
        description = {
            "全流程：接收（给出的路径，或全部收件箱）、建库、发布。中断后再运行即继续。",
            "All three: receive (the paths given, or all inboxes), build, publish. Run it again to resume."
        })
final class RunCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = {"文件或目录；不写则读收件箱", "files or folders; the inboxes by default"})
    List<Path> paths = new ArrayList<>();

    RunCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        List<Path> files = paths.isEmpty()
                ? Flows.inbox(settings, List.of())
                : Exports.at(paths.stream()
                        .map(desk.workingFolder()::resolve)
                        .map(Path::normalize)
                        .toList());
        try (Stopping stopping = Stopping.onSignal();
                Works works = desk.rooms().open(settings, desk.clock().instant())) {
            Flows flows = new Flows(desk, settings, stopping);
            Flows.Outcome outcome = flows.noted(works, "ipw run", Flow.RUN, () -> flows.all(works, files));
            desk.print(SubmissionAnswer.table(outcome.received()));
            desk.print(Flows.built(outcome.built()));
            desk.print(Flows.published(outcome.published()));
            outcome.published().files().forEach(f -> desk.print(f.toString()));
            return IngestCommand.exitCode(outcome.received());
        }
    }
}
