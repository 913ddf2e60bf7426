package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.warehouse.api.RowSource.Split;

/** XLSX, streamed and never written: stored values only, formulas are not computed, hidden rows are rows. */
final class WorkbookReader implements SheetReader {
    private static final long serialVersionUID = 1L;
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    private final Original file;
    private final boolean date1904;

    private WorkbookReader(Original file, boolean date1904) {
        this.file = file;
        this.date1904 = date1904;
    }

    static WorkbookReader open(Original file) throws IOException {
        try (ReadableWorkbook book = book(file)) {
            return new WorkbookReader(file, book.isDate1904());
        } catch (ExcelReaderException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public List<SheetTop> tops() throws IOException {
        List<SheetTop> tops = new ArrayList<>();
        try (ReadableWorkbook book = book()) {
            for (Sheet sheet : book.getSheets().toList()) {
                boolean hidden = sheet.getVisibility() != SheetVisibility.VISIBLE;
                tops.add(new SheetTop(sheet.getIndex(), sheet.getName(), hidden, lines(sheet)));
            }
        } catch (ExcelReaderException e) {
            throw new IOException(e.getMessage(), e);
        }
        return tops;
    }

    private List<SheetTop.Line> lines(Sheet sheet) throws IOException {
        List<SheetTop.Line> lines = new ArrayList<>();
        WorkbookRow row = new WorkbookRow(sheet.getName(), date1904);
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> it = rows.iterator(); it.hasNext() && lines.size() < SheetTop.ROWS; ) {
                row.take(it.next());
                lines.add(new SheetTop.Line(row.number(), row.texts()));
            }
        }
        return lines;
    }

    @Override
    public long bytes() {
        return file.size();
    }

    @Override
    public boolean date1904() {
        return date1904;
    }

    @Override
    public List<Split> splits(long targetBytes) {
        return List.of(new Split(0, 0, file.size()));
    }

    @Override
    public void read(Split split, IntPredicate wanted, RowVisitor visitor) throws IOException {
        try (ReadableWorkbook book = book()) {
            for (Sheet sheet : book.getSheets().toList()) {
                if (wanted.test(sheet.getIndex())) {
                    read(sheet, visitor);
                }
            }
        } catch (ExcelReaderException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void read(Sheet sheet, RowVisitor visitor) throws IOException {
        WorkbookRow row = new WorkbookRow(sheet.getName(), date1904);
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> it = rows.iterator(); it.hasNext(); ) {
                row.take(it.next());
                visitor.row(sheet.getIndex(), row);
            }
        }
    }

    private ReadableWorkbook book() throws IOException {
        return book(file);
    }

    private static ReadableWorkbook book(Original file) throws IOException {
        try (InputStream bytes = file.stream(0)) {
            return new ReadableWorkbook(bytes, OPTIONS);
        }
    }
}
