package org.ipwarehouse.reports.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.ipwarehouse.reports.jobs.Publish.Published;
import org.ipwarehouse.reports.jobs.PublishRequest.Part;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** One edition after another into the same folder. */
@SuppressWarnings({"NullAway", "NullAway.Init"}) // fields set by JUnit; an execution that runs has no end time
class PublishTest {
    private static final Path HOME = Path.of("..");
    private static final Period QUARTER = Period.parse("2026Q3");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);

    private static final InMemoryWarehouse TWIN = new InMemoryWarehouse();

    @TempDir
    Path folder;

    private Path out;
    private JobRepository repository;
    private TaskExecutorJobOperator operator;
    private final List<String> steps = new ArrayList<>();

    @BeforeEach
    void repository() throws Exception {
        out = folder.resolve("data");
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + folder.resolve("jobs").toAbsolutePath());
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-h2.sql")),
                database);
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(database);
        factory.setTransactionManager(new JdbcTransactionManager(database));
        factory.afterPropertiesSet();
        repository = Objects.requireNonNull(factory.getObject());
        operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        operator.setTaskExecutor(new SyncTaskExecutor());
        operator.afterPropertiesSet();
    }

    private Published publish(Path home, PublishRequest request) {
        steps.clear();
        return new Publish(home, TWIN, repository, operator).run(request, steps::add);
    }

    private PublishRequest all(String fingerprint) {
        return PublishRequest.all(out, QUARTER, DAY, Instant.parse("2026-10-20T01:00:00Z"), fingerprint);
    }

    private PublishRequest bulletin(String fingerprint) {
        return all(fingerprint).only(Part.BULLETIN);
    }

    @Test
    void site_and_bulletin_take_their_place_and_the_same_again_does_nothing() throws IOException {
        Published first = publish(HOME, all("f1"));
        String name = "中卫市沙坡头区知识产权保护工作统计公报_2026Q3_演示数据";
        Path bulletins = out.resolve("bulletins/2026Q3");
        assertThat(first.files())
                .containsExactly(
                        out.resolve("site/index.html"),
                        bulletins.resolve(name + ".docx"),
                        bulletins.resolve(name + ".pdf"),
                        bulletins.resolve(name + ".html"),
                        bulletins.resolve(name + "_数据附表.xlsx"),
                        bulletins.resolve("indicators.csv"),
                        bulletins.resolve("indicators.sdmx.csv"),
                        bulletins.resolve("indicators.csv-metadata.json"))
                .allMatch(Files::isRegularFile);
        assertThat(first.skipped()).isFalse();
        assertThat(steps).containsExactly("publish.writeSite", "publish.writeBulletin", "publish.takePlace");
        TreeMap<String, Long> before = snapshot();

        Published second = publish(HOME, all("f1"));

        assertThat(second).isEqualTo(new Published(first.files(), true));
        assertThat(steps).isEmpty();
        assertThat(publish(HOME, bulletin("f1")).skipped())
                .as("the bulletin alone stands there too")
                .isTrue();
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void new_figures_or_an_edition_that_was_removed_are_published_again() throws IOException {
        publish(HOME, bulletin("f1"));
        assertThat(publish(HOME, bulletin("f2")).skipped()).isFalse();
        assertThat(publish(HOME, bulletin("f1")).skipped())
                .as("f1 was done once, but f2 stands in its place")
                .isFalse();
        Files.delete(publish(HOME, bulletin("f1")).files().get(1));
        Published again = publish(HOME, bulletin("f1"));
        assertThat(again.skipped()).isFalse();
        assertThat(again.files()).hasSize(7).allMatch(Files::isRegularFile);
    }

    @Test
    void a_mistake_in_the_wording_leaves_the_last_good_edition_and_mending_it_resumes() throws IOException {
        Path home = copyOfHome();
        publish(home, all("f1"));
        TreeMap<String, Long> good = snapshot();
        Path sentences = home.resolve("reports/bulletins/quarterly/sentences.yaml");
        String right = Files.readString(sentences);
        Files.writeString(sentences, right.replace("{XZ01.value}，{XZ01.yoy}；办结", "{XZ01.valu}，{XZ01.yoy}；办结"));

        assertThatThrownBy(() -> publish(home, all("f2")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("sentences.yaml:")
                .hasMessageContaining("{XZ01.valu}");
        assertThat(snapshot()).as("site and bulletin of f1, both").isEqualTo(good);

        Files.writeString(sentences, right);
        assertThat(publish(home, all("f2")).skipped()).isFalse();
        assertThat(snapshot()).isNotEqualTo(good);
    }

    @Test
    void a_run_that_died_in_the_second_step_is_resumed_there() {
        PublishRequest request = all("f1");
        DyingWarehouse dying = new DyingWarehouse(TWIN);
        assertThatThrownBy(() -> new Publish(HOME, dying, repository, operator).run(request, steps::add))
                .isInstanceOf(Fault.class);
        assertThat(steps).containsExactly("publish.writeSite", "publish.writeBulletin");
        killLastExecution();

        assertThat(publish(HOME, request).skipped()).isFalse();

        assertThat(steps).containsExactly("publish.writeBulletin", "publish.takePlace");
        assertThat(out.resolve("site/index.html")).exists();
        assertThat(repository.getJobInstances(PublishJob.NAME, 0, 9)).hasSize(1);
    }

    /** As kill -9 leaves it: the execution and its step still say STARTED. */
    private void killLastExecution() {
        JobExecution last = Objects.requireNonNull(
                repository.getLastJobExecution(Objects.requireNonNull(repository.getLastJobInstance(PublishJob.NAME))));
        last.getStepExecutions().stream()
                .filter(step -> step.getStatus() == BatchStatus.FAILED)
                .forEach(step -> {
                    step.setStatus(BatchStatus.STARTED);
                    step.setEndTime(null);
                    repository.update(step);
                });
        last.setStatus(BatchStatus.STARTED);
        last.setEndTime(null);
        repository.update(last);
        assertThat(repository.findRunningJobExecutions(PublishJob.NAME)).hasSize(1);
    }

    @Test
    void a_crash_between_the_two_renames_brings_the_last_edition_back() throws IOException {
        publish(HOME, bulletin("f1"));
        Path place = out.resolve("bulletins/2026Q3");
        Files.move(place, out.resolve("bulletins/2026Q3.before"), StandardCopyOption.ATOMIC_MOVE);

        Published again = publish(HOME, bulletin("f1"));

        assertThat(again.skipped()).isTrue();
        assertThat(again.files()).hasSize(7).allMatch(Files::isRegularFile);
        assertThat(out.resolve("bulletins/2026Q3.before")).doesNotExist();
    }

    /** Path and time of every published file: what was not touched keeps both. */
    private TreeMap<String, Long> snapshot() throws IOException {
        TreeMap<String, Long> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(out)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                if (!name.startsWith(".publish")) {
                    files.put(name, Files.getLastModifiedTime(file).toMillis());
                }
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }

    private Path copyOfHome() throws IOException {
        Path home = folder.resolve("home");
        Path reports = HOME.resolve("reports");
        for (String part : List.of("bulletins", "dashboards", "style")) {
            try (Stream<Path> walk = Files.walk(reports.resolve(part))) {
                for (Path file : walk.filter(Files::isRegularFile).toList()) {
                    Path copy = home.resolve("reports").resolve(reports.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return home;
    }
}
