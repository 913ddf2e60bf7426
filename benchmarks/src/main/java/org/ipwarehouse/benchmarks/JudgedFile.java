package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ipwarehouse.etl.check.ContractJudge;
import org.ipwarehouse.etl.check.TokenKey;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Recogniser;
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
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/** What the door makes of a file: the rows it accepts, those it returns, what it remarks, or why it refuses. */
final class JudgedFile {
    final List<Row> accepted = new ArrayList<>();
    final List<String> returned = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();
    String source = "";
    String refusal = "";
    String remedy = "";

    /** @param values field → value as text, fields without value left out */
    record Row(Origin origin, String key, Map<String, String> values, RowNotes notes) {}

    /** Judges files by the contracts of an installation, as of a day. */
    static final class Door {
        private static final TokenKey TOKENS = new TokenKey("00".repeat(31) + "01");
        private final Contracts contracts;
        private final Recogniser recogniser;
        private final Landing landing;
        private final LocalDate day;

        Door(Path home, Path place, LocalDate day) {
            this.contracts = Contracts.load(home);
            this.recogniser = new Recogniser(contracts.all(), SheetRules.load(home));
            KeyRef key = KeyRef.inMemory(KeyPurpose.SEAL, SecretKey.ofHex("5a".repeat(32)));
            this.landing = new Landing(place, new SealRule(key, SealAlgorithm.AES_256_GCM));
            this.day = day;
        }

        /** One for the file, or one for each file in an archive. */
        List<JudgedFile> judge(Path file) throws IOException {
            Original original = Original.plain(file);
            String name = String.valueOf(file.getFileName());
            if (!Unpacking.isArchive(original)) {
                return List.of(one(original, name));
            }
            Instant at = day.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
            Unpacked unpacked = new Unpacking(landing, ArchiveLimits.STANDARD).unpack(original, name, at);
            if (unpacked.isRefused()) {
                JudgedFile judged = new JudgedFile();
                judged.refuse(unpacked.reason(), unpacked.remedy());
                return List.of(judged);
            }
            List<JudgedFile> members = new ArrayList<>();
            for (Received member : unpacked.members()) {
                members.add(one(landing.original(member.sha256()), member.fileName()));
            }
            return members;
        }

        private JudgedFile one(Original original, String name) throws IOException {
            JudgedFile judged = new JudgedFile();
            Optional<Recognised> found = recogniser
                    .recognise(original, name, day)
                    .fold(Optional::of, why -> {
                        judged.refuse(why.reason(), why.remedy());
                        return Optional.empty();
                    });
            if (found.isPresent()) {
                read(found.get(), judged);
            }
            return judged;
        }

        private void read(Recognised file, JudgedFile judged) throws IOException {
            judged.source = file.contract().source();
            RowSource rows =
                    file.source((contract, sheet) -> ContractJudge.of(contract, contracts.codeLists(), sheet, TOKENS));
            Sink sink = judged.new Sink(rows.shape());
            for (RowSource.Split split : rows.splits(1 << 20)) {
                rows.read(split, sink);
            }
        }
    }

    private void refuse(String reason, String text) {
        refusal = reason;
        remedy = text;
    }

    private final class Sink implements RowSink {
        private final TableShape shape;

        Sink(TableShape shape) {
            this.shape = shape;
        }

        @Override
        public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
            Map<String, String> stated = new TreeMap<>();
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                if (value != null) {
                    stated.put(shape.columns().get(i).name(), value.toString());
                }
            }
            accepted.add(new Row(origin, key, stated, notes));
        }

        @Override
        public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {
            returned.add(origin.sheet() + "!" + origin.row() + " " + reasons + " " + cells);
        }

        @Override
        public void warning(String code, Origin origin, String message) {
            remarks.add(code + "@" + origin.sheet() + "!" + origin.row() + " " + message);
        }
    }
}
