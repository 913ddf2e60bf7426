package org.ipwarehouse.etl.jobs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.jobs.ReceiveRun.Incoming;
import org.ipwarehouse.etl.jobs.WorkNotes.Original;
import org.ipwarehouse.etl.receive.Fingerprint;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.StopRequested;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * Receives departments' files: keeps the originals, recognises and judges them, stores the rows and writes the feedback,
 * as the Spring Batch job {@code receiveSubmissions}. The same files again are a no-op; a run that failed or was killed
 * goes on where it stopped when the same files are handed in again.
 */
public final class ReceiveSubmissions {
    private final ReceiveSetup setup;

    public ReceiveSubmissions(ReceiveSetup setup) {
        this.setup = setup;
    }

    /**
     * @param progress told of each account as it is made, never from two threads at a time
     * @return one account for each file, in the order of the files, an archive's followed by those of what it held; REPEATED with no rows for a file whose bytes are held
     *     already or stand earlier in the list
     * @throws Fault where a file cannot be read, another run is under way, or a step fails
     */
    public List<SubmissionRecord> run(List<Path> files, Consumer<SubmissionRecord> progress) {
        if (files.isEmpty()) {
            return List.of();
        }
        Map<Path, SubmissionRecord> left = new LinkedHashMap<>();
        List<Incoming> incoming =
                files.stream().flatMap(file -> incoming(file, left).stream()).toList();
        List<SubmissionRecord> accounts = new ArrayList<>(incoming.isEmpty() ? List.of() : receive(incoming, progress));
        left.values().forEach(progress);
        accounts.addAll(left.values());
        return List.copyOf(accounts);
    }

    private Optional<Incoming> incoming(Path file, Map<Path, SubmissionRecord> left) {
        try {
            String name = String.valueOf(file.getFileName());
            return Optional.of(new Incoming(file, name, Fingerprint.of(file).sha256()));
        } catch (Fault unreadable) {
            left.put(file, leftOut(file, unreadable.getMessage()));
            return Optional.empty();
        }
    }

    private SubmissionRecord leftOut(Path file, @Nullable String why) {
        return LeftOut.account(file, String.valueOf(why), setup.clock().instant());
    }

    private List<SubmissionRecord> receive(List<Incoming> incoming, Consumer<SubmissionRecord> progress) {
        BatchRepository repository = BatchRepository.open(setup.repository());
        try (RunLock lock = RunLock.take(setup.repository(), ReceiveJob.NAME)) {
            repository.recoverDead(ReceiveJob.NAME);
            return run(incoming, repository, progress);
        }
    }

    private List<SubmissionRecord> run(
            List<Incoming> files, BatchRepository repository, Consumer<SubmissionRecord> progress) {
        String digest = digest(files);
        for (long again = 0; ; again++) {
            JobParameters identity = new JobParametersBuilder()
                    .addString("files", digest)
                    .addLong("again", again)
                    .toJobParameters();
            JobExecution last = repository.jobs().getLastJobExecution(ReceiveJob.NAME, identity);
            if (last == null || last.getStatus() != BatchStatus.COMPLETED) {
                return start(files, repository, identity, progress);
            }
            if (files.stream()
                    .allMatch(file -> setup.intake().held(file.sha256()).isPresent())) {
                return nothingNew(files, progress);
            }
            // the job once completed, but the lake no longer has its rows: it was restored or removed
        }
    }

    private List<SubmissionRecord> start(
            List<Incoming> files,
            BatchRepository repository,
            JobParameters identity,
            Consumer<SubmissionRecord> progress) {
        String folder = identity.getString("files") + "-" + identity.getLong("again");
        WorkNotes notes =
                new WorkNotes(setup.data().resolve("jobs").resolve("receive").resolve(folder));
        ReceiveJob job = new ReceiveJob(repository.jobs(), new ReceiveRun(setup, files, notes, progress));
        try {
            JobExecution execution = repository.operator().start(job.job(), identity);
            if (execution.getStatus() == BatchStatus.STOPPED) {
                throw new StopRequested();
            }
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw failure(execution, job.failures());
            }
        } catch (JobExecutionException e) {
            throw EtlErrors.jobFailed(ReceiveJob.NAME, List.of(e));
        }
        List<SubmissionRecord> accounts = accounts(files, notes, progress);
        notes.discard();
        return accounts;
    }

    private static Fault failure(JobExecution execution, List<Throwable> failures) {
        List<Throwable> causes = new ArrayList<>(failures);
        causes.addAll(execution.getAllFailureExceptions());
        return causes.stream()
                .filter(Fault.class::isInstance)
                .map(Fault.class::cast)
                .findFirst()
                .orElseGet(() -> EtlErrors.jobFailed(ReceiveJob.NAME, causes));
    }

    private List<SubmissionRecord> accounts(
            List<Incoming> files, WorkNotes notes, Consumer<SubmissionRecord> progress) {
        Map<String, Boolean> repeated = new HashMap<>();
        for (Original original : notes.originals()) {
            repeated.put(original.sha256(), original.held());
        }
        List<SubmissionRecord> accounts = new ArrayList<>();
        for (Incoming file : withMembers(files, notes)) {
            if (!repeated.containsKey(file.sha256())) {
                accounts.add(
                        leftOut(file.path(), EtlErrors.fileChanged(file.path()).getMessage()));
                continue;
            }
            boolean again = Boolean.TRUE.equals(repeated.put(file.sha256(), true));
            SubmissionRecord held = held(file);
            accounts.add(again ? repeated(file, held, progress) : held);
        }
        return accounts;
    }

    /** An archive is followed by what it held. */
    private static List<Incoming> withMembers(List<Incoming> files, WorkNotes notes) {
        Map<String, String> names = new HashMap<>();
        notes.originals().forEach(original -> names.put(original.sha256(), original.file()));
        Map<String, List<String>> members = new HashMap<>();
        notes.archives().forEach(archive -> members.put(archive.sha256(), archive.members()));
        List<Incoming> all = new ArrayList<>();
        for (Incoming file : files) {
            all.add(file);
            for (String member : members.getOrDefault(file.sha256(), List.of())) {
                all.add(new Incoming(file.path(), names.getOrDefault(member, file.file()), member));
            }
        }
        return all;
    }

    private List<SubmissionRecord> nothingNew(List<Incoming> files, Consumer<SubmissionRecord> progress) {
        return files.stream().map(file -> repeated(file, held(file), progress)).toList();
    }

    private SubmissionRecord held(Incoming file) {
        return setup.intake().held(file.sha256()).orElseThrow(() -> EtlErrors.accountOpen(file.file(), "没有入库账目"));
    }

    /** A file that was refused stays refused: to call it repeated would hide that it was never taken in. */
    private static SubmissionRecord repeated(
            Incoming file, SubmissionRecord held, Consumer<SubmissionRecord> progress) {
        SubmissionRecord record = held.verdict() == Verdict.REFUSED
                ? held
                : new SubmissionRecord(
                        held.submission(),
                        Verdict.REPEATED,
                        0,
                        0,
                        0,
                        0,
                        new TreeMap<>(),
                        new TreeMap<>(),
                        "文件 " + file.file() + " 的内容此前已收（" + held.submission().file() + "），未再次入库。");
        synchronized (progress) {
            progress.accept(record);
        }
        return record;
    }

    /** The set of files, in whatever order, and the contracts: a new contract may recognise what was refused before. */
    private String digest(List<Incoming> files) {
        String list = files.stream()
                .map(file -> file.file() + "\0" + file.sha256())
                .sorted()
                .collect(Collectors.joining("\n"));
        String contracts =
                setup.contracts().stream().map(Object::toString).sorted().collect(Collectors.joining("\n"));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(list.getBytes(StandardCharsets.UTF_8));
            digest.update(contracts.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
