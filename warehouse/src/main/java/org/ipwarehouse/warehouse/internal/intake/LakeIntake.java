package org.ipwarehouse.warehouse.internal.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Intake;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.jspecify.annotations.Nullable;

/**
 * Stores deliveries in the order contested keys, clean rows, quarantine, personal values, sightings,
 * account. The account is what makes a
 * submission received; whatever a crash left before it is found again and completed, never doubled.
 */
public final class LakeIntake implements Intake {

    /** What has been written, in this order. */
    enum Step {
        OPENED,
        CONTESTED,
        CLEAN,
        QUARANTINE,
        RESTRICTED,
        SIGHTINGS,
        CLOSED
    }

    /** The reason code of a file that is not what it says it is. */
    private static final String BROKEN = "FILE_TYPE_UNKNOWN";

    private final KernelTables tables;
    private final SubmissionLedger ledger;
    private final Function<Batch, Sifted> sifting;
    private final Consumer<Step> after;
    private final long portionBytes;
    /** Accounts by SHA-256, read once: a run asks for each of its files several times. Null before the first question. */
    private @Nullable Map<String, SubmissionRecord> known;

    LakeIntake(KernelTables tables, Function<Batch, Sifted> sifting, Consumer<Step> after) {
        this(tables, sifting, after, Long.MAX_VALUE);
    }

    /** @param portionBytes deliveries of fewer bytes together are committed together, a larger one alone */
    LakeIntake(KernelTables tables, Function<Batch, Sifted> sifting, Consumer<Step> after, long portionBytes) {
        this.tables = tables;
        this.ledger = new SubmissionLedger(tables);
        this.sifting = sifting;
        this.after = after;
        this.portionBytes = portionBytes;
    }

    @Override
    public synchronized Optional<SubmissionRecord> held(String sha256) {
        // a refused file has an account too; whether it may come again is the caller's to say
        if (known == null) {
            known = ledger.bySha256();
        }
        return Optional.ofNullable(known.get(sha256));
    }

    /** What was written is read again at the next question. */
    private synchronized void forget() {
        known = null;
    }

    @Override
    public List<SubmissionRecord> store(List<Delivery> deliveries, Consumer<SubmissionRecord> progress) {
        if (deliveries.isEmpty()) {
            return List.of();
        }
        Map<String, Delivery> fresh = new LinkedHashMap<>();
        deliveries.forEach(d -> fresh.putIfAbsent(d.submission().sha256(), d));
        Map<String, SubmissionRecord> accounts = ledger.held(fresh.keySet());
        fresh.keySet().removeAll(accounts.keySet());
        if (!fresh.isEmpty()) {
            for (Batch batch : Batch.of(List.copyOf(fresh.values())).portions(portionBytes)) {
                for (SubmissionRecord account : store(batch)) {
                    accounts.put(account.submission().sha256(), account);
                    progress.accept(account);
                }
            }
        }
        return deliveries.stream()
                .map(d -> Objects.requireNonNull(accounts.get(d.submission().sha256())))
                .toList();
    }

    private List<SubmissionRecord> store(Batch batch) {
        ReadBack readBack = new ReadBack(tables, batch);
        tables.ensure(batch.clean());
        try (Sifted sifted = sifting.apply(batch)) {
            open(batch, readBack.interrupted());
            after.accept(Step.OPENED);
            write(batch, readBack, sifted);
            readBack.verify(sifted);
            List<SubmissionRecord> accounts = batch.submissions().stream()
                    .map(s -> Accounts.of(s, sifted.tally(s)))
                    .toList();
            ledger.close(accounts, batch.transaction(batch.ids()));
            forget();
            after.accept(Step.CLOSED);
            return accounts;
        } catch (BrokenFiles broken) {
            return storeOthers(batch, broken, readBack.interrupted());
        }
    }

    /** A file that breaks off half-way is refused as a whole; the other files of the batch are read again without it. */
    private List<SubmissionRecord> storeOthers(Batch batch, BrokenFiles broken, Set<String> interrupted) {
        List<SubmissionRecord> accounts = new ArrayList<>();
        List<Delivery> others = new ArrayList<>();
        for (Delivery delivery : batch.deliveries()) {
            Submission submission = delivery.submission();
            String remedy = broken.remedies().get(submission.sha256());
            if (remedy == null) {
                others.add(delivery);
            } else if (interrupted.contains(submission.sha256())) {
                // an earlier run read it to its end and may have stored rows of it
                throw WarehouseErrors.fileUnreadable(submission.file(), broken);
            } else {
                accounts.add(SubmissionRecord.refused(submission, BROKEN, remedy));
            }
        }
        settle(accounts);
        if (!others.isEmpty()) {
            accounts.addAll(store(Batch.of(others)));
        }
        return accounts;
    }

    private void write(Batch batch, ReadBack readBack, Sifted sifted) {
        sifted.writeContested();
        after.accept(Step.CONTESTED);
        sifted.writeClean(readBack.missing(batch.contract().table()));
        after.accept(Step.CLEAN);
        sifted.writeQuarantine(readBack.missing(StoredShapes.QUARANTINE.table()));
        after.accept(Step.QUARANTINE);
        sifted.writeRestricted(readBack.missing(StoredShapes.RESTRICTED.table()));
        after.accept(Step.RESTRICTED);
        sifted.writeSightings(readBack.missing(StoredShapes.SIGHTING.table()));
        after.accept(Step.SIGHTINGS);
    }

    private void open(Batch batch, Set<String> interrupted) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Submission submission : batch.submissions()) {
            if (!interrupted.contains(submission.sha256())) {
                rows.add(new Object[] {submission.sha256(), submission.source(), submission.receivedAt()});
            }
        }
        tables.append(StoredShapes.OPENED, rows, batch.transaction(batch.ids()));
    }

    @Override
    public void settle(List<SubmissionRecord> accounts) {
        List<SubmissionRecord> changed = accounts.stream()
                .filter(account -> mayReplace(held(account.submission().sha256()), account))
                .toList();
        if (!changed.isEmpty()) {
            ledger.close(changed, "settled:" + name(changed));
            forget();
        }
    }

    private static boolean mayReplace(Optional<SubmissionRecord> before, SubmissionRecord account) {
        return before.isEmpty()
                || (before.get().verdict() == Verdict.REFUSED && !before.get().equals(account));
    }

    /** The same accounts have the same name in every process. */
    private static String name(List<SubmissionRecord> accounts) {
        String all = accounts.stream()
                .map(a -> a.submission().sha256() + a.verdict().text() + a.reasons() + a.remedy())
                .collect(Collectors.joining("\n"));
        return accounts.get(0).submission().sha256() + ":" + Integer.toHexString(all.hashCode());
    }
}
