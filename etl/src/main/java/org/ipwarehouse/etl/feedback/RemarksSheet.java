package org.ipwarehouse.etl.feedback;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.ipwarehouse.etl.read.Remark;

/** What is odd about the file as a whole, totals that do not agree among it; no row was returned for it. */
final class RemarksSheet {
    private static final int[] WIDTHS = {16, 9, 24, 22, 80};

    private final Sheet sheet;
    private final Styles styles;

    RemarksSheet(Workbook book, Styles styles, String name) {
        this.sheet = book.createSheet(name);
        this.styles = styles;
    }

    void write(List<Remark> remarks, Feedback feedback) {
        Row head = sheet.createRow(0);
        List<String> labels = List.of("工作表", "原行号", "代码", "含义", "说明");
        for (int c = 0; c < labels.size(); c++) {
            sheet.setColumnWidth(c, WIDTHS[c] * 256);
            styles.header(head, c, labels.get(c));
        }
        int next = 1;
        for (Remark remark : remarks) {
            Row row = sheet.createRow(next++);
            long number = remark.origin().row();
            styles.text(row, 0, remark.origin().sheet());
            styles.text(row, 1, number > 0 ? String.valueOf(number) : "");
            styles.text(row, 2, remark.code());
            styles.text(row, 3, feedback.reasonNames().apply(remark.code()));
            styles.text(row, 4, remark.message());
            Styles.fit(row);
        }
        sheet.createFreezePane(0, 1);
        Styles.print(sheet, 0);
    }
}
