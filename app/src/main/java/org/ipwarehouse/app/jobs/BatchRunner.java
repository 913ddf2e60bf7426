package org.ipwarehouse.app.jobs;

import java.util.Optional;
import java.util.function.Predicate;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.etl.jobs.DeadRuns;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.StopRequested;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/** Runs a job to its end in this thread; one that died or failed at the same work is resumed where it stood. */
public final class BatchRunner {
    private final JobRepository repository;
    private final JobOperator operator;

    public BatchRunner(JobRepository repository, JobOperator operator) {
        this.repository = repository;
        this.operator = operator;
    }

    /**
     * @param fresh parameters of a new run
     * @param sameWork whether the parameters of an unfinished run ask for the same work: then it is resumed instead
     */
    public JobExecution run(Job job, JobParameters fresh, Predicate<JobParameters> sameWork) {
        new DeadRuns(repository, operator).clear(job.getName());
        JobParameters parameters = unfinished(job).filter(sameWork).orElse(fresh);
        try {
            JobExecution execution = operator.start(job, parameters);
            return completed(job, execution);
        } catch (JobExecutionException refused) {
            throw AppErrors.jobFailed(job.getName(), String.valueOf(refused.getMessage()));
        }
    }

    private Optional<JobParameters> unfinished(Job job) {
        JobInstance last = repository.getLastJobInstance(job.getName());
        JobExecution execution = last == null ? null : repository.getLastJobExecution(last);
        return Optional.ofNullable(execution)
                .filter(e -> e.getStatus() == BatchStatus.FAILED || e.getStatus() == BatchStatus.STOPPED)
                .map(JobExecution::getJobParameters);
    }

    private static JobExecution completed(Job job, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return execution;
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            throw new StopRequested();
        }
        for (Throwable failure : execution.getAllFailureExceptions()) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Fault fault) {
                    throw fault;
                }
            }
            throw new IllegalStateException("作业 " + job.getName() + " 失败：" + failure.getMessage(), failure);
        }
        throw AppErrors.jobFailed(job.getName(), execution.getExitStatus().getExitDescription());
    }
}
