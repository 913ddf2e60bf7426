package org.ipwarehouse.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.wiring.Rooms;
import org.ipwarehouse.warehouse.api.Warehouse;

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
    static final String SYNTHETIC = "演示数据（synthetic），不是真实统计。";

    public Desk {
        environment = Map.copyOf(environment);
    }

    /**
     * The warehouse for a command that reads it.
     *
     * @throws org.ipwarehouse.warehouse.api.Fault where nothing was built yet
     */
    Warehouse read(Settings settings) {
        Warehouse door = rooms.door(settings, clock.instant());
        if (door.builtAt().isEmpty()) {
            throw AppErrors.notBuilt(settings.lake());
        }
        return door;
    }

    /** Results read from a warehouse. That its data are synthetic is said beside them, not in them. */
    void answer(Warehouse door, List<String> lines) {
        if (door.holdsSyntheticData()) {
            note(SYNTHETIC);
        }
        print(lines);
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
