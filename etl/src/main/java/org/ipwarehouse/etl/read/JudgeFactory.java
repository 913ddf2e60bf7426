package org.ipwarehouse.etl.read;

import org.ipwarehouse.etl.check.RowJudge;
import org.ipwarehouse.etl.check.SheetContext;
import org.ipwarehouse.etl.contract.Contract;

/** Makes the judge of one sheet's rows. The reading room asks for one and never knows the rules. */
@FunctionalInterface
public interface JudgeFactory {
    RowJudge judge(Contract contract, SheetContext sheet);

    /**
     * The same for the rows of one submission: what is sealed is bound to it.
     *
     * @param submission SHA-256 of the file
     */
    default JudgeFactory of(String submission) {
        return this;
    }
}
