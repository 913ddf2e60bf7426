package org.ipwarehouse.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.ipwarehouse.app.wiring.Rooms;

/**
 * What a command has at hand.
 *
 * @param home where the analysts' files lie
 * @param workingFolder from which relative paths of the command line count
 * @param out results
 * @param err progress and complaints
 */
public record Desk(
        Path home,
        Path workingFolder,
        Map<String, String> environment,
        InstantSource clock,
        PrintWriter out,
        PrintWriter err,
        Rooms rooms) {
    public Desk {
        environment = Map.copyOf(environment);
    }

    void print(Iterable<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    void print(String line) {
        out.println(line);
        out.flush();
    }

    /** Progress: never mixed with results. */
    void note(String line) {
        err.println(line);
        err.flush();
    }
}
