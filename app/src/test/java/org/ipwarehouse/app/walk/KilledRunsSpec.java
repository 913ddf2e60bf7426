package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.ipwarehouse.samples.SampleGenerator;
import org.ipwarehouse.samples.SampleRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills at random moments: a lake is killed and begun again until a run ends by itself, then compared with the
 * undisturbed one; the next lake is begun, until so many kills have met a living process. The number of kills is
 * {@code -Dipw.kills} (5; the long run by {@code benchmarks/run kills}), the moments come from
 * {@code -Dipw.kills.seed}. A few kills meet intake and a build of few indicators; the long run meets the whole, pages
 * and bulletin included.
 */
class KilledRunsSpec {
    private static final int SHORT = 5;
    private static final int KILLS = Integer.getInteger("ipw.kills", SHORT);
    private static final long SEED = Long.getLong("ipw.kills.seed", 20261012L);

    private static final boolean IS_LONG = KILLS > SHORT;

    /** Before it a process has only started. */
    private static final long FIRST_MILLIS = 300;
    /** A resumed run has less to do: each further kill of a lake is drawn from a span so much shorter. */
    private static final double LEFT_AFTER_A_KILL = 0.75;

    private static final long SHORTEST_SPAN_MILLIS = 1_500;
    /** A lake of which so many runs were killed is let come to its end. */
    private static final int MOST_OF_ONE_LAKE = 10;

    @TempDir
    Path place;

    private final Random moments = new Random(SEED);
    private final Map<String, Integer> killedAt = new TreeMap<>();
    private Path exports = Path.of("");
    private Path home = Installation.HOME;
    private long wholeRunMillis;

    @Test
    void a_run_killed_at_any_moments_leaves_the_lake_of_an_undisturbed_run() throws Exception {
        exports = samples();
        home = IS_LONG ? home : Installation.slimHome(place);
        long began = System.nanoTime();
        assertThat(run("undisturbed").toTheEnd()).isZero();
        wholeRunMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        SortedMap<String, List<String>> undisturbed = LakeContent.of(place.resolve("undisturbed"));
        assertThat(undisturbed)
                .containsKeys("clean.penalty_case", "quarantine.row", "control.submission", "indicator.figure");

        int kills = 0;
        int lakes = 0;
        // also where no moment meets a living process, an end comes
        while (kills < KILLS && lakes < KILLS + SHORT) {
            String name = "disturbed" + ++lakes;
            kills += killedUntilItEnds(name, KILLS - kills);
            assertThat(LakeContent.of(place.resolve(name))).as(name).isEqualTo(undisturbed);
            System.out.println("kills: " + kills + " of " + KILLS + " met a living process, seed " + SEED + "; " + lakes
                    + " lakes equal to the undisturbed one, table by table; in the midst of: " + killedAt);
        }

        assertThat(kills).as("kills that met a living process").isEqualTo(KILLS);
    }

    /** @return kills that met a living process, at most {@code most}; the lake is whole then */
    private int killedUntilItEnds(String name, int most) throws Exception {
        double span = wholeRunMillis;
        int kills = 0;
        while (kills < Math.min(most, MOST_OF_ONE_LAKE)) {
            OneProcess run = run(name);
            if (!run.killedAfter(FIRST_MILLIS + moments.nextLong(Math.max(SHORTEST_SPAN_MILLIS, (long) span)))) {
                break;
            }
            killedAt.merge(phase(run.said()), 1, Integer::sum);
            kills++;
            span *= LEFT_AFTER_A_KILL;
        }
        assertThat(run(name).toTheEnd())
                .as("the run that nobody disturbs any more")
                .isZero();
        return kills;
    }

    /** The kind of work that the last line of progress speaks of: its words before the first number or colon. */
    private static String phase(String said) {
        String last = said.lines().reduce("", (first, second) -> second).strip();
        String words = last.split("[0-9：:（]", 2)[0].strip();
        return words.isEmpty() ? "start" : words;
    }

    private OneProcess run(String name) throws Exception {
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
