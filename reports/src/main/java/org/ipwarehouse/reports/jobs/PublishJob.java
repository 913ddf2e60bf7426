package org.ipwarehouse.reports.jobs;

import java.util.function.Consumer;
import org.ipwarehouse.warehouse.api.StopRequested;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** The steps of {@code publish}. Each may be done twice. */
final class PublishJob {
    static final String NAME = "publish";

    private final JobRepository repository;
    private final Edition edition;
    private final Consumer<String> progress;

    PublishJob(JobRepository repository, Edition edition, Consumer<String> progress) {
        this.repository = repository;
        this.edition = edition;
        this.progress = progress;
    }

    /** @param seal says which edition it is, kept in its folders */
    Job job(String seal) {
        return new JobBuilder(NAME, repository)
                .start(step("writeSite", edition::writeSite))
                .next(step("writeBulletin", edition::writeBulletin))
                .next(step("takePlace", () -> edition.takePlace(seal)))
                .build();
    }

    private Step step(String name, Runnable work) {
        String full = NAME + "." + name;
        return new StepBuilder(full, repository)
                .tasklet((contribution, context) -> {
                    try {
                        progress.accept(full);
                        work.run();
                    } catch (StopRequested asked) {
                        contribution.getStepExecution().setTerminateOnly();
                    }
                    return RepeatStatus.FINISHED;
                })
                .build();
    }
}
