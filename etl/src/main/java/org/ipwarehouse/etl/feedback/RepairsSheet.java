package org.ipwarehouse.etl.feedback;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;

/** 已修复: what was made uniform in accepted rows. Nothing is to be done; the sender sees how his cells were understood. */
final class RepairsSheet {
    private static final int[] WIDTHS = {34, 24, 10, 80};

    private final Sheet sheet;
    private final Styles styles;

    RepairsSheet(Workbook book, Styles styles) {
        this.sheet = book.createSheet("已修复");
        this.styles = styles;
    }

    void write(Feedback feedback) {
        styles.hint(sheet.createRow(0), 0, "已接收的行中，系统统一了下列写法（原值另存，无需处理；理解有误的请更正后重报）");
        Row head = sheet.createRow(1);
        List<String> labels = List.of("修复", "列", "行数", "例（原值 → 入库值）");
        for (int c = 0; c < labels.size(); c++) {
            sheet.setColumnWidth(c, WIDTHS[c] * 256);
            styles.header(head, c, labels.get(c));
        }
        int next = 2;
        for (Repair repair : feedback.details().repairs()) {
            Row row = sheet.createRow(next++);
            styles.text(row, 0, feedback.details().wording().repair(repair.rule()) + "（" + repair.rule() + "）");
            styles.text(row, 1, label(feedback, repair.field()));
            styles.text(row, 2, FeedbackWorkbook.count(repair.rows()));
            styles.text(row, 3, String.join("\n", repair.examples()));
            Styles.fit(row);
        }
        sheet.createFreezePane(0, 2);
        Styles.print(sheet, 1);
    }

    private static String label(Feedback feedback, String field) {
        return feedback.contract()
                .flatMap((Contract contract) -> contract.field(field))
                .map(Field::labelZh)
                .orElse(field);
    }
}
