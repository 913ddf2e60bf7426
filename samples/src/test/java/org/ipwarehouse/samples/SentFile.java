package org.ipwarehouse.samples;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.ipwarehouse.etl.read.RawRow.CellKind;

/**
 * A sample file read back without any code of the generator: commons-csv and fastexcel-reader, and the eye's rules for
 * title, header, totals and footer.
 */
final class SentFile {
    private static final LocalDate SPREADSHEET_ZERO = LocalDate.of(1899, 12, 30);

    /** One cell: what kind of value the file holds, and its text. */
    record Value(CellKind kind, String text) {
        static final Value EMPTY = new Value(CellKind.EMPTY, "");

        static Value text(String text) {
            return text.isBlank() ? EMPTY : new Value(CellKind.TEXT, text);
        }
    }

    final List<String> above = new ArrayList<>();
    final List<String> headers = new ArrayList<>();
    final List<List<Value>> rows = new ArrayList<>();
    List<Value> totals = List.of();

    static SentFile read(Path path) throws IOException {
        SentFile file = new SentFile();
        if (path.toString().endsWith(".xlsx")) {
            file.workbook(path);
        } else {
            file.text(decoded(Files.readAllBytes(path)));
        }
        return file;
    }

    static String decoded(byte[] bytes) throws CharacterCodingException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return Charset.forName("GB18030")
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    private void text(String content) throws IOException {
        List<CSVRecord> records =
                CSVFormat.RFC4180.parse(new StringReader(content)).getRecords();
        records.get(0).forEach(headers::add);
        for (CSVRecord record : records.subList(1, records.size())) {
            rows.add(record.stream().map(Value::text).toList());
        }
    }

    private void workbook(Path path) throws IOException {
        List<List<Value>> lines = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(path.toFile());
                Stream<Row> all = book.getFirstSheet().openStream()) {
            all.forEach(row -> lines.add(line(row)));
        }
        int header = 0;
        while (lines.get(header).stream()
                        .filter(v -> v.kind() != CellKind.EMPTY)
                        .count()
                < 2) {
            above.add(lines.get(header).get(0).text());
            header++;
        }
        // a merged group fills only its first cell
        boolean groups = lines.get(header).stream().anyMatch(v -> v.kind() == CellKind.EMPTY);
        header(lines.get(header), groups ? lines.get(header + 1) : List.of());
        for (List<Value> line : lines.subList(header + (groups ? 2 : 1), lines.size())) {
            below(line);
        }
    }

    private void header(List<Value> upper, List<Value> lower) {
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            String below = i < lower.size() ? lower.get(i).text() : "";
            headers.add(below.isEmpty() ? upper.get(i).text() : below);
        }
    }

    private void below(List<Value> line) {
        String first = line.get(0).text();
        if (first.equals("合计")) {
            totals = line;
        } else if (!first.startsWith("填表人")) {
            rows.add(line);
        }
    }

    private static List<Value> line(Row row) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            values.add(row.getOptionalCell(i).map(SentFile::value).orElse(Value.EMPTY));
        }
        return values;
    }

    private static Value value(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            boolean day = Integer.valueOf(14).equals(cell.getDataFormatId());
            String raw = cell.getRawValue();
            return day
                    ? new Value(
                            CellKind.DATE,
                            SPREADSHEET_ZERO.plusDays(Long.parseLong(raw)).toString())
                    : new Value(CellKind.NUMBER, raw);
        } else if (cell.getType() == CellType.ERROR) {
            return new Value(CellKind.ERROR, String.valueOf(cell.getValue()));
        }
        return Value.text(cell.getText());
    }
}
