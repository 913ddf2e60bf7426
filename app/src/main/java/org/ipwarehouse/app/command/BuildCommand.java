package org.ipwarehouse.app.command;

import java.util.concurrent.Callable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.Settings.Flow;
import org.ipwarehouse.app.wiring.Works;
import org.ipwarehouse.warehouse.api.Refinery.BuildOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes figures of what is held. */
@Command(
        name = "build",
        description = {
            "建库：由已接收的数据生成事实表和指标；无变化则不重算。",
            "Makes facts and indicators of what came in; does nothing where nothing changed."
        })
final class BuildCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    BuildCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        try (Stopping stopping = Stopping.onSignal();
                Works works = desk.rooms().open(settings, desk.clock().instant())) {
            Flows flows = new Flows(desk, settings, stopping);
            BuildOutcome outcome = flows.noted(works, "ipw build", Flow.BUILD, () -> flows.build(works));
            outcome.tables().forEach(t -> desk.print(t.table() + "：" + t.rows() + " 行"));
            desk.print(Flows.built(outcome) + "（" + settings.firstMonth() + " 至 "
                    + settings.through(desk.clock().instant()) + "）");
            return 0;
        }
    }
}
