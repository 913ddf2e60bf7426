package org.ipwarehouse.etl.defects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
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
    private static final Recogniser RECOGNISER = new Recogniser(CONTRACTS.all());
    private static final TokenKey KEY =
            new TokenKey("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");

    final Optional<Refused> refused;
    final Optional<Recognised> recognised;
    final List<Accepted> accepted = new ArrayList<>();
    final List<Returned> returned = new ArrayList<>();
    /** {@code CODE@sheet!row message}. */
    final List<String> warnings = new ArrayList<>();

    /** @param values field → value as text, fields without value left out */
    record Accepted(Map<String, String> values, Origin origin, RowNotes notes) {
        String value(String field) {
            return values.getOrDefault(field, "");
        }

        boolean isRepaired(String rule, String field) {
            return List.of(notes.repairs().split(";")).contains(rule + "@" + field);
        }
    }

    record Returned(String cells, Origin origin, List<Rejection> reasons) {
        List<String> codes() {
            return reasons.stream().map(Rejection::code).toList();
        }
    }

    private Received(Optional<Recognised> recognised, Optional<Refused> refused) {
        this.recognised = recognised;
        this.refused = refused;
    }

    static Received file(String name, byte[] bytes) {
        Received received = RECOGNISER
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
            accepted.add(new Accepted(stated, origin, notes));
        }

        @Override
        public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {
            returned.add(new Returned(cells, origin, reasons));
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
