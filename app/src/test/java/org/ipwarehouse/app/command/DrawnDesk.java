package org.ipwarehouse.app.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The command line over drawn rooms, at ten in the morning of 12 October 2026 in Beijing. */
record DrawnDesk(Path folder) {

    /** What a command answered. */
    record Answer(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    Answer ipw(String... words) {
        return ipw(new DrawnRooms(true), words);
    }

    Answer ipw(DrawnRooms rooms, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Desk desk = new Desk(
                Path.of("..").toAbsolutePath().normalize(),
                folder,
                Map.of(),
                InstantSource.fixed(Instant.parse("2026-10-12T02:00:00Z")),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                rooms);
        int code = CommandLines.run(desk, words);
        return new Answer(code, out.toString(), err.toString());
    }
}
