package org.ipwarehouse.etl.defects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.etl.check.ContractJudge;
import org.ipwarehouse.etl.check.TokenKey;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Recogniser;
import org.ipwarehouse.etl.read.Recognition;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.etl.read.Recognition.Refused;
import org.ipwarehouse.etl.read.Remark;
import org.ipwarehouse.etl.read.SheetRules;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.jspecify.annotations.Nullable;

/**
 * A department's file as this module takes it in: bytes and a name go in; what became of the file and of each row comes
 * out. The contracts, code lists and sheet rules are the real ones. Received on 8 October 2026.
 */
public final class Received {
    public static final LocalDate DAY = LocalDate.of(2026, 10, 8);
    public static final TokenKey KEY = new TokenKey("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");

    private static final Contracts CONTRACTS = Contracts.load(Path.of(".."));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable Recognised file;
    private final @Nullable Refused refused;
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Remark> warnings = new ArrayList<>();

    /** An accepted row: column of the clean table → value. */
    public record Accepted(Map<String, Object> values, String key, Origin origin, RowNotes notes) {
        public String text(String column) {
            return String.valueOf(values.get(column));
        }
    }

    /** A row that goes to quarantine: header → cell as it will be returned. */
    public record Rejected(Origin origin, Map<String, String> cells, List<Rejection> reasons, String sealed) {
        public List<String> codes() {
            return reasons.stream().map(Rejection::code).toList();
        }
    }

    private Received(Recognition recognition) {
        this.file = recognition.fold(f -> f, r -> null);
        this.refused = recognition.fold(f -> null, r -> r);
    }

    /** Takes in text in UTF-8. */
    public static Received text(String fileName, String text) {
        return of(fileName, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes in a file under the rules that this repository ships. */
    public static Received of(String fileName, byte[] bytes) {
        return of(fileName, bytes, SheetRules.load(Path.of("..")));
    }

    public static Received of(String fileName, byte[] bytes, SheetRules rules) {
        try {
            Path kept = Files.createTempFile("received", ".bin");
            try {
                Files.write(kept, bytes);
                return read(fileName, Original.plain(kept), rules);
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Received read(String fileName, Original original, SheetRules rules) throws IOException {
        Received received = new Received(new Recogniser(CONTRACTS.all(), rules).recognise(original, fileName, DAY));
        if (received.file != null) {
            RowSource rows = received.file.source(
                    (contract, sheet) -> ContractJudge.of(contract, CONTRACTS.codeLists(), sheet, KEY));
            for (RowSource.Split split : rows.splits(1 << 20)) {
                rows.read(split, received.new Sink(rows));
            }
        }
        return received;
    }

    /** @throws AssertionError where the file was refused */
    public Recognised file() {
        if (file == null) {
            throw new AssertionError("Refused: " + refused);
        }
        return file;
    }

    public Optional<Refused> refusal() {
        return Optional.ofNullable(refused);
    }

    /** @throws AssertionError where the file was not refused */
    public Refused refused() {
        return refusal()
                .orElseThrow(() ->
                        new AssertionError("Not refused: " + file().contract().source()));
    }

    public List<Accepted> accepted() {
        file();
        return List.copyOf(accepted);
    }

    /** The only accepted row. @throws AssertionError where there is another number of them */
    public Accepted row() {
        if (accepted().size() != 1) {
            throw new AssertionError(accepted.size() + " accepted, rejected: " + rejected);
        }
        return accepted.get(0);
    }

    /** One column of all accepted rows, as text. */
    public List<String> column(String name) {
        return accepted().stream().map(row -> row.text(name)).toList();
    }

    public List<Rejected> rejected() {
        file();
        return List.copyOf(rejected);
    }

    /** Reason codes of the rejected rows, one list for each. */
    public List<List<String>> codes() {
        return rejected().stream().map(Rejected::codes).toList();
    }

    public List<Remark> warnings() {
        file();
        return List.copyOf(warnings);
    }

    /** Codes of the remarks on the file. */
    public List<String> warned() {
        return warnings().stream().map(Remark::code).toList();
    }

    /** The message of the first remark with this code. @throws AssertionError where there is none */
    public String warning(String code) {
        return warnings().stream()
                .filter(remark -> remark.code().equals(code))
                .map(Remark::message)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + code + " in " + warned()));
    }

    private final class Sink implements RowSink {
        private final List<Column> columns;

        Sink(RowSource rows) {
            this.columns = rows.shape().columns();
        }

        @Override
        public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
            Map<String, Object> byColumn = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                byColumn.put(columns.get(i).name(), values[i]);
            }
            accepted.add(new Accepted(byColumn, key, origin, notes));
        }

        @Override
        public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {
            try {
                Map<String, String> byHeader =
                        JSON.readValue(cells, new TypeReference<LinkedHashMap<String, String>>() {});
                rejected.add(new Rejected(origin, byHeader, reasons, sealed));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void warning(String code, Origin origin, String message) {
            warnings.add(new Remark(code, origin, message));
        }
    }
}
