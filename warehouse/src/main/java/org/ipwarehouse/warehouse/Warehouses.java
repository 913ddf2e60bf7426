package org.ipwarehouse.warehouse;

import java.nio.file.Path;
import java.time.LocalDate;
import org.ipwarehouse.warehouse.api.AnalystSql;
import org.ipwarehouse.warehouse.api.Intake;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Linkage;
import org.ipwarehouse.warehouse.api.Quarantine;
import org.ipwarehouse.warehouse.api.Refinery;
import org.ipwarehouse.warehouse.api.ReleaseDesk;
import org.ipwarehouse.warehouse.api.Restricted;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.WarningDesk;
import org.ipwarehouse.warehouse.internal.analysis.AnalysisRules;
import org.ipwarehouse.warehouse.internal.disclosure.PublicFigures;
import org.ipwarehouse.warehouse.internal.door.Door;
import org.ipwarehouse.warehouse.internal.door.LakeSql;
import org.ipwarehouse.warehouse.internal.indicator.MetricViews;
import org.ipwarehouse.warehouse.internal.indicator.Passports;
import org.ipwarehouse.warehouse.internal.intake.Intakes;
import org.ipwarehouse.warehouse.internal.intake.LakeQuarantine;
import org.ipwarehouse.warehouse.internal.intake.LakeRestricted;
import org.ipwarehouse.warehouse.internal.linkage.LakeLinkage;
import org.ipwarehouse.warehouse.internal.refinery.LakeRefinery;
import org.ipwarehouse.warehouse.internal.release.LakeReleases;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.ipwarehouse.warehouse.internal.warning.LedgerDesk;

/** The one place where a warehouse is put together. Spark starts only when a build or a large intake needs it. */
public final class Warehouses {

    private Warehouses() {}

    /** The way in. */
    public static Intake intake(LakeSettings settings) {
        return Intakes.of(settings);
    }

    /** What was rejected, to be returned to the department. */
    public static Quarantine quarantine(LakeSettings settings) {
        return new LakeQuarantine(tables(settings));
    }

    /** The sealed personal values of stored rows. */
    public static Restricted restricted(LakeSettings settings) {
        return new LakeRestricted(tables(settings));
    }

    /** The way out: answers read without Spark. */
    public static Warehouse door(LakeSettings settings) {
        return new Door(settings, tables(settings), sessions(settings));
    }

    /** What makes facts and figures. */
    public static Refinery refinery(LakeSettings settings) {
        return new LakeRefinery(settings, tables(settings), sessions(settings));
    }

    /** Where people decide on warnings. */
    public static WarningDesk warningDesk(LakeSettings settings) {
        return new LedgerDesk(settings.home(), tables(settings));
    }

    /** Where editions are made and signed. */
    public static ReleaseDesk releaseDesk(LakeSettings settings) {
        return new LakeReleases(door(settings), tables(settings), () -> AnalysisRules.load(settings.home()));
    }

    /** Who is who: candidates, decisions, evaluation. */
    public static Linkage linkage(LakeSettings settings) {
        return new LakeLinkage(tables(settings), sessions(settings));
    }

    /** The lake in SQL, for analysts. */
    public static AnalystSql analystSql(LakeSettings settings) {
        return new LakeSql(
                lake(settings),
                sessions(settings),
                new MetricViews(Passports.load(settings.home()).definitions()));
    }

    private static KernelTables tables(LakeSettings settings) {
        return new KernelTables(lake(settings));
    }

    private static Sessions sessions(LakeSettings settings) {
        return new Sessions(lake(settings), settings.work());
    }

    private static Lake lake(LakeSettings settings) {
        return new Lake(settings.lake(), settings.restricted());
    }

    /**
     * Reads the policy of disclosure of an installation as it is on a day.
     *
     * @throws org.ipwarehouse.warehouse.api.Fault where it is missing or wrong, with file and line
     */
    public static void checkDisclosure(Path home, LocalDate day) {
        PublicFigures.check(home, day);
    }
}
