package org.ipwarehouse.app.wiring;

import java.time.InstantSource;
import javax.sql.DataSource;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.jobs.BatchRunner;
import org.ipwarehouse.app.jobs.BuildWarehouse;
import org.ipwarehouse.etl.check.ContractJudges;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.contract.ReasonCodes;
import org.ipwarehouse.etl.feedback.Wording;
import org.ipwarehouse.etl.jobs.ReceiveSetup;
import org.ipwarehouse.etl.jobs.ReceiveSubmissions;
import org.ipwarehouse.etl.read.SheetRules;
import org.ipwarehouse.etl.receive.ArchiveLimits;
import org.ipwarehouse.reports.jobs.Publish;
import org.ipwarehouse.warehouse.Warehouses;
import org.ipwarehouse.warehouse.api.Intake;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Refinery;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.transaction.PlatformTransactionManager;

/** The jobs and the rooms they call; each is made when it is first asked for. */
@Configuration(proxyBeanMethods = false)
@Lazy
public class WorksConfiguration {

    @Bean
    Intake intake(LakeSettings lake) {
        return Warehouses.intake(lake);
    }

    /** A new door at each asking: what one job wrote, the next must see. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    Warehouse door(LakeSettings lake) {
        return Warehouses.door(lake);
    }

    @Bean
    Refinery refinery(LakeSettings lake) {
        return Warehouses.refinery(lake);
    }

    /** New at each asking: amounts are compared with what the last build found. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    ReceiveSubmissions receiveSubmissions(
            Settings settings, LakeSettings lake, Contracts contracts, Intake intake, DataSource store) {
        Secrets secrets = Secrets.of(settings);
        CodeLists codes = contracts.codeLists();
        return new ReceiveSubmissions(new ReceiveSetup(
                settings.data(),
                contracts.all(),
                new ContractJudges(codes, secrets.rows(), StoredAmounts.of(Warehouses.door(lake))),
                intake,
                Warehouses.quarantine(lake),
                store,
                InstantSource.fixed(lake.now()),
                code -> codes.reasons()
                        .find(code)
                        .map(ReasonCodes.Reason::title)
                        .orElse(code),
                secrets.seal(),
                SheetRules.load(settings.home()),
                ArchiveLimits.load(settings.home()),
                Wording.of(codes)));
    }

    @Bean
    BatchRunner batchRunner(JobRepository repository, JobOperator operator) {
        return new BatchRunner(repository, operator);
    }

    @Bean
    BuildWarehouse buildWarehouse(
            JobRepository repository, PlatformTransactionManager transactions, BatchRunner runner, Refinery refinery) {
        return new BuildWarehouse(repository, transactions, runner, refinery);
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    Publish publish(Settings settings, Warehouse door, JobRepository repository, JobOperator operator) {
        return new Publish(settings.home(), door, repository, operator);
    }
}
