package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Book.BookSheet;
import org.ipwarehouse.etl.read.Book.Trait;
import org.ipwarehouse.etl.read.CellFormats.Shown;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.RowSource.Split;

/**
 * Workbooks of every form, streamed and never written: stored values only, hidden rows are rows, merged cells are filled
 * downwards. When it is opened the whole file is read once: a file that breaks half-way is refused before any row is
 * judged.
 */
final class WorkbookReader implements SheetReader {
    private static final long serialVersionUID = 1L;

    private final Original file;
    private final FileForm form;
    private final boolean date1904;
    private final ArrayList<SheetNote> sheets = new ArrayList<>();
    private final ArrayList<Remark> remarks = new ArrayList<>();

    /** What later passes need to know of a sheet. */
    private record SheetNote(String name, boolean ordered, MergedDown merges, ComputedCells computed)
            implements java.io.Serializable {}

    private transient List<SheetTop> tops = List.of();

    private WorkbookReader(Original file, FileForm form, boolean date1904) {
        this.file = file;
        this.form = form;
        this.date1904 = date1904;
    }

    /** @throws UnreadableFile where the file cannot be read to its end, or has no cells but pictures */
    static WorkbookReader open(FileForm form, Original file) throws IOException {
        try (Book book = Books.open(form, file)) {
            WorkbookReader reader = new WorkbookReader(file, form, book.date1904());
            reader.survey(book);
            return reader;
        } catch (RuntimeException e) {
            // a broken file drives parsers into many kinds of unchecked exceptions
            throw new UnreadableFile(FileForm.DAMAGED, e);
        }
    }

    private void survey(Book book) throws IOException {
        List<BookSheet> listed = book.sheets();
        SheetSurvey survey = new SheetSurvey(new WorkbookRow(date1904), listed.size());
        book.read(sheet -> true, survey);
        if (!survey.anyCell() && book.traits().contains(Trait.PICTURES)) {
            throw new UnreadableFile(FileForm.PICTURES, "No cells but pictures");
        }
        List<ComputedCells> computed = computed(listed.size(), survey, book.weight());
        for (int i = 0; i < listed.size(); i++) {
            SheetNotes notes = survey.notes(i);
            sheets.add(new SheetNote(listed.get(i).name(), notes.isOrdered(), notes.mergedDown(), computed.get(i)));
        }
        tops = tops(book, survey);
        remark(book.traits());
    }

    private List<ComputedCells> computed(int count, SheetSurvey survey, long weight) throws IOException {
        List<Set<Long>> pending = new ArrayList<>();
        boolean tooMany = weight > FormulaResults.HEAVIEST;
        for (int i = 0; i < count; i++) {
            pending.add(survey.notes(i).pending);
            tooMany |= survey.notes(i).tooManyPending;
        }
        return tooMany || pending.stream().allMatch(Set::isEmpty)
                ? Collections.nCopies(count, ComputedCells.NONE)
                : FormulaResults.of(form, file, pending);
    }

    private List<SheetTop> tops(Book book, SheetSurvey survey) throws IOException {
        List<SheetTop> all = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            BookSheet sheet = book.sheets().get(i);
            SheetNotes notes = survey.notes(i);
            List<SheetTop.Line> lines = sheets.get(i).ordered() ? notes.lines : firstLines(i);
            all.add(new SheetTop(i, sheet.name(), sheet.hidden(), lines, notes.topMerges()));
        }
        return all;
    }

    /** The first rows of a sheet whose rows are in no order, after they were put in order. */
    private List<SheetTop.Line> firstLines(int sheet) throws IOException {
        List<SheetTop.Line> lines = new ArrayList<>();
        read(new Split(0, 0, file.size()), index -> index == sheet, (index, row) -> {
            if (lines.size() < SheetTop.ROWS) {
                lines.add(new SheetTop.Line(row.number(), ((WorkbookRow) row).copy()));
            }
        });
        return lines;
    }

    private void remark(Set<Trait> traits) {
        Origin whole = new Origin("", 0);
        if (traits.contains(Trait.MACROS)) {
            remarks.add(new Remark("MACROS_IGNORED", whole, "文件含有宏，系统只读取单元格的值，没有运行宏。请改报不含宏的 .xlsx。"));
        }
        if (traits.contains(Trait.PROTECTED)) {
            remarks.add(new Remark("SHEET_PROTECTED", whole, "工作表或工作簿设有编辑保护，不影响读取，已照常读取。"));
        }
    }

    FileForm form() {
        return form;
    }

    @Override
    public List<Remark> remarks() {
        return remarks;
    }

    @Override
    public List<SheetTop> tops() {
        return tops;
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
        try (Book book = Books.open(form, file)) {
            SheetFeed feed = new SheetFeed(new WorkbookRow(date1904), visitor);
            book.read(wanted, feed);
            feed.finish();
        }
    }

    /** Hands rows on: filled, computed and in order. */
    private final class SheetFeed extends RowFeed {
        private final RowVisitor visitor;
        private final List<SortedRows> waiting = new ArrayList<>();
        private int sheet = -1;
        private MergedDown.Filling filling = MergedDown.of(List.of()).filling();
        private ComputedCells computed = ComputedCells.NONE;

        SheetFeed(WorkbookRow row, RowVisitor visitor) {
            super(row);
            this.visitor = visitor;
        }

        @Override
        void sheet(int index) throws IOException {
            finish();
            sheet = index;
            SheetNote note = sheets.get(index);
            filling = note.merges().filling();
            computed = note.computed();
            if (!note.ordered()) {
                waiting.add(new SortedRows(note.name(), date1904));
            }
        }

        @Override
        boolean begin(long number, boolean hidden) {
            row().begin(number, hidden);
            return true;
        }

        @Override
        void formula(int column, String formula, Shown shown) {
            computed.put(row(), column, formula, shown);
        }

        @Override
        void end() throws IOException {
            if (waiting.isEmpty()) {
                deliver(row());
            } else {
                waiting.get(0).add(row());
            }
        }

        private void deliver(WorkbookRow row) throws IOException {
            filling.row(row);
            visitor.row(sheet, row);
        }

        void finish() throws IOException {
            if (!waiting.isEmpty()) {
                for (WorkbookRow row : waiting.remove(0).inOrder()) {
                    deliver(row);
                }
            }
        }
    }
}
