package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.warehouse.api.ColumnType;

/**
 * Tells data rows of one table from what stands around them, each row by itself. What only looks like a footer or a
 * total is data where the columns that a row must have are filled.
 */
final class RowFilter {
    private static final int FIRST_CELLS = 3;
    private static final int FEWEST_LABELS = 3;

    enum Kind {
        BLANK,
        /** The table's own header, the first time or again. */
        HEADER,
        /** At least three labels of the contract, in another order or number than the header's. */
        LABELS,
        /** A heading, a page mark, a repeated title, a declaration that there was nothing. */
        TITLE,
        FOOTER,
        TOTAL,
        DATA
    }

    private final SheetPlan plan;
    private final HeaderFinder words;
    private final BitSet beginnings;
    private final int[] needed;
    private final int[] neededTexts;

    /** Columns of reporting periods: there 2026年6—8月累计 is what the row reports on, not what it is. */
    private final BitSet periods = new BitSet();

    RowFilter(SheetPlan plan, Contract contract) {
        this(plan, contract, new HeaderFinder(List.of(contract)));
    }

    RowFilter(SheetPlan plan, Contract contract, HeaderFinder words) {
        this.plan = plan;
        this.words = words;
        this.beginnings = RowWords.beginnings();
        beginnings.or(words.beginnings());
        plan.signs().titles().forEach(title -> beginnings.set(title.charAt(0)));
        plan.signs().header().stream()
                .flatMap(List::stream)
                .filter(label -> !label.isEmpty())
                .forEach(label -> beginnings.set(label.charAt(0)));
        this.needed = needed(contract, field -> true);
        this.neededTexts = needed(contract, field -> !isNumeric(field));
        List<String> fields = plan.context().fields();
        IntStream.range(0, fields.size())
                .filter(c -> contract.field(fields.get(c))
                        .filter(field -> field.has(FieldRule.PERIOD))
                        .isPresent())
                .forEach(periods::set);
    }

    /** Columns of required fields and of the key. */
    private int[] needed(Contract contract, Predicate<Field> kind) {
        Set<String> key = new HashSet<>();
        contract.key().forEach(part -> key.addAll(List.of(part.split("\\|"))));
        List<String> fields = plan.context().fields();
        return IntStream.range(0, fields.size())
                .filter(c -> contract.field(fields.get(c))
                        .filter(field -> field.required() == Field.Required.YES || key.contains(field.name()))
                        .filter(kind)
                        .isPresent())
                .toArray();
    }

    static boolean isNumeric(Field field) {
        return field.type() == ColumnType.DECIMAL || field.type() == ColumnType.INTEGER;
    }

    Kind kind(SheetRow row) {
        if (row.number() <= plan.headerTo()) {
            return Kind.HEADER;
        }
        int cells = row.cells();
        boolean filled = false;
        for (int c = 0; c < cells && (c < FIRST_CELLS || !filled); c++) {
            String text = row.text(c);
            if (text.isEmpty()) {
                continue;
            }
            if (!filled && (beginnings.get(text.charAt(0)) || standsAlone(row, c))) {
                Kind kind = marked(row, c, text);
                if (kind != Kind.DATA) {
                    return kind;
                }
            }
            if (isTotal(row, c, text)) {
                return Kind.TOTAL;
            }
            filled = true;
        }
        return filled ? Kind.DATA : Kind.BLANK;
    }

    /** Most rows of a table have something in the next two cells: only others are looked through. */
    private static boolean standsAlone(SheetRow row, int column) {
        return row.text(column + 1).isEmpty() && row.text(column + 2).isEmpty();
    }

    /** A row whose first filled cell begins like something that is no data. */
    private Kind marked(SheetRow row, int column, String text) {
        if (isHeader(row)) {
            return Kind.HEADER;
        }
        if (RowWords.isFooter(text) && !isFilled(row, needed, column)) {
            return Kind.FOOTER;
        }
        if (isTitle(row, column, text)) {
            return Kind.TITLE;
        }
        return words.isWord(Labels.key(text)) && labels(row) >= FEWEST_LABELS ? Kind.LABELS : Kind.DATA;
    }

    private boolean isHeader(SheetRow row) {
        return plan.signs()
                .header()
                .contains(shown(row, plan.context().headers().size()));
    }

    /** Texts of a row as a header's signs keep them. */
    static List<String> shown(SheetRow row, int width) {
        List<String> texts = new ArrayList<>(width);
        for (int c = 0; c < width; c++) {
            texts.add(Labels.shown(c < row.cells() ? row.text(c) : ""));
        }
        return texts;
    }

    private boolean isTitle(SheetRow row, int column, String text) {
        boolean alone = filledBesides(row, column) == 0;
        if (alone && (RowWords.isPageMark(text) || RowWords.declaresNoneAlone(text) || isHeading(text, column))) {
            return true;
        }
        return plan.signs().titles().contains(Labels.shown(text)) && allTitles(row);
    }

    /** In the key's own column a heading may be a key without its row: that row must be told of. */
    private boolean isHeading(String text, int column) {
        return RowWords.isHeading(text) && (needed.length != 1 || needed[0] != column);
    }

    private boolean allTitles(SheetRow row) {
        for (int c = 0; c < row.cells(); c++) {
            String text = row.text(c);
            if (!text.isEmpty() && !plan.signs().titles().contains(Labels.shown(text))) {
                return false;
            }
        }
        return true;
    }

    private int labels(SheetRow row) {
        int labels = 0;
        for (int c = 0; c < row.cells(); c++) {
            String text = row.text(c);
            labels += !text.isEmpty() && text.length() < 60 && words.isWord(Labels.key(text)) ? 1 : 0;
        }
        return labels;
    }

    private boolean isTotal(SheetRow row, int column, String text) {
        if (text.indexOf('计') < 0 && text.indexOf('数') < 0) {
            return false;
        }
        // 累计 may be the period of a row, 合计 never is
        boolean first = (!periods.get(column) || text.indexOf('累') < 0) && filledBefore(row, column) == 0;
        if (RowWords.isTotal(text)) {
            return first || !isFilled(row, neededTexts, column);
        }
        // 2026年6—8月累计 may be the period of a row, 滨河镇小计 the name of a party
        return (RowWords.isScopedTotal(text) || RowWords.isGroupTotal(text)) && !isFilled(row, neededTexts, column);
    }

    /** How a totals row calls itself: 小计, 合计. */
    static String totalName(SheetRow row) {
        for (int c = 0; c < row.cells(); c++) {
            String text = row.text(c);
            if (RowWords.isTotal(text) || RowWords.isScopedTotal(text) || RowWords.isGroupTotal(text)) {
                return Labels.squeeze(text);
            }
        }
        return "合计";
    }

    /** Cells before a column, a running number not counted. */
    private static int filledBefore(SheetRow row, int column) {
        int filled = 0;
        for (int c = 0; c < column; c++) {
            String text = row.text(c);
            filled += text.isEmpty() || text.chars().allMatch(d -> d >= '0' && d <= '9') ? 0 : 1;
        }
        return filled;
    }

    static int filledBesides(SheetRow row, int column) {
        int filled = 0;
        for (int c = 0; c < row.cells(); c++) {
            filled += c != column && !row.text(c).isEmpty() ? 1 : 0;
        }
        return filled;
    }

    /** Whether a row has what a row of this table must have, at least half of it. */
    boolean looksLikeData(SheetRow row) {
        return isFilled(row, needed, -1);
    }

    private static boolean isFilled(SheetRow row, int[] columns, int except) {
        int filled = 0;
        int asked = 0;
        for (int c : columns) {
            if (c != except) {
                asked++;
                String text = c < row.cells() ? row.text(c) : "";
                boolean afterLabel = c > 0 && c <= row.cells() && RowWords.isLabel(row.text(c - 1));
                filled += text.isEmpty() || RowWords.isLabel(text) || afterLabel ? 0 : 1;
            }
        }
        return filled > 0 && filled * 2 >= asked;
    }
}
