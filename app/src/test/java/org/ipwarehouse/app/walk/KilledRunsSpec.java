package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.ipwarehouse.samples.SampleGenerator;
import org.ipwarehouse.samples.SampleRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills at random moments. The number of kills is {@code -Dipw.kills} (5; the long run by {@code benchmarks/run kills}),
 * the moments come from {@code -Dipw.kills.seed}. A few kills meet intake and a build of few indicators; the long run
 * meets the whole, pages and bulletin included.
 */
class KilledRunsSpec {
    private static final int SHORT = 5;
    private static final int KILLS = Integer.getInteger("ipw.kills", SHORT);
    private static final long SEED = Long.getLong("ipw.kills.seed", 20261012L);

    private static final boolean IS_LONG = KILLS > SHORT;

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
        for (int i = 0; i < KILLS; i++) {
            // a run that was resumed has less to do: later kills come sooner, so that they still meet it at work
            long latest = Math.max(1_500, whole - i * whole / (KILLS + 1));
            killed += run(exports, "disturbed").killedAfter(300 + moments.nextLong(latest)) ? 1 : 0;
        }
        assertThat(run(exports, "disturbed").toTheEnd()).isZero();

        assertThat(killed).as("kills that met a living process").isGreaterThan(KILLS / 3);
        assertThat(LakeContent.of(place.resolve("disturbed")))
                .isEqualTo(LakeContent.of(place.resolve("undisturbed")))
                .containsKeys("clean.penalty_case", "quarantine.row", "control.submission", "indicator.figure");
        System.out.println("kills: " + killed + " of " + KILLS + " met a living process, seed " + SEED
                + "; lakes equal table by table");
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
