package org.ipwarehouse.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.answer.SubmissionAnswer;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.Settings.Flow;
import org.ipwarehouse.app.wiring.Works;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes exports in. */
@Command(
        name = "ingest",
        description = {
            "接收部门导出文件：识别、逐行检查、入库；不合格的行退回并说明原因。有文件被拒收时退出码为 3。",
            "Takes exports in: recognise, check each row, store; exit code 3 where a file was refused as a whole."
        })
final class IngestCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = {"文件或目录", "files or folders"})
    List<Path> paths = new ArrayList<>();

    @Option(
            names = "--json",
            description = {"每个文件一行 JSON", "one JSON object a line for each file"})
    boolean json;

    IngestCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        List<Path> files = Exports.at(paths.stream()
                .map(desk.workingFolder()::resolve)
                .map(Path::normalize)
                .toList());
        try (Stopping stopping = Stopping.onSignal();
                Works works = desk.rooms().open(settings, desk.clock().instant())) {
            Flows flows = new Flows(desk, settings, stopping);
            List<SubmissionRecord> records = flows.noted(
                    works,
                    "ipw ingest",
                    Flow.RECEIVE,
                    () -> works.receive(files, flows.line().files(files.size())));
            desk.print(json ? records.stream().map(SubmissionAnswer::json).toList() : SubmissionAnswer.table(records));
            return exitCode(records);
        }
    }

    static int exitCode(List<SubmissionRecord> records) {
        boolean refused = records.stream().anyMatch(r -> r.verdict() == SubmissionRecord.Verdict.REFUSED);
        return refused ? Fault.Category.DEPARTMENT.exitCode() : 0;
    }
}
