package org.ipwarehouse.etl.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFDrawing;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.read.ColumnNames;
import org.ipwarehouse.warehouse.api.QuarantinedRow;
import org.ipwarehouse.warehouse.api.Rejection;

/** 退回行: each rejected row as sent, with its reasons; wrong cells are coloured and carry a note. */
final class ReturnedRowsSheet {
    private static final int FIXED = 4;
    /** A sheet ends at row 1,048,576. */
    private static final int MOST_ROWS = 1_000_000;
    /** Notes are kept in memory until the file is written; the reasons stand in their column for every row. */
    private static final int MOST_NOTES = 5_000;

    private final SXSSFSheet sheet;
    private final CreationHelper helper;
    private final Styles styles;
    private final List<String> headers = new ArrayList<>();
    private final Map<String, String> fieldByHeader = new LinkedHashMap<>();
    private int next;
    private int notes;

    ReturnedRowsSheet(SXSSFWorkbook book, Styles styles) {
        this.sheet = book.createSheet("退回行");
        this.helper = helper(book);
        this.styles = styles;
    }

    private static CreationHelper helper(Workbook book) {
        return book.getCreationHelper();
    }

    void write(Feedback feedback) {
        SXSSFDrawing drawing = sheet.createDrawingPatriarch();
        Optional<ColumnNames> names = feedback.contract().map(ColumnNames::new);
        for (QuarantinedRow row : feedback.rows()) {
            if (next == 0) {
                head(row, names);
            }
            if (next > MOST_ROWS) {
                styles.text(sheet.createRow(next), 0, "其余退回行从略，请先改正以上各行。");
                return;
            }
            row(row, drawing);
        }
    }

    private void head(QuarantinedRow first, Optional<ColumnNames> names) {
        Row row = sheet.createRow(next++);
        int column = 0;
        for (String label : List.of("工作表", "原行号", "退回原因", "如何改正")) {
            styles.header(row, column++, label);
        }
        for (String header : first.cells().keySet()) {
            headers.add(header);
            fieldByHeader.put(
                    header, names.flatMap(n -> n.field(header)).map(Field::name).orElse(header));
            styles.header(row, column++, header);
        }
        for (int c = 0; c < column; c++) {
            sheet.setColumnWidth(c, (c == 3 ? 48 : 18) * 256);
        }
        sheet.createFreezePane(0, 1);
    }

    private void row(QuarantinedRow sent, SXSSFDrawing drawing) {
        Row row = sheet.createRow(next++);
        styles.text(row, 0, sent.origin().sheet());
        styles.text(row, 1, String.valueOf(sent.origin().row()));
        styles.text(
                row, 2, sent.reasons().stream().map(Rejection::code).distinct().collect(Collectors.joining(";")));
        styles.text(
                row,
                3,
                sent.reasons().stream().map(Rejection::message).distinct().collect(Collectors.joining("\n")));
        for (int c = 0; c < headers.size(); c++) {
            cell(row, c, sent, drawing);
        }
    }

    private void cell(Row row, int column, QuarantinedRow sent, SXSSFDrawing drawing) {
        String header = headers.get(column);
        String text = sent.cells().getOrDefault(header, "");
        List<Rejection> wrong = sent.reasons().stream()
                .filter(reason -> reason.column().equals(fieldByHeader.get(header))
                        || reason.column().equals(header))
                .toList();
        if (wrong.isEmpty()) {
            styles.text(row, FIXED + column, text);
        } else {
            note(styles.wrong(row, FIXED + column, text), wrong, drawing);
        }
    }

    private void note(Cell cell, List<Rejection> wrong, SXSSFDrawing drawing) {
        if (notes++ >= MOST_NOTES) {
            return;
        }
        ClientAnchor anchor = helper.createClientAnchor();
        // a streamed sheet takes the note's cell from its anchor
        anchor.setCol1(cell.getColumnIndex());
        anchor.setCol2(cell.getColumnIndex() + 4);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 5);
        Comment comment = drawing.createCellComment(anchor);
        String text = wrong.stream().map(r -> r.code() + "：" + r.message()).collect(Collectors.joining("\n"));
        comment.setString(helper.createRichTextString(text));
        comment.setAuthor("ip-warehouse");
        cell.setCellComment(comment);
    }
}
