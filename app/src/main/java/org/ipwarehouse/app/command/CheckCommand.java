package org.ipwarehouse.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads every file that analysts write, and says what is wrong with it. */
@Command(
        name = "check",
        description = {
            "检查分析人员写的文件：设置、合同、指标口径、看板、公报；有误则说明文件和行号。",
            "Checks settings, contracts, passports, dashboards; names file and line."
        })
final class CheckCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    CheckCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        List<String> complaints = desk.rooms().check(settings, desk.clock().instant());
        if (complaints.isEmpty()) {
            desk.print("合同、口径、看板、公报、披露控制、发布关口、设置：未发现问题。");
            return 0;
        }
        complaints.forEach(desk::note);
        desk.note("共 " + complaints.size() + " 处问题。");
        return Fault.Category.OPERATOR.exitCode();
    }
}
