package org.ipwarehouse.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.Settings.JobStore;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job repository: a file of H2 in the installation's data folder, or a PostgreSQL that {@code ipw.yaml} names. Its
 * tables are made on first use.
 */
@Configuration(proxyBeanMethods = false)
public class JobStoreConfiguration {

    /** The pool; H2 serves a second process (ipw status) through the first one, on the loopback only. */
    @Bean(destroyMethod = "close")
    DataSource jobStore(Settings settings) {
        return open(settings);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource jobStore) {
        return new JdbcTransactionManager(jobStore);
    }

    @Bean
    JobRepository jobRepository(DataSource jobStore, PlatformTransactionManager transactionManager) throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(jobStore);
        factory.setTransactionManager(transactionManager);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    @Bean
    JobOperator jobOperator(JobRepository jobRepository, PlatformTransactionManager transactionManager)
            throws Exception {
        JobOperatorFactoryBean factory = new JobOperatorFactoryBean();
        factory.setJobRepository(jobRepository);
        factory.setJobRegistry(new MapJobRegistry());
        factory.setTaskExecutor(new SyncTaskExecutor());
        factory.setTransactionManager(transactionManager);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    /** Opens the store and makes its tables where they are missing. */
    static HikariDataSource open(Settings settings) {
        // the port by which H2 serves a second process must not be seen from outside
        System.setProperty("h2.bindAddress", System.getProperty("h2.bindAddress", "127.0.0.1"));
        JobStore store = settings.jobs();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url(settings));
        pool.setUsername(store.isShared() ? store.user() : "sa");
        pool.setPassword(password(store));
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(10_000);
        try {
            if (!store.isShared()) {
                Files.createDirectories(settings.jobsFolder());
            }
            new JobStoreSchema(pool, store.isShared()).create();
            return pool;
        } catch (IOException unwritable) {
            pool.close();
            throw AppErrors.unwritable(settings.jobsFolder(), unwritable);
        } catch (RuntimeException refused) {
            pool.close();
            throw AppErrors.jobStore(url(settings), refused);
        }
    }

    static String url(Settings settings) {
        JobStore store = settings.jobs();
        return store.isShared()
                ? store.url()
                : "jdbc:h2:file:" + settings.jobsFolder().resolve("jobs") + ";AUTO_SERVER=TRUE";
    }

    static String password(JobStore store) {
        Path file = store.passwordFile();
        if (file == null) {
            return "";
        }
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw AppErrors.unreadable(file, unreadable);
        }
    }
}
