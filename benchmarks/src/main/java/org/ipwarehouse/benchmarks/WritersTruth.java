package org.ipwarehouse.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.samples.any.AnyExport;
import org.ipwarehouse.warehouse.api.ColumnType;

/**
 * The rows that all writers write: for every source a plain CSV of made-up rows ({@code truth/S02.csv}), and all of them
 * with the types of their columns for the scripts ({@code truth.json}). Texts that programs like to spoil (leading zeros,
 * quotes, line breaks, tags) stand in the columns that may hold any text.
 */
final class WritersTruth {
    static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);
    private static final int ROWS = 12;
    private static final int LONGEST_AWKWARD = 40;
    private static final List<String> AWKWARD = List.of(
            "含\"引号\"、逗号,与分号;",
            "第一行\n第二行",
            "<b>加粗</b> & 实体&amp;",
            "00123",
            "尾部有制表位\t之后",
            "3.50",
            "𫖯喆堃䶮㈱①",
            "是",
            "2024-03-05",
            "1e5",
            "‘单引号’'x'",
            "a=b+c");

    private final Contracts contracts;
    private final Path place;

    WritersTruth(Path home, Path place) {
        this.contracts = Contracts.load(home);
        this.place = place;
    }

    void write() throws IOException {
        Files.createDirectories(place.resolve("truth"));
        List<Map<String, Object>> all = new ArrayList<>();
        for (Contract contract : contracts.all()) {
            AnyExport export = AnyExport.of(contract, contracts.codeLists(), AS_OF);
            List<List<String>> rows = rows(contract, export);
            Files.writeString(file(place, contract.source()), csv(export.header(), rows), StandardCharsets.UTF_8);
            all.add(described(contract, rows));
        }
        new ObjectMapper().writeValue(place.resolve("truth.json").toFile(), all);
    }

    static Path file(Path place, String source) {
        return place.resolve("truth").resolve(source + ".csv");
    }

    private static List<List<String>> rows(Contract contract, AnyExport export) {
        List<List<String>> rows = new ArrayList<>();
        for (long seed = 0; seed < Math.min(ROWS, export.rows()); seed++) {
            rows.add(export.row(seed, awkward(contract, (int) seed)));
        }
        return rows;
    }

    private static Map<String, String> awkward(Contract contract, int seed) {
        Map<String, String> cells = new HashMap<>();
        int column = 0;
        for (Field field : contract.fields()) {
            column++;
            if (takesAnyText(contract, field)) {
                cells.put(field.name(), AWKWARD.get((seed + column) % AWKWARD.size()));
            }
        }
        return cells;
    }

    private static boolean takesAnyText(Contract contract, Field field) {
        boolean isKey = contract.key().stream()
                .anyMatch(part -> List.of(part.split("\\|", -1)).contains(field.name()));
        return field.type() == ColumnType.TEXT
                && !isKey
                && field.codeList().isEmpty()
                && field.rules().isEmpty()
                && !field.privacy().isPersonal()
                && (field.maxLength() == 0 || field.maxLength() >= LONGEST_AWKWARD);
    }

    private static Map<String, Object> described(Contract contract, List<List<String>> rows) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Field field : contract.fields()) {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("name", field.name());
            about.put("label", field.labelZh());
            about.put("aliases", field.aliases());
            about.put("type", field.type().name().toLowerCase(Locale.ROOT));
            about.put("required", field.required().name().toLowerCase(Locale.ROOT));
            fields.add(about);
        }
        return Map.of("source", contract.source(), "title", contract.nameZh(), "fields", fields, "rows", rows);
    }

    private static String csv(List<String> header, List<List<String>> rows) {
        StringBuilder text = new StringBuilder(line(header));
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> cells) {
        return String.join(
                        ",",
                        cells.stream()
                                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                .toList())
                + "\r\n";
    }
}
