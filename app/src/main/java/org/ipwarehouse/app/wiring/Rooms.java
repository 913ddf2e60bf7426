package org.ipwarehouse.app.wiring;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.schedule.Run;
import org.ipwarehouse.reports.release.Editions;
import org.ipwarehouse.samples.SampleRequest.Format;
import org.ipwarehouse.samples.SampleRequest.Layout;
import org.ipwarehouse.warehouse.api.AnalystSql;
import org.ipwarehouse.warehouse.api.Linkage;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.WarningDesk;

/** The doors that commands knock at. What is only read is opened without Spring and without Spark. */
public interface Rooms {

    /** What the contracts say of each source; a broken contract is refused with file and line. */
    List<SourceProfile> sources(Settings settings);

    /** The answers of the warehouse. */
    Warehouse door(Settings settings, Instant now);

    /** Whether anything came in, or any definition changed, since the last build. */
    boolean isStale(Settings settings, BuildRequest request);

    /** The newest runs; empty where nothing ever ran. */
    List<Run> runs(Settings settings);

    /** What takes files in, builds and publishes; it holds the run lock until it is closed. */
    Works open(Settings settings, Instant now);

    /** Who is who: candidates, decisions, evaluation. */
    Linkage linkage(Settings settings, Instant now);

    /** The lake in SQL. */
    AnalystSql sql(Settings settings, Instant now);

    /** A decision on a warning, while nothing else writes. */
    Warning decided(Settings settings, Instant now, Function<WarningDesk, Warning> decision);

    /** Work on editions, while nothing else writes. */
    default <T> T edited(Settings settings, Instant now, Function<Editions, T> work) {
        throw new UnsupportedOperationException("These rooms make no editions");
    }

    /** The keys and what they open. */
    Vault vault(Settings settings, Instant now);

    /** Reads every file that analysts write. @return complaints with file and line, empty where all is well */
    List<String> check(Settings settings, Instant now);

    /** Writes synthetic exports. */
    void sample(Settings settings, SampleOrder order, Consumer<String> progress);

    /**
     * An order for synthetic exports.
     *
     * @param defects share of rows with a defect, 0 to 0.5
     * @param format kinds of file: csv, xlsx or mixed
     * @param sources the sources to make, all where empty
     * @param layout files by month, or one for each source
     */
    record SampleOrder(
            Path folder, long rows, long seed, double defects, Format format, Set<String> sources, Layout layout) {
        public static final long FEWEST = 1_000;
        public static final long MOST = 100_000_000;

        public SampleOrder {
            if (rows < FEWEST || rows > MOST) {
                throw new IllegalArgumentException("行数须在 " + FEWEST + " 与 " + MOST + " 之间，收到 " + rows);
            }
            if (!(defects >= 0 && defects <= 0.5)) {
                throw new IllegalArgumentException("问题行比例须在 0 与 0.5 之间，收到 " + defects);
            }
            sources = Set.copyOf(sources);
        }
    }
}
