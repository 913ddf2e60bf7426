package org.ipwarehouse.etl.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Workbook;
import org.ipwarehouse.etl.read.ColumnNames;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.etl.read.ReturnSlip;
import org.ipwarehouse.etl.read.SheetPlan;
import org.ipwarehouse.warehouse.api.QuarantinedRow;

/** 退回行: the returned rows under the headers that they were sent with, one sheet for each header and unit. */
final class ReturnedRowsSheet {
    /** A sheet ends at row 1,048,576. */
    private static final int MOST_ROWS = 1_000_000;

    private final Workbook book;
    private final Styles styles;
    private final Map<Kind, ReturnedTable> tables = new LinkedHashMap<>();
    private final NoteBudget notes = new NoteBudget();

    /** Rows that can stand in one table. */
    private record Kind(List<String> headers, String unit) {}

    /** Notes are kept in memory until the file is written; the reasons stand in their column for every row. */
    static final class NoteBudget {
        private int left = 5_000;

        boolean take() {
            return left-- > 0;
        }
    }

    ReturnedRowsSheet(Workbook book, Styles styles) {
        this.book = book;
        this.styles = styles;
    }

    void write(Feedback feedback) {
        long rows = 0;
        for (QuarantinedRow row : feedback.rows()) {
            ReturnedTable table = table(row, feedback);
            if (++rows > MOST_ROWS) {
                table.more("其余退回行从略，请先改正以上各行。");
                break;
            }
            table.row(row);
        }
        tables.values().forEach(ReturnedTable::finish);
    }

    private ReturnedTable table(QuarantinedRow row, Feedback feedback) {
        Kind kind = new Kind(
                new ArrayList<>(row.cells().keySet()), unit(row.origin().sheet(), feedback));
        String name = ReturnSlip.ROWS + (tables.isEmpty() ? "" : String.valueOf(tables.size() + 1));
        return tables.computeIfAbsent(kind, k -> made(name, k, feedback));
    }

    private ReturnedTable made(String name, Kind kind, Feedback feedback) {
        ReturnedTable table = new ReturnedTable(book.createSheet(name), styles, new Explanations(feedback), notes);
        table.begin(kind.headers(), feedback.contract().map(ColumnNames::new), advice(kind, feedback));
        return table;
    }

    private static List<String> advice(Kind kind, Feedback feedback) {
        String made = feedback.record().submission().synthetic() ? "（演示数据）" : "";
        return List.of(
                "退回行" + made + "：只改标色的单元格，保存后把本工作簿原样报回；表头和蓝色列不要改动。",
                kind.unit().isEmpty() ? "" : "金额单位：" + kind.unit());
    }

    /** The money unit that stood above the table which the row came from. */
    private static String unit(String sheet, Feedback feedback) {
        return feedback.details().file().map(Recognised::sheets).orElse(List.of()).stream()
                .filter(plan -> plan.name().equals(sheet))
                .map((SheetPlan plan) -> plan.signs().unit())
                .findFirst()
                .orElse("");
    }
}
