package org.ipwarehouse.etl.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small RFC 4180 file in UTF-8 that an analyst keeps, with the line on which each record begins. */
final class CsvTable {

    /** @param line on which it begins, counted from 1 */
    record Row(int line, List<String> cells) {}

    private final String text;
    private final List<Row> rows = new ArrayList<>();
    private int at;
    private int line = 1;

    private CsvTable(String text) {
        this.text = text;
    }

    static List<Row> read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        CsvTable table = new CsvTable(text.startsWith("\uFEFF") ? text.substring(1) : text);
        while (table.at < table.text.length()) {
            table.row();
        }
        return table.rows;
    }

    private void row() {
        int begun = line;
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length()) {
            at++;
            line++;
        }
        if (cells.size() > 1 || !cells.get(0).isEmpty()) {
            rows.add(new Row(begun, cells));
        }
    }

    private String cell() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at).strip();
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                if (at >= text.length() || text.charAt(at) != '"') {
                    break;
                }
            }
            line += c == '\n' ? 1 : 0;
            cell.append(c);
        }
        return cell.toString();
    }
}
