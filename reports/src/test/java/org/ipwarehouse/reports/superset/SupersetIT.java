package org.ipwarehouse.reports.superset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ipwarehouse.reports.dashboard.Dashboard;
import org.ipwarehouse.reports.dashboard.Dashboards;
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
import org.ipwarehouse.reports.superset.client.SupersetClient;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.reports.twin.TwoFaced;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The publisher against a real Superset and a real PostgreSQL, one of each for the whole class. Tokens live three seconds, so
 * that every operation has to renew them. Skipped, and counted, where scripts/superset.sh install was not run.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupersetIT {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Instant NOW = Instant.parse("2026-10-12T02:00:00Z");
    private static final Labels LABELS = Labels.load(HOME);
    private static final TwoFaced WAREHOUSE = new TwoFaced(new InMemoryWarehouse());
    private static final Dashboards PAGES = Dashboards.read(HOME, WAREHOUSE.indicators());
    private static final List<String> SHOWN = List.of("leadership", "enforcement");

    @TempDir
    static Path folder;

    private static LocalSuperset superset;

    @BeforeAll
    static void started_once() throws IOException, InterruptedException {
        assumeTrue(LocalSuperset.isInstalled(), "Superset 未安装：scripts/superset.sh install");
        superset = LocalSuperset.start(folder);
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

    private static Publication usual() {
        return publication(WAREHOUSE, pages(SHOWN));
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

    @BeforeEach
    void published() {
        apply(usual(), Edited.REVERT);
    }

    @Test
    @Order(1)
    void everything_is_there_after_the_first_apply_and_a_second_has_nothing_to_do() {
        Plan again = plan(usual());
        assertThat(again.summary()).isEqualTo("不变 " + usual().objects().count());
        assertThat(again.isDone()).isTrue();
        Plan second = apply(usual(), Edited.REFUSE);
        assertThat(second.isDone()).as(second.toString()).isTrue();
    }

    @Test
    @Order(2)
    void every_number_of_every_chart_of_both_editions_is_the_warehouses() {
        Verdict verdict = verify(usual());
        assertThat(verdict.complaints()).isEmpty();
        assertThat(verdict.charts()).isGreaterThan(60);
        assertThat(verdict.numbers()).isGreaterThan(1000);
    }
}
