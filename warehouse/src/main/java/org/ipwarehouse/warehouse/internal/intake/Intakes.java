package org.ipwarehouse.warehouse.internal.intake;

import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;

/** Puts an intake together that chooses its way of working by the size of what is delivered. */
public final class Intakes {

    private Intakes() {}

    public static LakeIntake of(LakeSettings settings) {
        Lake lake = new Lake(settings.lake(), settings.restricted());
        KernelTables tables = new KernelTables(lake);
        // two sources are stored at the same time: neither may find the other making a table that both write
        StoredShapes.SHARED.forEach(tables::ensure);
        Staging.sweep(settings.work());
        return new LakeIntake(
                tables,
                batch -> batch.bytes() < settings.inProcessBytes()
                        ? new SiftedHere(tables, batch)
                        : new SiftedInStream(tables, settings.work(), batch),
                step -> {},
                settings.inProcessBytes());
    }
}
