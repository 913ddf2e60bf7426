package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.etl.check.ContractJudge;
import org.ipwarehouse.etl.check.TokenKey;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Recogniser;
import org.ipwarehouse.etl.read.Recognition;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.etl.read.SheetRules;
import org.ipwarehouse.etl.receive.ArchiveLimits;
import org.ipwarehouse.etl.receive.Landing;
import org.ipwarehouse.etl.receive.Received;
import org.ipwarehouse.etl.receive.Unpacked;
import org.ipwarehouse.etl.receive.Unpacking;
import org.ipwarehouse.etl.secret.KeyPurpose;
import org.ipwarehouse.etl.secret.KeyRef;
import org.ipwarehouse.etl.secret.SealAlgorithm;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.SecretKey;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.jspecify.annotations.Nullable;

/** What the product says of one strange file: kept, unpacked where it is an archive, recognised, its rows judged. */
final class CorpusFile {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 8);
    private static final Instant AT =
            DAY.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
    private static final TokenKey TOKENS = new TokenKey("00".repeat(32));

    private final Contracts contracts;
    private final Recogniser recogniser;
    private final Landing landing;

    CorpusFile(Path home, Path place) {
        this.contracts = Contracts.load(home);
        this.recogniser = new Recogniser(contracts.all(), SheetRules.load(home));
        KeyRef key = KeyRef.inMemory(KeyPurpose.SEAL, SecretKey.ofHex("5a".repeat(32)));
        this.landing = new Landing(place, new SealRule(key, SealAlgorithm.AES_256_GCM));
    }

    /**
     * The verdicts on a file: its own, or one for each table in an archive.
     *
     * @return reason codes of refusals, {@code read} and the source for files that were judged
     * @throws IllegalStateException where the product breaks its word: a refusal without reason or remedy, a row without
     *     key or reason
     */
    List<String> verdicts(Path file) throws IOException {
        Original original = Original.plain(file);
        String name = String.valueOf(file.getFileName());
        if (!Unpacking.isArchive(original)) {
            return List.of(verdict(original, name));
        }
        Unpacked unpacked = new Unpacking(landing, ArchiveLimits.STANDARD).unpack(original, name, AT);
        if (unpacked.isRefused()) {
            return List.of(said(unpacked.reason(), unpacked.remedy()));
        }
        if (unpacked.members().isEmpty()) {
            return List.of("FILE_TYPE_UNKNOWN");
        }
        List<String> verdicts = new ArrayList<>(List.of("ARCHIVE_UNPACKED"));
        for (Received member : unpacked.members()) {
            verdicts.add(verdict(landing.original(member.sha256()), member.fileName()));
        }
        return verdicts;
    }

    private String verdict(Original original, String name) throws IOException {
        Recognition seen = recogniser.recognise(original, name, DAY);
        Optional<Recognised> file = seen.fold(Optional::of, why -> Optional.empty());
        return file.isPresent() ? judged(file.get()) : seen.fold(found -> "", why -> said(why.reason(), why.remedy()));
    }

    private String said(String reason, String remedy) {
        if (contracts.codeLists().reasons().find(reason).isEmpty() || remedy.isBlank()) {
            throw new IllegalStateException("A refusal without reason or remedy: " + reason + " " + remedy);
        }
        return reason;
    }

    private String judged(Recognised file) throws IOException {
        RowSource source =
                file.source((contract, sheet) -> ContractJudge.of(contract, contracts.codeLists(), sheet, TOKENS));
        for (RowSource.Split split : source.splits(1 << 20)) {
            source.read(split, new Word());
        }
        return "read " + file.contract().source();
    }

    /** Takes rows, and the product by its word. */
    private final class Word implements RowSink {
        @Override
        public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
            if (key.isEmpty()) {
                throw new IllegalStateException("Accepted without a key at " + origin);
            }
        }

        @Override
        public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {
            if (reasons.isEmpty()) {
                throw new IllegalStateException("Rejected without a reason at " + origin);
            }
        }

        @Override
        public void warning(String code, Origin origin, String message) {
            if (contracts.codeLists().reasons().find(code).isEmpty() || message.isBlank()) {
                throw new IllegalStateException("A remark that the list of reasons does not know: " + code);
            }
        }
    }
}
