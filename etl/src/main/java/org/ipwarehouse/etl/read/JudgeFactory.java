package org.ipwarehouse.etl.read;

import org.ipwarehouse.etl.check.RowJudge;
import org.ipwarehouse.etl.check.SheetContext;
import org.ipwarehouse.etl.contract.Contract;

/** Makes the judge of one sheet's rows. The reading room asks for one and never knows the rules. */
@FunctionalInterface
public interface JudgeFactory {
    RowJudge judge(Contract contract, SheetContext sheet);
}
