package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.warehouse.api.RowSource.Split;

/** Web pages saved as workbooks (D02) and web archives (MHTML): each table that has rows is a sheet. */
final class HtmlReader implements SheetReader {
    private static final long serialVersionUID = 1L;

    private final MarkupText text;
    private final boolean archive;

    private HtmlReader(MarkupText text, boolean archive) {
        this.text = text;
        this.archive = archive;
    }

    static HtmlReader page(Original file) throws IOException {
        return new HtmlReader(MarkupText.of(file), false);
    }

    static HtmlReader archive(Original file) throws IOException {
        return new HtmlReader(MarkupText.of(file), true);
    }

    /** Reads to the last byte: what is broken shows here and not while rows are judged. */
    @Override
    public List<SheetTop> tops() throws IOException {
        TreeMap<Integer, List<SheetTop.Line>> lines = new TreeMap<>();
        HtmlTables tables = walk((table, row) -> {
            List<SheetTop.Line> top = lines.computeIfAbsent(table, t -> new ArrayList<>());
            if (top.size() < SheetTop.ROWS) {
                top.add(new SheetTop.Line(row.number(), List.copyOf(((HeldRow) row).texts())));
            }
        });
        if (lines.isEmpty()) {
            throw UnreadableFile.because(
                    FileForm.HTML,
                    tables.isFrameset()
                            ? "这是由多个文件组成的网页，表格在另外的文件里。请用 Excel 打开后另存为 .xlsx 重报。"
                            : "网页里没有带内容的表格，可能是登录超时或出错的页面。请重新登录系统后导出。");
        }
        List<SheetTop> tops = new ArrayList<>();
        for (int table : lines.keySet()) {
            List<SheetTop.Line> all = new ArrayList<>();
            tables.titles(table).forEach(title -> all.add(new SheetTop.Line(0, List.of(title))));
            all.addAll(lines.getOrDefault(table, List.of()));
            tops.add(new SheetTop(table, HtmlTables.name(table), false, all, tables.merges(table)));
        }
        return tops;
    }

    private HtmlTables walk(RowVisitor visitor) throws IOException {
        HtmlTables tables = new HtmlTables(visitor);
        if (!archive) {
            try (Reader page = text.open()) {
                tables.read(page);
            }
            return tables;
        }
        try (Mhtml parts = new Mhtml(text.file().stream(0))) {
            while (parts.nextPage()) {
                tables.read(new MarkupText.Guarded(Transcript.reader(parts.body(), parts.charset())));
            }
        }
        return tables;
    }

    @Override
    public long bytes() {
        return text.file().size();
    }

    @Override
    public boolean date1904() {
        return false;
    }

    @Override
    public List<Split> splits(long targetBytes) {
        return List.of(new Split(0, 0, bytes()));
    }

    @Override
    public void read(Split split, IntPredicate wanted, RowVisitor visitor) throws IOException {
        walk((table, row) -> {
            if (wanted.test(table)) {
                visitor.row(table, row);
            }
        });
    }
}
