package org.ipwarehouse.etl.check;

import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.read.JudgeFactory;

/** Judges by contracts, all with the same code lists and keys. */
public final class ContractJudges implements JudgeFactory {
    private final CodeLists codeLists;
    private final RowSecrets secrets;

    public ContractJudges(CodeLists codeLists, RowSecrets secrets) {
        this.codeLists = codeLists;
        this.secrets = secrets;
    }

    @Override
    public RowJudge judge(Contract contract, SheetContext sheet) {
        return ContractJudge.of(contract, codeLists, sheet, secrets);
    }

    @Override
    public JudgeFactory of(String submission) {
        return new ContractJudges(codeLists, secrets.boundTo(submission));
    }
}
