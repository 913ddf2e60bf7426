package org.ipwarehouse.notebooks;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.app.command.CommandLines;
import org.ipwarehouse.app.command.Desk;
import org.ipwarehouse.app.wiring.InstalledRooms;

/** The warehouse of the demonstration, made once for all notebooks, and the command beside it. */
final class Demo {
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    static final Path DATA = Path.of("target", "demo").toAbsolutePath();

    private Demo() {}

    /** What {@code ipw demo} makes, without its pages and papers: notebooks read the lake. */
    static void make() {
        ipw("ingest", HOME.resolve("samples/exports").toString(), "--data", DATA.toString());
        ipw("build", "--data", DATA.toString());
    }

    /** Runs one command. @return the lines of its answer */
    static List<String> ipw(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Desk desk = new Desk(
                HOME,
                Path.of("").toAbsolutePath(),
                Map.of("IPW_THROUGH", "2026-09"),
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
