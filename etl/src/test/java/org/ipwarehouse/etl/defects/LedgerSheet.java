package org.ipwarehouse.etl.defects;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Rows of a case ledger (S02), to be written as text or workbook with whatever is wrong with it. */
final class LedgerSheet {
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

    private LedgerSheet() {}

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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
    }
}
