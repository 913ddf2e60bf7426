package org.ipwarehouse.warehouse.internal.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;
import org.ipwarehouse.warehouse.api.Warehouse.ExpectedReport;
import org.ipwarehouse.warehouse.api.Warehouse.Unfinished;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** The accounts of all submissions, {@code control.submission}, and what they say of completeness. */
public final class SubmissionLedger {
    private static final ZoneId BUSINESS_DAY = ZoneId.of("Asia/Shanghai");
    private static final Comparator<SubmissionRecord> NEWEST_FIRST = Comparator.comparing(
                    (SubmissionRecord r) -> r.submission().receivedAt())
            .reversed()
            .thenComparing(r -> r.submission().file())
            .thenComparing(r -> r.submission().sha256());

    private final KernelTables tables;

    public SubmissionLedger(KernelTables tables) {
        this.tables = tables;
    }

    /** Accounts of all submissions, newest first; one a submission: of a file that was refused first, the later one. */
    public List<SubmissionRecord> submissions() {
        List<SubmissionRecord> accounts = new ArrayList<>(accounts(Where.everything()));
        accounts.sort(NEWEST_FIRST);
        return List.copyOf(accounts);
    }

    /** The account of a submission whose rows are held; a file that was refused may be sent again. */
    public Optional<SubmissionRecord> held(String sha256) {
        return account(sha256).filter(a -> a.verdict() != Verdict.REFUSED);
    }

    /** The accounts of those of the submissions whose rows are held, by SHA-256. */
    Map<String, SubmissionRecord> held(Set<String> ids) {
        Map<String, SubmissionRecord> held = new HashMap<>();
        accounts(List.of(Where.anyOf("sha256", ids))).stream()
                .filter(a -> a.verdict() != Verdict.REFUSED)
                .forEach(a -> held.put(a.submission().sha256(), a));
        return held;
    }

    /** All accounts, refused files among them. */
    Map<String, SubmissionRecord> bySha256() {
        Map<String, SubmissionRecord> all = new HashMap<>();
        accounts(Where.everything()).forEach(a -> all.put(a.submission().sha256(), a));
        return all;
    }

    Optional<SubmissionRecord> account(String sha256) {
        return accounts(List.of(Where.equal("sha256", sha256))).stream().findFirst();
    }

    private List<SubmissionRecord> accounts(List<Where> conditions) {
        Map<String, SubmissionRecord> byId = new HashMap<>();
        tables.scan(
                StoredShapes.SUBMISSION.table(),
                StoredShapes.SUBMISSION.names(),
                conditions,
                row -> byId.merge(String.valueOf(row[0]), Accounts.account(row), SubmissionLedger::latest));
        return List.copyOf(byId.values());
    }

    private static SubmissionRecord latest(SubmissionRecord a, SubmissionRecord b) {
        boolean refusedA = a.verdict() == Verdict.REFUSED;
        if (refusedA != (b.verdict() == Verdict.REFUSED)) {
            return refusedA ? b : a;
        }
        return a.submission().receivedAt().isBefore(b.submission().receivedAt()) ? b : a;
    }

    void close(List<SubmissionRecord> accounts, String transaction) {
        List<@Nullable Object[]> rows = accounts.stream().map(Accounts::row).toList();
        tables.append(StoredShapes.SUBMISSION, rows, transaction);
    }

    /**
     * What each source should have reported for the months of a period and what came. A quarterly or yearly source is
     * expected for the last month of its quarter or year, an irregular one never. A file counts as a report if any of its
     * rows was taken or it had none at all (零报告).
     *
     * @param today the day on which "missing" and "not due yet" are told apart
     */
    public List<ExpectedReport> expectedReports(Period period, List<SourceProfile> sources, LocalDate today) {
        List<SubmissionRecord> accounts = submissions();
        List<ExpectedReport> reports = new ArrayList<>();
        for (SourceProfile source : sources) {
            for (YearMonth month : period.months()) {
                if (months(source.frequency()) > 0 && month.getMonthValue() % months(source.frequency()) == 0) {
                    reports.add(expected(source, month, accounts, today));
                }
            }
        }
        return List.copyOf(reports);
    }

    private static int months(String frequency) {
        return switch (frequency) {
            case "monthly" -> 1;
            case "quarterly" -> 3;
            case "yearly" -> 12;
            default -> 0;
        };
    }

    private static ExpectedReport expected(
            SourceProfile source, YearMonth month, List<SubmissionRecord> accounts, LocalDate today) {
        YearMonth next = month.plusMonths(1);
        LocalDate due = next.atDay(Math.min(source.dueDay(), next.lengthOfMonth()));
        YearMonth first = month.minusMonths(months(source.frequency()) - 1L);
        Optional<LocalDate> came = accounts.stream()
                .filter(a -> a.submission().source().equals(source.id()) && isReport(a))
                .filter(a -> covers(a, first, month))
                .map(a -> day(a.submission().receivedAt()))
                .min(Comparator.naturalOrder());
        return new ExpectedReport(
                source.id(),
                source.nameZh(),
                source.owners(),
                month.toString(),
                due.toString(),
                state(came, due, today));
    }

    private static boolean isReport(SubmissionRecord account) {
        return account.verdict() != Verdict.REFUSED
                && (account.rowsRead() == 0 || account.accepted() + account.repeated() > 0);
    }

    private static boolean covers(SubmissionRecord account, YearMonth first, YearMonth last) {
        return account.submission().months().stream()
                .map(YearMonth::parse)
                .anyMatch(m -> !m.isBefore(first) && !m.isAfter(last));
    }

    private static LocalDate day(Instant received) {
        return LocalDate.ofInstant(received, BUSINESS_DAY);
    }

    private static String state(Optional<LocalDate> came, LocalDate due, LocalDate today) {
        if (came.isPresent()) {
            return came.get().isAfter(due) ? "late" : "in_time";
        }
        return today.isAfter(due) ? "missing" : "not_due";
    }

    /** Submissions whose rows were begun to be written and whose account was never closed: run the intake again. */
    public List<Unfinished> unfinished() {
        Map<String, Unfinished> opened = new HashMap<>();
        tables.scan(
                StoredShapes.OPENED.table(),
                List.of("submission", "source", "opened_at"),
                Where.everything(),
                row -> opened.put(
                        String.valueOf(row[0]),
                        new Unfinished(String.valueOf(row[0]), String.valueOf(row[1]), opened(row[2]))));
        submissions().stream()
                .filter(a -> a.verdict() != Verdict.REFUSED)
                .forEach(a -> opened.remove(a.submission().sha256()));
        return opened.values().stream()
                .sorted(Comparator.comparing(Unfinished::openedAt).thenComparing(Unfinished::sha256))
                .toList();
    }

    private static Instant opened(@Nullable Object at) {
        return (Instant) Objects.requireNonNull(at);
    }

    /** Whether any submission whose rows are held says that it is synthetic. */
    public boolean holdsSyntheticData() {
        return submissions().stream()
                .anyMatch(a -> a.verdict() != Verdict.REFUSED && a.submission().synthetic());
    }
}
