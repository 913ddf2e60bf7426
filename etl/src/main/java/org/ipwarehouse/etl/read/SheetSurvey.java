package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.etl.read.CellFormats.Shown;
import org.ipwarehouse.etl.read.SheetTop.Merge;

/**
 * The first pass over a workbook: reads every sheet to its end, so that what is broken is known before any row is judged,
 * and notes what stands behind the rows: merged areas, and whether the rows are in order.
 */
final class SheetSurvey extends RowFeed {
    /** More are no report: each is kept while the file is read. */
    private static final int MOST_MERGES = 1_000_000;

    private final List<SheetNotes> notes = new ArrayList<>();
    private boolean anyCell;
    private SheetNotes sheet = new SheetNotes(0);

    SheetSurvey(WorkbookRow row, int sheets) {
        super(row);
        for (int i = 0; i < sheets; i++) {
            notes.add(new SheetNotes(i));
        }
    }

    @Override
    void sheet(int index) {
        sheet = notes.get(index);
    }

    @Override
    boolean begin(long number, boolean hidden) {
        sheet.row(number);
        boolean wanted = sheet.lines.size() < SheetTop.ROWS;
        if (wanted) {
            row().begin(number, hidden);
        }
        return wanted;
    }

    @Override
    void end() {
        if (sheet.lines.size() < SheetTop.ROWS) {
            anyCell |= row().hasOwn();
            sheet.lines.add(new SheetTop.Line(row().number(), row().copy()));
        }
    }

    @Override
    void seen() {
        anyCell = true;
    }

    @Override
    void formula(int column, String formula, Shown shown) {
        anyCell = true;
        sheet.formula(column);
        if (sheet.lines.size() < SheetTop.ROWS) {
            row().error(column, "=" + formula);
        }
    }

    @Override
    void merged(Merge area) throws UnreadableFile {
        if (sheet.merges.size() >= MOST_MERGES) {
            throw new UnreadableFile(FileForm.UNSAFE_WORKBOOK, "Too many merged areas");
        }
        sheet.merges.add(area);
    }

    boolean anyCell() {
        return anyCell;
    }

    SheetNotes notes(int index) {
        return notes.get(index);
    }
}
