package org.ipwarehouse.warehouse.internal.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.Warning.Level;
import org.ipwarehouse.warehouse.api.Warning.State;
import org.ipwarehouse.warehouse.api.WarningDesk.Decision;
import org.ipwarehouse.warehouse.api.WarningQuery;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The account of one warning from one build to the next, kept in a real lake; no Spark. */
class JudgementSpec {
    private static final LocalDate THROUGH = LocalDate.of(2026, 9, 30);

    @TempDir
    Path folder;

    /** W01: 15 days to handle, not raised where it happened more than 365 days before the end of the figures. */
    private final Rule rule = Rules.load(Bench.HOME).find("W01").orElseThrow();

    private KernelTables tables = new KernelTables(new Lake(Path.of("unset")));
    private WarningLedger ledger = new WarningLedger(tables);
    private LedgerDesk desk = new LedgerDesk(Bench.HOME, tables);

    @BeforeEach
    void a_new_lake() {
        tables = new KernelTables(new Lake(folder));
        ledger = new WarningLedger(tables);
        desk = new LedgerDesk(Bench.HOME, tables);
    }

    private static Found found(Level level, String happened, String... cases) {
        Finding finding =
                new Finding("W01", 1, "A", "TM", "甲商行", level, "640502100", "U17", LocalDate.parse(happened), "两次处罚");
        List<EvidenceRow> evidence = Arrays.stream(cases)
                .map(c -> c.split("@", -1))
                .map(c -> new EvidenceRow(
                        "penalty_case", c[0], "处罚", "sha", c.length > 1 ? c[1] : "台账.xlsx", "", 2, new TreeMap<>()))
                .toList();
        return new Found(finding, null, evidence);
    }

    private static Found twoCases() {
        return found(Level.YELLOW, "2026-08-01", "a1", "a2");
    }

    /** A build on a day of October 2026 that finds these cases. @return kinds of the entries that it added */
    private List<String> build(int day, Found... found) {
        Instant now = Instant.parse("2026-10-%02dT01:00:00Z".formatted(day));
        Judgement.Day on = new Judgement.Day(now, LocalDate.of(2026, 10, day), THROUGH);
        Map<String, Found> byId = new HashMap<>();
        Arrays.stream(found).forEach(f -> byId.put(f.id(), f));
        List<Entry> entries = new Judgement(
                        ledger.standing(), id -> ledger.seen().getOrDefault(id, java.util.Set.of()), on)
                .of(rule, List.of(found));
        ledger.add(entries, byId, now);
        return entries.stream().map(e -> e.act().kind()).toList();
    }

    private Warning warning() {
        return new WarningReader(Bench.HOME, tables)
                .warnings(WarningQuery.all())
                .get(0);
    }

    private static Decision decision(int day) {
        return new Decision("王某某", "已核对原件", Instant.parse("2026-10-%02dT08:00:00Z".formatted(day)));
    }

    @Test
    void a_case_is_raised_once_with_its_rows_and_a_day_to_handle_it_by() {
        assertThat(build(1, twoCases())).containsExactly("raised");
        assertThat(warning()).satisfies(w -> {
            assertThat(w.id()).matches("W01-[0-9a-f]{12}");
            assertThat(w.state()).isEqualTo(State.NEW);
            // 10月1日 ＋15 日
            assertThat(w.dueOn()).isEqualTo(LocalDate.of(2026, 10, 16));
            assertThat(w.evidence())
                    .extracting(Warning.Row::file)
                    .containsOnly("台账.xlsx")
                    .hasSize(2);
        });
        assertThat(build(2, twoCases())).isEmpty();
        assertThat(build(3, found(Level.YELLOW, "2026-08-01", "a2", "a1")))
                .as("another order")
                .isEmpty();
    }

    @Test
    void a_case_that_is_too_old_when_it_is_first_found_is_not_raised() {
        // 9月30日 减 365 日 ＝ 2025-09-30
        assertThat(build(1, found(Level.YELLOW, "2025-09-29", "a1", "a2"))).isEmpty();
        assertThat(build(1, found(Level.YELLOW, "2025-09-30", "a1", "a2"))).containsExactly("raised");
    }

    @Test
    void a_dismissed_warning_stays_dismissed_until_a_row_comes_that_was_never_seen_with_it() {
        build(1, twoCases());
        assertThat(desk.dismiss(warning().id(), decision(2)).isFalseAlarm()).isTrue();

        assertThat(build(3, twoCases())).isEmpty();
        assertThat(build(4, found(Level.RED, "2026-08-01", "a1", "a2")))
                .as("graver, same rows")
                .isEmpty();
        assertThat(build(5)).as("not found").isEmpty();
        assertThat(build(6, twoCases())).as("found again").isEmpty();
        assertThat(build(7, found(Level.YELLOW, "2026-08-01", "a1", "a2@更正.xlsx")))
                .as("a corrected row is the same evidence")
                .containsExactly("evidence_corrected");
        assertThat(warning()).satisfies(w -> {
            assertThat(w.state()).isEqualTo(State.DISMISSED);
            assertThat(w.handledOn()).isEqualTo(LocalDate.of(2026, 10, 2));
            assertThat(w.evidence()).extracting(Warning.Row::file).containsExactlyInAnyOrder("台账.xlsx", "更正.xlsx");
        });

        assertThat(build(8, found(Level.YELLOW, "2026-09-01", "a1", "a2", "a3")))
                .containsExactly("raised_again");
        assertThat(warning()).satisfies(w -> {
            assertThat(w.state()).isEqualTo(State.NEW);
            assertThat(w.isFalseAlarm()).isFalse();
            assertThat(w.handledOn()).isNull();
            assertThat(w.raisedOn()).isEqualTo(LocalDate.of(2026, 10, 8));
            assertThat(w.history().get(w.history().size() - 1))
                    .satisfies(e -> assertThat(e.newRows()).isEqualTo(1))
                    .satisfies(e -> assertThat(e.reason()).contains("新增依据 1 行"));
        });
    }

    @Test
    void an_open_warning_keeps_its_state_and_due_day_when_evidence_or_level_changes() {
        build(1, twoCases());
        desk.confirm(warning().id(), decision(2));
        assertThat(build(3, found(Level.RED, "2026-08-01", "a1", "a2"))).containsExactly("level_changed");
        assertThat(build(4, found(Level.RED, "2026-09-01", "a1", "a2", "a3"))).containsExactly("evidence_added");
        assertThat(warning()).satisfies(w -> {
            assertThat(w.state()).isEqualTo(State.CONFIRMED);
            assertThat(w.level()).isEqualTo(Level.RED);
            assertThat(w.dueOn()).isEqualTo(LocalDate.of(2026, 10, 16));
            assertThat(w.evidence()).hasSize(3);
            assertThat(w.history())
                    .extracting(Warning.Event::kind)
                    .containsExactly("raised", "confirmed", "level_changed", "evidence_added");
        });
    }

    @Test
    void a_warning_whose_condition_no_longer_holds_is_closed_by_the_warehouse_and_raised_again_when_it_does() {
        build(1, twoCases());
        assertThat(build(2)).containsExactly("ceased");
        assertThat(warning()).satisfies(w -> {
            assertThat(w.state()).isEqualTo(State.CLOSED);
            assertThat(w.handledOn()).isEqualTo(LocalDate.of(2026, 10, 2));
            assertThat(w.history().get(1).by()).isEqualTo("ipw");
            assertThat(w.history().get(1).reason()).contains("条件不再成立");
        });
        assertThat(build(3)).isEmpty();
        assertThat(build(4, twoCases())).containsExactly("raised_again");
    }

    @Test
    void what_a_person_closed_stays_closed_and_is_raised_again_for_new_rows_only() {
        build(1, twoCases());
        desk.close(warning().id(), decision(2));
        assertThat(build(3, twoCases())).isEmpty();
        assertThat(build(4)).isEmpty();
        assertThat(build(5, twoCases())).isEmpty();
        assertThat(build(6, found(Level.YELLOW, "2026-09-01", "a1", "a2", "a3")))
                .containsExactly("raised_again");
    }

    @Test
    void a_decision_that_the_state_does_not_allow_is_one_line_that_says_so() {
        build(1, twoCases());
        String id = warning().id();
        desk.confirm(id, decision(2));
        assertThatThrownBy(() -> desk.confirm(id, decision(3)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("已确认")
                .hasMessageNotContaining("\n");
        desk.dismiss(id, decision(3));
        assertThatThrownBy(() -> desk.close(id, decision(4)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("误报");
        assertThatThrownBy(() -> desk.close("W99-0", decision(4)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("W99-0");
        assertThatThrownBy(() -> new Decision(" ", "x", Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
    }
}
