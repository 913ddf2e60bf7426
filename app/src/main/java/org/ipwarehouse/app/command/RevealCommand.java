package org.ipwarehouse.app.command;

import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the personal values of one row to whoever can read the key, and notes that it did. */
@Command(
        name = "reveal",
        description = {
            "显示一行的个人信息原值；先记入审计日志（谁、何时、哪一行、为何），日志不含所显示的值。",
            "Shows the personal values of one row, after noting who, when, which row and why in the audit log."
        })
final class RevealCommand implements Callable<Integer> {
    private static final int SHORTEST_PREFIX = 8;

    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "SUBMISSION",
            description = {"文件指纹（SHA-256）或其前 8 位以上", "SHA-256 of the file, or at least its first 8 digits"})
    String submission = "";

    @Parameters(
            index = "1",
            paramLabel = "SHEET",
            description = {"工作表名；文本文件写 -", "sheet; - for a text file"})
    String sheet = "";

    @Parameters(
            index = "2",
            paramLabel = "ROW",
            description = {"行号，从 1 数起", "number of the row, counted from 1"})
    long row;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = {"查看的理由，记入审计日志", "why, for the audit log"})
    String reason = "";

    RevealCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw AppErrors.usage("--reason 须写明查看的理由。");
        }
        Settings settings = place.settings(desk);
        String sha256 = sha256(settings);
        Origin origin = new Origin(sheet.equals("-") ? "" : sheet, row);
        SortedMap<String, String> values =
                desk.rooms().vault(settings, desk.clock().instant()).reveal(sha256, origin);
        // noted before anything is shown: what cannot be noted is not shown
        new AuditLog(settings.logs()).revealed(desk.clock().instant(), sha256, origin, reason, values.keySet());
        values.forEach((name, value) -> desk.print(name + "\t" + value));
        return 0;
    }

    private String sha256(Settings settings) {
        List<String> found = desk.rooms().door(settings, desk.clock().instant()).submissions().stream()
                .map(SubmissionRecord::submission)
                .map(s -> s.sha256())
                .filter(s -> submission.length() >= SHORTEST_PREFIX && s.startsWith(submission))
                .distinct()
                .toList();
        if (found.size() != 1) {
            throw AppErrors.unknown("报送文件", submission, List.of());
        }
        return found.get(0);
    }
}
