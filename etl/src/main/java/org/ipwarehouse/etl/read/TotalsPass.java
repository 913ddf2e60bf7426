package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.warehouse.api.RowSink;

/** Compares the totals rows of one sheet with the rows that they sum, table by table. */
final class TotalsPass implements SheetWalk.Visitor {
    private final Contract contract;
    private final SheetWalk walk;
    private final List<Totals> tables = new ArrayList<>();
    private Totals totals;
    private boolean reporting;

    TotalsPass(SheetPlan plan, Contract contract, SheetWalk.Reading how, boolean whole) {
        this.contract = contract;
        this.totals = new Totals(plan, contract);
        this.walk = new SheetWalk(plan, contract, how, whole, this);
        tables.add(totals);
    }

    /** Whether totals rows that come from here on are this split's to tell of; all rows are summed. */
    void report(Turn turn) {
        reporting = turn == Turn.TELL;
    }

    enum Turn {
        TELL,
        SUM_ONLY
    }

    void row(SheetRow row) {
        walk.row(row);
    }

    void finish(RowSink sink) {
        walk.finish();
        for (Totals table : tables) {
            table.findings().forEach(finding -> sink.warning(finding.code(), finding.origin(), finding.message()));
        }
    }

    @Override
    public void data(SheetRow row) {
        totals.add(row);
    }

    @Override
    public void total(SheetRow row) {
        totals.total(row, RowFilter.totalName(row), reporting);
    }

    @Override
    public void table(SheetPlan plan) {
        totals = new Totals(plan, contract);
        tables.add(totals);
    }

    @Override
    public void left(long from, long rows) {
        // told once, by the pass that judges
    }
}
