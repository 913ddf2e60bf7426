package org.ipwarehouse.warehouse.internal.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.Release.State;
import org.ipwarehouse.warehouse.api.ReleaseDesk.Order;
import org.ipwarehouse.warehouse.api.ReleaseDesk.Person;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Target;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.analysis.AnalysisRules;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionSpec {
    private static final Period Q2 = Period.quarter(2026, 2);
    private static final Period Q3 = Period.quarter(2026, 3);
    private static final Instant NOW = Instant.parse("2026-10-10T01:00:00Z");
    private static final Release.Context CONTEXT = new Release.Context("ipw 1", "p", "w", "d");

    private static final AnalysisRules RULES = new AnalysisRules(20, 5, BigDecimal.TEN, List.of());

    @TempDir
    Path temp;

    private final Drawn warehouse = new Drawn();
    private LakeReleases desk;
    private ReleaseLedger ledger;

    EditionSpec() {
        desk = new LakeReleases(warehouse, new KernelTables(new Lake(Path.of("nowhere"))), () -> RULES);
        ledger = new ReleaseLedger(new KernelTables(new Lake(Path.of("nowhere"))));
    }

    @BeforeEach
    void openLake() {
        KernelTables tables = new KernelTables(new Lake(temp.resolve("lake")));
        desk = new LakeReleases(warehouse, tables, () -> RULES);
        ledger = new ReleaseLedger(tables);
    }

    /** A warehouse whose public figures are drawn. */
    private static final class Drawn implements Warehouse {
        final List<Figure> figures = new ArrayList<>();
        String definition = "期内作出处罚决定的案件数。";
        String township = "滨河镇";
        String task = "in_progress";

        void state(Period period, String cases) {
            figures.removeIf(f -> f.period().equals(period));
            BigDecimal value = new BigDecimal(cases);
            figures.add(new Figure(
                    new IndicatorId("XZ02"),
                    period,
                    new RegionCode("640502"),
                    "",
                    "",
                    value,
                    value,
                    null,
                    null,
                    null,
                    null,
                    null,
                    FigureStatus.OK,
                    BigDecimal.ONE,
                    1,
                    ""));
        }

        @Override
        public Warehouse seenBy(Audience audience) {
            return this;
        }

        @Override
        public List<Figure> figures(FigureQuery query) {
            return figures.stream().filter(query::admits).toList();
        }

        @Override
        public Optional<Instant> builtAt() {
            return Optional.of(NOW.minusSeconds(3600));
        }

        @Override
        public boolean holdsSyntheticData() {
            return true;
        }

        @Override
        public List<Passport> indicators() {
            return List.of(new Passport(
                    new IndicatorId("XZ02"),
                    "结案数",
                    "closed",
                    definition,
                    "行数",
                    "S02.处罚决定日期",
                    "件",
                    0,
                    RoundingMode.HALF_UP,
                    Passport.Kind.COUNT,
                    "neutral",
                    List.of("ip_type"),
                    List.of("yoy", "to_date"),
                    List.of(1, 5),
                    List.of("U17"),
                    List.of("S02"),
                    "",
                    "firm",
                    1,
                    "enforcement",
                    "month"));
        }

        @Override
        public List<Target> targets() {
            LocalDate from = LocalDate.of(2026, 1, 1);
            return List.of(
                    new Target(new IndicatorId("XZ02"), from, null, new BigDecimal("40.50"), "计划", "firm"),
                    new Target(new IndicatorId("XZ02"), from, from.plusDays(9), BigDecimal.ONE, "计划", "guess"));
        }

        @Override
        public List<Period> periods() {
            return List.of(Q2, Q3);
        }

        @Override
        public List<Region> regions() {
            return List.of(new Region(new RegionCode("640502100"), township));
        }

        @Override
        public List<TaskState> taskBoard(Period period) {
            return List.of(
                    new TaskState(5, 1, "组", "加大执法", "长期坚持", task, "在办", 10, 9, 3, List.of(new IndicatorId("XZ02"))));
        }

        @Override
        public List<SubmissionRecord> submissions() {
            return List.of();
        }

        @Override
        public List<ExpectedReport> expectedReports(Period period) {
            return List.of();
        }

        @Override
        public Evidence why(IndicatorId indicator, Period period, RegionCode region) {
            throw new UnsupportedOperationException();
        }
    }

    private static Person person(String name) {
        return new Person(name, NOW, "");
    }

    private static Person person(String name, String reason) {
        return new Person(name, NOW.plusSeconds(60), reason);
    }

    private Path folder() {
        return temp.resolve("documents");
    }

    private Release drafted(Period period) throws IOException {
        Release draft = desk.draft(new Order("quarterly", period, null, CONTEXT), null, person("张三"));
        return written(draft);
    }

    private Release written(Release draft) throws IOException {
        Path file = Files.createDirectories(folder()).resolve("公报.pdf");
        Files.writeString(file, "第" + draft.number() + "版");
        return desk.written(
                draft.id(), List.of(new Release.Document("公报.pdf", LakeReleases.sha256(file), Files.size(file))));
    }

    private Release signed(Period period) throws IOException {
        Release draft = drafted(period);
        desk.review(draft.id(), person("李四"));
        return desk.sign(draft.id(), folder(), person("王五"));
    }

    @Test
    void an_edition_goes_from_draft_to_signature_and_keeps_who_did_what() throws IOException {
        warehouse.state(Q3, "41");
        Release signed = signed(Q3);
        assertThat(signed.id()).isEqualTo("quarterly-2026Q3-1");
        assertThat(signed.steps())
                .extracting(step -> step.state().labelZh() + " " + step.by())
                .containsExactly("编制 张三", "编制 张三", "审核 李四", "签发 王五");
        assertThat(signed.isSynthetic()).isTrue();
    }

    @Test
    void the_figures_of_a_signed_edition_stay_whatever_the_lake_says_later() throws IOException {
        warehouse.state(Q3, "41");
        Release signed = signed(Q3);
        warehouse.state(Q3, "43");
        assertThat(ledger.figures(signed.id())).singleElement().satisfies(f -> assertThat(f.value())
                .isEqualByComparingTo("41"));
        assertThat(desk.verify(signed.id(), folder())).isEmpty();
    }

    @Test
    void figures_after_the_period_are_not_part_of_its_edition() throws IOException {
        warehouse.state(Q2, "30");
        warehouse.state(Q3, "41");
        assertThat(drafted(Q2).figures()).isEqualTo(1);
    }

    @Test
    void whoever_wrote_it_neither_reviews_nor_signs_it() throws IOException {
        warehouse.state(Q3, "41");
        String id = drafted(Q3).id();
        assertThatThrownBy(() -> desk.review(id, person(" 张三 ")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("编制人是 张三，不能又作审核人");
        desk.review(id, person("李四"));
        assertThatThrownBy(() -> desk.sign(id, folder(), person("张三")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("不能又作签发人");
    }

    @Test
    void steps_out_of_order_are_refused() throws IOException {
        warehouse.state(Q3, "41");
        String id = drafted(Q3).id();
        assertThatThrownBy(() -> desk.sign(id, folder(), person("王五"))).hasMessageContaining("状态是“编制”，不能签发");
        assertThatThrownBy(() -> desk.withdraw(id, person("王五", "误"))).hasMessageContaining("不能撤回");
        desk.review(id, person("李四"));
        desk.sign(id, folder(), person("王五"));
        assertThatThrownBy(() -> desk.sign(id, folder(), person("王五"))).hasMessageContaining("状态是“签发”，不能签发");
        assertThatThrownBy(() -> drafted(Q3)).hasMessageContaining("本期已签发 " + id);
        assertThatThrownBy(() -> desk.review("quarterly-2026Q3-9", person("李四")))
                .hasMessageContaining("没有版次");
    }

    @Test
    void a_file_that_was_changed_after_the_draft_is_named_and_not_signed() throws IOException {
        warehouse.state(Q3, "41");
        String id = drafted(Q3).id();
        desk.review(id, person("李四"));
        Files.writeString(folder().resolve("公报.pdf"), "改过");
        assertThat(desk.verify(id, folder())).containsExactly("公报.pdf：内容与登记的不同（SHA-256）");
        assertThatThrownBy(() -> desk.sign(id, folder(), person("王五"))).hasMessageContaining("公报.pdf：内容与登记的不同");
        Files.delete(folder().resolve("公报.pdf"));
        assertThat(desk.verify(id, folder())).containsExactly("公报.pdf：文件不在了");
    }

    @Test
    void a_new_draft_gives_up_the_unsigned_one() throws IOException {
        warehouse.state(Q3, "41");
        String first = drafted(Q3).id();
        Release second = drafted(Q3);
        assertThat(second.id()).isEqualTo("quarterly-2026Q3-2");
        assertThat(ledger.release(first).state()).isEqualTo(State.DROPPED);
    }

    @Test
    void a_withdrawal_needs_a_reason_and_is_for_ever() throws IOException {
        warehouse.state(Q3, "41");
        String id = signed(Q3).id();
        assertThatThrownBy(() -> desk.withdraw(id, person("王五"))).hasMessageContaining("撤回须说明原因");
        assertThat(desk.withdraw(id, person("王五", "处罚决定被撤销")).last().reason()).isEqualTo("处罚决定被撤销");
        assertThatThrownBy(() -> desk.withdraw(id, person("王五", "又"))).hasMessageContaining("状态是“撤回”");
        assertThat(Told.by(ledger).knows(warehouse.figures.get(0)))
                .as("what was once seen is known")
                .isTrue();
    }

    /** 41 was signed; two cases were found to be double: 39. */
    @Test
    void a_correction_takes_the_place_of_what_it_corrects_and_says_what_it_revised() throws IOException {
        warehouse.state(Q3, "41");
        String first = signed(Q3).id();
        warehouse.state(Q3, "39");
        Order order = new Order("quarterly", Q3, null, CONTEXT);
        assertThatThrownBy(() -> desk.draft(order, first, person("张三"))).hasMessageContaining("更正须说明原因");
        String second = written(desk.draft(order, first, person("张三", "两案重复"))).id();
        assertThat(ledger.release(first).state())
                .as("until the correction is signed")
                .isEqualTo(State.SIGNED);
        desk.review(second, person("李四"));
        desk.sign(second, folder(), person("王五"));
        assertThat(ledger.release(first).state()).isEqualTo(State.CORRECTED);
        assertThat(ledger.revisedIn(second)).singleElement().satisfies(revised -> {
            assertThat(revised.since()).isEqualTo(first);
            assertThat(revised.revision().difference()).isEqualByComparingTo("-2");
            assertThat(revised.reasonZh()).isEqualTo("原始记录更正、补登或撤销");
        });
    }

    @Test
    void the_next_edition_lists_what_it_says_otherwise_and_not_what_is_new() throws IOException {
        warehouse.state(Q2, "30");
        signed(Q2);
        warehouse.state(Q2, "31");
        warehouse.state(Q3, "41");
        Release next = drafted(Q3);
        assertThat(ledger.revisedIn(next.id()))
                .extracting(r -> r.revision().figure().period() + " " + r.since())
                .containsExactly("2026Q2 quarterly-2026Q2-1");
    }

    /** A passport's words, a township's name and a task's state change after the draft. */
    @Test
    void what_an_edition_prints_besides_figures_is_frozen_too() throws IOException {
        warehouse.state(Q3, "41");
        Release signed = signed(Q3);
        List<Passport> passports = warehouse.indicators();
        List<Target> targets = warehouse.targets();
        List<Warehouse.TaskState> board = warehouse.taskBoard(Q3);
        warehouse.definition = "改过的口径。";
        warehouse.township = "改名镇";
        warehouse.task = "accepted";
        Warehouse edition = ledger.frozen(warehouse, signed, () -> RULES);
        assertThat(edition.indicators()).isEqualTo(passports);
        assertThat(edition.targets()).isEqualTo(targets);
        assertThat(edition.taskBoard(Q3)).isEqualTo(board);
        assertThat(edition.regions()).singleElement().satisfies(r -> assertThat(r.nameZh())
                .isEqualTo("滨河镇"));
        assertThat(warehouse.indicators()).isNotEqualTo(passports);
        assertThat(desk.verify(signed.id(), folder())).isEmpty();
    }

    /** The second quarter is withdrawn after the third was signed: the third says of it what it said. */
    @Test
    void what_happens_to_the_edition_before_changes_nothing_in_the_one_after() throws IOException {
        warehouse.state(Q2, "30");
        String before = signed(Q2).id();
        warehouse.state(Q2, "31");
        warehouse.state(Q3, "41");
        String next = signed(Q3).id();
        assertThat(ledger.revisedIn(next)).hasSize(1);
        desk.withdraw(before, person("王五", "误"));
        assertThat(ledger.revisedIn(next)).singleElement().satisfies(r -> assertThat(r.since())
                .isEqualTo(before));
    }
}
