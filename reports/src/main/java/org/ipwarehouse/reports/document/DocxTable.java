package org.ipwarehouse.reports.document;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.ipwarehouse.reports.bulletin.Block;
import org.ipwarehouse.reports.bulletin.FontPlan.Role;
import org.ipwarehouse.reports.bulletin.Run;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A three-line table: title above, header repeated on each page, rows that never break across pages. */
final class DocxTable {
    /** Widths of rules in eighths of a point: 1.5 pt at head and foot, 0.75 pt below the header. */
    private static final int HEAVY = 12;

    private static final int FINE = 6;
    private static final double LINE = 16;
    /** Tables up to so many rows stay on one page; longer ones may break and repeat their header. */
    static final int KEPT_ROWS = 15;
    /** So many rows of a longer one stay with its header, and so many at its end together. */
    private static final int FIRST_ROWS = 3;

    private final XWPFDocument document;
    private final DocxText text;

    DocxTable(XWPFDocument document, DocxText text) {
        this.document = document;
        this.text = text;
    }

    void write(Block.Grid grid) {
        caption(grid);
        XWPFTable table =
                document.createTable(grid.rows().size() + 1, grid.columns().size());
        layout(table, grid.columns());
        header(table.getRow(0), grid.columns());
        for (int i = 0; i < grid.rows().size(); i++) {
            body(table.getRow(i + 1), grid, grid.rows().get(i));
            boolean isAtAnEnd = i < FIRST_ROWS || i >= grid.rows().size() - FIRST_ROWS;
            boolean isKept = grid.rows().size() <= KEPT_ROWS || isAtAnEnd;
            if (isKept && i + 1 < grid.rows().size()) {
                table.getRow(i + 1).getTableCells().forEach(cell -> DocxText.keepWithNext(cell.getParagraphArray(0)));
            }
        }
        XWPFParagraph after = document.createParagraph();
        DocxText.exactLine(after, 12);
    }

    private void caption(Block.Grid grid) {
        XWPFParagraph caption = document.createParagraph();
        caption.setAlignment(ParagraphAlignment.CENTER);
        DocxText.keepWithNext(caption);
        caption.setSpacingBefore(120);
        DocxText.exactLine(caption, 20);
        text.add(caption, grid.caption(), Role.CAPTION, Paper.CAPTION);
        if (!grid.unit().isEmpty()) {
            XWPFParagraph unit = document.createParagraph();
            unit.setAlignment(ParagraphAlignment.RIGHT);
            DocxText.keepWithNext(unit);
            DocxText.exactLine(unit, LINE);
            text.add(unit, grid.unit(), Role.TABLE, Paper.TABLE);
        }
    }

    private static void layout(XWPFTable table, List<Block.Column> columns) {
        CTTbl xml = table.getCTTbl();
        CTTblPr properties = xml.getTblPr();
        properties.getTblW().setType(STTblWidth.DXA);
        properties.getTblW().setW(BigInteger.valueOf(Paper.TYPE_AREA));
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblBorders borders =
                properties.isSetTblBorders() ? properties.getTblBorders() : properties.addNewTblBorders();
        rule(borders.isSetTop() ? borders.getTop() : borders.addNewTop(), HEAVY);
        rule(borders.isSetBottom() ? borders.getBottom() : borders.addNewBottom(), HEAVY);
        none(borders.isSetLeft() ? borders.getLeft() : borders.addNewLeft());
        none(borders.isSetRight() ? borders.getRight() : borders.addNewRight());
        none(borders.isSetInsideH() ? borders.getInsideH() : borders.addNewInsideH());
        none(borders.isSetInsideV() ? borders.getInsideV() : borders.addNewInsideV());
        var widths = xml.getTblGrid() == null ? xml.addNewTblGrid() : xml.getTblGrid();
        while (widths.sizeOfGridColArray() > 0) {
            widths.removeGridCol(0);
        }
        columns.forEach(column -> widths.addNewGridCol().setW(width(column)));
        table.setCellMargins(20, 40, 20, 40);
    }

    private static BigInteger width(Block.Column column) {
        return BigInteger.valueOf((long) Paper.TYPE_AREA * column.share() / 100);
    }

    private void header(XWPFTableRow row, List<Block.Column> columns) {
        row.setRepeatHeader(true);
        row.setCantSplitRow(true);
        for (int i = 0; i < columns.size(); i++) {
            Block.Column column = columns.get(i);
            XWPFTableCell cell = cell(row, i, column);
            CTTcPr properties = cell.getCTTc().getTcPr();
            rule(properties.addNewTcBorders().addNewBottom(), FINE);
            XWPFParagraph paragraph = paragraph(cell, ParagraphAlignment.CENTER);
            DocxText.keepWithNext(paragraph);
            text.add(paragraph, column.title(), Role.TABLE_HEAD, Paper.TABLE);
        }
    }

    private void body(XWPFTableRow row, Block.Grid grid, Block.Row content) {
        row.setCantSplitRow(true);
        for (int i = 0; i < grid.columns().size(); i++) {
            Block.Column column = grid.columns().get(i);
            XWPFParagraph paragraph = paragraph(cell(row, i, column), alignment(column.align()));
            Role role = content.emphasised() ? Role.TABLE_HEAD : Role.TABLE;
            text.add(paragraph, Run.join(content.cells().get(i)), role, Paper.TABLE);
        }
    }

    private static XWPFTableCell cell(XWPFTableRow row, int index, Block.Column column) {
        XWPFTableCell cell = row.getCell(index);
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        CTTcPr properties = cell.getCTTc().getTcPr();
        var width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(width(column));
        return cell;
    }

    private static XWPFParagraph paragraph(XWPFTableCell cell, ParagraphAlignment alignment) {
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setAlignment(alignment);
        DocxText.exactLine(paragraph, LINE);
        return paragraph;
    }

    private static ParagraphAlignment alignment(Block.Align align) {
        return switch (align) {
            case LEFT -> ParagraphAlignment.LEFT;
            case CENTRE -> ParagraphAlignment.CENTER;
            case RIGHT -> ParagraphAlignment.RIGHT;
        };
    }

    private static void rule(CTBorder border, int eighths) {
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(eighths));
        border.setSpace(BigInteger.ZERO);
        border.setColor("000000");
    }

    private static void none(CTBorder border) {
        border.setVal(STBorder.NONE);
    }
}
