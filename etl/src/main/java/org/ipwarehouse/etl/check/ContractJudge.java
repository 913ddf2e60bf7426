package org.ipwarehouse.etl.check;

import java.util.Objects;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.read.RawRow;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.jspecify.annotations.Nullable;

/**
 * Judges rows by a contract: typed values and repairs for a row that keeps it, every reason for one that does not.
 * Personal values leave as keyed tokens; in reasons and quarantined cells they are masked.
 */
public final class ContractJudge implements RowJudge {
    private static final long serialVersionUID = 1L;

    private final Contract contract;
    private final CodeLists codeLists;
    private final SheetContext context;
    private final TokenKey key;

    // readers are functions and stay behind when the judge travels to an executor
    private transient @Nullable RowPlan plan;

    private ContractJudge(Contract contract, CodeLists codeLists, SheetContext context, TokenKey key) {
        this.contract = Objects.requireNonNull(contract, "contract");
        this.codeLists = Objects.requireNonNull(codeLists, "codeLists");
        this.context = Objects.requireNonNull(context, "context");
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * A judge for the rows of one sheet.
     *
     * @param context which column holds which field, units and the day that the file describes
     * @param key the key of the tokens
     */
    public static ContractJudge of(Contract contract, CodeLists codeLists, SheetContext context, TokenKey key) {
        return new ContractJudge(contract, codeLists, context, key);
    }

    @Override
    public void judge(RawRow row, RowSink sink) {
        RowPlan rules = plan;
        if (rules == null) {
            rules = new RowPlan(contract, codeLists, context, key);
            plan = rules;
        }
        RowInHand hand = new RowInHand(rules);
        CellSteps.read(rules, row, hand);
        RowSteps.check(rules, hand);
        String naturalKey = KeyStep.key(rules, hand);
        if (hand.isRejected()) {
            sink.rejected(rules.quarantine().cells(row), row.origin(), hand.rejections(), "");
        } else {
            rules.quarantine().unknown(row, hand.extra());
            accept(hand, naturalKey, row, sink);
        }
    }

    // javac 17 does not read from another module's class file that the sink's array may hold nulls
    @SuppressWarnings("NullAway")
    private static void accept(RowInHand hand, String naturalKey, RawRow row, RowSink sink) {
        sink.accepted(
                hand.stored(),
                naturalKey,
                row.origin(),
                new RowNotes(hand.repairs(), hand.raw(), hand.extra().json(), ""));
    }

    @Override
    public RowJudge fresh() {
        return new ContractJudge(contract, codeLists, context, key);
    }

    @Override
    public RowJudge under(SheetContext sheet) {
        return new ContractJudge(contract, codeLists, sheet, key);
    }
}
