package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.ipwarehouse.warehouse.api.RowSource.Split;

/** XLSX, streamed and never written: stored values only, formulas are not computed, hidden rows are rows. */
final class WorkbookReader implements SheetReader {
    private static final long serialVersionUID = 1L;
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    private final String file;
    private final long size;
    private final boolean date1904;

    private WorkbookReader(String file, long size, boolean date1904) {
        this.file = file;
        this.size = size;
        this.date1904 = date1904;
    }

    static WorkbookReader open(Path file) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), OPTIONS)) {
            return new WorkbookReader(file.toString(), Files.size(file), book.isDate1904());
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
        return size;
    }

    @Override
    public boolean date1904() {
        return date1904;
    }

    @Override
    public List<Split> splits(long targetBytes) {
        return List.of(new Split(0, 0, size));
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
        return new ReadableWorkbook(Path.of(file).toFile(), OPTIONS);
    }
}
