package org.ipwarehouse.etl.defects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

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
                fill(
                        sheet.createRow(i + 1),
                        header().stream().map(h -> row.getOrDefault(h, "")).toList());
            }
            change.accept(workbook, sheet.getRow(1));
            workbook.write(bytes);
            return Received.file(name + ".xlsx", bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
    }
}
