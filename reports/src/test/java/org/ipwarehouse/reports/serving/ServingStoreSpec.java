package org.ipwarehouse.reports.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.reports.serving.ServingPlace.Reader;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.reports.twin.TwoFaced;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tables that other programs read, in a real PostgreSQL: what they hold, who may read them, how they are exchanged. */
class ServingStoreSpec {
    private static final Instant NOW = Instant.parse("2026-10-12T02:00:00Z");
    private static final Labels LABELS = Labels.load(Path.of(".."));
    private static final TwoFaced WAREHOUSE = new TwoFaced(new InMemoryWarehouse());

    private static EmbeddedPostgres postgres;
    private static ServingPlace place;

    @BeforeAll
    static void loaded_once() throws IOException {
        postgres = EmbeddedPostgres.start();
        place = new ServingPlace(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
                "postgres",
                "postgres",
                new Reader("ipw_internal_reader", "internal'secret"),
                new Reader("ipw_public_reader", "public secret"));
        try (ServingStore store = ServingStore.open(place, "specification")) {
            store.replace(both(WAREHOUSE), NOW);
        }
    }

    @AfterAll
    static void stopped() throws IOException {
        postgres.close();
    }

    private static List<Marts> both(TwoFaced warehouse) {
        return List.of(
                Marts.seenBy(warehouse, Audience.INTERNAL, LABELS), Marts.seenBy(warehouse, Audience.PUBLIC, LABELS));
    }

    private static List<String> ask(Reader reader, String sql) throws SQLException {
        try (Connection c = DriverManager.getConnection(place.url(), reader.role(), reader.password());
                Statement s = c.createStatement();
                ResultSet rows = s.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    cells.add(String.valueOf(rows.getString(i)));
                }
                lines.add(String.join("|", cells));
            }
            return lines;
        }
    }

    @Test
    void every_figure_of_the_warehouse_is_one_row_and_there_is_no_other() throws SQLException {
        List<String> held = ask(
                place.internal(),
                "SELECT indicator, period, region_code, dimension, dimension_value, value FROM ipw_internal.figure");
        List<String> known = WAREHOUSE.figures(FigureQuery.all()).stream()
                .map(f -> String.join(
                        "|",
                        f.indicator().code(),
                        f.period().toString(),
                        f.region().value(),
                        f.dimension(),
                        f.dimensionValue(),
                        String.valueOf(rounded(f))))
                .toList();
        assertThat(held).containsExactlyInAnyOrderElementsOf(known).hasSizeGreaterThan(10_000);
    }

    private static String rounded(Figure f) {
        BigDecimal value = WAREHOUSE.indicator(f.indicator()).orElseThrow().round(f.value());
        return value == null ? "null" : value.toPlainString();
    }

    @Test
    void what_the_public_may_not_see_is_a_star_and_not_a_number() throws SQLException {
        long hidden = WAREHOUSE.figures(FigureQuery.all()).stream()
                .filter(TwoFaced::isHidden)
                .count();
        assertThat(hidden).isPositive();
        assertThat(ask(
                        place.open(),
                        "SELECT count(*), count(value), count(numerator), count(yoy_base), min(value_text), max(value_text)"
                                + " FROM ipw_public.figure_public WHERE status = 'suppressed'"))
                .containsExactly(hidden + "|0|0|0|*|*");
    }

    @Test
    void the_public_reader_reaches_nothing_of_the_internal_edition() {
        assertThatThrownBy(() -> ask(place.open(), "SELECT count(*) FROM ipw_internal.figure"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask(place.open(), "SELECT count(*) FROM ipw_internal_data.figure"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask(place.open(), "SELECT count(*) FROM ipw_publisher.load"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void no_table_of_single_rows_is_made_for_the_public() throws SQLException {
        assertThat(ask(
                        place.open(),
                        "SELECT table_name FROM information_schema.views WHERE table_schema = 'ipw_public' ORDER BY 1"))
                .containsExactly("figure_public", "indicator_public", "task_state_public");
    }

    @Test
    void readers_cannot_write() {
        assertThatThrownBy(() -> ask(place.internal(), "DELETE FROM ipw_internal.figure RETURNING 1"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void the_same_content_has_the_same_digest_and_a_corrected_figure_another() {
        try (ServingStore store = ServingStore.open(place, "specification")) {
            String held = store.held(Audience.INTERNAL).orElseThrow().digest();
            assertThat(MartDigest.of(Marts.seenBy(WAREHOUSE, Audience.INTERNAL, LABELS))
                            .hex())
                    .isEqualTo(held);
            assertThat(MartDigest.of(Marts.seenBy(corrected(), Audience.INTERNAL, LABELS))
                            .hex())
                    .isNotEqualTo(held);
        }
    }

    private static TwoFaced corrected() {
        Figure first = WAREHOUSE.figures(FigureQuery.all()).stream()
                .filter(f -> f.value() != null && f.denominator() == null)
                .findFirst()
                .orElseThrow();
        return WAREHOUSE.with(new Figure(
                first.indicator(),
                first.period(),
                first.region(),
                first.dimension(),
                first.dimensionValue(),
                new BigDecimal(123_456),
                first.numerator(),
                null,
                null,
                null,
                null,
                null,
                first.status(),
                first.completeness(),
                first.definition(),
                first.note()));
    }

    @Test
    void a_load_that_fails_on_the_second_edition_leaves_both_as_they_were() throws SQLException {
        List<String> before = ask(place.internal(), "SELECT sum(value), count(*) FROM ipw_internal.figure");
        try (ServingStore store = ServingStore.open(place, "specification")) {
            Marts broken = Marts.seenBy(WAREHOUSE.breakingAtTasks(), Audience.PUBLIC, LABELS);
            assertThatThrownBy(() ->
                            store.replace(List.of(Marts.seenBy(corrected(), Audience.INTERNAL, LABELS), broken), NOW))
                    .hasMessage("the lake went away");
            assertThat(ask(place.internal(), "SELECT sum(value), count(*) FROM ipw_internal.figure"))
                    .isEqualTo(before);
            // and the connection still serves
            assertThat(store.held(Audience.PUBLIC)).isPresent();
        }
    }

    @Test
    void a_view_that_an_analyst_built_on_the_tables_outlives_the_exchange() throws SQLException {
        try (Connection c = DriverManager.getConnection(place.url(), "postgres", "postgres");
                Statement s = c.createStatement()) {
            s.execute("CREATE OR REPLACE VIEW public.mine AS SELECT count(*) AS n FROM ipw_internal.figure");
            try (ServingStore store = ServingStore.open(place, "specification")) {
                store.replace(both(WAREHOUSE), NOW);
            }
            try (ResultSet row = s.executeQuery("SELECT n FROM public.mine")) {
                row.next();
                assertThat(row.getLong(1))
                        .isEqualTo(WAREHOUSE.figures(FigureQuery.all()).size());
            }
        }
    }

    @Test
    void a_second_publisher_is_told_who_is_at_work() {
        try (ServingStore first = ServingStore.open(place, "ipw superset apply (zhangsan@office-3)");
                ServingStore second = ServingStore.open(place, "second")) {
            first.lock("http://127.0.0.1:8088");
            second.lock("http://127.0.0.1:9099");
            assertThatThrownBy(() -> second.lock("http://127.0.0.1:8088"))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("另一个 ipw 正在发布")
                    .hasMessageContaining("zhangsan@office-3");
        }
    }

    @Test
    void a_reader_that_cannot_log_in_is_named() throws SQLException {
        try (Connection c = DriverManager.getConnection(place.url(), "postgres", "postgres");
                Statement s = c.createStatement()) {
            s.execute("CREATE ROLE shut_out NOLOGIN");
        }
        ServingPlace shut =
                new ServingPlace(place.url(), "postgres", "postgres", new Reader("shut_out", "x"), place.open());
        try (ServingStore store = ServingStore.open(shut, "specification")) {
            assertThatThrownBy(() -> store.replace(List.of(Marts.seenBy(WAREHOUSE, Audience.INTERNAL, LABELS)), NOW))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("只读角色 shut_out 登录不了");
        }
    }

    @Test
    void a_database_that_is_down_is_one_line_with_a_remedy() {
        ServingPlace nowhere =
                new ServingPlace("jdbc:postgresql://127.0.0.1:1/x", "a", "b", place.internal(), place.open());
        assertThatThrownBy(() -> ServingStore.open(nowhere, "specification"))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("连不上 PostgreSQL jdbc:postgresql://127.0.0.1:1/x")
                .hasMessageContaining("处理：");
    }
}
