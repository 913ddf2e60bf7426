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
final class SheetPass {
    private final SheetPlan plan;
    private final Contract contract;
    private final RowFilter filter;
    private final RowJudge judge;
    private final OneVerdict verdict;
    private final int width;
    private boolean totals;

    SheetPass(SheetPlan plan, Contract contract, RowJudge judge, RowSink sink) {
        this.plan = plan;
        this.contract = contract;
        this.filter = new RowFilter(plan);
        this.judge = judge;
        this.verdict = new OneVerdict(sink);
        this.width = plan.context().headers().size();
    }

    boolean sawTotals() {
        return totals;
    }

    void row(SheetRow row) {
        row.width(width);
        RowFilter.Kind kind = filter.kind(row);
        totals |= kind == RowFilter.Kind.TOTAL;
        if (kind != RowFilter.Kind.DATA) {
            return;
        }
        verdict.count = 0;
        RowDamage damage = row.damage();
        if (damage != null) {
            verdict.rejected(SentCells.json(row, plan, contract), row.origin(), List.of(damage.rejection()), "");
        } else {
            surplus(row);
            judge.judge(row, verdict);
        }
        if (verdict.count != 1) {
            throw EtlErrors.rowJudgedWrong(row.origin().toString(), verdict.count);
        }
    }

    /** Cells beyond the header are mostly a delimiter inside an unquoted cell: what follows it has moved. */
    private void surplus(SheetRow row) {
        for (int c = width; c < row.cells(); c++) {
            if (!row.text(c).isEmpty()) {
                verdict.warning("CELLS_BEYOND_HEADER", row.origin(), "该行比表头多出单元格，内容可能错列。请检查该行是否有未加引号的分隔符。");
                return;
            }
        }
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
