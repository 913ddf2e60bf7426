package org.ipwarehouse.etl.jobs;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.feedback.Feedback;
import org.ipwarehouse.etl.feedback.Feedback.Details;
import org.ipwarehouse.etl.feedback.FeedbackWorkbook;
import org.ipwarehouse.etl.feedback.SecondReading;
import org.ipwarehouse.etl.jobs.WorkNotes.Original;
import org.ipwarehouse.etl.read.Recogniser;
import org.ipwarehouse.etl.read.Recognition;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.etl.read.Recognition.Refused;
import org.ipwarehouse.etl.receive.Landing;
import org.ipwarehouse.etl.receive.Received;
import org.ipwarehouse.etl.receive.SyntheticArrivals;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.QuarantinedRow;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;

/**
 * What the steps of one run do. Each step may be done twice: it reads what the step before noted, and leaves alone what
 * is there already. What is kept in memory only saves reading a file's head again.
 */
final class ReceiveRun {
    /** Submissions whose rejected rows are read back in one go: few scans, and few enough rows to hold. */
    private static final int PORTION = 100;

    /** What is worth an entry in the account, but no letter. */
    private static final Set<String> QUIET = Set.of("SYNTHETIC", "ENCODING_DECIDED", Archives.UNPACKED);

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    private final ReceiveSetup setup;
    private final List<Incoming> files;
    private final WorkNotes notes;
    private final Consumer<SubmissionRecord> progress;
    private final Landing landing;
    private final Archives archives;
    private final Recogniser recogniser;
    private final Map<String, Recognition> recognitions = new ConcurrentHashMap<>();

    /** A file as handed in, with the fingerprint of its bytes. */
    record Incoming(Path path, String file, String sha256) {}

    ReceiveRun(ReceiveSetup setup, List<Incoming> files, WorkNotes notes, Consumer<SubmissionRecord> progress) {
        this.setup = setup;
        this.files = List.copyOf(files);
        this.notes = notes;
        this.progress = progress;
        this.landing = new Landing(setup.data().resolve("lake").resolve("landing"), setup.seal());
        this.archives = new Archives(landing, setup.archives(), notes);
        this.recogniser = new Recogniser(setup.contracts(), setup.sheets());
    }

    void keepOriginals() {
        if (notes.hasOriginals()) {
            return;
        }
        List<Original> originals = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        SyntheticArrivals arrivals = new SyntheticArrivals();
        for (Incoming file : files) {
            if (seen.add(file.sha256())) {
                Instant at = arrivals.receivedAt(
                        file.path(), file.sha256(), setup.clock().instant());
                keep(file, at)
                        .ifPresent(kept -> originals.add(new Original(
                                file.sha256(), file.file(), kept.at().toString(), isHeld(file.sha256()))));
            }
        }
        notes.originals(archives.unpack(originals, this::isHeld));
    }

    /** Nothing where the file was replaced or removed since its fingerprint was taken: the next run takes it as it is. */
    private Optional<Received> keep(Incoming file, Instant at) {
        try {
            return Optional.of(landing.keep(file.path(), at))
                    .filter(kept -> kept.sha256().equals(file.sha256()));
        } catch (Fault fault) {
            // a full disk is not the file's fault
            if (fault.category() != Fault.Category.OPERATOR) {
                throw fault;
            }
            return Optional.empty();
        }
    }

    /** A file that was refused may be recognised by a contract that came later. */
    private boolean isHeld(String sha256) {
        return setup.intake()
                .held(sha256)
                .filter(record -> record.verdict() != Verdict.REFUSED)
                .isPresent();
    }

    void recogniseSources() {
        Map<String, String> sources = new TreeMap<>();
        List<SubmissionRecord> rowless = new ArrayList<>();
        for (Original original : newOriginals()) {
            Optional<SubmissionRecord> account = archives.account(original, day(original))
                    .or(() -> recognition(original)
                            .fold(file -> Optional.empty(), refused -> Optional.of(account(original, refused))));
            account.ifPresent(rowless::add);
            account.ifPresent(this::report);
            sources.put(original.sha256(), account.isPresent() ? "" : source(original));
        }
        // thousands of refused files are one commit, not thousands
        setup.intake()
                .settle(rowless.stream().filter(account -> !isKnown(account)).toList());
        notes.sources(sources);
    }

    private String source(Original original) {
        return recognised(original).map(file -> file.contract().source()).orElse("");
    }

    private List<Original> newOriginals() {
        return notes.originals().stream().filter(original -> !original.held()).toList();
    }

    private static SubmissionRecord account(Original original, Refused refused) {
        return SubmissionRecord.refused(
                new Submission(original.sha256(), original.file(), "", original.receivedAt(), day(original), List.of()),
                refused.reason(),
                refused.remedy());
    }

    /** Whether the ledger says the same of a file already: it is not written again each time the file is sent. */
    private boolean isKnown(SubmissionRecord record) {
        return setup.intake()
                .held(record.submission().sha256())
                .filter(held -> held.verdict() == record.verdict()
                        && held.reasons().equals(record.reasons())
                        && held.remedy().equals(record.remedy()))
                .isPresent();
    }

    private Recognition recognition(Original original) {
        return recognitions.computeIfAbsent(
                original.sha256(), sha -> recogniser.recognise(landing.original(sha), original.file(), day(original)));
    }

    private static LocalDate day(Original original) {
        return LocalDate.ofInstant(original.receivedAt(), HERE);
    }

    /** Sources of which there is something to judge. */
    Set<String> sourcesToJudge() {
        Set<String> sources = new TreeSet<>(notes.sources().values());
        sources.remove("");
        return sources;
    }

    void judge(String source) {
        Map<String, String> sources = notes.sources();
        List<Delivery> deliveries = new ArrayList<>();
        for (Original original : newOriginals()) {
            if (source.equals(sources.get(original.sha256()))) {
                recognised(original).ifPresent(file -> deliveries.add(delivery(original, file)));
            }
        }
        // what the older file says came first, whatever the names: 第三季度 sorts before 第二季度
        deliveries.sort(Comparator.comparing(d -> d.submission().asOf()));
        setup.intake().store(deliveries, this::report);
    }

    private Optional<Recognised> recognised(Original original) {
        return recognition(original).fold(Optional::of, refused -> Optional.empty());
    }

    private Delivery delivery(Original original, Recognised file) {
        Submission submission = new Submission(
                original.sha256(),
                original.file(),
                file.contract().source(),
                original.receivedAt(),
                file.asOf(),
                file.months(),
                file.synthetic());
        return new Delivery(submission, file.source(setup.judges().of(original.sha256())));
    }

    /** Two sources are judged at the same time; the caller is told one thing at a time. */
    private void report(SubmissionRecord record) {
        synchronized (progress) {
            progress.accept(record);
        }
    }

    void returnFeedback() {
        for (List<Original> some : inPortions(newOriginals())) {
            Map<String, List<QuarantinedRow>> returned = returned(some);
            for (Original original : some) {
                answer(original, returned.getOrDefault(original.sha256(), List.of()));
            }
        }
    }

    /** Whose rows were all taken as they were sent needs no letter: nothing is to be done, and the account says so. */
    private void answer(Original original, List<QuarantinedRow> rows) {
        SubmissionRecord record = account(original);
        boolean silent = isSilent(record);
        if (silent && record.accepted() == 0) {
            return;
        }
        Feedback feedback = feedback(original, record, rows);
        if (!silent || !feedback.details().repairs().isEmpty()) {
            FeedbackWorkbook.write(FeedbackWorkbook.place(setup.data(), record.submission()), feedback);
        }
    }

    /** Whether the account has nothing to tell; of repairs it does not know. */
    private static boolean isSilent(SubmissionRecord record) {
        return record.quarantined() == 0
                && record.verdict() != Verdict.REFUSED
                && QUIET.containsAll(record.warnings().keySet());
    }

    private static List<List<Original>> inPortions(List<Original> originals) {
        List<List<Original>> portions = new ArrayList<>();
        for (int from = 0; from < originals.size(); from += PORTION) {
            portions.add(originals.subList(from, Math.min(originals.size(), from + PORTION)));
        }
        return portions;
    }

    /** The quarantined rows of some submissions; those that have none are not asked for. */
    private Map<String, List<QuarantinedRow>> returned(List<Original> some) {
        Set<String> asked = new HashSet<>();
        some.stream()
                .filter(original -> account(original).quarantined() > 0)
                .forEach(original -> asked.add(original.sha256()));
        return setup.quarantine().rows(asked);
    }

    private Feedback feedback(Original original, SubmissionRecord record, List<QuarantinedRow> rows) {
        Recognition recognition = recognition(original);
        Optional<Recognised> file = recognition.fold(Optional::of, refused -> Optional.empty());
        Optional<SecondReading> again = file.map(f -> SecondReading.of(f, setup.judges(), setup.wording()));
        Details details = new Details(
                file,
                recognition.fold(f -> Optional.empty(), Optional::of),
                again.map(SecondReading::repairs).orElse(List.of()),
                setup.wording());
        return new Feedback(
                record,
                file.map(Recognised::contract),
                rows,
                again.map(SecondReading::remarks).orElseGet(() -> archives.remarks(original)),
                setup.reasonNames(),
                details);
    }

    /** Every new file must have an account, and each rejected row must be there to be returned. */
    void closeAccounts() {
        for (List<Original> some : inPortions(newOriginals())) {
            Map<String, List<QuarantinedRow>> returned = returned(some);
            some.forEach(original -> close(
                    original,
                    returned.getOrDefault(original.sha256(), List.of()).size()));
        }
    }

    private void close(Original original, long returned) {
        SubmissionRecord record = account(original);
        if (returned != record.quarantined()) {
            throw EtlErrors.accountOpen(original.file(), "账上退回 " + record.quarantined() + " 行，隔离区有 " + returned + " 行");
        }
        long closed = record.accepted() + record.quarantined() + record.repeated();
        if (closed != record.rowsRead()) {
            throw EtlErrors.accountOpen(original.file(), "读取 " + record.rowsRead() + " 行，去向只有 " + closed + " 行");
        }
    }

    private SubmissionRecord account(Original original) {
        return setup.intake()
                .held(original.sha256())
                .orElseThrow(() -> EtlErrors.accountOpen(original.file(), "没有入库账目"));
    }
}
