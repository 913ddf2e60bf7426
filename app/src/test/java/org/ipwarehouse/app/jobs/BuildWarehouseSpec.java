package org.ipwarehouse.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.SettingsReader;
import org.ipwarehouse.app.config.SettingsReader.Overrides;
import org.ipwarehouse.app.wiring.JobStoreConfiguration;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Refinery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

class BuildWarehouseSpec {
    private static final Instant MONDAY = Instant.parse("2026-10-12T01:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-10-13T01:00:00Z");

    @TempDir
    Path data;

    private final List<Refinery.BuildRequest> asked = new ArrayList<>();
    private final List<RuntimeException> troubles = new ArrayList<>();
    private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @BeforeEach
    void open() {
        Settings settings = new SettingsReader(Path.of("..").toAbsolutePath().normalize(), data, Map.of())
                .read(new Overrides(null, data, null));
        context = new AnnotationConfigApplicationContext();
        context.registerBean(Settings.class, () -> settings);
        context.register(JobStoreConfiguration.class);
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private BuildWarehouse job() {
        JobRepository repository = context.getBean(JobRepository.class);
        return new BuildWarehouse(
                repository,
                context.getBean(PlatformTransactionManager.class),
                new BatchRunner(repository, context.getBean(JobOperator.class)),
                new RecordingRefinery());
    }

    private static Refinery.BuildRequest request(String through, Instant now) {
        return new Refinery.BuildRequest(List.of(), YearMonth.of(2023, 10), YearMonth.parse(through), now);
    }

    @Test
    void every_build_that_is_asked_for_runs_also_for_the_same_months() {
        job().run(request("2026-09", MONDAY), step -> {});
        job().run(request("2026-09", TUESDAY), step -> {});

        assertThat(asked).extracting(Refinery.BuildRequest::now).containsExactly(MONDAY, TUESDAY);
    }

    @Test
    void a_build_that_failed_is_resumed_over_the_same_months_with_the_vintage_it_had() {
        troubles.add(new IllegalStateException("磁盘已满"));
        assertThatThrownBy(() -> job().run(request("2026-09", MONDAY), step -> {}))
                .hasMessageContaining("磁盘已满");
        close();
        open();

        job().run(request("2026-09", TUESDAY), step -> {});

        assertThat(asked).extracting(Refinery.BuildRequest::now).containsExactly(MONDAY, MONDAY);
    }

    @Test
    void a_build_of_other_months_does_not_resume_the_one_that_failed() {
        troubles.add(new IllegalStateException("磁盘已满"));
        assertThatThrownBy(() -> job().run(request("2026-09", MONDAY), step -> {}))
                .isInstanceOf(RuntimeException.class);

        job().run(request("2026-10", TUESDAY), step -> {});

        assertThat(asked.get(1).through()).isEqualTo(YearMonth.of(2026, 10));
        assertThat(asked.get(1).now()).isEqualTo(TUESDAY);
    }

    @Test
    void a_fault_of_the_refinery_arrives_as_it_was_thrown() {
        troubles.add(new Fault(Fault.Category.DEPARTMENT, "账不平", "", ""));

        assertThatThrownBy(() -> job().run(request("2026-09", MONDAY), step -> {}))
                .isInstanceOf(Fault.class)
                .hasMessage("账不平");
    }

    /** A refinery that notes what it is asked and fails as often as the test wants. */
    private final class RecordingRefinery implements Refinery {
        @Override
        public BuildOutcome build(BuildRequest request, Consumer<String> progress) {
            asked.add(request);
            if (!troubles.isEmpty()) {
                throw troubles.remove(0);
            }
            return new BuildOutcome(List.of(), 0, false);
        }

        @Override
        public boolean isStale(BuildRequest request) {
            return true;
        }
    }
}
