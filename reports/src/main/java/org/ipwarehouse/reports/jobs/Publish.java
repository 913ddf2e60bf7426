package org.ipwarehouse.reports.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.StopRequested;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Publishes an edition: site and bulletin are made aside and take their place together at the end, so that the last
 * good edition stays whatever fails. The same request again does nothing; a run that was killed is resumed at the step it
 * stood in. One run at a time: the caller holds the installation's lock.
 */
public final class Publish {
    private final Path home;
    private final Warehouse warehouse;
    private final JobRepository repository;
    private final JobOperator operator;

    /** @param home the installation, for the files of analysts and writers */
    public Publish(Path home, Warehouse warehouse, JobRepository repository, JobOperator operator) {
        this.home = home;
        this.warehouse = warehouse;
        this.repository = repository;
        this.operator = operator;
    }

    /**
     * @param files what a reader opens: the start page, then the bulletin as DOCX, PDF and HTML
     * @param skipped true where all of it stood there already
     */
    public record Published(List<Path> files, boolean skipped) {
        public Published {
            files = List.copyOf(files);
        }
    }

    /** @throws Fault of the step that failed; what was published before is untouched then */
    public Published run(PublishRequest request, Consumer<String> progress) {
        Staging staging = new Staging(request);
        staging.recover();
        for (JobExecution dead : repository.findRunningJobExecutions(PublishJob.NAME)) {
            operator.recover(dead);
        }
        String files = new WritersFiles(home).digest();
        String seal = String.join(
                "\n", request.period().toString(), request.edition().toString(), request.fingerprint(), files);
        if (staging.stands(seal)) {
            return new Published(staging.published(), true);
        }
        start(
                new PublishJob(repository, new Edition(home, warehouse.remembering(), request, staging), progress),
                seal,
                open(request, files));
        return new Published(staging.published(), false);
    }

    /** A job that once completed does not run again: where its edition no longer stands, the next number is its own. */
    private JobParameters open(PublishRequest request, String files) {
        for (long again = 0; ; again++) {
            JobParameters identity = identity(request, files, again);
            JobExecution last = repository.getLastJobExecution(PublishJob.NAME, identity);
            if (last == null || last.getStatus() != BatchStatus.COMPLETED) {
                return identity;
            }
        }
    }

    private static JobParameters identity(PublishRequest request, String files, long again) {
        String parts = request.parts().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        return new JobParametersBuilder()
                .addString("out", request.out().toAbsolutePath().normalize().toString())
                .addString("period", request.period().toString())
                .addString("edition", request.edition().toString())
                .addString("fingerprint", request.fingerprint())
                .addString("writersFiles", files)
                .addString("parts", parts)
                .addLong("again", again)
                .toJobParameters();
    }

    private void start(PublishJob job, String seal, JobParameters identity) {
        try {
            JobExecution execution = operator.start(job.job(seal), identity);
            if (execution.getStatus() == BatchStatus.STOPPED) {
                throw new StopRequested();
            }
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw fault(execution);
            }
        } catch (JobExecutionException refused) {
            throw ReportErrors.jobFailed(PublishJob.NAME, refused);
        }
    }

    private static Fault fault(JobExecution execution) {
        for (Throwable failure : execution.getAllFailureExceptions()) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Fault fault) {
                    return fault;
                }
            }
            return ReportErrors.jobFailed(PublishJob.NAME, failure);
        }
        return ReportErrors.jobFailed(
                PublishJob.NAME,
                new IllegalStateException(execution.getExitStatus().toString()));
    }
}
