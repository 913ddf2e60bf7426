package org.ipwarehouse.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.schedule.Run;
import org.ipwarehouse.app.schedule.RunLedger;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.reports.release.Editions;
import org.ipwarehouse.samples.SampleGenerator;
import org.ipwarehouse.samples.SampleRequest;
import org.ipwarehouse.warehouse.Warehouses;
import org.ipwarehouse.warehouse.api.AnalystSql;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Linkage;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.WarningDesk;

/** The rooms of this installation. */
public final class InstalledRooms implements Rooms {

    @Override
    public List<SourceProfile> sources(Settings settings) {
        return profiles(Contracts.load(settings.home()));
    }

    @Override
    public Warehouse door(Settings settings, Instant now) {
        return Warehouses.door(lake(settings, now, sources(settings)));
    }

    @Override
    public boolean isStale(Settings settings, BuildRequest request) {
        return Warehouses.refinery(lake(settings, request.now(), request.sources()))
                .isStale(request);
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
        Contracts contracts = Contracts.load(settings.home());
        return InstalledWorks.open(settings, lake(settings, now, profiles(contracts)), contracts);
    }

    @Override
    public Linkage linkage(Settings settings, Instant now) {
        return Warehouses.linkage(lake(settings, now, sources(settings)));
    }

    @Override
    public AnalystSql sql(Settings settings, Instant now) {
        return Warehouses.analystSql(lake(settings, now, sources(settings)));
    }

    @Override
    public Warning decided(Settings settings, Instant now, Function<WarningDesk, Warning> decision) {
        try (RunLock lock = RunLock.take(settings.data())) {
            return decision.apply(Warehouses.warningDesk(lake(settings, now, sources(settings))));
        }
    }

    @Override
    public <T> T edited(Settings settings, Instant now, Function<Editions, T> work) {
        try (RunLock lock = RunLock.take(settings.data())) {
            LakeSettings lake = lake(settings, now, sources(settings));
            return work.apply(new Editions(
                    settings.home(), settings.data(), Warehouses.door(lake), Warehouses.releaseDesk(lake)));
        }
    }

    @Override
    public Vault vault(Settings settings, Instant now) {
        return new InstalledVault(settings, lake(settings, now, sources(settings)));
    }

    @Override
    public List<String> check(Settings settings, Instant now) {
        return new HomeCheck(settings, now).complaints();
    }

    @Override
    public void sample(Settings settings, SampleOrder order, Consumer<String> progress) {
        SampleRequest request = SampleRequest.of(settings.home(), order.folder(), order.rows(), order.seed())
                .withDefectRate(BigDecimal.valueOf(order.defects()))
                .withFormat(order.format())
                .withSources(order.sources())
                .withLayout(order.layout());
        new SampleGenerator()
                .generate(
                        request,
                        (file, done, total) ->
                                progress.accept("[" + 100 * done / total + "%] " + done + "/" + total + " 行：" + file));
    }

    private static List<SourceProfile> profiles(Contracts contracts) {
        return contracts.all().stream().map(Contract::profile).toList();
    }

    private static LakeSettings lake(Settings settings, Instant now, List<SourceProfile> sources) {
        return new LakeSettings(
                settings.home(),
                settings.lake(),
                settings.privacy().restricted(),
                settings.data().resolve("work"),
                settings.district(),
                sources,
                LakeSettings.IN_PROCESS_BYTES,
                // tables keep microseconds: a time that is finer would not equal itself when read back
                now.truncatedTo(ChronoUnit.MILLIS));
    }
}
