package org.ipwarehouse.app.command;

import java.util.concurrent.Callable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.Settings.Flow;
import org.ipwarehouse.app.wiring.Works;
import org.ipwarehouse.app.wiring.Works.Published;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the pages and the bulletin of the last quarter. */
@Command(
        name = "publish",
        description = {"发布：由指标生成看板页面和最近一季的公报。", "Makes the dashboard pages and the last quarter's bulletin."})
final class PublishCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    PublishCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        try (Stopping stopping = Stopping.onSignal();
                Works works = desk.rooms().open(settings, desk.clock().instant())) {
            Flows flows = new Flows(desk, settings, stopping);
            Published published = flows.noted(works, "ipw publish", Flow.PUBLISH, () -> flows.publish(works));
            desk.note(Flows.published(published));
            published.files().forEach(f -> desk.print(f.toString()));
            return 0;
        }
    }
}
