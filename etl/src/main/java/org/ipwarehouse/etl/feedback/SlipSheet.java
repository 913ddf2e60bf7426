package org.ipwarehouse.etl.feedback;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.ipwarehouse.etl.read.ReturnSlip;
import org.ipwarehouse.warehouse.api.Submission;

/** The hidden sheet by which a corrected workbook is known again when it is sent back as it is. */
final class SlipSheet {
    private SlipSheet() {}

    static void write(Workbook book, Styles styles, Submission submission) {
        Sheet sheet = book.createSheet(ReturnSlip.SHEET);
        ReturnSlip slip =
                new ReturnSlip(submission.sha256(), submission.source(), submission.asOf(), submission.months());
        int next = 0;
        for (List<String> line : slip.lines()) {
            Row row = sheet.createRow(next++);
            styles.text(row, 0, line.get(0));
            styles.text(row, 1, line.get(1));
        }
        book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }
}
