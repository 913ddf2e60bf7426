package org.ipwarehouse.reports.superset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ipwarehouse.reports.dashboard.Dashboards;
import org.ipwarehouse.reports.dashboard.Mailing;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.reports.figure.Palette;
import org.ipwarehouse.reports.serving.Marts;
import org.ipwarehouse.reports.serving.ServingPlace.Reader;
import org.ipwarehouse.reports.serving.ServingStore;
import org.ipwarehouse.reports.superset.Plan.Change;
import org.ipwarehouse.reports.superset.SupersetPublisher.Edited;
import org.ipwarehouse.reports.superset.SupersetPublisher.Verdict;
import org.ipwarehouse.reports.superset.bundle.Edition;
import org.ipwarehouse.reports.superset.bundle.EditionBundle;
import org.ipwarehouse.reports.superset.bundle.FigureShelf;
import org.ipwarehouse.reports.superset.client.SupersetAccount;
import org.ipwarehouse.reports.superset.client.SupersetAccount.Entry;
import org.ipwarehouse.reports.superset.client.SupersetClient;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.reports.twin.TwoFaced;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The publisher against a real Superset and a real PostgreSQL, one of each for the whole class; the tests are a story and
 * stand in its order. Tokens live three seconds. Skipped, and counted, where scripts/superset.sh install was not run.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupersetIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Instant NOW = Instant.parse("2026-10-12T02:00:00Z");
    private static final Labels LABELS = Labels.load(HOME);
    private static final TwoFaced WAREHOUSE = new TwoFaced(new InMemoryWarehouse());
    private static final Dashboards PAGES = Dashboards.read(HOME, WAREHOUSE.indicators());
    private static final List<String> SHOWN = List.of("leadership", "tasks");

    @TempDir
    static Path folder;

    private static LocalSuperset superset;
    private static @Nullable Publication usual;

    @BeforeAll
    static void started_once() throws IOException, InterruptedException {
        assumeTrue(LocalSuperset.isInstalled(), "Superset 未安装：scripts/superset.sh install");
        superset = LocalSuperset.start(folder);
        apply(usual(), Edited.REFUSE);
    }

    @AfterAll
    static void stopped() throws IOException {
        if (superset != null) {
            superset.close();
        }
    }

    private static Dashboards pages(List<String> ids) {
        return new Dashboards(
                PAGES.masthead(),
                PAGES.all().stream().filter(d -> ids.contains(d.id())).toList());
    }

    private static Publication publication(TwoFaced warehouse, Dashboards pages) {
        List<Publication.Part> parts = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            Reader reader = audience == Audience.INTERNAL
                    ? superset.serving().internal()
                    : superset.serving().open();
            Warehouse seen = warehouse.seenBy(audience);
            EditionBundle bundle = EditionBundle.of(
                    new Edition(audience, superset.uri(reader)),
                    pages,
                    seen.indicators(),
                    LABELS,
                    Palette.load(HOME),
                    seen.holdsSyntheticData());
            parts.add(new Publication.Part(
                    Marts.seenBy(warehouse, audience, LABELS), bundle, new FigureShelf(seen), reader.password()));
        }
        return new Publication(parts, AccessSpec.read(HOME));
    }

    /** Made once: its tables are digested once for all tests. */
    private static Publication usual() {
        Publication made = usual;
        if (made == null) {
            made = publication(WAREHOUSE, pages(SHOWN));
            usual = made;
        }
        return made;
    }

    private static Plan apply(Publication publication, Edited edited) {
        try (ServingStore store = ServingStore.open(superset.serving(), "SupersetIT apply")) {
            return new SupersetPublisher(store, client()).apply(publication, edited, NOW);
        }
    }

    private static Plan plan(Publication publication) {
        try (ServingStore store = ServingStore.open(superset.serving(), "SupersetIT plan")) {
            return new SupersetPublisher(store, client()).plan(publication);
        }
    }

    private static Verdict verify(Publication publication) {
        try (ServingStore store = ServingStore.open(superset.serving(), "SupersetIT verify")) {
            return new SupersetPublisher(store, client()).verify(publication);
        }
    }

    private static SupersetClient client() {
        return new SupersetClient(superset.account());
    }

    @Test
    @Order(1)
    void everything_is_there_after_the_first_apply_and_a_second_has_nothing_to_do() {
        Plan second = apply(usual(), Edited.REFUSE);
        assertThat(second.summary()).isEqualTo("不变 " + usual().objects().count());
        assertThat(second.isDone()).as(second.toString()).isTrue();
    }

    @Test
    @Order(2)
    void every_number_of_every_chart_of_both_editions_is_the_warehouses() {
        Verdict verdict = verify(usual());
        assertThat(verdict.complaints()).isEmpty();
        assertThat(verdict.charts()).isGreaterThan(40);
        assertThat(verdict.numbers()).isGreaterThan(800);
    }

    /** The log is written afterwards, in batches (scripts/superset/event_log.py): a second later, and no row is lost. */
    @Test
    @Order(2)
    void what_a_reader_asked_for_stands_in_the_log_of_superset() throws InterruptedException {
        SupersetClient reader = client();
        assertThat(asked(reader)).isZero();
        for (int i = 0; i < 3; i++) {
            reader.get("/api/v1/dashboard/ipw-leadership/datasets");
        }
        for (int left = 60; left > 0 && asked(reader) < 3; left--) {
            Thread.sleep(500);
        }
        assertThat(asked(reader)).isEqualTo(3);
    }

    /** How often the log says that the datasets of a dashboard were asked for, which nothing else here does. */
    private static int asked(SupersetClient reader) {
        return reader.get("/api/v1/log/?q=(filters:!((col:action,opr:eq,value:DashboardRestApi.get_datasets)))")
                .path("count")
                .asInt();
    }

    @Test
    @Order(3)
    void a_corrected_figure_is_planned_loaded_and_then_what_the_charts_show() {
        TwoFaced corrected = WAREHOUSE.with(raised());
        Publication later = publication(corrected, pages(SHOWN));
        // before: the charts still show the old figure, and verify says where
        assertThat(verify(later).complaints()).isNotEmpty().allMatch(c -> c.contains("123456"));
        Plan done = apply(later, Edited.REFUSE);
        assertThat(done.loads()).containsExactly("装载内部版数据表", "装载公开版数据表");
        assertThat(done.needsImport()).isFalse();
        assertThat(verify(later).complaints()).isEmpty();
    }

    /** XZ01 of the district in the newest quarter, as if 123456 cases had been filed. */
    private static Figure raised() {
        Figure f = WAREHOUSE.figures(FigureQuery.totals(List.of(Period.parse("2026Q3")))).stream()
                .filter(x -> x.indicator().code().equals("XZ01") && !x.region().isTownship())
                .findFirst()
                .orElseThrow();
        return new Figure(
                f.indicator(),
                f.period(),
                f.region(),
                "",
                "",
                new BigDecimal(123_456),
                f.numerator(),
                f.denominator(),
                f.yoyBase(),
                f.yoy(),
                f.qoqBase(),
                f.qoq(),
                f.status(),
                f.completeness(),
                f.definition(),
                f.note());
    }

    @Test
    @Order(4)
    void a_chart_that_was_renamed_by_hand_is_shown_refused_adopted_and_reverted() {
        // the figure that was corrected before is taken back
        apply(usual(), Edited.REFUSE);
        int chart = number("chart", "罚没款金额");
        client().put("/api/v1/chart/" + chart, Map.of("slice_name", "我改的名字"));
        Plan plan = plan(usual());
        assertThat(plan.of(Change.DRIFTED)).hasSize(1);
        assertThat(plan.of(Change.DRIFTED).get(0).details())
                .anyMatch(d -> d.startsWith("slice_name：") && d.endsWith("→ 我改的名字"));
        assertThatThrownBy(() -> apply(usual(), Edited.REFUSE))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("1 个对象被手工改过")
                .hasMessageContaining("--adopt");
        apply(usual(), Edited.ADOPT);
        assertThat(plan(usual()).of(Change.ADOPTED)).hasSize(1);
        assertThat(name(chart)).isEqualTo("我改的名字");
        client().put("/api/v1/chart/" + chart, Map.of("slice_name", "又改了"));
        apply(usual(), Edited.REVERT);
        assertThat(name(chart)).isEqualTo("罚没款金额");
        assertThat(plan(usual()).isDone()).isTrue();
    }

    @Test
    @Order(4)
    void an_adopted_edit_is_written_into_a_file_and_holds_until_it_is_deleted_there(@TempDir Path home) {
        apply(usual(), Edited.REFUSE);
        int chart = number("chart", "罚没款金额");
        client().put("/api/v1/chart/" + chart, Map.of("slice_name", "罚没合计"));
        AdoptedEdits.none().and(plan(usual()).of(Change.DRIFTED)).write(home);
        // an analyst reads: the place, what was there, what stands there now
        assertThat(AdoptedEdits.file(home))
                .content()
                .contains("charts/", "at: /slice_name", "was: 罚没款金额", "text: 罚没合计");
        Publication adopted = usual().with(AdoptedEdits.read(home));
        apply(adopted, Edited.ADOPT);
        assertThat(plan(adopted).isDone()).isTrue();
        // imported anew, because its table's figures changed or a file did, it keeps the name that was adopted
        client().put("/api/v1/chart/" + chart, Map.of("slice_name", "又一个名字"));
        apply(adopted, Edited.REVERT);
        assertThat(name(chart)).isEqualTo("罚没合计");
        // deleted from the file, the definition's own comes back by a usual apply
        apply(usual(), Edited.REFUSE);
        assertThat(name(chart)).isEqualTo("罚没款金额");
    }

    private static int number(String kind, String... names) {
        for (JsonNode row : client().list(kind, List.of("id", "slice_name"))) {
            if (List.of(names).contains(row.path("slice_name").asText())) {
                return row.path("id").asInt();
            }
        }
        throw new AssertionError("No " + kind + " " + List.of(names));
    }

    private static String name(int chart) {
        return client().get("/api/v1/chart/" + chart)
                .path("result")
                .path("slice_name")
                .asText();
    }

    @Test
    @Order(5)
    void a_page_that_is_no_longer_defined_is_pruned_and_nothing_that_others_made() {
        int foreign = client().post("/api/v1/dashboard/", Map.of("dashboard_title", "别人的看板"))
                .path("id")
                .asInt();
        Publication less = publication(WAREHOUSE, pages(List.of("leadership")));
        List<Plan.Step> removed = plan(less).of(Change.REMOVED);
        assertThat(removed)
                .isNotEmpty()
                .allMatch(s -> s.object().label().startsWith("图表")
                        || s.object().label().equals("看板“17项任务”")
                        || s.object().label().equals("看板“17项任务（公开）”"));
        try (ServingStore store = ServingStore.open(superset.serving(), "SupersetIT prune")) {
            assertThat(new SupersetPublisher(store, client()).prune(less)).hasSameSizeAs(removed);
        }
        assertThat(plan(less).of(Change.REMOVED)).isEmpty();
        assertThat(client().get("/api/v1/dashboard/" + foreign)
                        .path("result")
                        .path("id")
                        .asInt())
                .isEqualTo(foreign);
    }

    @Test
    @Order(6)
    void a_wrong_password_is_named_and_nothing_is_changed() {
        // what was pruned before comes back
        apply(usual(), Edited.REFUSE);
        SupersetAccount wrong = new SupersetAccount(superset.url(), "admin", "wrong", "db", Entry.SESSION);
        try (ServingStore store = ServingStore.open(superset.serving(), "SupersetIT wrong password")) {
            assertThatThrownBy(() ->
                            new SupersetPublisher(store, new SupersetClient(wrong)).apply(usual(), Edited.REFUSE, NOW))
                    .isInstanceOf(Fault.class)
                    .hasMessageStartingWith("Superset 不接受用户 admin 的口令");
        }
        assertThat(plan(usual()).isDone()).isTrue();
    }

    @Test
    @Order(7)
    void a_token_that_expires_between_two_questions_is_renewed_without_a_session() throws InterruptedException {
        SupersetClient tokens = new SupersetClient(new SupersetAccount(
                superset.url(), superset.account().user(), superset.account().password(), "db", Entry.TOKEN));
        assertThat(tokens.get("/api/v1/security/roles/?q=(page:0,page_size:1)")
                        .path("count")
                        .asInt())
                .isPositive();
        Thread.sleep(LocalSuperset.TOKEN_LIFE.toMillis() + 1500);
        assertThat(tokens.get("/api/v1/security/roles/?q=(page:0,page_size:1)")
                        .path("count")
                        .asInt())
                .isPositive();
    }

    @Test
    @Order(8)
    void of_two_publishers_at_once_the_second_is_told_who_is_at_work() {
        try (ServingStore first = ServingStore.open(superset.serving(), "ipw superset apply (first)")) {
            first.lock(superset.url());
            assertThatThrownBy(() -> apply(usual(), Edited.REFUSE))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("另一个 ipw 正在发布到 Superset（ipw superset apply (first)");
        }
        assertThat(apply(usual(), Edited.REFUSE).isDone()).isTrue();
    }

    @Test
    @Order(9)
    void another_server_than_a_superset_is_refused_in_one_line() {
        SupersetClient nobody =
                new SupersetClient(new SupersetAccount("http://127.0.0.1:1", "a", "b", "db", Entry.SESSION));
        assertThatThrownBy(nobody::requireVersion)
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("连不上 Superset http://127.0.0.1:1");
    }

    private static Publication with(AccessSpec access, List<Mailing> mailings) {
        return new Publication(usual().parts(), access, mailings, AdoptedEdits.none());
    }

    /** 滨河镇 is 640502100: its reader gets that township's rows and neither the district's nor another's. */
    @Test
    @Order(9)
    void a_role_that_is_limited_to_a_township_gets_its_rows_and_no_others() {
        AccessSpec limited = new AccessSpec(
                List.of(
                        new AccessSpec.Role("ipw_leader", Audience.INTERNAL, List.of()),
                        new AccessSpec.Role("ipw_public", Audience.PUBLIC, List.of()),
                        new AccessSpec.Role("ipw_binhe", Audience.INTERNAL, List.of("640502100"))),
                List.of());
        assertThat(plan(with(limited, List.of())).access())
                .contains("新建角色 ipw_binhe")
                .hasSizeLessThan(4);
        apply(with(limited, List.of()), Edited.REFUSE);
        assertThat(plan(with(limited, List.of())).isDone()).isTrue();
        int role = client().list("security/roles", List.of()).stream()
                .filter(r -> r.path("name").asText().equals("ipw_binhe"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asInt();
        client().post(
                        "/api/v1/security/users/",
                        Map.of(
                                "username", "binhe",
                                "first_name", "滨河",
                                "last_name", "镇",
                                "email", "binhe@example.gov.cn",
                                "active", true,
                                "password", "it-only-password",
                                "roles", List.of(role)));
        SupersetClient reader = new SupersetClient(
                new SupersetAccount(superset.url(), "binhe", "it-only-password", "db", Entry.SESSION));
        int townships = numberInside("各乡镇知识产权行政案件立案数（件）");
        String all = data(client(), townships);
        assertThat(all).contains("滨河镇", "文昌镇");
        assertThat(data(reader, townships)).contains("滨河镇").doesNotContain("文昌镇", "沙坡头区");
        // what is no longer in the file goes: the rule with the regions, so that the role sees all of its edition
        AccessSpec whole = new AccessSpec(
                List.of(
                        new AccessSpec.Role("ipw_leader", Audience.INTERNAL, List.of()),
                        new AccessSpec.Role("ipw_public", Audience.PUBLIC, List.of()),
                        new AccessSpec.Role("ipw_binhe", Audience.INTERNAL, List.of())),
                List.of());
        assertThat(plan(with(whole, List.of())).access()).containsExactly("删除角色 ipw_binhe 的行级规则");
        apply(with(whole, List.of()), Edited.REFUSE);
        assertThat(client().list("rowlevelsecurity", List.of())).isEmpty();
    }

    /** Of the internal edition's chart: the public one has the same name. */
    private static int numberInside(String name) {
        String uuid = usual().parts()
                .get(0)
                .bundle()
                .charts()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
                .uuid();
        return client().list("chart", List.of("id", "uuid")).stream()
                .filter(row -> row.path("uuid").asText().equals(uuid))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asInt();
    }

    private static String data(SupersetClient asking, int chart) {
        return asking.get("/api/v1/chart/" + chart + "/data/?force=true")
                .path("result")
                .path(0)
                .path("data")
                .toString();
    }

    @Test
    @Order(9)
    void a_dashboard_may_be_embedded_by_the_addresses_of_the_file_and_no_others() {
        AccessSpec usual = AccessSpec.read(HOME);
        AccessSpec embedding = new AccessSpec(
                usual.roles(),
                List.of(new AccessSpec.Embedded("leadership", Audience.PUBLIC, List.of("https://www.example.gov.cn"))));
        assertThat(plan(with(embedding, List.of())).access())
                .containsExactly("看板“驾驶舱（公开）”可嵌入：https://www.example.gov.cn");
        apply(with(embedding, List.of()), Edited.REFUSE);
        assertThat(plan(with(embedding, List.of())).isDone()).isTrue();
        JsonNode embedded =
                client().get("/api/v1/dashboard/ipw-public-leadership/embedded").path("result");
        assertThat(embedded.path("allowed_domains").toString()).isEqualTo("[\"https://www.example.gov.cn\"]");
        // what the embedding page's own server asks for its visitors
        JsonNode guest = client().post(
                        "/api/v1/security/guest_token/",
                        Map.of(
                                "user", Map.of("username", "guest"),
                                "resources",
                                        List.of(Map.of(
                                                "type",
                                                "dashboard",
                                                "id",
                                                embedded.path("uuid").asText())),
                                "rls", List.of()));
        assertThat(guest.path("token").asText()).isNotEmpty();
        // no longer in the file, no longer open
        assertThat(plan(usual()).access()).containsExactly("看板“驾驶舱（公开）”不再可嵌入");
        apply(usual(), Edited.REFUSE);
        assertThat(plan(usual()).isDone()).isTrue();
    }

    @Test
    @Order(9)
    void a_page_is_mailed_as_its_file_says_changed_with_it_and_no_longer_when_it_says_nothing() {
        AccessSpec usual = AccessSpec.read(HOME);
        Mailing first = new Mailing(
                "leadership", Audience.INTERNAL, "0 8 5 1,4,7,10 *", List.of("qu@example.gov.cn"), Mailing.Format.PDF);
        Mailing later = new Mailing(
                "leadership", Audience.INTERNAL, "0 9 6 1,4,7,10 *", List.of("qu@example.gov.cn"), Mailing.Format.PDF);
        assertThat(plan(with(usual, List.of(first))).access())
                .containsExactly("定时发送 看板“驾驶舱” → qu@example.gov.cn（0 8 5 1,4,7,10 *）");
        apply(with(usual, List.of(first)), Edited.REFUSE);
        assertThat(plan(with(usual, List.of(first))).isDone()).isTrue();
        assertThat(plan(with(usual, List.of(later))).access()).hasSize(1);
        apply(with(usual, List.of(later)), Edited.REFUSE);
        List<JsonNode> held = client().list("report", List.of());
        assertThat(held)
                .singleElement()
                .satisfies(r -> assertThat(r.path("crontab").asText()).isEqualTo("0 9 6 1,4,7,10 *"));
        assertThat(plan(usual()).access()).containsExactly("删除定时发送 ipw ipw-leadership");
        apply(usual(), Edited.REFUSE);
        assertThat(client().list("report", List.of())).isEmpty();
    }

    /** The role by which Superset reads for the public: neither the inside nor anything behind a figure that is withheld. */
    @Test
    @Order(9)
    void the_public_connection_holds_no_number_of_a_withheld_figure_and_reaches_nothing_inside() throws SQLException {
        try (Connection open = DriverManager.getConnection(
                        superset.serving().url(),
                        superset.serving().open().role(),
                        superset.serving().open().password());
                Statement ask = open.createStatement()) {
            try (ResultSet row = ask.executeQuery("SELECT count(*), count(value), count(numerator), count(denominator),"
                    + " count(yoy_base), count(yoy), count(qoq_base), count(qoq)"
                    + " FROM ipw_public.figure_public WHERE status = 'suppressed'")) {
                row.next();
                assertThat(row.getInt(1)).isPositive();
                for (int i = 2; i <= 8; i++) {
                    assertThat(row.getInt(i)).as("column " + i).isZero();
                }
            }
            assertThatThrownBy(() -> ask.executeQuery("SELECT count(*) FROM ipw_internal.figure"))
                    .hasMessageContaining("ipw_internal");
        }
    }

    @Test
    @Order(10)
    void a_server_killed_in_the_middle_of_an_import_is_mended_by_the_next_apply()
            throws IOException, InterruptedException {
        Publication more = publication(WAREHOUSE, pages(List.of("leadership", "tasks", "cooperation")));
        CompletableFuture<Plan> publishing = CompletableFuture.supplyAsync(() -> apply(more, Edited.REFUSE));
        superset.killDuringImport();
        assertThatThrownBy(publishing::join).hasMessageContaining("连不上 Superset");
        superset.start();
        // half an import shows nowhere: none of the new page's charts is there, or all
        Plan half = plan(more);
        assertThat(half.of(Change.CREATED).stream()
                        .filter(s -> s.object().path().contains("cooperation"))
                        .count())
                .isIn(
                        0L,
                        more.objects()
                                .filter(o -> o.path().contains("cooperation"))
                                .count());
        Plan mended = apply(more, Edited.REFUSE);
        assertThat(mended.needsImport()).isTrue();
        assertThat(plan(more).isDone()).isTrue();
        assertThat(verify(more).complaints()).isEmpty();
    }
}
