package org.ipwarehouse.etl.feedback;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.ipwarehouse.etl.read.Remark;

/** 警告: what is odd about the file as a whole; no row was returned for it. */
final class RemarksSheet {
    private final Sheet sheet;
    private final Styles styles;

    RemarksSheet(Workbook book, Styles styles) {
        this.sheet = book.createSheet("警告");
        this.styles = styles;
    }

    void write(Feedback feedback) {
        Row head = sheet.createRow(0);
        int column = 0;
        for (String label : List.of("工作表", "原行号", "代码", "说明")) {
            sheet.setColumnWidth(column, (column == 3 ? 80 : 18) * 256);
            styles.header(head, column++, label);
        }
        int next = 1;
        for (Remark remark : feedback.remarks()) {
            Row row = sheet.createRow(next++);
            long number = remark.origin().row();
            styles.text(row, 0, remark.origin().sheet());
            styles.text(row, 1, number > 0 ? String.valueOf(number) : "");
            styles.text(row, 2, remark.code());
            styles.text(row, 3, remark.message());
        }
    }
}
