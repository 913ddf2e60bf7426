package org.ipwarehouse.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.ipwarehouse.app.command.CommandLines;
import org.ipwarehouse.app.command.Desk;
import org.ipwarehouse.app.wiring.InstalledRooms;

/** The entry point of {@code ipw}. Exit codes: 0 done, 2 the operator's mistake, 3 data refused, 1 our fault. */
public final class Ipw {
    private Ipw() {}

    public static void main(String[] arguments) {
        Path here = Path.of("").toAbsolutePath();
        Map<String, String> environment = System.getenv();
        String home = System.getProperty("ipw.home");
        Desk desk = new Desk(
                home == null ? here : Path.of(home).toAbsolutePath().normalize(),
                here,
                environment,
                InstantSource.system(),
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                new InstalledRooms());
        System.exit(CommandLines.run(desk, arguments));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
