package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ipwarehouse.etl.check.RowJudge;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.ipwarehouse.warehouse.api.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * A recognised file as judged rows. Each data row reaches the sink exactly once; titles, headers, blanks and footers do
 * not; totals rows are compared with the rows they sum. Serialisable: it names the kept original and carries the rules.
 */
public final class ExportSource implements RowSource {
    private static final long serialVersionUID = 1L;

    /**
     * Up to this size a file is read in one piece, so that footers, blank rows and further tables are understood. Larger
     * text is a system's dump of one table: it is cut, and whether it is cut never changes what a row is.
     */
    private static final long WHOLE = 64L << 20;

    private final SheetReader reader;
    private final Contract contract;
    private final ArrayList<SheetPlan> sheets;
    private final ArrayList<RowJudge> judges;
    private final ArrayList<Remark> remarks;
    private final SheetRules rules;
    private final boolean whole;

    // dictionaries are made anew where the rows are read
    private transient SheetWalk.@Nullable Reading reading;

    private ExportSource(Recognition.Recognised file, List<RowJudge> judges) {
        this.reader = file.content().reader();
        this.contract = file.contract();
        this.sheets = new ArrayList<>(file.sheets());
        this.judges = new ArrayList<>(judges);
        this.remarks = new ArrayList<>(file.remarks());
        this.rules = file.content().rules();
        this.whole = reader.bytes() <= WHOLE || reader.splits(1).size() == 1;
    }

    static ExportSource of(Recognition.Recognised file, JudgeFactory judges) {
        List<RowJudge> made = file.sheets().stream()
                .map(sheet -> judges.judge(file.contract(), sheet.context()))
                .toList();
        return new ExportSource(file, made);
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
        return reader.splits(whole ? Long.MAX_VALUE : targetBytes);
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
            passes.put(
                    plan.index(),
                    new SheetPass(
                            plan, contract, reading(), whole, judges.get(i).fresh(), sink));
        }
        SheetPass only = passes.size() == 1 ? passes.values().iterator().next() : null;
        reader.read(split, passes::containsKey, (sheet, row) -> {
            SheetPass pass = only == null ? passes.get(sheet) : only;
            if (pass != null) {
                pass.row(row);
            }
        });
        sheets.forEach(plan -> Objects.requireNonNull(passes.get(plan.index())).finish());
        if (passes.values().stream().anyMatch(SheetPass::sawTotals)) {
            reconcile(split, sink);
        }
    }

    private SheetWalk.Reading reading() {
        SheetWalk.Reading made = reading;
        if (made == null) {
            made = new SheetWalk.Reading(rules, new HeaderFinder(List.of(contract)));
            reading = made;
        }
        return made;
    }

    /**
     * Totals need all rows, also those of other splits, and few files have any: they are summed in a pass of their own,
     * only where a totals row was met. Each split tells of its own totals rows.
     */
    private void reconcile(Split split, RowSink sink) throws IOException {
        Map<Integer, TotalsPass> passes = new HashMap<>();
        sheets.forEach(plan -> passes.put(plan.index(), new TotalsPass(plan, contract, reading(), whole)));
        Split all = reader.splits(Long.MAX_VALUE).get(0);
        read(new Split(0, all.from(), split.from()), passes, TotalsPass.Turn.SUM_ONLY);
        read(split, passes, TotalsPass.Turn.TELL);
        read(new Split(0, split.to(), all.to()), passes, TotalsPass.Turn.SUM_ONLY);
        sheets.forEach(plan -> Objects.requireNonNull(passes.get(plan.index())).finish(sink));
    }

    private void read(Split split, Map<Integer, TotalsPass> passes, TotalsPass.Turn turn) throws IOException {
        if (split.to() <= split.from()) {
            return;
        }
        passes.values().forEach(pass -> pass.report(turn));
        reader.read(split, passes::containsKey, (sheet, row) -> {
            TotalsPass pass = passes.get(sheet);
            if (pass != null) {
                pass.row(row);
            }
        });
    }
}
