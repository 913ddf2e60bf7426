package org.ipwarehouse.warehouse.internal.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reference table as a CSV file (RFC 4180, UTF-8, one header line).
 *
 * @param header column names in their order
 * @param rows the lines after the header
 */
public record CsvFile(Path file, List<String> header, List<Line> rows) {

    /**
     * @param number line in the file, counted from 1
     * @param cells value by column, "" where blank
     */
    public record Line(int number, Map<String, String> cells) {
        public String text(String column) {
            String value = cells.get(column);
            if (value == null) {
                throw new IllegalArgumentException("No column '" + column + "' among " + cells.keySet());
            }
            return value;
        }

        public boolean isBlank(String column) {
            return text(column).isBlank();
        }
    }

    public CsvFile {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** Reads a file. A line with another number of cells than the header is a fault with its line. */
    public static CsvFile read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw DefinitionErrors.unreadable(file, unreadable);
        }
        return new Parser(file, text.startsWith("\uFEFF") ? text.substring(1) : text).parse();
    }

    private static final class Parser {
        private final Path file;
        private final String text;
        private int at;
        private int line = 1;

        Parser(Path file, String text) {
            this.file = file;
            this.text = text;
        }

        CsvFile parse() {
            List<String> header = record();
            List<Line> rows = new ArrayList<>();
            while (at < text.length()) {
                int number = line;
                List<String> cells = record();
                if (cells.size() == 1 && cells.get(0).isEmpty()) {
                    continue;
                }
                rows.add(new Line(number, named(header, cells, number)));
            }
            return new CsvFile(file, header, rows);
        }

        private Map<String, String> named(List<String> header, List<String> cells, int number) {
            if (cells.size() != header.size()) {
                throw DefinitionErrors.wrong(
                        file, number, "有 " + cells.size() + " 格，表头有 " + header.size() + " 列", "请补齐或删去多余的逗号。");
            }
            Map<String, String> named = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                named.put(header.get(i), cells.get(i));
            }
            return named;
        }

        private List<String> record() {
            List<String> cells = new ArrayList<>();
            cells.add(cell());
            while (at < text.length() && text.charAt(at) == ',') {
                at++;
                cells.add(cell());
            }
            endOfRecord();
            return cells;
        }

        private void endOfRecord() {
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
                line++;
            }
        }

        private String cell() {
            return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
        }

        private String plain() {
            int from = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(from, at);
        }

        private String quoted() {
            StringBuilder cell = new StringBuilder();
            int opened = line;
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"' && !doubled()) {
                    at++;
                    return cell.toString();
                }
                line += c == '\n' ? 1 : 0;
                cell.append(c);
            }
            throw DefinitionErrors.wrong(file, opened, "引号没有结束", "请在该格末尾补上引号。");
        }

        private boolean doubled() {
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == '"';
            at += doubled ? 1 : 0;
            return doubled;
        }
    }
}
