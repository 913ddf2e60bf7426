package org.ipwarehouse.etl.read;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.standardise.EmptyMark;
import org.ipwarehouse.warehouse.api.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Sums of a table's numeric columns, to compare with what its totals rows say (D21). A totals row may sum the rows above
 * it since the last totals row, since the last one of its own name or from the start, or it precedes the rows it sums:
 * it disagrees only where nothing fits. Hidden rows and rows that are returned are summed like all others: the
 * department has summed them too.
 *
 * <p>A column with a cell that is no exact number (约3万) is not compared: its sum is not known, and that is told.
 */
final class Totals {
    /** More totals rows than any list has that people read. */
    private static final int MOST = 20_000;

    private final SheetPlan plan;
    private final int[] columns;
    private final BigDecimal[] sums;
    private final long[] inexact;
    private final List<Mark> marks = new ArrayList<>();
    private int[] previousOfName = {};
    private int[] nextOfName = {};
    private long rows;

    /** What is odd about one totals row. */
    record Finding(String code, Origin origin, String message) {}

    /** A totals row: what it states, and the sums when it came. */
    private record Mark(
            Origin origin,
            String name,
            boolean told,
            long rows,
            BigDecimal[] before,
            @Nullable BigDecimal[] stated) {}

    Totals(SheetPlan plan, Contract contract) {
        this.plan = plan;
        List<String> fields = plan.context().fields();
        this.columns = IntStream.range(0, fields.size())
                .filter(c -> contract.field(fields.get(c))
                        .filter(RowFilter::isNumeric)
                        .filter(field -> !field.has(org.ipwarehouse.etl.contract.FieldRule.PLACE))
                        .isPresent())
                .toArray();
        this.sums = new BigDecimal[columns.length];
        Arrays.fill(sums, BigDecimal.ZERO);
        this.inexact = new long[columns.length];
    }

    void add(SheetRow row) {
        rows++;
        for (int i = 0; i < columns.length; i++) {
            String text = row.text(columns[i]);
            if (text.isEmpty()) {
                continue;
            }
            Optional<BigDecimal> value = number(text);
            if (value.isPresent()) {
                sums[i] = sums[i].add(value.get());
            } else if (EmptyMark.of(text) == EmptyMark.NOT_A_MARK) {
                inexact[i]++;
            }
        }
    }

    /** @param told whether what disagrees here is told by this pass */
    void total(SheetRow row, String name, boolean told) {
        if (marks.size() == MOST) {
            return;
        }
        @Nullable BigDecimal[] stated = new @Nullable BigDecimal[columns.length];
        for (int i = 0; i < columns.length; i++) {
            stated[i] = number(row.text(columns[i])).orElse(null);
        }
        marks.add(new Mark(row.origin(), name, told, rows, sums.clone(), stated));
    }

    /** All that disagrees, in the order of the rows; asked for when no row comes any more. */
    List<Finding> findings() {
        neighbours();
        List<Finding> findings = new ArrayList<>();
        boolean[] unchecked = new boolean[columns.length];
        for (int at = 0; at < marks.size(); at++) {
            if (marks.get(at).told()) {
                compare(at, unchecked).ifPresent(findings::add);
            }
        }
        unchecked(unchecked).ifPresent(findings::add);
        return findings;
    }

    /** For each totals row the ones of the same name before and after it; -1 and the number of all where there are none. */
    private void neighbours() {
        previousOfName = new int[marks.size()];
        nextOfName = new int[marks.size()];
        Arrays.fill(nextOfName, marks.size());
        Map<String, Integer> last = new HashMap<>();
        for (int at = 0; at < marks.size(); at++) {
            Integer before = last.put(marks.get(at).name(), at);
            previousOfName[at] = before == null ? -1 : before;
            if (before != null) {
                nextOfName[before] = at;
            }
        }
    }

    private Optional<Finding> compare(int at, boolean[] unchecked) {
        Mark mark = marks.get(at);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            BigDecimal stated = mark.stated()[i];
            if (stated != null && inexact[i] > 0) {
                unchecked[i] = true;
            } else if (stated != null && isWrong(at, i, stated)) {
                BigDecimal sum = expected(at, i);
                wrong.add("“" + header(i) + "”" + mark.name() + "为 " + plain(stated) + "，明细之和为 " + plain(sum) + "，相差 "
                        + plain(stated.subtract(sum)));
            }
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Finding("TOTAL_MISMATCH", mark.origin(), String.join("；", wrong) + "。请核对是否漏报或多报（隐藏行也计入）。"));
    }

    private Optional<Finding> unchecked(boolean[] columnsLeft) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columnsLeft.length; i++) {
            if (columnsLeft[i]) {
                names.add("“" + header(i) + "”有 " + inexact[i] + " 个单元格");
            }
        }
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "TOTAL_UNCHECKED",
                        new Origin(plan.name(), 0),
                        String.join("，", names) + "不是确切的数（如“约3万”），该列合计未核对。"));
    }

    private String header(int column) {
        return plan.context().headers().get(columns[column]);
    }

    private boolean isWrong(int at, int column, BigDecimal stated) {
        return boundaries(at).stream().noneMatch(span -> equal(stated, sum(span, column)));
    }

    /** The sums that a totals row may mean, as pairs of rows between which it sums; the likeliest first. */
    private List<int[]> boundaries(int at) {
        List<int[]> spans = new ArrayList<>();
        String name = marks.get(at).name();
        int before = at - 1;
        int same = previousOfName[at];
        if (name.contains("小计") || name.contains("本页")) {
            spans.add(new int[] {before, at});
            spans.add(new int[] {same, at});
        }
        spans.add(new int[] {-1, at});
        spans.add(new int[] {same, at});
        spans.add(new int[] {before, at});
        spans.add(new int[] {at, at + 1});
        spans.add(new int[] {at, nextOfName[at]});
        spans.add(new int[] {at, marks.size()});
        // a sum over no rows at all says nothing, unless the table has none
        spans.removeIf(span -> rows(span[0]) == rows(span[1]) && rows > 0);
        return spans;
    }

    private BigDecimal expected(int at, int column) {
        List<int[]> spans = boundaries(at);
        return spans.isEmpty() ? BigDecimal.ZERO : sum(spans.get(0), column);
    }

    private long rows(int mark) {
        return mark < 0 ? 0 : mark == marks.size() ? rows : marks.get(mark).rows();
    }

    private BigDecimal sum(int[] span, int column) {
        return until(span[1], column).subtract(until(span[0], column));
    }

    private BigDecimal until(int mark, int column) {
        if (mark < 0) {
            return BigDecimal.ZERO;
        }
        return mark == marks.size() ? sums[column] : marks.get(mark).before()[column];
    }

    /** Workbooks store binary fractions: a difference below one millionth is none. */
    private static boolean equal(BigDecimal a, BigDecimal b) {
        return a.subtract(b).abs().movePointRight(6).compareTo(BigDecimal.ONE) < 0;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static Optional<BigDecimal> number(String text) {
        String flat = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[,\\s¥￥]", "")
                .replaceFirst("元$", "");
        if (flat.isEmpty()) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(flat);
            // 1E+999999999 is a legal number whose plain form would fill the memory
            return Math.abs((long) value.scale()) > 40 ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
