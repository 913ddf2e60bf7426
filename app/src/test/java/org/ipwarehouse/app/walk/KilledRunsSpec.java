package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.ipwarehouse.samples.SampleGenerator;
import org.ipwarehouse.samples.SampleRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills at random moments. The number of kills is {@code -Dipw.kills} (5; the long run by {@code benchmarks/run kills}),
 * the moments come from {@code -Dipw.kills.seed} and the span of an undisturbed run; a run that ends before its moment
 * is no kill, and the next one meets a new lake. A few kills meet intake and a build of few indicators; the long run
 * meets the whole, pages and bulletin included.
 */
class KilledRunsSpec {
    private static final int SHORT = 5;
    private static final int KILLS = Integer.getInteger("ipw.kills", SHORT);
    private static final long SEED = Long.getLong("ipw.kills.seed", 20261012L);

    private static final boolean IS_LONG = KILLS > SHORT;
    private static final int MOST_TRIED = IS_LONG ? 3 * KILLS : KILLS;
    private static final int FIRST_MILLIS = 300;

    @TempDir
    Path place;

    private Path home = Installation.HOME;

    @Test
    void a_run_killed_at_any_moments_leaves_the_lake_of_an_undisturbed_run() throws Exception {
        Path exports = samples();
        home = IS_LONG ? home : Installation.slimHome(place);
        long began = System.nanoTime();
        assertThat(run(exports, "undisturbed").toTheEnd()).isZero();
        long whole = (System.nanoTime() - began) / 1_000_000;

        Random moments = new Random(SEED);
        int killed = 0;
        int lake = 0;
        for (int tried = 0; killed < KILLS && tried < MOST_TRIED; tried++) {
            if (run(exports, disturbed(lake)).killedAfter(FIRST_MILLIS + moments.nextLong(Math.max(1_500, whole)))) {
                killed++;
            } else {
                // it came to its end first: there is nothing left to kill in this lake
                lake++;
            }
        }
        assertThat(killed).as("kills that met a living process").isGreaterThan(KILLS / 3);
        Map<String, ?> content = LakeContent.of(place.resolve("undisturbed"));
        assertThat(content).containsKeys("clean.penalty_case", "quarantine.row", "control.submission", "indicator.figure");
        for (int i = 0; i <= lake; i++) {
            assertThat(run(exports, disturbed(i)).toTheEnd()).isZero();
            assertThat(LakeContent.of(place.resolve(disturbed(i)))).isEqualTo(content);
        }
        System.out.println("kills: " + killed + " of " + KILLS + " met a living process, seed " + SEED + ", an undisturbed run "
                + whole + " ms; " + (lake + 1) + " lakes equal table by table");
    }

    private static String disturbed(int lake) {
        return "disturbed-" + lake;
    }

    private OneProcess run(Path exports, String name) throws Exception {
        String data = place.resolve(name).toString();
        return IS_LONG
                ? OneProcess.ipw(Installation.HOME, "run", exports.toString(), "--data", data)
                : OneProcess.ipw(
                        home, "ingest", exports.toString(), "--data", data, OneProcess.THEN, "build", "--data", data);
    }

    private Path samples() {
        SampleRequest request = SampleRequest.of(Installation.HOME, place.resolve("samples"), 1_000, 7)
                .withSources(Set.of("S02", "S04"));
        return new SampleGenerator()
                .generate(request, (file, done, total) -> {})
                .exports();
    }
}
