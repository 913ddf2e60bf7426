package org.ipwarehouse.etl.read;

import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.warehouse.api.RowSink;

/** Compares the totals rows of one sheet with the rows above them. */
final class TotalsPass {
    private final RowFilter filter;
    private final Totals totals;
    private final RowSink sink;
    private boolean reporting;

    TotalsPass(SheetPlan plan, Contract contract, RowSink sink) {
        this.filter = new RowFilter(plan);
        this.totals = new Totals(plan, contract);
        this.sink = sink;
    }

    /** From here on what disagrees is told; totals rows before belong to another split. */
    void report() {
        reporting = true;
    }

    void row(SheetRow row) {
        RowFilter.Kind kind = filter.kind(row);
        if (kind == RowFilter.Kind.DATA) {
            totals.add(row);
        } else if (kind == RowFilter.Kind.TOTAL) {
            totals.compare(row)
                    .filter(message -> reporting)
                    .ifPresent(message -> sink.warning("TOTAL_MISMATCH", row.origin(), message));
        }
    }
}
