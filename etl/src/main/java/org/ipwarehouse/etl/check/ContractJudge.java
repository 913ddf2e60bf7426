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
 * Personal values leave as keyed tokens; in free text, reasons and quarantined cells they are masked. What was hidden
 * leaves sealed, for the restricted layer alone.
 */
public final class ContractJudge implements RowJudge {
    private static final long serialVersionUID = 1L;
    private static final String ORGANISATION_PART = "USCC_ORGANISATION_PART";
    private static final String PERSONAL_DATA_FOUND = "PII_IN_PUBLIC_FIELD";

    private final Contract contract;
    private final CodeLists codeLists;
    private final SheetContext context;
    private final RowSecrets secrets;

    // readers are functions and stay behind when the judge travels to an executor
    private transient @Nullable RowPlan plan;

    private ContractJudge(Contract contract, CodeLists codeLists, SheetContext context, RowSecrets secrets) {
        this.contract = Objects.requireNonNull(contract, "contract");
        this.codeLists = Objects.requireNonNull(codeLists, "codeLists");
        this.context = Objects.requireNonNull(context, "context");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
    }

    /**
     * A judge for the rows of one sheet.
     *
     * @param context which column holds which field, units and the day that the file describes
     * @param secrets by which keys personal values become tokens and are sealed
     */
    public static ContractJudge of(Contract contract, CodeLists codeLists, SheetContext context, RowSecrets secrets) {
        return new ContractJudge(contract, codeLists, context, secrets);
    }

    /** A judge for trials in this process: it makes tokens and seals nothing. */
    public static ContractJudge of(Contract contract, CodeLists codeLists, SheetContext context, TokenKey key) {
        return of(contract, codeLists, context, key.secrets());
    }

    @Override
    public void judge(RawRow sent, RowSink sink) {
        RowPlan rules = plan;
        if (rules == null) {
            rules = new RowPlan(contract, codeLists, context, secrets);
            plan = rules;
        }
        RawRow row = rules.returned().completed(sent);
        RowInHand hand = new RowInHand(rules);
        CellSteps.read(rules, row, hand);
        RowSteps.check(rules, hand);
        String naturalKey = KeyStep.key(rules, hand);
        if (hand.isRejected()) {
            reject(rules, hand, row, sink);
        } else {
            accept(rules, hand, naturalKey, row, sink);
        }
    }

    private static void reject(RowPlan rules, RowInHand hand, RawRow row, RowSink sink) {
        JsonObject hidden = new JsonObject();
        String cells = rules.quarantine().cells(row, hand.persons(), hidden);
        sink.rejected(cells, row.origin(), hand.rejections(), rules.seal().of(hidden, row.origin()));
    }

    // javac 17 does not read from another module's class file that the sink's array may hold nulls
    @SuppressWarnings("NullAway")
    private static void accept(RowPlan rules, RowInHand hand, String naturalKey, RawRow row, RowSink sink) {
        @Nullable Object[] stored = hand.stored();
        rules.quarantine().unknown(row, hand);
        if (!hand.disclosing().isEmpty()) {
            sink.warning(
                    PERSONAL_DATA_FOUND,
                    row.origin(),
                    String.join("、", hand.disclosing()) + "中有个人信息，已遮蔽后收下。请在填报时删去证件号、电话、住址和自然人姓名。");
        }
        hand.remarks().forEach(message -> sink.warning(ORGANISATION_PART, row.origin(), message));
        String sealed = rules.seal().of(hand.hidden(), row.origin());
        RowNotes notes = new RowNotes(hand.repairs(), hand.raw(), hand.extra().json(), sealed);
        sink.accepted(stored, naturalKey, row.origin(), notes);
    }

    @Override
    public RowJudge fresh() {
        return new ContractJudge(contract, codeLists, context, secrets);
    }

    @Override
    public RowJudge under(SheetContext sheet) {
        return new ContractJudge(contract, codeLists, sheet, secrets);
    }
}
