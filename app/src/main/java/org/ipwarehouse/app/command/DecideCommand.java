package org.ipwarehouse.app.command;

import java.util.concurrent.Callable;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.etl.standardise.PersonalData;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.WarningDesk;
import org.ipwarehouse.warehouse.api.WarningDesk.Decision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person decides on a warning. */
@Command
final class DecideCommand implements Callable<Integer> {
    private final Desk desk;
    private final Choice choice;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = {"预警编号", "number of the warning"})
    String id = "";

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            description = {"处置人", "who decides"})
    String by = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = {"理由；其中的个人信息会被掩盖", "why; personal data in it are masked"})
    String reason = "";

    /** What can be decided. */
    enum Choice {
        CONFIRM("确认一条预警属实。署名并说明，记入预警账，只增不改。", "Confirms a warning, by name and with a reason; added to its account."),
        DISMISS("排除一条预警：没有新的依据不再提出。署名并说明，记入预警账。", "Dismisses a warning; raised again only on new evidence."),
        CLOSE("办结一条预警：已处理完毕。署名并说明，记入预警账。", "Closes a warning that has been dealt with.");

        private final String zh;
        private final String en;

        Choice(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        String[] text() {
            return new String[] {zh, en};
        }
    }

    DecideCommand(Desk desk, Choice choice) {
        this.desk = desk;
        this.choice = choice;
    }

    @Override
    public Integer call() {
        if (by.isBlank() || reason.isBlank()) {
            throw AppErrors.usage("--by 和 --reason 不能为空。");
        }
        Settings settings = place.settings(desk);
        Decision decision = new Decision(
                by.strip(),
                PersonalData.maskFreeText(reason.strip()),
                desk.clock().instant());
        Warning warning =
                desk.rooms().decided(settings, desk.clock().instant(), warnings -> decide(warnings, decision));
        desk.print(warning.id() + " " + warning.ruleZh() + "：" + warning.state().labelZh() + "（" + by.strip() + "）");
        return 0;
    }

    private Warning decide(WarningDesk warnings, Decision decision) {
        return switch (choice) {
            case CONFIRM -> warnings.confirm(id, decision);
            case DISMISS -> warnings.dismiss(id, decision);
            case CLOSE -> warnings.close(id, decision);
        };
    }
}
