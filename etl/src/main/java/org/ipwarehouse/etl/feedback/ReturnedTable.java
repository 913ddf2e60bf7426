package org.ipwarehouse.etl.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.read.ColumnNames;
import org.ipwarehouse.etl.read.ReturnColumns;
import org.ipwarehouse.warehouse.api.QuarantinedRow;
import org.ipwarehouse.warehouse.api.Rejection;

/** Returned rows of one header: each as sent, with its reasons beside it; wrong cells are coloured and carry a note. */
final class ReturnedTable {
    private static final List<String> OURS =
            List.of(ReturnColumns.SHEET, ReturnColumns.ROW, ReturnColumns.REASONS, ReturnColumns.REMEDY);
    private static final int[] OUR_WIDTHS = {12, 8, 26, 48};
    private static final int REASONS = 2;
    private static final int NARROWEST = 11;
    private static final int WIDEST = 34;

    private final Sheet sheet;
    private final Styles styles;
    private final Explanations words;
    private final ReturnedRowsSheet.NoteBudget notes;
    private final CreationHelper helper;
    private final Drawing<?> drawing;
    private final List<String> headers = new ArrayList<>();
    private final Map<String, String> fieldByHeader = new HashMap<>();
    private int next;
    private int header;

    ReturnedTable(Sheet sheet, Styles styles, Explanations words, ReturnedRowsSheet.NoteBudget notes) {
        this.sheet = sheet;
        this.styles = styles;
        this.words = words;
        this.notes = notes;
        this.helper = sheet.getWorkbook().getCreationHelper();
        this.drawing = sheet.createDrawingPatriarch();
    }

    /** @param advice lines above the header */
    void begin(List<String> sent, Optional<ColumnNames> names, List<String> advice) {
        for (String line : advice) {
            styles.hint(sheet.createRow(next++), 0, line);
        }
        header = next;
        Row row = sheet.createRow(next++);
        int column = 0;
        for (String label : OURS) {
            sheet.setColumnWidth(column, OUR_WIDTHS[column] * 256);
            styles.ours(row, column++, label);
        }
        for (String label : sent) {
            headers.add(label);
            fieldByHeader.put(
                    label, names.flatMap(n -> n.field(label)).map(Field::name).orElse(label));
            sheet.setColumnWidth(column, Math.min(WIDEST, Math.max(NARROWEST, label.length() * 2 + 2)) * 256);
            styles.header(row, column++, label);
        }
        styles.ours(row, column, ReturnColumns.SEALED);
        sheet.setColumnHidden(column, true);
        Styles.fit(row);
    }

    void row(QuarantinedRow sent) {
        Row row = sheet.createRow(next++);
        styles.text(row, 0, sent.origin().sheet());
        styles.text(row, 1, String.valueOf(sent.origin().row()));
        boolean marked = false;
        for (int c = 0; c < headers.size(); c++) {
            marked |= cell(row, OURS.size() + c, headers.get(c), sent);
        }
        if (marked) {
            styles.text(row, REASONS, words.names(sent.reasons()));
        } else {
            // what strikes the row as a whole has no cell to be marked
            styles.wrong(row, REASONS, words.names(sent.reasons()));
        }
        styles.text(row, REASONS + 1, words.remedies(sent.reasons()));
        styles.whole(row, OURS.size() + headers.size(), sent.sealed());
        Styles.fit(row);
    }

    private boolean cell(Row row, int column, String label, QuarantinedRow sent) {
        String text = sent.cells().getOrDefault(label, "");
        List<Rejection> wrong = sent.reasons().stream()
                .filter(reason -> reason.column().equals(fieldByHeader.get(label))
                        || reason.column().equals(label))
                .toList();
        if (wrong.isEmpty()) {
            styles.text(row, column, text);
            return false;
        }
        note(styles.wrong(row, column, text), words.note(wrong));
        return true;
    }

    private void note(Cell cell, String text) {
        if (!notes.take()) {
            return;
        }
        ClientAnchor anchor = helper.createClientAnchor();
        // a streamed sheet takes the note's cell from its anchor
        anchor.setCol1(cell.getColumnIndex());
        anchor.setCol2(cell.getColumnIndex() + 4);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 7);
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(helper.createRichTextString(text));
        comment.setAuthor("ip-warehouse");
        cell.setCellComment(comment);
    }

    void more(String text) {
        styles.hint(sheet.createRow(next++), 0, text);
    }

    void finish() {
        sheet.createFreezePane(2, header + 1);
        Styles.printWide(sheet, header, 2);
    }
}
