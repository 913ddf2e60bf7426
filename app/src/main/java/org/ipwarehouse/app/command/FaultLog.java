package org.ipwarehouse.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Where the full trace of a fault goes, so that the terminal needs only one line. */
final class FaultLog {
    private FaultLog() {}

    static Path keep(Path folder, Exception thrown, Instant now) {
        StringWriter trace = new StringWriter();
        trace.append("== ").append(now.toString()).append('\n');
        thrown.printStackTrace(new PrintWriter(trace));
        Path file = folder.resolve("ipw-faults.log");
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    file,
                    trace.toString(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            thrown.addSuppressed(unwritable);
        }
        return file;
    }
}
