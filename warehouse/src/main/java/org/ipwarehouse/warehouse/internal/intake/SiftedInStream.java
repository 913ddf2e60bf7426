package org.ipwarehouse.warehouse.internal.intake;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.RowSource;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.PartWriter;
import org.ipwarehouse.warehouse.internal.table.RowBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One large delivery: its splits are read side by side, each once, decided in the order of the file on fingerprints of
 * keys and contents, and written at once into the files that later become part of the tables. Memory holds a split a
 * thread, whatever the size of the file.
 */
final class SiftedInStream implements Sifted {
    private static final long SPLIT_BYTES = 8L << 20;
    private static final int LONGEST_SPLIT_MINUTES = 2;

    private final KernelTables tables;
    private final Batch batch;
    private final Delivery delivery;
    private final Staging staging;
    private final List<RowSource.Split> splits;
    private final ArrivedKeys arrived;
    private final HeldKeys held;
    private final PartFolder clean;
    private final PartFolder quarantine;
    private final PartFolder restricted;
    private final PartFolder sightings;
    private final Set<String> contested = new TreeSet<>();
    private final StreamTally tally = new StreamTally();
    private final Turns turns = new Turns();
    private final AtomicInteger nextSplit = new AtomicInteger();

    /** @param batch of one delivery */
    SiftedInStream(KernelTables tables, Path work, Batch batch) {
        this.tables = tables;
        this.batch = batch;
        this.delivery = batch.deliveries().get(0);
        this.splits = delivery.rows().splits(SPLIT_BYTES);
        this.staging = Staging.within(work);
        this.arrived = new ArrivedKeys(staging.folder("arrived"));
        this.clean = parts(batch.clean());
        this.quarantine = parts(StoredShapes.QUARANTINE);
        this.restricted = parts(StoredShapes.RESTRICTED);
        this.sightings = parts(StoredShapes.SIGHTING);
        try {
            this.held = HeldKeys.of(tables, batch.contract().table(), staging.folder("held"));
            readAll();
            Stream.of(clean, quarantine, restricted, sightings).forEach(PartFolder::finish);
            if (arrived.hasConflicts()) {
                setConflictsAside();
            }
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private PartFolder parts(TableShape shape) {
        return new PartFolder(staging.folder(shape.table().toString()), shape);
    }

    private void readAll() {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), splits.size());
        ExecutorService workers = Executors.newFixedThreadPool(threads, SiftedInStream::named);
        try {
            List<Future<?>> running = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(i -> workers.submit(() -> new Worker().run()))
                    .toList();
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException failed) {
            throw asUnchecked(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw WarehouseErrors.interrupted(delivery.submission().file(), stopped);
        } finally {
            turns.giveUp();
            end(workers);
        }
    }

    /** Waits for what still runs: it writes into the folder that is deleted next. */
    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        boolean stopped = Thread.interrupted();
        try {
            workers.awaitTermination(LONGEST_SPLIT_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException again) {
            stopped = true;
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "ipw-intake");
        thread.setDaemon(true);
        return thread;
    }

    private static RuntimeException asUnchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** Reads splits, decides on them in turn, and writes them; one a thread. */
    private final class Worker {
        private final PartWriter cleanRows = clean.writer();
        private final PartWriter rejectedRows = quarantine.writer();
        private final PartWriter sealedRows = restricted.writer();
        private final PartWriter seenRows = sightings.writer();

        @Nullable
        Object run() throws InterruptedException {
            try {
                for (int i = nextSplit.getAndIncrement(); i < splits.size(); i = nextSplit.getAndIncrement()) {
                    ReceivedRows rows = received(i);
                    if (!turns.await(i)) {
                        return null;
                    }
                    Decided decided = decide(rows, i);
                    turns.done();
                    write(rows, decided);
                }
                return null;
            } catch (RuntimeException | Error failed) {
                turns.giveUp();
                throw failed;
            }
        }

        private void write(ReceivedRows rows, Decided decided) {
            cleanRows.write(rows.acceptedRows().only(decided.fresh()));
            rejectedRows.write(rows.rejectedRows().all());
            seenRows.write(sightings(rows, decided.seenAgain()).all());
            sealedRows.write(sealed(rows, decided.fresh()).all());
        }
    }

    private ReceivedRows received(int split) {
        ReceivedRows rows = new ReceivedRows(delivery.submission(), batch.contract());
        String remedy = BrokenFiles.read(delivery.submission(), delivery.rows(), splits.get(split), rows);
        if (!remedy.isEmpty()) {
            throw new BrokenFiles(Map.of(delivery.submission().sha256(), remedy));
        }
        return rows;
    }

    /** What becomes of the accepted rows of a split; the others repeat or contradict an earlier one. */
    private record Decided(BitSet fresh, BitSet seenAgain) {}

    private Decided decide(ReceivedRows rows, int split) {
        tally.arrived(rows);
        Decided decided = new Decided(new BitSet(), new BitSet());
        int count = rows.acceptedRows().size();
        for (int row = 0; row < count; row++) {
            switch (arrived.meet(rows.fingerprint(row), rows.content(row), split)) {
                case FIRST -> decideFirst(rows, row, decided);
                case REPEATED -> tally.repeated++;
                case CONFLICTING -> tally.contradicting++;
            }
        }
        tally.fresh += decided.fresh().cardinality();
        tally.seenAgain += decided.seenAgain().cardinality();
        return decided;
    }

    private void decideFirst(ReceivedRows rows, int row, Decided decided) {
        Fingerprints.Key key = rows.fingerprint(row);
        long content = rows.content(row);
        if (held.isHeldFromElsewhere(key, content, delivery.submission().sha256())) {
            decided.seenAgain().set(row);
            return;
        }
        decided.fresh().set(row);
        if (held.hasOtherVersion(key, content)) {
            contested.add(rows.key(row));
        }
    }

    private RowBuffer sightings(ReceivedRows rows, BitSet seenAgain) {
        RowBuffer sightings = new RowBuffer(StoredShapes.SIGHTING);
        Submission submission = delivery.submission();
        seenAgain.stream()
                .forEach(row -> sightings.add(new Object[] {
                    batch.source(), rows.key(row), rows.contentHash(row), submission.asOf(), submission.sha256()
                }));
        return sightings;
    }

    private RowBuffer sealed(ReceivedRows rows, BitSet fresh) {
        SealedRows sealed = new SealedRows(delivery.submission());
        if (rows.sealed() > 0) {
            fresh.stream().forEach(row -> sealed.add(rows.acceptedRows(), row, SealedRows.CLEAN));
            IntStream.range(0, rows.rejectedRows().size())
                    .forEach(row -> sealed.add(rows.rejectedRows(), row, SealedRows.QUARANTINED));
        }
        synchronized (tally) {
            tally.sealed += sealed.rows().size();
        }
        return sealed.rows();
    }

    /**
     * A key that turned out to have two contents: all its rows go to quarantine. They are read again, only from the
     * splits where they lie, and taken out of what was written.
     */
    private void setConflictsAside() {
        Fingerprints places = new Fingerprints(staging.folder("places"));
        PartWriter rejected = quarantine.writer();
        PartWriter sealed = restricted.writer();
        BitSet again = arrived.splitsInConflict();
        for (int split = again.nextSetBit(0); split >= 0; split = again.nextSetBit(split + 1)) {
            setAside(received(split), places, rejected, sealed);
        }
        long removed = clean.remove(List.of("row_key"), row -> isConflicting(row[0]));
        long unseen = sightings.remove(List.of("row_key"), row -> isConflicting(row[0]));
        if (tally.sealed > 0) {
            tally.sealed -= restricted.remove(List.of("kind", "sheet", "row_number"), row -> isAside(row, places));
        }
        Stream.of(quarantine, restricted).forEach(PartFolder::finish);
        tally.repeated -= tally.conflicting - tally.contradicting - removed - unseen;
        tally.fresh -= removed;
        tally.seenAgain -= unseen;
        contested.removeIf(this::isConflicting);
    }

    private void setAside(ReceivedRows rows, Fingerprints places, PartWriter rejected, PartWriter sealed) {
        RowBuffer quarantined = new RowBuffer(StoredShapes.QUARANTINE);
        SealedRows personal = new SealedRows(delivery.submission());
        RowBuffer accepted = rows.acceptedRows();
        for (int row = 0; row < accepted.size(); row++) {
            if (arrived.isConflicting(rows.fingerprint(row))) {
                quarantined.add(KeyConflict.quarantined(batch.contract(), batch.source(), values(accepted, row)));
                personal.add(accepted, row, SealedRows.QUARANTINED);
                Fingerprints.Key place = Fingerprints.Key.of(rows.origin(row));
                places.table(place).add(place.high(), place.low(), 0, 0);
            }
        }
        tally.conflicting += quarantined.size();
        tally.sealed += personal.rows().size();
        rejected.write(quarantined.all());
        sealed.write(personal.rows().all());
    }

    private static @Nullable Object[] values(RowBuffer accepted, int row) {
        return IntStream.range(0, accepted.shape().columns().size())
                .mapToObj(column -> accepted.value(row, column))
                .toArray();
    }

    private boolean isConflicting(@Nullable Object key) {
        return arrived.isConflicting(Fingerprints.Key.of(String.valueOf(key)));
    }

    /** Personal values of a row that is in clean no more. @param row kind, sheet and number */
    private static boolean isAside(@Nullable Object[] row, Fingerprints places) {
        Object number = row[2];
        if (!SealedRows.CLEAN.equals(row[0]) || number == null) {
            return false;
        }
        Fingerprints.Key place = Fingerprints.Key.of(new Origin(String.valueOf(row[1]), (Long) number));
        return places.table(place).find(place.high(), place.low()) != HashSlots.NONE;
    }

    @Override
    public Tally tally(Submission submission) {
        return tally.tally();
    }

    @Override
    public long sealed(Submission submission) {
        return tally.sealed;
    }

    @Override
    public void writeContested() {
        batch.writeContested(tables, contested);
    }

    @Override
    public void writeClean(Set<String> submissions) {
        adopt(batch.clean(), clean, submissions);
    }

    @Override
    public void writeQuarantine(Set<String> submissions) {
        adopt(StoredShapes.QUARANTINE, quarantine, submissions);
    }

    @Override
    public void writeRestricted(Set<String> submissions) {
        adopt(StoredShapes.RESTRICTED, restricted, submissions);
    }

    @Override
    public void writeSightings(Set<String> submissions) {
        adopt(StoredShapes.SIGHTING, sightings, submissions);
    }

    private void adopt(TableShape shape, PartFolder parts, Set<String> submissions) {
        if (submissions.isEmpty()) {
            tables.ensure(shape);
        } else {
            tables.adopt(shape, parts.parts(), batch.transaction(submissions));
        }
    }

    @Override
    public void close() {
        arrived.close();
        Stream.of(clean, quarantine, restricted, sightings).forEach(PartFolder::close);
        staging.close();
    }
}
