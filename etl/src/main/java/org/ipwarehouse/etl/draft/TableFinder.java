package org.ipwarehouse.etl.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.read.FirstRows.Cell;
import org.ipwarehouse.etl.read.FirstRows.Row;
import org.ipwarehouse.etl.read.FirstRows.Sheet;
import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.ipwarehouse.etl.standardise.CleanText;

/**
 * Finds the table of an example export without a contract: the header is the row of the first thirty that has the most
 * labels (short, different, not numbers or dates; words of known contracts count double), with the row below where that
 * fills its gaps and the row above where that spans it.
 */
final class TableFinder {
    private static final int LOOK = 30;
    private static final int LONGEST_LABEL = 40;
    private static final Pattern VALUE_LIKE =
            Pattern.compile("[-+]?[\\d,.%]+|\\d{2,4}[-./年].*|.*\\d{6,}.*|.*[。；;].*|是|否|无|/|-+");
    private static final Pattern AFTER_TABLE =
            Pattern.compile("(合计|总计|小计|共计|累计)(数)?|(注|备注|说明|填表人|填报人|制表人|审核人|复核人|负责人)[:：].*");

    private final FieldNames known;

    TableFinder(FieldNames known) {
        this.known = known;
    }

    /** The table of the visible sheet with the most labels; empty where no row looks like a header. */
    Optional<ExampleTable> find(List<Sheet> sheets) {
        boolean allHidden = sheets.stream().allMatch(Sheet::hidden);
        return sheets.stream()
                .filter(sheet -> allHidden || !sheet.hidden())
                .map(sheet -> new Candidate(sheet, best(sheet)))
                .filter(candidate -> candidate.header >= 0)
                .max(Comparator.comparingInt(
                        candidate -> score(candidate.sheet.rows().get(candidate.header))))
                .map(candidate -> table(candidate.sheet, candidate.header));
    }

    private record Candidate(Sheet sheet, int header) {}

    private int best(Sheet sheet) {
        int best = -1;
        for (int i = 0; i < Math.min(LOOK, sheet.rows().size()); i++) {
            Row row = sheet.rows().get(i);
            if (labels(row) >= 2 && (best < 0 || score(row) > score(sheet.rows().get(best)))) {
                best = i;
            }
        }
        return best;
    }

    private int score(Row row) {
        int score = 0;
        Set<String> seen = new HashSet<>();
        for (Cell cell : row.cells()) {
            if (!cell.isEmpty()) {
                boolean label = isLabel(cell) && seen.add(CleanText.dense(cell.text()));
                score += label ? known.knows(cell.text()) ? 2 : 1 : -2;
            }
        }
        return score;
    }

    private static long labels(Row row) {
        return row.cells().stream().filter(TableFinder::isLabel).count();
    }

    private static boolean isLabel(Cell cell) {
        if (cell.kind() != CellKind.TEXT || cell.isEmpty()) {
            return false;
        }
        String text = CleanText.dense(cell.text());
        return text.length() <= LONGEST_LABEL
                && text.codePoints().anyMatch(Character::isLetter)
                && !VALUE_LIKE.matcher(text).matches();
    }

    private ExampleTable table(Sheet sheet, int header) {
        int last = header + (fillsGaps(sheet, header) ? 1 : 0);
        int first = header - (spans(sheet, header) ? 1 : 0);
        List<String> labels = labels(sheet.rows().subList(first, last + 1));
        List<List<Cell>> data = data(sheet.rows().subList(last + 1, sheet.rows().size()));
        List<ExampleTable.Column> columns = new ArrayList<>();
        for (int c = 0; c < labels.size(); c++) {
            int column = c;
            List<Cell> cells = data.stream().map(row -> cell(row, column)).toList();
            if (!labels.get(c).isEmpty()) {
                columns.add(new ExampleTable.Column(labels.get(c), cells));
            }
        }
        List<String> titles = sheet.rows().subList(0, first).stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.isEmpty())
                .map(Cell::text)
                .toList();
        return new ExampleTable(sheet.name(), titles, sheet.rows().get(last).number(), columns);
    }

    /** The row below holds nothing but labels, at least one of them where the header itself is empty. */
    private static boolean fillsGaps(Sheet sheet, int header) {
        if (header + 1 >= sheet.rows().size()) {
            return false;
        }
        List<Cell> above = sheet.rows().get(header).cells();
        List<Cell> below = sheet.rows().get(header + 1).cells();
        boolean gap = false;
        for (int c = 0; c < below.size(); c++) {
            Cell child = below.get(c);
            if (!child.isEmpty() && !isLabel(child)) {
                return false;
            }
            gap |= !child.isEmpty() && cell(above, c).isEmpty() && c <= lastFilled(above) + 1;
        }
        return gap;
    }

    /** The row above has a merged area over two or more columns, but not over the whole width: that is a title. */
    private static boolean spans(Sheet sheet, int header) {
        if (header == 0) {
            return false;
        }
        long number = sheet.rows().get(header - 1).number();
        int width = lastFilled(sheet.rows().get(header).cells()) + 1;
        return sheet.merges().stream()
                .filter(merge -> merge.firstRow() <= number && number <= merge.lastRow())
                .anyMatch(merge -> {
                    int columns = merge.lastColumn() - merge.firstColumn() + 1;
                    return columns >= 2 && columns < width - 1;
                });
    }

    private static List<String> labels(List<Row> rows) {
        int width =
                rows.stream().mapToInt(row -> lastFilled(row.cells()) + 1).max().orElse(0);
        List<String> labels = new ArrayList<>();
        for (int c = 0; c < width; c++) {
            List<String> parts = new ArrayList<>();
            for (int r = 0; r < rows.size(); r++) {
                String part = part(rows, r, c);
                if (!part.isEmpty() && !parts.contains(part)) {
                    parts.add(part);
                }
            }
            labels.add(String.join("_", parts));
        }
        return labels;
    }

    /** A parent reaches to the right over empty cells below which there are children. */
    private static String part(List<Row> rows, int row, int column) {
        List<Cell> cells = rows.get(row).cells();
        int at = column;
        boolean parent = row + 1 < rows.size();
        while (parent
                && at > 0
                && cell(cells, at).isEmpty()
                && !cell(rows.get(row + 1).cells(), at).isEmpty()
                && !cell(rows.get(row + 1).cells(), at - 1).isEmpty()) {
            at--;
        }
        return CleanText.dense(cell(cells, at).text());
    }

    /** Data rows: neither blank nor totals; the table ends at its foot. */
    private static List<List<Cell>> data(List<Row> rows) {
        List<List<Cell>> data = new ArrayList<>();
        for (Row row : rows) {
            Optional<Cell> first =
                    row.cells().stream().filter(cell -> !cell.isEmpty()).findFirst();
            boolean after = first.isPresent()
                    && AFTER_TABLE.matcher(CleanText.dense(first.get().text())).matches();
            if (first.isPresent() && !after) {
                data.add(row.cells());
            }
        }
        return data;
    }

    private static Cell cell(List<Cell> cells, int column) {
        return column < cells.size() ? cells.get(column) : new Cell(CellKind.EMPTY, "");
    }

    private static int lastFilled(List<Cell> cells) {
        int last = cells.size() - 1;
        while (last >= 0 && cells.get(last).isEmpty()) {
            last--;
        }
        return last;
    }
}
