package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipwarehouse.etl.check.ContractJudge;
import org.ipwarehouse.etl.check.TokenKey;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.ExportSource;
import org.ipwarehouse.etl.read.JudgeFactory;
import org.ipwarehouse.etl.read.Recogniser;
import org.ipwarehouse.samples.any.AnyExport;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource.Split;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A made-up export of any contract is recognised as that contract's, and each of its rows is accepted. */
class AnyExportSpec {
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);
    private static final Contracts CONTRACTS = Contracts.load(Installation.HOME);
    private static final int ROWS = 20;

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> every_contract_accepts_the_rows_made_from_it() {
        return CONTRACTS.all().stream()
                .map(contract -> DynamicTest.dynamicTest(contract.source(), () -> isAccepted(contract)))
                .toList();
    }

    private void isAccepted(Contract contract) throws IOException {
        AnyExport export = AnyExport.of(contract, CONTRACTS.codeLists(), AS_OF);
        long rows = Math.min(ROWS, export.rows());
        Heard heard = new Heard();
        ExportSource source = recognised(contract, export, rows);
        for (Split split : source.splits(Long.MAX_VALUE)) {
            source.read(split, heard);
        }
        assertThat(heard.rejected).isEmpty();
        assertThat(heard.keys).hasSize((int) rows);
        assertThat(heard.accepted).isEqualTo(rows);
    }

    private ExportSource recognised(Contract contract, AnyExport export, long rows) throws IOException {
        String name = contract.source() + "_2026年09月.csv";
        Path file = Files.writeString(folder.resolve(name), csv(export, rows), StandardCharsets.UTF_8);
        JudgeFactory judges = (found, sheet) ->
                ContractJudge.of(found, CONTRACTS.codeLists(), sheet, new TokenKey("00".repeat(31) + "01"));
        return new Recogniser(CONTRACTS.all())
                .recognise(Original.plain(file), name, AS_OF)
                .fold(
                        found -> {
                            assertThat(found.contract().source()).isEqualTo(contract.source());
                            return found.source(judges);
                        },
                        refused -> {
                            throw new AssertionError(refused.toString());
                        });
    }

    private static String csv(AnyExport export, long rows) {
        StringBuilder text = new StringBuilder(line(export.header()));
        for (long seed = 0; seed < rows; seed++) {
            text.append(line(export.row(seed)));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return String.join(
                        ",",
                        cells.stream()
                                .map(c -> '"' + c.replace("\"", "\"\"") + '"')
                                .toList()) + "\r\n";
    }

    private static final class Heard implements RowSink {
        final Set<String> keys = new HashSet<>();
        final List<String> rejected = new ArrayList<>();
        long accepted;

        @Override
        public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
            accepted++;
            keys.add(key);
        }

        @Override
        public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {
            rejected.add(origin + " " + reasons);
        }

        @Override
        public void warning(String code, Origin origin, String message) {}
    }
}
