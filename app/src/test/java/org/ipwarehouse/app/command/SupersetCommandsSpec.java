package org.ipwarehouse.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.ipwarehouse.app.command.DrawnDesk.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person is told when publishing to Superset cannot begin: one line, with what to do, and nothing published. The
 * database is real; the server of these tests answers three questions and is no Superset. The real one: SupersetIT.
 */
class SupersetCommandsSpec {
    private static final List<String> ACTIONS = List.of("plan", "apply", "verify", "prune");
    /** Nobody listens there: a port below 1024 that no service has. */
    private static final int CLOSED = 1;

    @TempDir
    static Path home;

    private static EmbeddedPostgres postgres;
    private static HttpServer server;
    private static final AtomicReference<String> VERSION = new AtomicReference<>("6.1.0");

    @BeforeAll
    static void drawn_once() throws IOException {
        Path product = Path.of("..").toAbsolutePath().normalize();
        for (String file : List.of("labels.yaml", "palette.yaml", "english.yaml")) {
            copy(
                    product.resolve("reports/style").resolve(file),
                    home.resolve("reports/style").resolve(file));
        }
        copy(product.resolve("reports/dashboards/site.yaml"), home.resolve("reports/dashboards/site.yaml"));
        dashboard("XZ01");
        Files.writeString(home.resolve("ipw.yaml"), "district: \"640502\"\n");
        postgres = EmbeddedPostgres.start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean asksVersion = exchange.getRequestURI().getPath().equals("/version");
            byte[] body = (asksVersion ? "{\"version_string\": \"" + VERSION.get() + "\"}" : "{\"message\": \"no\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(asksVersion ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void closed() throws IOException {
        server.stop(0);
        postgres.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static void dashboard(String indicator) throws IOException {
        Files.writeString(home.resolve("reports/dashboards/leadership.yaml"), """
                order: 1
                title: {zh: 驾驶舱, en: Overview}
                question: {zh: 总体怎样？, en: "How does it stand?"}
                sections:
                  - title: {zh: 要点, en: Main}
                    panels:
                      - cards: {indicators: [%s]}
                """.formatted(indicator));
    }

    /** Everything set, and everything there. */
    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("IPW_SERVING_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres");
        all.put("IPW_SERVING_USER", "postgres");
        all.put("IPW_SERVING_PASSWORD", "postgres");
        all.put("IPW_SERVING_INTERNAL_PASSWORD", "inside");
        all.put("IPW_SERVING_PUBLIC_PASSWORD", "open");
        all.put("IPW_SUPERSET_URL", "http://127.0.0.1:" + server.getAddress().getPort());
        all.put("IPW_SUPERSET_PASSWORD", "wrong");
        return all;
    }

    private static Map<String, String> allBut(String name, String value) {
        Map<String, String> all = all();
        all.put(name, value);
        return all;
    }

    private static Answer ipw(Map<String, String> environment, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Desk desk = new Desk(
                home,
                home,
                environment,
                InstantSource.fixed(Instant.parse("2026-10-12T02:00:00Z")),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new DrawnRooms(true));
        int code = CommandLines.run(desk, words);
        return new Answer(code, out.toString(), err.toString());
    }

    /** Each step of publishing says the same, in one line, and nothing else. */
    private static void eachSays(Map<String, String> environment, String... parts) {
        for (String action : ACTIONS) {
            Answer answer = ipw(environment, "superset", action);
            assertThat(answer.code()).as(action).isIn(1, 2);
            assertThat(answer.out()).as(action).isEmpty();
            assertThat(answer.err().lines())
                    .as(action)
                    .singleElement()
                    .asString()
                    .contains(parts)
                    .doesNotContain("wrong", "\tat ");
        }
    }

    @Test
    void an_address_that_is_not_written_is_named_with_the_place_where_to_write_it() {
        eachSays(allBut("IPW_SERVING_URL", ""), "serving.url", "docs/superset.md");
        eachSays(allBut("IPW_SUPERSET_URL", ""), "superset.url", "docs/superset.md");
    }

    @Test
    void an_address_of_another_kind_is_refused() {
        eachSays(allBut("IPW_SERVING_URL", "jdbc:mysql://127.0.0.1/ipw"), "jdbc:postgresql:", "jdbc:mysql");
        eachSays(allBut("IPW_SUPERSET_URL", "ftp://127.0.0.1"), "http(s)://", "ftp://127.0.0.1");
    }

    @Test
    void a_password_that_is_not_there_is_asked_for_by_the_name_of_its_variable() {
        eachSays(allBut("IPW_SUPERSET_PASSWORD", ""), "IPW_SUPERSET_PASSWORD", "password_file");
        eachSays(allBut("IPW_SERVING_INTERNAL_PASSWORD", ""), "IPW_SERVING_INTERNAL_PASSWORD");
    }

    @Test
    void a_database_that_is_down_is_named() {
        String nowhere = "jdbc:postgresql://127.0.0.1:" + CLOSED + "/postgres";
        eachSays(allBut("IPW_SERVING_URL", nowhere), "PostgreSQL", "127.0.0.1:" + CLOSED);
    }

    @Test
    void a_superset_that_is_down_is_named() {
        eachSays(allBut("IPW_SUPERSET_URL", "http://127.0.0.1:" + CLOSED), "连不上 Superset http://127.0.0.1:" + CLOSED);
    }

    @Test
    void a_wrong_password_is_said_with_the_user_and_never_with_the_password() {
        eachSays(all(), "Superset 不接受用户 admin 的口令");
    }

    @Test
    void a_superset_of_another_generation_is_refused_before_anything_is_sent() {
        VERSION.set("5.0.0");
        try {
            eachSays(all(), "版本是 5.0.0", "6.");
        } finally {
            VERSION.set("6.1.0");
        }
    }

    @Test
    void a_mistake_in_a_dashboard_file_is_found_with_its_line_before_any_server_is_asked() throws IOException {
        dashboard("XZ99");
        try {
            eachSays(allBut("IPW_SUPERSET_URL", "http://127.0.0.1:" + CLOSED), "leadership.yaml:7", "没有指标 XZ99");
        } finally {
            dashboard("XZ01");
        }
    }

    @Test
    void to_keep_and_to_undo_edits_at_once_is_refused() {
        Answer answer = ipw(all(), "superset", "apply", "--adopt", "--revert");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().lines()).singleElement().asString().contains("--adopt", "--revert");
    }

    @Test
    void the_help_of_a_group_says_of_each_of_its_commands_what_that_one_does() {
        for (String group : List.of("superset", "warnings", "release", "link", "contract")) {
            List<String> said = ipw(all(), group, "--help")
                    .out()
                    .lines()
                    .dropWhile(line -> !line.startsWith("Commands:"))
                    .skip(1)
                    .filter(line -> line.matches("  \\S.*"))
                    .map(line -> line.strip().replaceFirst("^\\S+\\s+", ""))
                    .toList();
            assertThat(said).as(group).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
        }
    }
}
