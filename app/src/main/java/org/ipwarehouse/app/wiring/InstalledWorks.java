package org.ipwarehouse.app.wiring;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.jobs.BuildWarehouse;
import org.ipwarehouse.app.schedule.RunLedger;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.jobs.ReceiveSubmissions;
import org.ipwarehouse.reports.jobs.Publish;
import org.ipwarehouse.reports.jobs.PublishRequest;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Refinery.BuildOutcome;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The three jobs out of one Spring context; closing it releases the run lock. */
final class InstalledWorks implements Works {
    private final RunLock lock;
    private final AnnotationConfigApplicationContext context;
    private final Settings settings;
    private final LakeSettings lake;

    private InstalledWorks(
            RunLock lock, AnnotationConfigApplicationContext context, Settings settings, LakeSettings lake) {
        this.lock = lock;
        this.context = context;
        this.settings = settings;
        this.lake = lake;
    }

    static InstalledWorks open(Settings settings, LakeSettings lake, Contracts contracts) {
        RunLock lock = RunLock.take(settings.data());
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        try {
            context.registerBean(Settings.class, () -> settings);
            context.registerBean(LakeSettings.class, () -> lake);
            context.registerBean(Contracts.class, () -> contracts);
            context.register(JobStoreConfiguration.class, WorksConfiguration.class);
            context.refresh();
            return new InstalledWorks(lock, context, settings, lake);
        } catch (RuntimeException refused) {
            context.close();
            lock.close();
            throw Causes.fault(refused);
        }
    }

    @Override
    public List<SubmissionRecord> receive(List<Path> files, Consumer<SubmissionRecord> progress) {
        return files.isEmpty() ? List.of() : bean(ReceiveSubmissions.class).run(files, progress);
    }

    @Override
    public BuildOutcome build(Consumer<String> progress) {
        BuildRequest request =
                new BuildRequest(lake.sources(), settings.firstMonth(), settings.through(lake.now()), lake.now());
        return bean(BuildWarehouse.class).run(request, progress);
    }

    @Override
    public Published publish(Parts parts, Optional<Period> bulletin, Consumer<String> progress) {
        Warehouse door = bean(Warehouse.class);
        Instant built = door.builtAt().orElseThrow(() -> AppErrors.notBuilt(settings.lake()));
        Period quarter = bulletin.orElseGet(() -> lastQuarter(door));
        // the day of the figures, not of the printing: the same figures make the same edition tomorrow
        LocalDate edition = LocalDate.ofInstant(built, Settings.ZONE);
        PublishRequest all = PublishRequest.all(settings.data(), quarter, edition, lake.now(), built.toString());
        PublishRequest request = parts == Parts.ALL ? all : all.only(PublishRequest.Part.BULLETIN);
        Publish.Published published = bean(Publish.class).run(request, progress);
        return new Published(published.files(), published.skipped());
    }

    private Period lastQuarter(Warehouse door) {
        return door.periods().stream()
                .filter(p -> p.kind() == Period.Kind.QUARTER)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> AppErrors.noQuarter(settings.firstMonth(), settings.through(lake.now())));
    }

    @Override
    public RunLedger ledger() {
        return new RunLedger(bean(DataSource.class));
    }

    private <T> T bean(Class<T> type) {
        try {
            return context.getBean(type);
        } catch (RuntimeException refused) {
            throw Causes.fault(refused);
        }
    }

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            lock.close();
        }
    }
}
