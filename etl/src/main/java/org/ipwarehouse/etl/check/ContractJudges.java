package org.ipwarehouse.etl.check;

import java.util.Map;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.read.JudgeFactory;

/** Judges by contracts, all with the same code lists and keys. */
public final class ContractJudges implements JudgeFactory {
    private final CodeLists codeLists;
    private final RowSecrets secrets;
    private final AmountHistory history;

    public ContractJudges(CodeLists codeLists, RowSecrets secrets) {
        this(codeLists, secrets, source -> Map.of());
    }

    /** @param history what amounts were like so far; without any nothing is suspected of another unit (D37) */
    public ContractJudges(CodeLists codeLists, RowSecrets secrets, AmountHistory history) {
        this.codeLists = codeLists;
        this.secrets = secrets;
        this.history = history;
    }

    /** What the amounts of a source were like in the rows that the lake holds. */
    @FunctionalInterface
    public interface AmountHistory {
        /** @return by field name; a field without history is left out */
        Map<String, UsualAmount> of(String source);
    }

    @Override
    public RowJudge judge(Contract contract, SheetContext sheet) {
        return ContractJudge.of(contract, codeLists, sheet.withUsual(history.of(contract.source())), secrets);
    }

    @Override
    public JudgeFactory of(String submission) {
        return new ContractJudges(codeLists, secrets.boundTo(submission), history);
    }
}
