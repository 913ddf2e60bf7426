package org.ipwarehouse.warehouse.api;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Where a warehouse lies and by what it is run. The command makes one for each run.
 *
 * @param home the installation's home folder, with the analysts' files
 * @param lake folder of the tables, {@code <layer>/<table>}
 * @param restricted folder of the restricted layer, which may lie on a disk of its own
 * @param work folder for what may be deleted between two runs (staging, Spark's scratch)
 * @param district the district whose figures are made
 * @param sources what the contracts say of each source, for completeness
 * @param inProcessBytes deliveries of fewer bytes are stored in this process, larger ones by Spark
 * @param now the time of the run
 */
public record LakeSettings(
        Path home,
        Path lake,
        Path restricted,
        Path work,
        RegionCode district,
        List<SourceProfile> sources,
        long inProcessBytes,
        Instant now) {

    /** Below this, starting Spark costs more than the work itself. */
    public static final long IN_PROCESS_BYTES = 64L << 20;

    public LakeSettings {
        home = home.toAbsolutePath().normalize();
        lake = lake.toAbsolutePath().normalize();
        restricted = restricted.toAbsolutePath().normalize();
        work = work.toAbsolutePath().normalize();
        sources = List.copyOf(sources);
        if (inProcessBytes < 0) {
            throw new IllegalArgumentException("inProcessBytes is negative: " + inProcessBytes);
        }
    }

    /** The usual layout: tables and scratch in the data folder of the installation. */
    public static LakeSettings of(Path home, Path data, RegionCode district, List<SourceProfile> sources, Instant now) {
        Path lake = data.resolve("lake");
        return new LakeSettings(
                home, lake, restrictedWithin(lake), data.resolve("work"), district, sources, IN_PROCESS_BYTES, now);
    }

    public LakeSettings withInProcessBytes(long bytes) {
        return new LakeSettings(home, lake, restricted, work, district, sources, bytes, now);
    }

    public LakeSettings withRestricted(Path folder) {
        return new LakeSettings(home, lake, folder, work, district, sources, inProcessBytes, now);
    }

    /** Where the restricted layer lies if nothing else is said. */
    public static Path restrictedWithin(Path lake) {
        return lake.resolve("restricted");
    }
}
