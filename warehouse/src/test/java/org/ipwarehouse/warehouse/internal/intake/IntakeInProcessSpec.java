package org.ipwarehouse.warehouse.internal.intake;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.ipwarehouse.warehouse.internal.intake.LakeIntake.Step;
import org.ipwarehouse.warehouse.internal.table.KernelTables;

class IntakeInProcessSpec extends IntakeContract {

    @Override
    LakeIntake intake(KernelTables tables, Path work, Consumer<Step> after) {
        return new LakeIntake(tables, batch -> new SiftedHere(tables, batch), after);
    }
}
