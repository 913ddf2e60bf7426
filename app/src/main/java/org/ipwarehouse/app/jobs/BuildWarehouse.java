package org.ipwarehouse.app.jobs;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.ipwarehouse.warehouse.api.Refinery;
import org.ipwarehouse.warehouse.api.Refinery.BuildOutcome;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.StopRequested;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job {@code buildWarehouse}: reference tables, models and indicators out of what the clean layer holds. Its one
 * step may be run twice: the refinery replaces tables as a whole and does nothing where nothing is stale.
 */
public final class BuildWarehouse {
    /** The job's name in the job repository. */
    public static final String NAME = "buildWarehouse";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final BatchRunner runner;
    private final Refinery refinery;

    public BuildWarehouse(
            JobRepository repository, PlatformTransactionManager transactions, BatchRunner runner, Refinery refinery) {
        this.repository = repository;
        this.transactions = transactions;
        this.runner = runner;
        this.refinery = refinery;
    }

    /** Builds what is stale. A run that died over the same months is resumed, with the vintage it had. */
    public BuildOutcome run(BuildRequest request, Consumer<String> progress) {
        if (!refinery.isStale(request)) {
            // nothing to do is no job: the refinery says so itself
            return refinery.build(request, progress);
        }
        JobParameters fresh = parameters(request);
        AtomicReference<BuildOutcome> outcome = new AtomicReference<>();
        runner.run(job(request, progress, outcome), fresh, old -> sameMonths(old, fresh));
        return Objects.requireNonNull(outcome.get(), "a completed build has an outcome");
    }

    private Job job(BuildRequest request, Consumer<String> progress, AtomicReference<BuildOutcome> outcome) {
        Step step = new StepBuilder("refineWarehouse", repository)
                .tasklet(
                        (contribution, context) -> {
                            Instant vintage = Instant.parse(Objects.requireNonNull(context.getStepContext()
                                    .getStepExecution()
                                    .getJobParameters()
                                    .getString("vintage")));
                            try {
                                outcome.set(refinery.build(
                                        new BuildRequest(request.sources(), request.from(), request.through(), vintage),
                                        progress));
                            } catch (StopRequested asked) {
                                contribution.getStepExecution().setTerminateOnly();
                            }
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
        return new JobBuilder(NAME, repository).start(step).build();
    }

    private static JobParameters parameters(BuildRequest request) {
        return new JobParametersBuilder()
                .addString("from", request.from().toString())
                .addString("through", request.through().toString())
                .addString("vintage", request.now().toString())
                .toJobParameters();
    }

    private static boolean sameMonths(JobParameters old, JobParameters fresh) {
        return Objects.equals(old.getString("from"), fresh.getString("from"))
                && Objects.equals(old.getString("through"), fresh.getString("through"))
                && old.getString("vintage") != null;
    }
}
