package org.ipwarehouse.etl.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.warehouse.api.RowSource.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quicktheories.core.Gen;

class CsvRowsSpec {
    /** 罰 is 0xC1 0x50 and 亅 0x81 0x7C ('|') in GB18030; 𫖯 takes four bytes in both encodings. */
    private static final List<String> PIECES = List.of(
            "a", "1", "，", "罰", "亅", "𫖯", ",", "\"", "\"\"", "\n", "\r\n", "\r", ";", "\t", "|", "\\", " ", "中卫");

    private final Path folder;

    CsvRowsSpec(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void quoted_cells_hold_delimiters_quotes_and_line_ends() throws IOException {
        assertThat(rows("a,\"b,c\",\"d\"\"e\"\r\n\"1\n2\",,x\n"))
                .containsExactly(List.of("a", "b,c", "d\"e"), List.of("1\n2", "", "x"));
    }

    @Test
    void a_quote_inside_an_unquoted_cell_is_an_ordinary_character() throws IOException {
        assertThat(rows("12\" 管,b\nc\"d\"\"e,f\n")).containsExactly(List.of("12\" 管", "b"), List.of("c\"d\"\"e", "f"));
    }

    @Test
    void what_follows_a_closing_quote_is_kept_as_it_stands() throws IOException {
        assertThat(rows("\"a\"\"b\"c\"d,e\n")).containsExactly(List.of("a\"bc\"d", "e"));
    }

    @Test
    void every_kind_of_line_end_counts_once_and_the_row_has_the_number_of_its_first_line() throws IOException {
        // lines: 1 a | 2 "b…  3 …c" | 4 (blank) | 5 d | 6 e without line end
        CsvRows rows = CsvRows.of("a\r\n\"b\r\nc\"\r\r\nd\ne".getBytes(UTF_8), 0, utf8());
        List<String> seen = new ArrayList<>();
        while (rows.next()) {
            seen.add(rows.number() + ":" + rows.text(0));
        }
        assertThat(seen).containsExactly("1:a", "2:b\r\nc", "4:", "5:d", "6:e");
    }

    @Test
    void a_row_longer_than_the_buffer_is_one_row() throws IOException {
        String longCell = "长".repeat(400_000);
        assertThat(rows("x," + longCell + ",\"" + longCell + "\ny\"\nz,,"))
                .containsExactly(List.of("x", longCell, longCell + "\ny"), List.of("z", "", ""));
    }

    @Test
    void any_table_written_with_any_quoting_and_cut_anywhere_reads_back_the_same() {
        qt().withExamples(400)
                .forAll(
                        tables(),
                        integers().between(0, 1_000_000),
                        integers().between(1, 40),
                        integers().between(0, 5))
                .checkAssert((table, seed, target, way) -> {
                    Charset charset = way % 2 == 0 ? UTF_8 : Charset.forName("GB18030");
                    String end = List.of("\n", "\r\n", "\r").get(way / 2);
                    assertThat(readBack(write(table, new Random(seed), end).getBytes(charset), target))
                            .isEqualTo(table);
                });
    }

    @Test
    void any_text_at_all_cut_anywhere_gives_the_rows_that_it_gives_in_one_piece() {
        String alphabet = "a,\"\n\r ";
        qt().withExamples(4_000)
                .forAll(
                        lists().of(integers().between(0, alphabet.length() - 1)).ofSizeBetween(0, 14),
                        integers().between(1, 6))
                .checkAssert((picks, target) -> {
                    StringBuilder text = new StringBuilder();
                    picks.forEach(pick -> text.append(alphabet.charAt(pick)));
                    byte[] bytes = text.toString().getBytes(UTF_8);
                    // readBack compares the line numbers, too
                    assertThat(readBack(bytes, target)).isEqualTo(rowsInOnePiece(bytes));
                });
    }

    @Test
    void a_quoted_cell_longer_than_eight_megabytes_is_damage_and_the_rows_after_it_are_read() throws IOException {
        String text = "x,\"" + "y".repeat(CsvRows.LONGEST + 1) + "\nb\",1\nc,d\n";
        byte[] bytes = text.getBytes(UTF_8);
        CsvRows rows = CsvRows.of(bytes, 0, utf8());
        List<String> seen = new ArrayList<>();
        while (rows.next()) {
            String shown = rows.text(1);
            seen.add(rows.number() + ":" + rows.text(0) + ":" + rows.damage() + ":" + shown.length());
        }
        // the quote opens nothing: its line is a row of its own, too long, and of its second cell 200 bytes are kept
        assertThat(seen).containsExactly("1:x:TOO_LONG:200", "2:b\":null:1", "3:c:null:1");
        RowIndex index = RowIndex.of(Original.plain(Files.write(folder.resolve("long.csv"), bytes)), utf8(), 1);
        // line 2 begins after x," and the y's and a line feed; line 3 after b",1 and its line feed
        long second = 3 + CsvRows.LONGEST + 1 + 1;
        assertThat(index.offsets()).containsExactly(0, second, second + 5);
    }

    @Test
    void a_line_that_never_ends_is_one_damaged_row_in_bounded_memory() throws IOException {
        long length = 100L << 20;
        java.io.InputStream endless = new java.io.InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'z' : -1;
            }

            @Override
            public int read(byte[] to, int from, int most) {
                int n = (int) Math.min(most, left);
                java.util.Arrays.fill(to, from, from + Math.max(n, 0), (byte) 'z');
                left -= n;
                return n > 0 ? n : -1;
            }
        };
        CsvRows rows = new CsvRows(endless, utf8(), 1);
        assertThat(rows.next()).isTrue();
        assertThat(rows.damage()).isEqualTo(RowDamage.TOO_LONG);
        assertThat(rows.bufferSize()).isLessThan(64 << 20);
        assertThat(rows.next()).isFalse();
    }

    @Test
    void a_row_of_more_cells_than_a_workbook_has_columns_is_damaged() throws IOException {
        CsvRows rows = CsvRows.of((",".repeat(CsvRows.MOST_CELLS) + "\na,b\n").getBytes(UTF_8), 0, utf8());
        assertThat(rows.next()).isTrue();
        assertThat(rows.damage()).isEqualTo(RowDamage.TOO_LONG);
        assertThat(rows.next()).isTrue();
        assertThat(cells(rows)).containsExactly("a", "b");
        assertThat(rows.damage()).isNull();
    }

    private static List<List<String>> rowsInOnePiece(byte[] bytes) {
        try {
            CsvRows rows = CsvRows.of(bytes, 0, utf8());
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                all.add(cells(rows));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<List<String>> readBack(byte[] bytes, int target) {
        try {
            Path file = Files.write(folder.resolve("table.csv"), bytes);
            // quotes and commas in cells can make another delimiter look better: the property is about cutting
            TextCode code =
                    TextCode.UTF_8.firstBad(bytes, 0, bytes.length) == bytes.length ? TextCode.UTF_8 : TextCode.GB18030;
            RowIndex index = RowIndex.of(Original.plain(file), new TextDialect(code, 0, (byte) ',', true), 1);
            List<List<String>> rows = new ArrayList<>();
            List<Long> numbers = new ArrayList<>();
            for (Split split : TextReader.of(Original.plain(file), new TextDialect(code, 0, (byte) ',', true), index)
                    .splits(target)) {
                read(file, code, index, split, rows, numbers);
            }
            assertThat(numbers).isEqualTo(numbersInOnePiece(bytes, code));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(
            Path file, TextCode code, RowIndex index, Split split, List<List<String>> rows, List<Long> numbers)
            throws IOException {
        TextReader reader = TextReader.of(Original.plain(file), new TextDialect(code, 0, (byte) ',', true), index);
        reader.read(split, sheet -> true, (sheet, row) -> {
            rows.add(cells(row));
            numbers.add(row.number());
        });
    }

    private static List<Long> numbersInOnePiece(byte[] bytes, TextCode code) throws IOException {
        CsvRows rows = CsvRows.of(bytes, 0, new TextDialect(code, 0, (byte) ',', true));
        List<Long> numbers = new ArrayList<>();
        while (rows.next()) {
            numbers.add(rows.number());
        }
        return numbers;
    }

    private static Gen<List<List<String>>> tables() {
        Gen<String> cells = lists().of(integers().between(0, PIECES.size() - 1))
                .ofSizeBetween(0, 4)
                .map(picks -> String.join("", picks.stream().map(PIECES::get).toList()))
                // a cell of blanks only is empty by definition
                .map(cell -> cell.isBlank() ? "" : cell);
        return lists().of(lists().of(cells).ofSizeBetween(2, 4)).ofSizeBetween(1, 6);
    }

    /** Quotes what must be quoted, and by chance what need not be. */
    private static String write(List<List<String>> table, Random chance, String lineEnd) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : table) {
            List<String> cells = new ArrayList<>();
            for (String cell : row) {
                boolean must = cell.startsWith("\"") || cell.matches("(?s).*[,\r\n].*");
                cells.add(must || chance.nextBoolean() ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
            }
            text.append(String.join(",", cells)).append(lineEnd);
        }
        return text.toString();
    }

    private static List<List<String>> rows(String text) throws IOException {
        CsvRows rows = CsvRows.of(text.getBytes(UTF_8), 0, utf8());
        List<List<String>> all = new ArrayList<>();
        while (rows.next()) {
            all.add(cells(rows));
        }
        return all;
    }

    private static List<String> cells(SheetRow row) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < row.cells(); c++) {
            cells.add(row.text(c));
        }
        return cells;
    }

    private static TextDialect utf8() {
        return new TextDialect(TextCode.UTF_8, 0, (byte) ',', true);
    }
}
