package org.ipwarehouse.etl.defects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.ipwarehouse.etl.check.ContractJudge;
import org.ipwarehouse.etl.check.TokenKey;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Recogniser;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.etl.read.Recognition.Refused;
import org.ipwarehouse.etl.read.SheetRules;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a file of a department, judged by the contracts of the installation: bytes in; accepted and returned
 * rows, warnings or a refusal out. The file came on 2026-10-08.
 */
final class Received {
    static final LocalDate DAY = LocalDate.of(2026, 10, 8);
    private static final Contracts CONTRACTS = Contracts.load(Path.of(".."));
    private static final ObjectMapper JSON = new ObjectMapper();
    static final TokenKey KEY = new TokenKey("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");

    final Optional<Refused> refused;
    final Optional<Recognised> recognised;
    final List<Accepted> accepted = new ArrayList<>();
    final List<Returned> returned = new ArrayList<>();
    /** {@code CODE@sheet!row message}. */
    final List<String> warnings = new ArrayList<>();

    /** @param values field → value as text, fields without value left out */
    record Accepted(Map<String, String> values, String key, Origin origin, RowNotes notes) {
        String value(String field) {
            return values.getOrDefault(field, "");
        }

        boolean isRepaired(String rule, String field) {
            return List.of(notes.repairs().split(";")).contains(rule + "@" + field);
        }
    }

    record Returned(String cells, Origin origin, List<Rejection> reasons, String sealed) {
        /** Header → cell as it will be returned. */
        Map<String, String> sent() {
            try {
                return JSON.readValue(cells, new TypeReference<LinkedHashMap<String, String>>() {});
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<String> codes() {
            return reasons.stream().map(Rejection::code).toList();
        }
    }

    private Received(Optional<Recognised> recognised, Optional<Refused> refused) {
        this.recognised = recognised;
        this.refused = refused;
    }

    /** A file of text in UTF-8. */
    static Received text(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Received file(String name, byte[] bytes) {
        return file(name, bytes, SheetRules.load(Path.of("..")));
    }

    /** @param rules how sheets are taken apart */
    static Received file(String name, byte[] bytes, SheetRules rules) {
        Received received = new Recogniser(CONTRACTS.all(), rules)
                .recognise(new Bytes(bytes), name, DAY)
                .fold(
                        file -> new Received(Optional.of(file), Optional.empty()),
                        why -> new Received(Optional.empty(), Optional.of(why)));
        received.recognised.ifPresent(received::read);
        return received;
    }

    private void read(Recognised file) {
        RowSource source =
                file.source((contract, sheet) -> ContractJudge.of(contract, CONTRACTS.codeLists(), sheet, KEY));
        Sink sink = new Sink(source.shape());
        try {
            for (RowSource.Split split : source.splits(1 << 20)) {
                source.read(split, sink);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws AssertionError where the file was refused */
    Recognised file() {
        return recognised.orElseThrow(() -> new AssertionError("Refused: " + refused));
    }

    /** @throws AssertionError where the file was not refused */
    Refused refused() {
        return refused.orElseThrow(() -> new AssertionError("Not refused: " + source()));
    }

    /** The only accepted row. @throws AssertionError where there is another number of them */
    Accepted row() {
        if (accepted.size() != 1) {
            throw new AssertionError(accepted.size() + " accepted, returned: " + returned + ", refused: " + refused);
        }
        return accepted.get(0);
    }

    /** Reason codes of the returned rows, one list for each. */
    List<List<String>> codes() {
        return returned.stream().map(Returned::codes).toList();
    }

    /** The message of the first remark with this code. @throws AssertionError where there is none */
    String warning(String code) {
        return warnings.stream()
                .filter(warning -> warning.startsWith(code + "@"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + code + " in " + warnings));
    }

    String source() {
        return recognised.map(file -> file.contract().source()).orElse("");
    }

    List<String> column(String field) {
        return accepted.stream().map(row -> row.value(field)).toList();
    }

    List<String> warningCodes() {
        return warnings.stream().map(w -> w.substring(0, w.indexOf('@'))).toList();
    }

    String refusal() {
        return refused.map(Refused::reason).orElse("");
    }

    String remedy() {
        return refused.map(Refused::remedy).orElse("");
    }

    private final class Sink implements RowSink {
        private final TableShape shape;

        Sink(TableShape shape) {
            this.shape = shape;
        }

        @Override
        public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
            Map<String, String> stated = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                if (value != null) {
                    stated.put(shape.columns().get(i).name(), value.toString());
                }
            }
            accepted.add(new Accepted(stated, key, origin, notes));
        }

        @Override
        public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {
            returned.add(new Returned(cells, origin, reasons, sealed));
        }

        @Override
        public void warning(String code, Origin origin, String message) {
            warnings.add(code + "@" + origin.sheet() + "!" + origin.row() + " " + message);
        }
    }

    /** A file in memory. */
    record Bytes(byte[] bytes) implements Original {
        private static final long serialVersionUID = 1L;

        @Override
        public SeekableByteChannel open() {
            return new SeekableInMemoryByteChannel(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }
}
