package org.ipwarehouse.warehouse;

import org.ipwarehouse.warehouse.api.Intake;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Refinery;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.door.Door;
import org.ipwarehouse.warehouse.internal.intake.Intakes;
import org.ipwarehouse.warehouse.internal.refinery.LakeRefinery;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;

/** The one place where a warehouse is put together. Spark starts only when a build or a large intake needs it. */
public final class Warehouses {

    private Warehouses() {}

    /** The way in. */
    public static Intake intake(LakeSettings settings) {
        return Intakes.of(settings);
    }

    /** The way out: answers read without Spark. */
    public static Warehouse door(LakeSettings settings) {
        Lake lake = new Lake(settings.lake());
        return new Door(settings, new KernelTables(lake), new Sessions(lake, settings.work()));
    }

    /** What makes facts and figures. */
    public static Refinery refinery(LakeSettings settings) {
        Lake lake = new Lake(settings.lake());
        return new LakeRefinery(settings, new KernelTables(lake), new Sessions(lake, settings.work()));
    }
}
