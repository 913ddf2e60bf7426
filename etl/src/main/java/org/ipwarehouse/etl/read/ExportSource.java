package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.etl.check.RowJudge;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.ipwarehouse.warehouse.api.TableShape;

/**
 * A recognised file as judged rows. Each data row reaches the sink exactly once; titles, headers, blanks and footers do
 * not; totals rows are compared with the rows they sum. Serialisable: it names the kept original and carries the rules.
 */
public final class ExportSource implements RowSource {
    private static final long serialVersionUID = 1L;

    private final SheetReader reader;
    private final Contract contract;
    private final ArrayList<SheetPlan> sheets;
    private final ArrayList<RowJudge> judges;
    private final ArrayList<Remark> remarks;

    private ExportSource(
            SheetReader reader,
            Contract contract,
            List<SheetPlan> sheets,
            List<RowJudge> judges,
            List<Remark> remarks) {
        this.reader = reader;
        this.contract = contract;
        this.sheets = new ArrayList<>(sheets);
        this.judges = new ArrayList<>(judges);
        this.remarks = new ArrayList<>(remarks);
    }

    static ExportSource of(Recognition.Recognised file, JudgeFactory judges) {
        List<RowJudge> made = file.sheets().stream()
                .map(sheet -> judges.judge(file.contract(), sheet.context()))
                .toList();
        return new ExportSource(file.content().reader(), file.contract(), file.sheets(), made, file.remarks());
    }

    @Override
    public TableShape shape() {
        return contract.shape();
    }

    @Override
    public long bytes() {
        return reader.bytes();
    }

    @Override
    public List<Split> splits(long targetBytes) {
        return reader.splits(targetBytes);
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where a judge gives a row no verdict or two */
    @Override
    public void read(Split split, RowSink sink) throws IOException {
        if (split.index() == 0) {
            remarks.forEach(remark -> sink.warning(remark.code(), remark.origin(), remark.message()));
        }
        Map<Integer, SheetPass> passes = new HashMap<>();
        for (int i = 0; i < sheets.size(); i++) {
            SheetPlan plan = sheets.get(i);
            passes.put(plan.index(), new SheetPass(plan, contract, judges.get(i).fresh(), sink));
        }
        SheetPass only = passes.size() == 1 ? passes.values().iterator().next() : null;
        reader.read(split, passes::containsKey, (sheet, row) -> {
            SheetPass pass = only == null ? passes.get(sheet) : only;
            if (pass != null) {
                pass.row(row);
            }
        });
        if (passes.values().stream().anyMatch(SheetPass::sawTotals)) {
            reconcile(split, sink);
        }
    }

    /**
     * Totals need every row above them, also those of earlier splits, and few files have any: they are summed in a pass
     * of their own, only where a totals row was met.
     */
    private void reconcile(Split split, RowSink sink) throws IOException {
        Map<Integer, TotalsPass> passes = new HashMap<>();
        sheets.forEach(plan -> passes.put(plan.index(), new TotalsPass(plan, contract, sink)));
        List<Split> whole = reader.splits(Long.MAX_VALUE);
        Split before = new Split(0, whole.get(0).from(), split.from());
        if (before.to() > before.from()) {
            read(before, passes);
        }
        passes.values().forEach(TotalsPass::report);
        read(split, passes);
    }

    private void read(Split split, Map<Integer, TotalsPass> passes) throws IOException {
        reader.read(split, passes::containsKey, (sheet, row) -> {
            TotalsPass pass = passes.get(sheet);
            if (pass != null) {
                pass.row(row);
            }
        });
    }
}
