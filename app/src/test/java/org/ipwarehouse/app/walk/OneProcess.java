package org.ipwarehouse.app.walk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ipwarehouse.app.command.CommandLines;
import org.ipwarehouse.app.command.Desk;
import org.ipwarehouse.app.wiring.InstalledRooms;

/** {@code ipw} as a process of its own, which can be killed, stopped and denied its disk, under a clock that stands. */
final class OneProcess {
    /** One key for all: tokens of two lakes can only be compared under the same one. */
    private static final class Keys {
        static final Path FOLDER = temporary();
    }

    /** Between two commands of one process. */
    static final String THEN = ";";

    private static final String BETWEEN_WORDS = "\n";

    private final Process process;
    private final BufferedReader notes;
    private final StringBuilder said = new StringBuilder();

    private OneProcess(Process process) {
        this.process = process;
        this.notes = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    }

    /** Real commands, one after the other as long as they succeed, with the clock of a specification. */
    public static void main(String[] arguments) {
        Desk desk = new Desk(
                Path.of(System.getProperty("spec.home")),
                Path.of("").toAbsolutePath(),
                Map.of("IPW_THROUGH", "2026-09", "IPW_KEYS", System.getProperty("spec.keys")),
                InstantSource.fixed(Instant.parse(System.getProperty("spec.now"))),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                new InstalledRooms());
        int code = 0;
        for (String command : String.join(BETWEEN_WORDS, arguments).split(THEN, -1)) {
            code = code == 0 ? CommandLines.run(desk, words(command)) : code;
        }
        System.exit(code);
    }

    private static String[] words(String command) {
        return java.util.Arrays.stream(command.split(BETWEEN_WORDS, -1))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("ipw-keys");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param words of commands; {@link #THEN} between two of them */
    static OneProcess ipw(Path home, String... words) throws IOException {
        return start(home, Installation.NOON, words);
    }

    static OneProcess start(Path home, Instant now, String... words) throws IOException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC"));
        all.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Dspec.home=" + home,
                "-Dspec.now=" + now,
                "-Dspec.keys=" + Keys.FOLDER));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--add-opens"))
                .forEach(all::add);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        all.addAll(List.of("-cp", String.valueOf(classPath), OneProcess.class.getName()));
        all.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return new OneProcess(builder.start());
    }

    /** Reads on until the process says this. @return whether it did before it ended */
    boolean says(String words) throws IOException {
        for (String line = notes.readLine(); line != null; line = notes.readLine()) {
            said.append(line).append('\n');
            if (line.contains(words)) {
                return true;
            }
        }
        return false;
    }

    /** kill -9, at once. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a killed process lives on");
        }
    }

    /** kill -9 after so long, unless it has ended by itself. @return whether it was killed */
    boolean killedAfter(long milliseconds) throws InterruptedException, IOException {
        Thread reader = new Thread(this::drain);
        reader.start();
        boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        kill();
        reader.join();
        return !ended;
    }

    private void drain() {
        try {
            while (notes.readLine() != null) {
                continue;
            }
        } catch (IOException closed) {
            // the process is gone, and with it what it might have said
        }
    }

    /** SIGTERM. */
    void stop() {
        // Process.destroy would close the streams too, and the last words would be lost
        process.toHandle().destroy();
    }

    int toTheEnd() throws IOException, InterruptedException {
        says("\u0000");
        return process.waitFor();
    }

    /** What it said so far on standard error. */
    String said() {
        return said.toString();
    }
}
