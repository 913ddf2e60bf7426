package org.ipwarehouse.etl.jobs;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Clears what a process that died left in the job repository, so that its work can be resumed. Call only while nobody else
 * can run the job: whatever still seems to run is dead.
 */
public final class DeadRuns {
    private final JobRepository jobs;
    private final JobOperator operator;

    public DeadRuns(JobRepository jobs, JobOperator operator) {
        this.jobs = jobs;
        this.operator = operator;
    }

    public void clear(String job) {
        for (JobExecution dead : jobs.findRunningJobExecutions(job)) {
            operator.recover(dead);
        }
        // only the last can be one of which the process died, or the disk was full, before its first execution was
        // noted
        JobInstance last = jobs.getLastJobInstance(job);
        if (last != null && jobs.getJobExecutions(last).isEmpty()) {
            jobs.deleteJobInstance(last);
        }
    }
}
