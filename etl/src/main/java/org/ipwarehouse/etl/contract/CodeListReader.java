package org.ipwarehouse.etl.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.etl.EtlErrors;
import org.jspecify.annotations.Nullable;

/** CSV to code list. A code or spelling that stands for two entries on one day is a mistake, never a matter of luck. */
final class CodeListReader {
    private static final List<String> COLUMNS =
            List.of("code", "label", "aliases", "valid_from", "valid_to", "confidence", "note");
    private static final Set<String> NOT_ATTRIBUTES = Set.of("code", "label", "aliases", "valid_from", "valid_to");

    private final Path file;
    private final String shown;
    private final Mistakes mistakes;

    CodeListReader(Path file, String shown, Mistakes mistakes) {
        this.file = file;
        this.shown = shown;
        this.mistakes = mistakes;
    }

    CodeList read(String name) {
        List<CsvTable.Row> rows = rows();
        List<CodeEntry> entries = new ArrayList<>();
        Map<String, CodeEntry> seen = new HashMap<>();
        if (rows.isEmpty() || !rows.get(0).cells().containsAll(COLUMNS)) {
            mistakes.add(shown, 1, "码表第一行应有列 " + String.join(",", COLUMNS));
            return new CodeList(name, entries);
        }
        List<String> header = rows.get(0).cells();
        for (CsvTable.Row row : rows.subList(1, rows.size())) {
            CodeEntry entry = entry(header, row);
            if (entry != null) {
                refuseDoubles(entry, row.line(), seen);
                entries.add(entry);
            }
        }
        return new CodeList(name, entries);
    }

    private List<CsvTable.Row> rows() {
        try {
            return CsvTable.read(file);
        } catch (IOException e) {
            throw EtlErrors.folderUnreadable(file, e);
        }
    }

    private @Nullable CodeEntry entry(List<String> header, CsvTable.Row row) {
        if (row.cells().size() != header.size()) {
            mistakes.add(
                    shown,
                    row.line(),
                    "应有" + header.size() + "列，实有" + row.cells().size() + "列");
            return null;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), row.cells().get(i));
        }
        String code = cells.getOrDefault("code", "");
        String label = cells.getOrDefault("label", "");
        if (code.isEmpty() || label.isEmpty()) {
            mistakes.add(shown, row.line(), "code 和 label 不能为空");
            return null;
        }
        LocalDate from = day(cells.getOrDefault("valid_from", ""), row.line());
        LocalDate to = day(cells.getOrDefault("valid_to", ""), row.line());
        if (from != null && to != null && from.isAfter(to)) {
            mistakes.add(shown, row.line(), "valid_from 晚于 valid_to");
        }
        List<String> aliases = List.of(cells.getOrDefault("aliases", "").split(";")).stream()
                .map(String::strip)
                .filter(a -> !a.isEmpty())
                .toList();
        cells.keySet().removeAll(NOT_ATTRIBUTES);
        return new CodeEntry(code, label, aliases, from, to, cells);
    }

    private @Nullable LocalDate day(String text, int line) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            mistakes.add(shown, line, "不是日期：" + text + "（应为 2026-01-31 的写法）");
            return null;
        }
    }

    private void refuseDoubles(CodeEntry entry, int line, Map<String, CodeEntry> seen) {
        for (String spelling : CodeList.spellings(entry)) {
            CodeEntry other = seen.putIfAbsent(spelling, entry);
            if (other != null && other != entry && other.overlaps(entry)) {
                mistakes.add(shown, line, "“" + spelling + "”已属于 " + other.code() + "，同一日期不能再属于 " + entry.code());
            }
        }
    }
}
