package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.app.walk.Installation.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which version of a case holds depends on the day it describes, never on the day it came. */
class ArrivalOrderSpec {
    @TempDir
    Path place;

    @Test
    void files_that_come_late_or_in_any_order_give_the_same_figures() throws IOException {
        List<String> files = exportsOf("2026");
        List<String> backwards = new ArrayList<>(files);
        Collections.reverse(backwards);

        Path home = Installation.slimHome(place);
        Installation inOrder = new Installation(home, place.resolve("in-order"));
        ingest(inOrder, files);
        Installation late = new Installation(home, place.resolve("late"));
        ingest(late, backwards.subList(0, 7));
        ingest(late, backwards.subList(7, backwards.size()));

        assertThat(built(late)).isEqualTo(built(inOrder)).hasSizeGreaterThan(3 * Installation.FEW.size());
    }

    private static void ingest(Installation installation, List<String> files) {
        List<String> words = new ArrayList<>(List.of("ingest"));
        words.addAll(files);
        Answer answer = installation.ipw(words.toArray(String[]::new));
        assertThat(answer.code()).as(answer.err()).isZero();
    }

    private static List<String> built(Installation installation) {
        Answer build = installation.ipw("build");
        assertThat(build.code()).as(build.err()).isZero();
        List<String> lines = new ArrayList<>();
        for (String period : List.of("2026-05", "2026Q2", "2026Q3")) {
            lines.addAll(
                    installation.ipw("figures", "--period", period, "--csv").lines());
            lines.addAll(installation
                    .ipw("figures", "--period", period, "--by", "township", "--csv")
                    .lines());
        }
        return lines;
    }

    /** The files of S01 and S02 of a year: cases are opened in one month and closed in the file of a later one. */
    private static List<String> exportsOf(String year) throws IOException {
        try (Stream<Path> all = Files.list(Installation.EXPORTS)) {
            return all.filter(f -> f.getFileName().toString().matches("S0[12]_.*_" + year + "年.*"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }
}
