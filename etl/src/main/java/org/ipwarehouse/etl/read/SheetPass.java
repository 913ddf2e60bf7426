package org.ipwarehouse.etl.read;

import java.util.List;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.check.RowJudge;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.jspecify.annotations.Nullable;

/** Hands the data rows of one sheet to its judge and sees to it that each gets one verdict. */
final class SheetPass implements SheetWalk.Visitor {
    private final Contract contract;
    private final SheetRules rules;
    private final boolean whole;
    private final SheetWalk walk;
    private final OneVerdict verdict;
    private SheetPlan plan;
    private RowJudge judge;
    private PeriodWatch period;
    private int width;
    private long rows;
    private boolean totals;

    SheetPass(SheetPlan plan, Contract contract, SheetWalk.Reading how, boolean whole, RowJudge judge, RowSink sink) {
        this.plan = plan;
        this.contract = contract;
        this.rules = how.rules();
        this.whole = whole;
        this.walk = new SheetWalk(plan, contract, how, whole, this);
        this.judge = judge;
        this.verdict = new OneVerdict(sink);
        this.width = plan.context().headers().size();
        this.period =
                new PeriodWatch(plan.signs().months(), contract, plan.context().fields());
    }

    boolean sawTotals() {
        return totals;
    }

    void row(SheetRow row) {
        walk.row(row);
    }

    /** The remarks that need all rows of the sheet. */
    void finish() {
        walk.finish();
        Origin sheet = new Origin(plan.name(), 0);
        if (whole && rules.isLimit(contract.source(), rows)) {
            verdict.warning("ROW_LIMIT_HIT", sheet, "数据恰好 " + rows + " 行，等于平台导出的上限，可能没有导全。请按月或按区域分卷导出后全部报送。");
        }
        if (whole) {
            period.doubt().ifPresent(doubt -> verdict.warning("PERIOD_DOUBTFUL", sheet, doubt));
        }
    }

    @Override
    public void table(SheetPlan next) {
        plan = next;
        width = next.context().headers().size();
        judge = judge.under(next.context());
        PeriodWatch before = period;
        period = new PeriodWatch(
                before.isSettled() ? List.of() : next.signs().months(),
                contract,
                next.context().fields());
    }

    @Override
    public void total(SheetRow row) {
        totals = true;
    }

    @Override
    public void left(long from, long left) {
        verdict.warning(
                "SHEET_REST_IGNORED",
                new Origin(plan.name(), from),
                "表格已在上方结束（表尾说明，或连续 " + rules.blankRows() + " 行以上空行），其下还有 " + left
                        + " 行内容不属于约定的报表，未读取。如是数据，请移到表格中或另加表头后重报。");
    }

    @Override
    public void data(SheetRow row) {
        rows++;
        row.width(width);
        verdict.count = 0;
        RowDamage damage = row.damage();
        if (damage != null) {
            reject(row, damage.rejection());
        } else if (isSurplus(row) && plan.signs().shifts()) {
            reject(row, shifted(row));
        } else {
            period.row(row);
            judge.judge(row, verdict);
        }
        if (verdict.count != 1) {
            throw EtlErrors.rowJudgedWrong(row.origin().toString(), verdict.count);
        }
    }

    private void reject(SheetRow row, Rejection why) {
        int shift = Math.max(0, row.cells() - width);
        verdict.rejected(SentCells.json(row, plan, contract, shift), row.origin(), List.of(why), "");
    }

    private Rejection shifted(SheetRow row) {
        String message = "该行有 " + row.cells() + " 格，比表头多 " + (row.cells() - width)
                + " 格：有内容含未加引号的分隔符，其后各列已错位。请给该内容加上英文双引号，或另存为 .xlsx 后重报。";
        return new Rejection("CELLS_SHIFTED", "", "", message);
    }

    /** Whether cells beyond the header are filled; where that is no sign of a shift it is told of once for each row. */
    private boolean isSurplus(SheetRow row) {
        for (int c = width; c < row.cells(); c++) {
            if (!row.text(c).isEmpty()) {
                if (!plan.signs().shifts()) {
                    verdict.warning("CELLS_BEYOND_HEADER", row.origin(), "该行在没有表头的列里还有内容，未读取。请给这些列加上表头，或删去这些内容。");
                }
                return true;
            }
        }
        return false;
    }

    private static final class OneVerdict implements RowSink {
        private final RowSink sink;
        long count;

        OneVerdict(RowSink sink) {
            this.sink = sink;
        }

        // javac 17 does not read from another module's class file that the sink's array may hold nulls
        @SuppressWarnings("NullAway")
        @Override
        public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
            count++;
            sink.accepted(values, key, origin, notes);
        }

        @Override
        public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {
            count++;
            sink.rejected(cells, origin, reasons, sealed);
        }

        @Override
        public void warning(String code, Origin origin, String message) {
            sink.warning(code, origin, message);
        }
    }
}
