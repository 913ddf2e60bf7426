package org.ipwarehouse.app.walk;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipwarehouse.app.command.CommandLines;
import org.ipwarehouse.app.command.Desk;
import org.ipwarehouse.app.wiring.InstalledRooms;
import org.ipwarehouse.warehouse.fixtures.SlimHome;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A data folder with the real rooms behind the real commands, in this process. The clock stands at noon of 12 October
 * 2026 in Beijing, when the third quarter has just ended.
 */
final class Installation {
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    static final Path EXPORTS = HOME.resolve("samples/exports");
    /** What the smaller walks count. */
    static final List<String> FEW = List.of("XZ01", "XZ02", "XZ04", "TS01", "TS05", "GS01");
    /** What the monthly bulletin names. */
    private static final List<String> MONTHLY = List.of(
            "GS01", "JB02", "JB03", "SF01", "SF02", "SF03", "SF04", "TS01", "TS06", "XZ01", "XZ02", "XZ03", "XZ04",
            "XZ06", "XZ07", "ZS04");

    private static final String SMALL_PAGE = """
            order: 1
            title: {zh: 驾驶舱, en: Overview}
            question: {zh: 本期怎样？, en: "How is this period?"}
            filters: [period, township]
            sections:
              - title: {zh: 走势, en: Trends}
                panels:
                  - cards: {indicators: [XZ01, TS01]}
                  - trend: {indicator: XZ01, months: 12, against: expected}
            """;

    static final Instant NOON = Instant.parse("2026-10-12T04:00:00Z");
    private static @Nullable Installation demonstration;

    private final Path home;
    private final Path data;
    private Instant now = NOON;

    Installation(Path home, Path data) {
        this.home = home;
        this.data = data;
    }

    /** A home with few indicators: walks that are not about the indicators build in a third of the time. */
    static Path slimHome(Path folder) {
        return SlimHome.of(HOME, folder.resolve("home"), FEW);
    }

    /** As {@link #slimHome}, with one small page, the monthly bulletin made by quarter, and what these name. */
    static Path slimHomeWithReports(Path folder) {
        Path home = SlimHome.of(HOME, folder.resolve("home"), MONTHLY);
        try {
            for (String part : List.of("style", "release", "superset", "dashboards/site.yaml")) {
                copy(Path.of("reports", part), home);
            }
            Files.writeString(home.resolve("reports/dashboards/small.yaml"), SMALL_PAGE);
            copy(Path.of("reports/bulletins/monthly"), home);
            Path bulletin = home.resolve("reports/bulletins/quarterly");
            Files.move(bulletin.resolveSibling("monthly"), bulletin);
            String monthly = Files.readString(bulletin.resolve("bulletin.yaml"));
            Files.writeString(
                    bulletin.resolve("bulletin.yaml"), monthly.replace("frequency: month", "frequency: quarter"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    /** Copies a file or folder of the product, named from its home, into another home. */
    static void copy(Path part, Path home) throws IOException {
        try (Stream<Path> files = Files.walk(HOME.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = home.resolve(HOME.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** What a command answered. */
    record Answer(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    /**
     * The committed samples, walked once for all specifications of this process; their lake stays behind for the notebooks
     * (notebooks/src/test).
     */
    static synchronized Installation demonstration() {
        if (demonstration == null) {
            Path place = Path.of("target", "demonstration").toAbsolutePath();
            remove(place);
            Installation made = new Installation(HOME, place.resolve("demo"));
            Answer answer = made.command("demo", "--out", made.data.toString());
            if (answer.code() != 0) {
                throw new IllegalStateException("ipw demo ended with " + answer.code() + ": " + answer.err());
            }
            stamp(place);
            demonstration = made;
        }
        return demonstration;
    }

    Path data() {
        return data;
    }

    /** An hour passes: two builds that make different things are two vintages. */
    void later() {
        now = now.plus(Duration.ofHours(1));
    }

    /** Runs a command on this data folder. */
    Answer ipw(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return command(all.toArray(String[]::new));
    }

    /** Keys lie beside the data, never in it. */
    Path keys() {
        return data.resolveSibling(data.getFileName() + "-keys");
    }

    /** Runs a command that has no data folder. */
    Answer command(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Desk desk = new Desk(
                home,
                data.resolveSibling("."),
                Map.of("IPW_THROUGH", "2026-09", "IPW_KEYS", keys().toString()),
                InstantSource.fixed(now),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new InstalledRooms());
        int code = CommandLines.run(desk, words);
        return new Answer(code, out.toString(), err.toString());
    }

    /** Says that the walk came to its end, and when. */
    private static void stamp(Path place) {
        try {
            Files.createFile(place.resolve("walked"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path place) {
        try {
            FileSystemUtils.deleteRecursively(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
