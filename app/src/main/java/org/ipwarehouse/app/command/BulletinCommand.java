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
        description = {
            "生成某一期的统计公报：季度、年度公报和月度简报，DOCX、PDF、HTML 和数据附表。内部使用；对外用 ipw release。",
            "Makes the bulletin of a period, for inside use; ipw release makes public editions."
        })
final class BulletinCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            required = true,
            description = {"期间：月、季、年各有一种公报，如 2026-09、2026Q3、2026", "month, quarter or year"})
    String period = "";

    BulletinCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Period of = new Wording(desk.read(settings)).period(period);
        try (Stopping stopping = Stopping.onSignal();
                Works works = desk.rooms().open(settings, desk.clock().instant())) {
            Flows flows = new Flows(desk, settings, stopping);
            Published published = flows.noted(
                    works,
                    "ipw bulletin",
                    Flow.PUBLISH,
                    () -> works.publish(
                            Parts.BULLETIN, Optional.of(of), flows.line().steps("公报")));
            published.files().forEach(f -> desk.print(f.toString()));
            return 0;
        }
    }
}
