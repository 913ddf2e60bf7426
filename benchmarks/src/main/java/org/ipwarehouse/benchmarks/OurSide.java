package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ipwarehouse.etl.check.ContractJudges;
import org.ipwarehouse.etl.check.RowSecrets;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Recogniser;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.etl.secret.KeyPurpose;
import org.ipwarehouse.etl.secret.KeyRef;
import org.ipwarehouse.etl.secret.SealAlgorithm;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.SecretKey;
import org.ipwarehouse.etl.secret.TokenAlgorithm;
import org.ipwarehouse.etl.secret.TokenRule;
import org.ipwarehouse.warehouse.Warehouses;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.RowSource;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;

/** The product's own path: recognise, judge, store, build. */
final class OurSide {
    static final RegionCode DISTRICT = new RegionCode("640502");
    private static final Instant NOW = Instant.parse("2026-02-01T02:00:00Z");

    private static final long FIRST_TO_LAST =
            ChronoUnit.MONTHS.between(YearMonth.from(WorkFile.FIRST), YearMonth.from(WorkFile.LAST)) + 1;

    private final Contracts contracts;
    private final List<SourceProfile> sources;
    private final LakeSettings settings;

    OurSide(Path home, Path data) {
        this.contracts = Contracts.load(home);
        this.sources = contracts.all().stream().map(Contract::profile).toList();
        this.settings = LakeSettings.of(home, data, DISTRICT, sources, NOW);
    }

    LakeSettings settings() {
        return settings;
    }

    /** Recognises the file and stores its rows. */
    void store(Path file) throws IOException {
        Delivery delivery = delivery(file);
        Child.sayCost("recognised_");
        SubmissionRecord account = Warehouses.intake(settings)
                .store(List.of(delivery), record -> {})
                .get(0);
        Child.say("read", account.rowsRead());
        Child.say("accepted", account.accepted());
        Child.say("rejected", account.quarantined());
        Child.say("repeated", account.repeated());
        Child.say("reasons", account.reasons());
        Child.sayCost("stored_");
    }

    /** Stores files one after another; says what each cost, the first with all that came before it. */
    void storeEach(List<Path> files) throws IOException {
        double before = 0;
        for (int i = 0; i < files.size(); i++) {
            store(files.get(i));
            double now = ProcessFigures.now().cpuSeconds();
            Child.say("file_" + (i + 1) + "_cpu_s", String.format(Locale.ROOT, "%.2f", now - before));
            before = now;
        }
    }

    /** Tokens and sealed rows cost time; they belong to the work that is measured. */
    private static RowSecrets secrets() {
        SecretKey key = SecretKey.ofHex("00".repeat(32));
        return RowSecrets.of(
                new TokenRule(KeyRef.inMemory(KeyPurpose.TOKEN, key), TokenAlgorithm.HMAC_SM3),
                new SealRule(KeyRef.inMemory(KeyPurpose.SEAL, key), SealAlgorithm.AES_256_GCM));
    }

    private Delivery delivery(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Recognised found = new Recogniser(contracts.all())
                .recognise(Original.plain(file), name, LocalDate.of(2026, 2, 1))
                .fold(recognised -> recognised, refused -> {
                    throw new IllegalStateException(refused.toString());
                });
        RowSource rows = found.source(new ContractJudges(contracts.codeLists(), secrets()));
        String id = String.format(java.util.Locale.ROOT, "%064x", name.hashCode() & 0xffffffffL);
        return new Delivery(new Submission(id, name, found.contract().source(), NOW, found.asOf(), months()), rows);
    }

    /** The file reports on all months that its rows may lie in: figures of others would be missing. */
    private static List<String> months() {
        return Stream.iterate(YearMonth.from(WorkFile.FIRST), month -> month.plusMonths(1))
                .limit(FIRST_TO_LAST)
                .map(YearMonth::toString)
                .toList();
    }

    /** Makes the indicators of all months. */
    void build() {
        BuildRequest request =
                new BuildRequest(sources, YearMonth.from(WorkFile.FIRST), YearMonth.from(WorkFile.LAST), NOW);
        long figures =
                Warehouses.refinery(settings).build(request, progress -> {}).figures();
        Child.say("figures", figures);
    }

    /** Reads the rows and judges them, and stores nothing. */
    void judge(Path file) throws IOException {
        RowSource rows = delivery(file).rows();
        Counting sink = new Counting();
        for (RowSource.Split split : rows.splits(32L << 20)) {
            rows.read(split, sink);
        }
        Child.say("accepted", sink.accepted);
        Child.say("rejected", sink.rejected);
    }

    private static final class Counting implements org.ipwarehouse.warehouse.api.RowSink {
        private long accepted;
        private long rejected;

        @Override
        public void accepted(
                @org.jspecify.annotations.Nullable Object[] values,
                String key,
                org.ipwarehouse.warehouse.api.Origin origin,
                org.ipwarehouse.warehouse.api.RowNotes notes) {
            accepted++;
        }

        @Override
        public void rejected(
                String cells,
                org.ipwarehouse.warehouse.api.Origin origin,
                List<org.ipwarehouse.warehouse.api.Rejection> reasons,
                String sealed) {
            rejected++;
        }

        @Override
        public void warning(String code, org.ipwarehouse.warehouse.api.Origin origin, String message) {}
    }
}
