package org.ipwarehouse.app.command;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.reports.release.Editions;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.ReleaseDesk.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One step of an edition. */
@Command
final class ReleaseStepCommand implements Callable<Integer> {
    private final Desk desk;
    private final Deed deed;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "RELEASE",
            description = {"版次，如 quarterly-2026Q3-1", "edition"})
    String id = "";

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "",
            description = {"操作人（publish、verify 不需要）", "who does it"})
    String by = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = {"说明；撤回必须写", "why; a withdrawal needs it"})
    String reason = "";

    /** What can be done with an edition. */
    enum Deed {
        REVIEW("审核：过发布关口；审核人不能是编制人。", "Reviews; not by the writer."),
        SIGN("签发：冻结，核对文件；没有保密期的同时发布。", "Signs, and publishes where there is no embargo."),
        PUBLISH("发布：保密期过后把已签发的版次放到公开目录。", "Publishes a signed edition after its embargo."),
        WITHDRAW("撤回：从公开目录撤下，留撤回公告。", "Withdraws and leaves a notice."),
        DROP("作废：放弃未签发的稿子。", "Gives up a draft."),
        VERIFY("核验：文件、数字与登记的一致，并能重新生成。", "Verifies files and figures, and makes the documents again.");

        private final String zh;
        private final String en;

        Deed(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        String[] text() {
            return new String[] {zh, en};
        }
    }

    ReleaseStepCommand(Desk desk, Deed deed) {
        this.desk = desk;
        this.deed = deed;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Instant now = desk.clock().instant();
        return desk.rooms().edited(settings, now, editions -> switch (deed) {
            case REVIEW -> done(Edition.line(editions.review(id, person(now))));
            case SIGN -> done(Edition.line(editions.sign(id, person(now))));
            case PUBLISH -> done(editions.publish(id, now).toString());
            case WITHDRAW -> done(Edition.line(editions.withdraw(id, person(now))));
            case DROP -> done(Edition.line(editions.drop(id, person(now))));
            case VERIFY -> verified(editions);
        });
    }

    private Person person(Instant now) {
        return Edition.person(by, reason, now);
    }

    private int done(String line) {
        desk.print(line);
        return 0;
    }

    private int verified(Editions editions) {
        List<String> wrong = editions.verify(id, Edition.software());
        if (wrong.isEmpty()) {
            return done(id + "：文件与数字同登记的一致，重新生成的逐字节相同。");
        }
        wrong.forEach(line -> desk.note(id + "：" + line));
        return Fault.Category.OPERATOR.exitCode();
    }
}
