package org.ipwarehouse.notebooks;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipwarehouse.app.command.CommandLines;
import org.ipwarehouse.app.command.Desk;
import org.ipwarehouse.app.wiring.InstalledRooms;

/** The warehouse of the demonstration, for all notebooks, and the command beside it. */
final class Demo {
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    /** What the application's specifications have walked just before. */
    private static final Path WALKED = HOME.resolve("app/target/demonstration/demo");

    static final Path DATA =
            isWalkedByThis() ? WALKED : Path.of("target", "demo").toAbsolutePath();
    private static final Path KEYS = DATA.resolveSibling("demo-keys");

    private Demo() {}

    /** What {@code ipw demo} makes, without its pages and papers, where it is not there yet: notebooks read the lake. */
    static void make() {
        if (!DATA.equals(WALKED)) {
            ipw("ingest", HOME.resolve("samples/exports").toString(), "--data", DATA.toString());
            ipw("build", "--data", DATA.toString());
        }
    }

    /** Whether the walk came to its end after the product's classes and all that it reads of the home were changed. */
    private static boolean isWalkedByThis() {
        File stamp = WALKED.resolveSibling("walked").toFile();
        return stamp.exists()
                && Stream.of("app/target/classes", "etl", "reports", "samples", "warehouse")
                        .allMatch(folder -> lastChange(HOME.resolve(folder)) <= stamp.lastModified());
    }

    private static long lastChange(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one command. @return the lines of its answer */
    static List<String> ipw(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Desk desk = new Desk(
                HOME,
                Path.of("").toAbsolutePath(),
                Map.of("IPW_THROUGH", "2026-09", "IPW_KEYS", KEYS.toString()),
                InstantSource.system(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new InstalledRooms());
        int code = CommandLines.run(desk, words);
        if (code != 0) {
            throw new IllegalStateException("ipw " + String.join(" ", words) + " ended with " + code + ": " + err);
        }
        return out.toString().lines().toList();
    }
}
