package org.ipwarehouse.etl.defects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ipwarehouse.etl.check.ContractJudge;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.read.Recogniser;
import org.ipwarehouse.etl.read.Recognition;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.etl.read.SheetRules;
import org.ipwarehouse.etl.receive.ArchiveLimits;
import org.ipwarehouse.etl.receive.Landing;
import org.ipwarehouse.etl.receive.Unpacked;
import org.ipwarehouse.etl.receive.Unpacking;
import org.ipwarehouse.etl.secret.KeyPurpose;
import org.ipwarehouse.etl.secret.KeyRef;
import org.ipwarehouse.etl.secret.SealAlgorithm;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.SecretKey;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Broken files of every form: each ends in a verdict with a reason, none in a crash, a hang or unbounded memory. The
 * number of inputs is {@code -Dipw.fuzz} (330; the long run by {@code benchmarks/run fuzz}), more files to break lie in
 * the folder {@code -Dipw.fuzz.corpus}. An input that fails is kept in {@code target/fuzz}.
 */
class FuzzSpec {
    private static final int INPUTS = Integer.getInteger("ipw.fuzz", 330);
    private static final long SEED = Long.getLong("ipw.fuzz.seed", 20261008L);
    private static final long PATIENCE_SECONDS = 30;

    private static final Contracts CONTRACTS = Contracts.load(Path.of(".."));
    private static final Recogniser RECOGNISER = new Recogniser(CONTRACTS.all(), SheetRules.load(Path.of("..")));

    private final Map<String, Integer> verdicts = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private ExecutorService worker = Executors.newSingleThreadExecutor(FuzzSpec::daemon);
    private long slowest;
    private String slowestName = "";

    @Test
    void every_broken_file_ends_in_a_verdict_with_a_reason() throws Exception {
        List<FuzzSeeds.Seed> seeds = new ArrayList<>(FuzzSeeds.all());
        String corpus = System.getProperty("ipw.fuzz.corpus", "");
        if (!corpus.isEmpty()) {
            seeds.addAll(FuzzSeeds.of(Path.of(corpus)));
        }
        for (int i = 0; i < seeds.size(); i++) {
            take("seed-" + i + "-" + seeds.get(i).name(), seeds.get(i));
        }
        for (int i = 0; i < INPUTS; i++) {
            FuzzSeeds.Seed sound = seeds.get(i % seeds.size());
            byte[] other = seeds.get((i + 1 + i / seeds.size()) % seeds.size()).bytes();
            byte[] broken = new Mutation(SEED + i).of(sound.bytes(), other);
            take("input-" + i + "-" + sound.name(), new FuzzSeeds.Seed(sound.name(), broken));
        }
        worker.shutdownNow();
        System.out.println("fuzz: " + (INPUTS + seeds.size()) + " inputs, seed " + SEED + ", verdicts " + verdicts
                + ", failures " + failures.size() + ", slowest " + slowest + " ms " + slowestName + ", peak heap "
                + peakHeap() + " MB");
        assertThat(failures).isEmpty();
        assertThat(verdicts).containsKey("read").hasSizeGreaterThan(3);
    }

    @Test
    void every_broken_archive_ends_in_members_or_in_a_refusal_with_a_remedy(@TempDir Path folder) throws IOException {
        KeyRef key = KeyRef.inMemory(KeyPurpose.SEAL, SecretKey.ofHex("5a".repeat(32)));
        Landing landing = new Landing(folder, new SealRule(key, SealAlgorithm.AES_256_GCM));
        byte[] sound = FuzzSeeds.zip("七月/台账.csv", FuzzSeeds.all().get(1).bytes());
        for (int i = 0; i < Math.max(50, INPUTS / 10); i++) {
            Received.Bytes broken = new Received.Bytes(new Mutation(SEED + i).of(sound, sound));
            Unpacked unpacked = new Unpacking(landing, ArchiveLimits.STANDARD).unpack(broken, "a.zip", Instant.EPOCH);
            assertThat(unpacked.isRefused())
                    .as("input %d", i)
                    .isEqualTo(!unpacked.remedy().isEmpty());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fuzz");
        thread.setDaemon(true);
        return thread;
    }

    /** Sum of the greatest use of each part of the heap: not less than what was in use at once. */
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private void take(String label, FuzzSeeds.Seed input) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Future<String> verdict = worker.submit(() -> verdict(input.name(), input.bytes()));
        try {
            verdicts.merge(verdict.get(PATIENCE_SECONDS, TimeUnit.SECONDS), 1, Integer::sum);
        } catch (ExecutionException crash) {
            keep(label, input.bytes(), String.valueOf(crash.getCause()));
        } catch (TimeoutException hang) {
            keep(label, input.bytes(), "no verdict after " + PATIENCE_SECONDS + " s");
            // the one that hangs keeps its thread: those that come after must not wait for it
            worker.shutdownNow();
            worker = Executors.newSingleThreadExecutor(FuzzSpec::daemon);
        }
        long took = (System.nanoTime() - begin) / 1_000_000;
        if (took > slowest) {
            slowest = took;
            slowestName = label;
        }
    }

    private void keep(String label, byte[] bytes, String why) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "fuzz"));
        Path kept = folder.resolve(label);
        Files.write(kept, bytes);
        failures.add(kept + ": " + why);
        System.out.println("fuzz failure: " + kept + ": " + why);
    }

    private static String verdict(String name, byte[] bytes) throws IOException {
        Recognition seen;
        try {
            seen = RECOGNISER.recognise(new Received.Bytes(bytes), name, Received.DAY);
        } catch (Fault fault) {
            throw new IllegalStateException("a fault instead of a verdict: " + fault.getMessage(), fault);
        }
        Recognised file = seen.fold(recognised -> recognised, refused -> null);
        if (file != null) {
            return read(file);
        }
        Recognition.Refused refused = seen.fold(recognised -> null, r -> r);
        boolean said = refused != null
                && CONTRACTS.codeLists().reasons().find(refused.reason()).isPresent()
                && !refused.remedy().isBlank();
        if (!said) {
            throw new IllegalStateException("a refusal without reason or remedy: " + refused);
        }
        return refused.reason();
    }

    private static String read(Recognised file) {
        RowSource source = file.source(
                (contract, sheet) -> ContractJudge.of(contract, CONTRACTS.codeLists(), sheet, Received.KEY));
        Counted rows = new Counted();
        try {
            for (RowSource.Split split : source.splits(1 << 16)) {
                source.read(split, rows);
            }
            return "read";
        } catch (IOException damaged) {
            // found only while rows are read: the intake refuses the submission as a whole
            return "damaged half-way";
        }
    }

    private static final class Counted implements RowSink {
        @Override
        public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
            if (key.isEmpty()) {
                throw new IllegalStateException("accepted without a key at " + origin);
            }
        }

        @Override
        public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {
            if (reasons.isEmpty()) {
                throw new IllegalStateException("rejected without a reason at " + origin);
            }
        }

        @Override
        public void warning(String code, Origin origin, String message) {
            if (CONTRACTS.codeLists().reasons().find(code).isEmpty() || message.isBlank()) {
                throw new IllegalStateException("a remark that the list of reasons does not know: " + code);
            }
        }
    }
}
