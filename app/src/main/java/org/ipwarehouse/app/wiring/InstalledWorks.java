package org.ipwarehouse.app.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.jobs.BuildWarehouse;
import org.ipwarehouse.app.schedule.RunLedger;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Refinery.BuildOutcome;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
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

    static InstalledWorks open(Settings settings, LakeSettings lake) {
        RunLock lock = RunLock.take(settings.data());
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        try {
            context.registerBean(Settings.class, () -> settings);
            context.registerBean(LakeSettings.class, () -> lake);
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
        throw new UnsupportedOperationException();
    }

    @Override
    public BuildOutcome build(Consumer<String> progress) {
        BuildRequest request =
                new BuildRequest(lake.sources(), settings.firstMonth(), settings.through(lake.now()), lake.now());
        return context.getBean(BuildWarehouse.class).run(request, progress);
    }

    @Override
    public Published publish(Parts parts, Optional<Period> bulletin, Consumer<String> progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunLedger ledger() {
        return new RunLedger(context.getBean(DataSource.class));
    }

    @Override
    public void close() {
        context.close();
        lock.close();
    }
}
