package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.ipwarehouse.etl.read.SheetTop.Merge;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * One walk through the tables of a page. Rows are handed on as they are complete and leave the tree at once, so that a
 * page of any length takes little memory. Rows of a table within a cell belong to that table, not to the cell.
 */
final class HtmlTables {
    private static final int MOST_TABLES = 1_000;
    private static final int MOST_TITLES = 8;
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_HEADER_ROWS = 2;
    private static final int FEWEST_COLUMNS = 3;
    private static final int MOST_SPAN = 1 << 16;
    private static final int DEEPEST = 200;
    private static final int MOST_PARTS_OF_TITLE = 500;

    private final SheetReader.RowVisitor visitor;
    private final Map<Element, Table> open = new IdentityHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    /** What stands above a table: titles, notes on units. */
    private final Deque<String> loose = new ArrayDeque<>();

    private final HeldRow row = new HeldRow();
    private final ExcelDates dates = new ExcelDates(false);
    private HtmlFormats formats = new HtmlFormats();
    private boolean frameset;

    private static final class Table {
        int index = -1;
        long rows;
        int width;
        List<String> titles = List.of();
        final List<Merge> merges = new ArrayList<>();
        final Map<Integer, Down> down = new HashMap<>();
    }

    /** A cell that reaches down, in one of its columns. */
    private record Down(long lastRow, String text, CellKind kind) {}

    HtmlTables(SheetReader.RowVisitor visitor) {
        this.visitor = visitor;
    }

    static String name(int table) {
        return "表" + (table + 1);
    }

    boolean isFrameset() {
        return frameset;
    }

    List<String> titles(int table) {
        return tables.get(table).titles;
    }

    List<Merge> merges(int table) {
        return List.copyOf(tables.get(table).merges);
    }

    /** Walks through one page; the tables of several count on. */
    void read(Reader page) throws IOException {
        formats = new HtmlFormats();
        try (StreamParser parser = new StreamParser(Parser.htmlParser()).parse(page, "")) {
            for (Iterator<Element> elements = parser.iterator(); elements.hasNext(); ) {
                element(elements.next());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        open.clear();
    }

    private void element(Element element) throws IOException {
        switch (element.normalName()) {
            case "tr" -> row(element);
            case "table" -> open.remove(element);
            case "style" -> formats.add(element.data());
            case "frameset" -> frameset = true;
            case "p", "h1", "h2", "h3", "h4", "caption", "center", "div" -> title(element);
            default -> {}
        }
    }

    private void title(Element element) {
        if (table(element) == null || element.nameIs("caption")) {
            note(HtmlText.ofFew(element, MOST_PARTS_OF_TITLE));
        }
    }

    /** The nearest table around an element. Library calls look up to the root, which takes for ever in a deep nest. */
    private static @Nullable Element table(Element inside) {
        Element up = inside;
        for (int level = 0; up != null && !up.nameIs("table"); level++) {
            up = level < DEEPEST ? up.parent() : null;
        }
        return up;
    }

    private void note(String text) {
        String line = text.strip();
        if (!line.isEmpty() && line.length() <= LONGEST_TITLE) {
            loose.addLast(line);
            if (loose.size() > MOST_TITLES) {
                loose.removeFirst();
            }
        }
    }

    private void row(Element tr) throws IOException {
        Element element = table(tr);
        if (element == null) {
            return;
        }
        Table table = open.get(element);
        if (table == null) {
            table = continued(tr).orElseGet(Table::new);
            open.put(element, table);
        }
        table.rows++;
        row.begin("", table.rows);
        if (isHidden(tr)) {
            row.hide();
        }
        int filled = cells(tr, table);
        release(tr);
        if (filled > 0 && table.index < 0) {
            begin(table);
        }
        if (table.index >= 0) {
            row.rename(name(table.index));
            visitor.row(table.index, row);
        }
        if (filled == 1) {
            note(row.texts().stream()
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse(""));
        } else if (filled > 1) {
            loose.clear();
        }
    }

    /**
     * The table before, where it is a header alone as wide as this row: grids that keep their header in sight write it as a
     * table of its own.
     */
    private Optional<Table> continued(Element tr) {
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        Table last = tables.get(tables.size() - 1);
        boolean header = last.rows <= MOST_HEADER_ROWS && last.width >= FEWEST_COLUMNS && !open.containsValue(last);
        return header && width(tr) == last.width ? Optional.of(last) : Optional.empty();
    }

    private static int width(Element tr) {
        int width = 0;
        for (Element cell = tr.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
            width += cell.nameIs("td") || cell.nameIs("th") ? span(cell, "colspan") : 0;
        }
        return width;
    }

    private void begin(Table table) throws IOException {
        if (tables.size() >= MOST_TABLES) {
            throw UnreadableFile.because(FileForm.HTML, "网页中的表格超过 " + MOST_TABLES + " 个，不是报表。请从系统导出 .xlsx 或 CSV。");
        }
        table.index = tables.size();
        table.width = row.cells();
        table.titles = List.copyOf(loose);
        tables.add(table);
    }

    /** @return cells with something in them that is their own */
    private int cells(Element tr, Table table) throws IOException {
        int column = 0;
        int filled = 0;
        for (Element cell = tr.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
            if (!cell.nameIs("td") && !cell.nameIs("th")) {
                continue;
            }
            while (isTaken(table, column)) {
                column++;
            }
            int across = span(cell, "colspan");
            if (column + across > CsvRows.MOST_CELLS) {
                throw UnreadableFile.because(FileForm.HTML, "第 " + table.rows + " 行的列数不合常理，不是报表。请从系统导出 .xlsx 或 CSV。");
            }
            put(cell, column);
            filled += row.kind(column) == CellKind.EMPTY ? 0 : 1;
            merge(table, column, across, span(cell, "rowspan"));
            column += across;
        }
        fill(table);
        return filled;
    }

    private static boolean isTaken(Table table, int column) {
        Down merged = table.down.get(column);
        return merged != null && merged.lastRow >= table.rows;
    }

    private void merge(Table table, int column, int across, int down) {
        if (across == 1 && down == 1) {
            return;
        }
        long last = table.rows + down - 1;
        if (table.rows <= SheetTop.ROWS) {
            table.merges.add(new Merge(table.rows, last, column, column + across - 1));
        }
        for (int c = column; down > 1 && c < column + across; c++) {
            boolean first = c == column;
            table.down.put(c, new Down(last, first ? row.text(c) : "", first ? row.kind(c) : CellKind.EMPTY));
        }
    }

    private void fill(Table table) {
        table.down.values().removeIf(merged -> merged.lastRow < table.rows);
        table.down.forEach((column, merged) -> {
            if (merged.kind != CellKind.EMPTY && row.kind(column) == CellKind.EMPTY) {
                row.putFilled(column, merged.text, merged.kind);
            }
        });
    }

    private static int span(Element cell, String name) {
        String text = cell.attr(name).strip();
        if (text.isEmpty() || text.length() > 6 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 1;
        }
        return Math.max(1, Math.min(Integer.parseInt(text), MOST_SPAN));
    }

    /** What a page shows is text; Excel writes beside it which number or error it stands for. */
    private void put(Element cell, int column) {
        String text = HtmlText.of(cell);
        String number = excel(cell, "x:num", text);
        String error = excel(cell, "x:err", text);
        String truth = excel(cell, "x:bool", text);
        if (number != null) {
            row.putNumber(column, number, formats.of(cell), dates);
        } else if (error != null) {
            row.put(column, error, CellKind.ERROR);
        } else if (truth != null) {
            row.put(column, truth.toUpperCase(Locale.ROOT), CellKind.BOOLEAN);
        } else {
            row.put(column, text, CellKind.TEXT);
        }
    }

    private static @Nullable String excel(Element cell, String attribute, String shown) {
        if (!cell.hasAttr(attribute)) {
            return null;
        }
        String value = cell.attr(attribute);
        return value.isEmpty() ? shown : value;
    }

    private static boolean isHidden(Element tr) {
        String style = tr.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
        return style.contains("display:none") || tr.hasAttr("hidden");
    }

    /** Takes a row out of the tree, and the blanks before it. */
    private static void release(Element tr) {
        for (Node before = tr.previousSibling(); before instanceof TextNode; before = tr.previousSibling()) {
            before.remove();
        }
        // the parser may still put what is misplaced before the last row's table, never into the row
        tr.empty();
        Element next = tr.nextElementSibling();
        if (next != null) {
            tr.remove();
        }
    }
}
