package org.ipwarehouse.reports.superset;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ipwarehouse.reports.serving.ServingPlace;
import org.ipwarehouse.reports.serving.ServingPlace.Reader;
import org.ipwarehouse.reports.superset.client.SupersetAccount;
import org.ipwarehouse.reports.superset.client.SupersetAccount.Entry;

/** A real Superset of this machine, installed by scripts/superset.sh, and a real PostgreSQL, both on loopback. */
final class LocalSuperset implements AutoCloseable {
    private static final Path SCRIPT = Path.of("..", "scripts", "superset.sh").toAbsolutePath();
    private static final String PASSWORD = "it-only-password";
    /** Tokens of the tests are this old at most: nearly every operation outlives one. */
    static final Duration TOKEN_LIFE = Duration.ofSeconds(3);

    private final Path home;
    private final int port;
    private final EmbeddedPostgres postgres;

    private LocalSuperset(Path home, int port, EmbeddedPostgres postgres) {
        this.home = home;
        this.port = port;
        this.postgres = postgres;
    }

    static boolean isInstalled() throws IOException, InterruptedException {
        Process asked = new ProcessBuilder("sh", SCRIPT.toString(), "installed")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return asked.waitFor() == 0;
    }

    static LocalSuperset start(Path home) throws IOException, InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        LocalSuperset superset = new LocalSuperset(home, freePort(), postgres);
        superset.start();
        return superset;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    void start() throws IOException, InterruptedException {
        run("start");
    }

    void stop() throws IOException, InterruptedException {
        run("stop");
    }

    /** As when the machine loses its power: the workers and their parent die at once. */
    void kill() throws IOException, InterruptedException {
        long pid = Long.parseLong(Files.readString(home.resolve("superset.pid")).strip());
        ProcessHandle parent = ProcessHandle.of(pid).orElseThrow();
        java.util.List<ProcessHandle> workers = parent.descendants().toList();
        parent.destroyForcibly();
        workers.forEach(ProcessHandle::destroyForcibly);
        parent.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    /** Kills it as soon as it was handed a bundle: the publisher writes down what it is about to do just before. */
    void killDuringImport() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int lines = intents();
        while (intents() == lines && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        Thread.sleep(400);
        kill();
    }

    /** How many objects of ours are announced and not finished: the publisher writes them down just before it uploads. */
    private int intents() throws IOException {
        try (java.sql.Connection c = java.sql.DriverManager.getConnection(
                        serving().url(), serving().user(), serving().password());
                java.sql.Statement s = c.createStatement();
                java.sql.ResultSet row =
                        s.executeQuery("SELECT count(*) FROM ipw_publisher.applied WHERE observed = ''")) {
            row.next();
            return row.getInt(1);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }

    private void run(String action) throws IOException, InterruptedException {
        Path log = home.resolve(action + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", SCRIPT.toString(), action, "--home", home.toString(), "--port", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "IPW_SUPERSET_ADMIN_PASSWORD",
                        PASSWORD,
                        "IPW_SUPERSET_REPORTS",
                        "on",
                        "IPW_SUPERSET_TOKEN_SECONDS",
                        String.valueOf(TOKEN_LIFE.toSeconds())));
        Process process = builder.start();
        if (!process.waitFor(150, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(action + " failed: " + Files.readString(log, StandardCharsets.UTF_8));
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    SupersetAccount account() {
        return new SupersetAccount(url(), "admin", PASSWORD, "db", Entry.SESSION);
    }

    ServingPlace serving() {
        return new ServingPlace(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                "postgres",
                "postgres",
                new Reader("ipw_internal_reader", "internal-secret"),
                new Reader("ipw_public_reader", "public-secret"));
    }

    /** How Superset reaches the tables, without the password. */
    String uri(Reader reader) {
        return "postgresql+psycopg2://" + reader.role() + ":XXXXXXXXXX@127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    Optional<String> log() throws IOException {
        Path log = home.resolve("superset.log");
        return Files.exists(log) ? Optional.of(Files.readString(log)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            postgres.close();
        }
    }
}
