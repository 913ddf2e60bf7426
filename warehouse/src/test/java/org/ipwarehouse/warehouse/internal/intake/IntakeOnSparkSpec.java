package org.ipwarehouse.warehouse.internal.intake;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.ipwarehouse.warehouse.internal.intake.LakeIntake.Step;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;

class IntakeOnSparkSpec extends IntakeContract {

    @Override
    LakeIntake intake(KernelTables tables, Path work, Consumer<Step> after) {
        Sessions sessions = new Sessions(tables.lake(), work);
        return new LakeIntake(tables, batch -> new SiftedBySpark(tables, sessions, work, batch), after);
    }
}
