package org.ipwarehouse.app.wiring;

import org.ipwarehouse.app.jobs.BatchRunner;
import org.ipwarehouse.app.jobs.BuildWarehouse;
import org.ipwarehouse.warehouse.Warehouses;
import org.ipwarehouse.warehouse.api.Intake;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Refinery;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.PlatformTransactionManager;

/** The jobs and the rooms they call; each is made when it is first asked for. */
@Configuration(proxyBeanMethods = false)
@Lazy
public class WorksConfiguration {

    @Bean
    Intake intake(LakeSettings lake) {
        return Warehouses.intake(lake);
    }

    @Bean
    Warehouse door(LakeSettings lake) {
        return Warehouses.door(lake);
    }

    @Bean
    Refinery refinery(LakeSettings lake) {
        return Warehouses.refinery(lake);
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
}
