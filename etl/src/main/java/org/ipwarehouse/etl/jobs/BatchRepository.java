package org.ipwarehouse.etl.jobs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.ipwarehouse.etl.EtlErrors;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Spring Batch's job repository in H2 or PostgreSQL; its tables are made where they are missing. */
final class BatchRepository {
    private final JobRepository jobs;
    private final JobOperator operator;

    private BatchRepository(JobRepository jobs, JobOperator operator) {
        this.jobs = jobs;
        this.operator = operator;
    }

    static BatchRepository open(DataSource database) {
        try {
            tables(database);
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(database);
            factory.setTransactionManager(new JdbcTransactionManager(database));
            factory.afterPropertiesSet();
            JobRepository jobs = Objects.requireNonNull(factory.getObject());
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(jobs);
            operator.setJobRegistry(new MapJobRegistry());
            operator.setTaskExecutor(new SyncTaskExecutor());
            operator.afterPropertiesSet();
            return new BatchRepository(jobs, operator);
        } catch (Exception e) {
            throw EtlErrors.repositoryUnusable(e);
        }
    }

    JobRepository jobs() {
        return jobs;
    }

    JobOperator operator() {
        return operator;
    }

    /** Call only while holding the job's lock: whatever still seems to run is dead. */
    void recoverDead(String job) {
        new DeadRuns(jobs, operator).clear(job);
    }

    private static void tables(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (hasTables(connection)) {
                return;
            }
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            String script = "org/springframework/batch/core/schema-" + product + ".sql";
            DatabasePopulatorUtils.execute(new ResourceDatabasePopulator(new ClassPathResource(script)), database);
        }
    }

    /** Databases differ in the case of names. */
    private static boolean hasTables(Connection connection) throws SQLException {
        for (String name : new String[] {"BATCH_JOB_INSTANCE", "batch_job_instance"}) {
            try (ResultSet tables = connection.getMetaData().getTables(null, null, name, null)) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
