package org.ipwarehouse.warehouse;

import org.ipwarehouse.warehouse.api.Intake;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Refinery;
import org.ipwarehouse.warehouse.api.Warehouse;

/** The one place where a warehouse is put together. Spark starts only when a build or a large intake needs it. */
public final class Warehouses {

    private Warehouses() {}

    /** The way in. */
    public static Intake intake(LakeSettings settings) {
        throw new UnsupportedOperationException(settings.toString());
    }

    /** The way out: answers read without Spark. */
    public static Warehouse door(LakeSettings settings) {
        throw new UnsupportedOperationException(settings.toString());
    }

    /** What makes facts and figures. */
    public static Refinery refinery(LakeSettings settings) {
        throw new UnsupportedOperationException(settings.toString());
    }
}
