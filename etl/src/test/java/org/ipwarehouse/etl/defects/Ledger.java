package org.ipwarehouse.etl.defects;

<<<<<<< HEAD
import static java.nio.charset.StandardCharsets.UTF_8;

=======
>>>>>>> w/structure
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
<<<<<<< HEAD
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Cell;
=======
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
>>>>>>> w/structure
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

<<<<<<< HEAD
/**
 * A file of the case ledger (S02) with rows that keep the contract but for the cells that a specification changes. As text
 * or as a workbook; its name says 2026年9月, so that it describes 2026-09-30, unless another is given.
 */
final class Ledger {
    private static final Map<String, String> GOOD = new LinkedHashMap<>();

    static {
        GOOD.put("案件编号", "卫沙市监立〔2026〕12号");
        GOOD.put("案件名称", "某店涉嫌侵犯注册商标专用权案");
        GOOD.put("案件来源", "监督检查");
        GOOD.put("当事人名称", "沙坡头区鼓楼烟酒店");
        GOOD.put("知识产权类型", "商标");
        GOOD.put("违法行为", "侵犯注册商标专用权");
        GOOD.put("办案机构", "区市场监督管理分局");
    }

    private final List<Map<String, String>> rows = new ArrayList<>();
    private String name = "2026年9月案件台账";
    private String title = "";

    private Ledger() {}

    /** A ledger of one row with these cells, as label, cell, label, cell. */
    static Ledger of(String... cells) {
        return new Ledger().row(cells);
    }

    /** One more row; each row has a number of its own unless the cells say another. */
    Ledger row(String... cells) {
        Map<String, String> row = new LinkedHashMap<>(GOOD);
        row.put("案件编号", "卫沙市监立〔2026〕" + (12 + rows.size()) + "号");
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        rows.add(row);
        return this;
    }

    Ledger named(String fileName) {
        name = fileName;
        return this;
    }

    /** A line above the header. */
    Ledger titled(String line) {
        title = line;
        return this;
    }

    private List<String> header() {
        Map<String, String> all = new LinkedHashMap<>();
        rows.forEach(all::putAll);
        return List.copyOf(all.keySet());
    }

    Received csv() {
        StringBuilder text = new StringBuilder(title.isEmpty() ? "" : title + "\n");
        text.append(String.join(",", header())).append('\n');
        for (Map<String, String> row : rows) {
            List<String> cells = new ArrayList<>();
            header().forEach(h -> cells.add('"' + row.getOrDefault(h, "").replace("\"", "\"\"") + '"'));
            text.append(String.join(",", cells)).append('\n');
        }
        return Received.file(name + ".csv", text.toString().getBytes(UTF_8));
    }

    /** A workbook, all cells texts, changed by the specification before it is saved: the workbook and its first row. */
    Received xlsx(BiConsumer<XSSFWorkbook, Row> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("台账");
            fill(sheet.createRow(0), header());
            for (int i = 0; i < rows.size(); i++) {
                Map<String, String> row = rows.get(i);
                fill(sheet.createRow(i + 1), header().stream().map(h -> row.getOrDefault(h, "")).toList());
            }
            change.accept(workbook, sheet.getRow(1));
            workbook.write(bytes);
            return Received.file(name + ".xlsx", bytes.toByteArray());
=======
/** Rows of a case ledger (S02), to be written as text or workbook with whatever is wrong with it. */
final class Ledger {
    static final List<String> HEADER = List.of(
            "序号",
            "案件编号",
            "案件名称",
            "案件来源",
            "立案日期",
            "当事人名称",
            "统一社会信用代码",
            "所属乡镇",
            "知识产权类型",
            "违法行为",
            "罚款",
            "处罚决定日期",
            "办案机构");
    static final int WIDTH = HEADER.size();
    /** Position of 罚款. */
    static final int FINE = 10;

    private Ledger() {}

    /** The n-th case, in order. */
    static List<String> row(int n, String fine) {
        return List.of(
                String.valueOf(n),
                "卫沙市监立〔2026〕" + n + "号",
                "鼓楼烟酒店涉嫌侵犯注册商标专用权案",
                "监督检查",
                "2026-07-01",
                "沙坡头区鼓楼烟酒店",
                "91350100M000100Y43",
                "滨河镇",
                "商标",
                "侵犯注册商标专用权",
                fine,
                "2026-07-20",
                "区市场监督管理分局");
    }

    /** The n-th case with another cell. */
    static List<String> row(int n, String fine, String header, String cell) {
        List<String> row = new ArrayList<>(row(n, fine));
        row.set(HEADER.indexOf(header), cell);
        return row;
    }

    /** A row with a text in one column and nothing else. */
    static List<String> only(int column, String text) {
        List<String> row = blank();
        row.set(column, text);
        return row;
    }

    /** A totals row: the word in the first column, the sum under 罚款. */
    static List<String> total(String word, String sum) {
        List<String> row = only(0, word);
        row.set(FINE, sum);
        return row;
    }

    static List<String> blank() {
        return new ArrayList<>(java.util.Collections.nCopies(WIDTH, ""));
    }

    @SafeVarargs
    static List<List<String>> rows(List<String>... rows) {
        return Arrays.asList(rows);
    }

    static String case_(int n) {
        return "卫沙市监立〔2026〕" + n + "号";
    }

    /** Delimited text; nothing is quoted. */
    static String csv(List<List<String>> rows) {
        return rows.stream().map(row -> String.join(",", row)).collect(Collectors.joining("\n", "", "\n"));
    }

    @SafeVarargs
    static String csv(List<String>... rows) {
        return csv(rows(rows));
    }

    static byte[] workbook(Consumer<XSSFWorkbook> drawing) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            drawing.accept(book);
            book.write(out);
            return out.toByteArray();
>>>>>>> w/structure
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

<<<<<<< HEAD
    private static void fill(Row row, List<String> texts) {
        for (int c = 0; c < texts.size(); c++) {
            Cell cell = row.createCell(c);
            if (!texts.get(c).isEmpty()) {
                cell.setCellValue(texts.get(c));
            }
        }
    }

    /** Column of a label in this ledger's workbook. */
    int column(String label) {
        return header().indexOf(label);
=======
    static Sheet sheet(XSSFWorkbook book, String name, List<List<String>> rows) {
        Sheet sheet = book.createSheet(name);
        for (int r = 0; r < rows.size(); r++) {
            Row row = sheet.createRow(r);
            for (int c = 0; c < rows.get(r).size(); c++) {
                if (!rows.get(r).get(c).isEmpty()) {
                    row.createCell(c).setCellValue(rows.get(r).get(c));
                }
            }
        }
        return sheet;
>>>>>>> w/structure
    }
}
