package org.ipwarehouse.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.Settings.Flow;
import org.ipwarehouse.app.wiring.Works;
import org.ipwarehouse.app.wiring.Works.Parts;
import org.ipwarehouse.app.wiring.Works.Published;
import org.ipwarehouse.warehouse.api.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the bulletin of one quarter. */
@Command(
        name = "bulletin",
        description = {"生成某一季度的统计快报（DOCX 和 PDF）。", "Makes the statistical bulletin of a quarter (DOCX and PDF)."})
final class BulletinCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--period",
            paramLabel = "QUARTER",
            required = true,
            description = {"季度，如 2026Q3", "quarter"})
    String period = "";

    BulletinCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Period quarter = new Wording(desk.read(settings)).period(period);
        if (quarter.kind() != Period.Kind.QUARTER) {
            throw org.ipwarehouse.app.AppErrors.usage("快报按季度编制，'" + period + "' 不是季度；如 2026Q3。");
        }
        try (Stopping stopping = Stopping.onSignal();
                Works works = desk.rooms().open(settings, desk.clock().instant())) {
            Flows flows = new Flows(desk, settings, stopping);
            Published published = flows.noted(
                    works,
                    "ipw bulletin",
                    Flow.PUBLISH,
                    () -> works.publish(
                            Parts.BULLETIN, Optional.of(quarter), flows.line().steps("快报")));
            published.files().forEach(f -> desk.print(f.toString()));
            return 0;
        }
    }
}
