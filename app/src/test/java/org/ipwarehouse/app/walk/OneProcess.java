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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.ipwarehouse.app.command.CommandLines;
import org.ipwarehouse.app.command.Desk;
import org.ipwarehouse.app.wiring.InstalledRooms;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** {@code ipw} as a process of its own, which can be killed, stopped and denied its disk, under a clock that stands. */
final class OneProcess {
    /** One key for all: tokens of two lakes can only be compared under the same one. */
    private static final class Keys {
        static final Path FOLDER = temporary();
    }

    /** Between two commands of one process. */
    static final String THEN = ";";

    private static final String BETWEEN_WORDS = "\n";
    /** No line of ours has it. */
    private static final String NEVER = "\u0000";

    /**
     * Standard error that lets the work go no further once it said certain words, until SIGTERM has been taken or a byte
     * comes on standard input: what a specification does "in the middle of a run" is then really in its middle, however
     * fast the machine.
     */
    private static final class Held extends PrintWriter {
        private final String words;
        private final CountDownLatch released = new CountDownLatch(1);

        Held(String words) {
            super(System.err, true, StandardCharsets.UTF_8);
            this.words = words;
        }

        @Override
        public void println(String line) {
            boolean isHere = line.contains(words) && released.getCount() == 1;
            if (isHere) {
                releaseOnSignal();
                Thread reader = new Thread(this::releaseOnInput);
                reader.setDaemon(true);
                reader.start();
            }
            super.println(line);
            if (isHere) {
                await();
            }
        }

        private void releaseOnSignal() {
            Signal term = new Signal("TERM");
            AtomicReference<SignalHandler> taken = new AtomicReference<>(SignalHandler.SIG_DFL);
            taken.set(Signal.handle(term, signal -> {
                taken.get().handle(signal);
                released.countDown();
            }));
        }

        private void releaseOnInput() {
            try {
                if (System.in.read() >= 0) {
                    released.countDown();
                }
            } catch (IOException closed) {
                throw new UncheckedIOException(closed);
            }
        }

        private void await() {
            try {
                if (!released.await(2, TimeUnit.MINUTES)) {
                    throw new IllegalStateException("nobody let the run go on after: " + words);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

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
                new Held(System.getProperty("spec.held", NEVER)),
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

    /** As {@link #ipw}, but after this note the work waits for {@link #stop} or {@link #goOn}. */
    static OneProcess heldAt(String note, Path home, String... words) throws IOException {
        return start(List.of("-Dspec.held=" + note), home, Installation.NOON, words);
    }

    static OneProcess start(Path home, Instant now, String... words) throws IOException {
        return start(List.of(), home, now, words);
    }

    private static OneProcess start(List<String> flags, Path home, Instant now, String... words) throws IOException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Duser.timezone=UTC"));
        all.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Dspec.home=" + home,
                "-Dspec.now=" + now,
                "-Dspec.keys=" + Keys.FOLDER));
        all.addAll(flags);
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
            says(NEVER);
        } catch (IOException closed) {
            // the process is gone, and with it what it might have said
        }
    }

    /** SIGTERM. */
    void stop() {
        // Process.destroy would close the streams too, and the last words would be lost
        process.toHandle().destroy();
    }

    /** A run that was held may go on. */
    void goOn() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    int toTheEnd() throws IOException, InterruptedException {
        says(NEVER);
        return process.waitFor();
    }

    /** What it said so far on standard error. */
    String said() {
        return said.toString();
    }
}
