package org.ipwarehouse.etl.jobs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ipwarehouse.warehouse.api.StopRequested;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The steps of {@code receiveSubmissions}. Rows are judged source by source, at most two at a time; a source whose rows
 * are stored is not judged again after a restart.
 */
final class ReceiveJob {
    static final String NAME = "receiveSubmissions";
    private static final int WORKERS = 2;
    private static final String SOURCE = "source";

    private final JobRepository repository;
    private final ReceiveRun run;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    ReceiveJob(JobRepository repository, ReceiveRun run) {
        this.repository = repository;
        this.run = run;
    }

    /** What stopped a step, first things first: a partitioned step hides it from the job. */
    List<Throwable> failures() {
        return failures;
    }

    Job job() {
        return new JobBuilder(NAME, repository)
                .start(step("keepOriginals", context -> run.keepOriginals()))
                .next(step("recogniseSources", context -> run.recogniseSources()))
                .next(judgeRows())
                .next(step("returnFeedback", context -> run.returnFeedback()))
                .next(step("closeAccounts", context -> run.closeAccounts()))
                .build();
    }

    private Step judgeRows() {
        SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor("judge-");
        workers.setConcurrencyLimit(WORKERS);
        Step worker = step("judgeRows.source", context -> run.judge(source(context)));
        return new StepBuilder(name("judgeRows"), repository)
                .partitioner(worker.getName(), grid -> sources())
                .step(worker)
                .gridSize(WORKERS)
                .taskExecutor(workers)
                .build();
    }

    private Map<String, ExecutionContext> sources() {
        Map<String, ExecutionContext> partitions = new HashMap<>();
        for (String source : run.sourcesToJudge()) {
            ExecutionContext context = new ExecutionContext();
            context.putString(SOURCE, source);
            partitions.put(source, context);
        }
        return partitions;
    }

    private static String source(ChunkContext context) {
        return String.valueOf(context.getStepContext().getStepExecutionContext().get(SOURCE));
    }

    private Step step(String name, Work work) {
        return new StepBuilder(name(name), repository)
                .tasklet((contribution, context) -> {
                    try {
                        work.of(context);
                    } catch (StopRequested asked) {
                        contribution.getStepExecution().setTerminateOnly();
                    } catch (RuntimeException | Error e) {
                        failures.add(e);
                        throw e;
                    }
                    return RepeatStatus.FINISHED;
                })
                .build();
    }

    private static String name(String step) {
        return NAME + "." + step;
    }

    private interface Work {
        void of(ChunkContext context);
    }
}
