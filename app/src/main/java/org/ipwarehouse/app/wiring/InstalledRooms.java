package org.ipwarehouse.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.schedule.Run;
import org.ipwarehouse.app.schedule.RunLedger;
import org.ipwarehouse.warehouse.Warehouses;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.Warehouse;

/** The rooms of this installation. */
public final class InstalledRooms implements Rooms {

    @Override
    public List<SourceProfile> sources(Settings settings) {
        return List.of();
    }

    @Override
    public Warehouse door(Settings settings, Instant now) {
        return Warehouses.door(lake(settings, now));
    }

    @Override
    public boolean isStale(Settings settings, BuildRequest request) {
        return Warehouses.refinery(lake(settings, request.now())).isStale(request);
    }

    @Override
    public List<Run> runs(Settings settings) {
        boolean everRan = settings.jobs().isShared() || Files.isDirectory(settings.jobsFolder());
        if (!everRan) {
            return List.of();
        }
        try (HikariDataSource store = JobStoreConfiguration.open(settings)) {
            return new RunLedger(store).newest();
        }
    }

    @Override
    public Works open(Settings settings, Instant now) {
        return InstalledWorks.open(settings, lake(settings, now));
    }

    @Override
    public List<String> check(Settings settings) {
        return List.of();
    }

    @Override
    public void sample(Settings settings, SampleOrder order, Consumer<String> progress) {
        throw new UnsupportedOperationException();
    }

    private LakeSettings lake(Settings settings, Instant now) {
        return new LakeSettings(
                settings.home(),
                settings.lake(),
                settings.data().resolve("work"),
                settings.district(),
                sources(settings),
                LakeSettings.IN_PROCESS_BYTES,
                now);
    }
}
