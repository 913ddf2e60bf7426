package org.ipwarehouse.warehouse.internal.refinery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.Warehouses;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.PartyHistory;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Refinery;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.Trial;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warehouse.TaskState;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.model.Binding;
import org.ipwarehouse.warehouse.internal.reference.Parameters;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From deliveries to figures and back to rows, through the doors that other rooms use. */
class WarehouseSpec {
    private static final Instant NOW = Instant.parse("2026-09-10T00:00:00Z");
    private static final RegionCode DISTRICT = new RegionCode("640502");
    private static final Period AUGUST = Period.parse("2026-08");

    private static Refinery refinery;
    private static Refinery.BuildRequest request;
    private static Refinery.BuildOutcome first;
    private static Warehouse door;
    private static Path lake;

    @BeforeAll
    static void a_lake_with_three_deliveries_is_built(@TempDir Path data) {
        List<SourceProfile> sources = Bench.sources();
        LakeSettings settings = LakeSettings.of(Bench.HOME, data, DISTRICT, sources, NOW);
        Warehouses.intake(settings).store(List.of(DrawnRows.of("S02", "penalty_case", "2026-08", """
                case_no | uscc | filing_date | decision_date | close_type | violation | ip_type | township  | fine_yuan | conf_gain_yuan
                --------+------+-------------+---------------+------------+-----------+---------+-----------+-----------+---------------
                P1      | U1   | 2026-08-03  | 2026-08-20    | 处罚       | V01       | TM      | 640502100 | 30000.00  | 5000.50
                P2      |      | 2026-08-03  | 2026-08-21    | 处罚       | V27       | OT      | 640502100 | 99999.00  |
                P3      |      | 2026-08-03  | 2026-08-31    |            | V10       | PT      |           | 10000.00  |
                P4      |      | 2026-08-05  |               |            | V01       | TM      | 640502101 |           |
                """)), r -> {});
        Warehouses.intake(settings).store(List.of(DrawnRows.of("S04", "complaint", "2026-08", """
                reg_no | reg_time            | is_ip | target_uscc
                -------+---------------------+-------+------------
                C1     | 2026-08-25 01:00:00 | true  | U1
                !bad   |                     |       |
                """)), r -> {});
        Warehouses.intake(settings).store(List.of(DrawnRows.of("S26", "task_report", "2026-08", """
                key    | task_no | org | period  | status   | evidence
                -------+---------+-----+---------+----------+---------
                1-U17  | 1       | U17 | 2026-08 | 推进中   | 通知
                5-U01  | 5       | U01 | 2026-08 | 长期推进 |
                14-U01 | 14      | U01 | 2026-08 | 已完成   | 文件
                14-U10 | 14      | U10 | 2026-08 | 已完成   | 文件
                14-U12 | 14      | U12 | 2026-08 | 已完成   | 文件
                14-U17 | 14      | U17 | 2026-08 | 已完成   | 文件
                """)), r -> {});
        refinery = Warehouses.refinery(settings);
        lake = settings.lake();
        // 先按 7 月建一次（新表），再按 8 月重建（整表替换），下面看到的都是第二次的结果
        refinery.build(
                new Refinery.BuildRequest(sources, YearMonth.of(2026, 1), YearMonth.of(2026, 7), NOW.minusSeconds(60)),
                step -> {});
        request = new Refinery.BuildRequest(sources, YearMonth.of(2026, 1), YearMonth.of(2026, 8), NOW);
        first = refinery.build(request, step -> {});
        door = Warehouses.door(settings);
    }

    private static Figure figure(String code, String region) {
        return door.figures(new FigureQuery(
                        Set.of(new IndicatorId(code)), List.of(AUGUST), Set.of(new RegionCode(region)), ""))
                .get(0);
    }

    @Test
    void money_of_decided_ip_cases_is_in_ten_thousand_yuan_and_other_cases_are_left_out() {
        // XZ04：P1 30000＋5000.50，P3 10000 ＝ 45000.50 元 ＝ 4.50005 万元；P2 是假冒伪劣（V27），不计入知识产权案件
        assertThat(figure("XZ04", "640502").value()).isEqualByComparingTo("4.50005");
        assertThat(figure("XZ04", "640502100").value()).isEqualByComparingTo("3.50005");
        assertThat(figure("XZ04", "640502000").value()).isEqualByComparingTo("1");
        assertThat(figure("XZ04", "640502101").value()).isEqualByComparingTo("0");
    }

    @Test
    void a_figure_is_walked_back_to_file_sheet_and_row() {
        Evidence why = door.why(new IndicatorId("XZ02"), AUGUST, DISTRICT);
        assertThat(why.rows())
                .extracting(Evidence.Row::role, Evidence.Row::file, Evidence.Row::sheet, Evidence.Row::row)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("numerator", "penalty_case.csv", "明细", 2L),
                        org.assertj.core.groups.Tuple.tuple("numerator", "penalty_case.csv", "明细", 4L));
        assertThat(why.rows().get(1).values()).containsEntry("case_no", "P3").containsEntry("decided_on", "2026-08-31");
    }

    @Test
    void a_rate_shows_which_rows_stand_above_and_below_the_line() {
        // XZ11 环节都没有填，不发布；分母的 P1、P3 仍可查。XZ07：P1、P3 按时（90 日内），都在分子与分母
        assertThat(door.why(new IndicatorId("XZ11"), AUGUST, DISTRICT).rows())
                .extracting(Evidence.Row::role)
                .containsExactly("denominator", "denominator");
        assertThat(door.why(new IndicatorId("XZ07"), AUGUST, DISTRICT).rows())
                .extracting(Evidence.Row::role)
                .containsExactly("both", "both");
    }

    @Test
    void what_is_not_counted_is_shown_with_the_reason() {
        // 8 月决定的 P2 是假冒伪劣（V27），不计入知识产权案件；P4 没有决定日期，也不是处罚决定，与 8 月无关
        assertThat(door.why(new IndicatorId("XZ02"), AUGUST, DISTRICT).left())
                .extracting(row -> row.role() + " " + row.values().get("case_no") + " "
                        + row.values().get(Evidence.REASON))
                .containsExactly("neither P2 不满足 is_ip_case");
    }

    @Test
    void a_source_that_has_not_reported_is_missing_and_never_zero() {
        assertThat(figure("SF01", "640502").status()).isEqualTo(FigureStatus.MISSING);
        assertThat(figure("SF01", "640502").value()).isNull();
        assertThat(door.why(new IndicatorId("SF01"), AUGUST, DISTRICT).rows()).isEmpty();
    }

    @Test
    void an_indicator_over_two_sources_of_which_one_reported_is_a_lower_bound() {
        // TS01 要 S04 与 S05：只到了 S04，1 件，应报 2 份收到 1 份
        assertThat(figure("TS01", "640502").status()).isEqualTo(FigureStatus.INCOMPLETE);
        assertThat(figure("TS01", "640502").value()).isEqualByComparingTo("1");
        assertThat(figure("TS01", "640502").completeness()).isEqualByComparingTo("0.5");
    }

    @Test
    void the_record_of_submissions_yields_timeliness_and_quality() {
        // 34 个来源：29 个部门的、5 张手工台账的。8 月的 34 份应于 9 月 10 日前报，9 月 8 日到了 3 份；统计止于 8 月，9 月到期的不在 8 月。入湖在 9 月，JB03 8 月没有分母
        assertThat(figure("JB03", "640502").status()).isEqualTo(FigureStatus.NO_DENOMINATOR);
        // 7 月的 34 份于 8 月 10 日到期，一份未到：0÷34
        assertThat(figure("JB02", "640502").denominator()).isEqualByComparingTo("34");
        assertThat(figure("JB02", "640502").value()).isEqualByComparingTo("0");
    }

    @Test
    void the_task_board_never_paints_a_task_past_its_year_as_failed() {
        List<TaskState> board = door.taskBoard(AUGUST);
        assertThat(board).hasSize(17);
        assertThat(board.get(0))
                .extracting(TaskState::state, TaskState::reported)
                .containsExactly("due_unverified", 1);
        assertThat(board.get(1).state()).isEqualTo("due_unverified");
        assertThat(board.get(4).state()).isEqualTo("routine");
        assertThat(board.get(16).state()).isEqualTo("not_reported");
        // 任务 14 的 4 个单位都已完成并有佐证
        assertThat(board.get(13))
                .extracting(TaskState::state, TaskState::evidence)
                .containsExactly("accepted", 4);
        // 到期的任务×单位：113 － 任务5的10 － 任务17的1 ＝ 102；完成 4
        assertThat(figure("JB01", "640502").numerator()).isEqualByComparingTo("4");
        assertThat(figure("JB01", "640502").denominator()).isEqualByComparingTo("102");
    }

    @Test
    void a_second_build_with_nothing_new_makes_nothing() {
        assertThat(first.skipped()).isFalse();
        assertThat(refinery.isStale(request)).isFalse();
        assertThat(refinery.build(request, step -> {}).skipped()).isTrue();
        assertThat(door.builtAt()).contains(NOW);
    }

    @Test
    void periods_and_regions_are_those_of_the_build() {
        // 8 个月、2 个季度、1 个半年、8 个累计
        assertThat(door.periods()).hasSize(8 + 2 + 1 + 8);
        assertThat(door.regions()).hasSize(15);
        assertThat(door.indicators()).hasSizeGreaterThanOrEqualTo(25);
    }

    private static Path written(Path folder, String code, String from, String to) throws IOException {
        String passport = Files.readString(Bench.HOME.resolve("warehouse/indicators/enforcement/XZ04.yaml"));
        assertThat(passport).contains(from, "indicator: XZ04");
        Path file = folder.resolve("新口径.yaml");
        return Files.writeString(
                file, passport.replace("indicator: XZ04", "indicator: " + code).replace(from, to));
    }

    @Test
    void a_definition_is_tried_beside_the_present_one_and_nothing_of_it_is_stored(@TempDir Path folder)
            throws IOException {
        // 若只算罚款：P1 30000 ＋ P3 10000 ＝ 4 万元，比现行 4.50005 少 0.50005；滨河镇 3 万，比 3.50005 少 0.50005
        Path file = written(folder, "XZ04", "coalesce(fine_yuan, 0) + coalesce(confiscated_yuan, 0)", "fine_yuan");
        List<Figure> before = door.figures(FigureQuery.all());

        Trial trial = door.trial(file, List.of(AUGUST));

        assertThat(totals(trial))
                .containsEntry("640502", "4.50005 4 -0.50005 true")
                .containsEntry("640502100", "3.50005 3 -0.50005 true")
                .containsEntry("640502000", "1 1 0 false");
        assertThat(door.figures(FigureQuery.all())).isEqualTo(before);
        assertThat(refinery.isStale(request)).isFalse();
    }

    private static Map<String, String> totals(Trial trial) {
        return trial.lines().stream()
                .filter(line -> line.dimension().isEmpty())
                .collect(Collectors.toMap(
                        line -> line.region().value(),
                        line -> plain(line.present()) + " " + plain(line.tried()) + " "
                                + line.difference()
                                        .orElseThrow()
                                        .stripTrailingZeros()
                                        .toPlainString() + " "
                                + line.differs()));
    }

    private static String plain(@Nullable Figure figure) {
        BigDecimal value = figure == null ? null : figure.value();
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }

    @Test
    void a_definition_with_a_code_of_its_own_has_nothing_beside_it_and_takes_the_last_quarters(@TempDir Path folder)
            throws IOException {
        // 构建到 8 月：完整的季度只有第一、第二两个，其间没有报送
        Trial trial = door.trial(written(folder, "XZ99", "version: 1", "version: 1"), List.of());

        assertThat(trial.lines())
                .filteredOn(line -> line.region().equals(DISTRICT))
                .extracting(line -> line.period().toString(), Trial.Line::present, line -> status(line.tried()))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2026Q1", null, FigureStatus.MISSING),
                        org.assertj.core.groups.Tuple.tuple("2026Q2", null, FigureStatus.MISSING));
    }

    private static @Nullable FigureStatus status(@Nullable Figure figure) {
        return figure == null ? null : figure.status();
    }

    @Test
    void a_definition_that_names_a_column_that_does_not_exist_is_refused_with_the_file(@TempDir Path folder)
            throws IOException {
        Path file = written(folder, "XZ04", "coalesce(fine_yuan, 0)", "coalesce(fine_yuen, 0)");

        assertThatThrownBy(() -> door.trial(file, List.of(AUGUST)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("新口径.yaml")
                .hasMessageContaining("fine_yuen");
    }

    @Test
    void a_party_is_followed_through_the_sources_and_one_that_nobody_names_has_no_history() {
        // U1：8月20日受罚（S02），8月25日被投诉（S04）：受罚后再被投诉
        PartyHistory history = door.party("U1").orElseThrow();
        assertThat(history.events())
                .extracting(e -> e.happenedOn() + " " + e.event() + " " + e.file() + " " + e.row())
                .containsExactly("2026-08-20 行政处罚（台账） penalty_case.csv 2", "2026-08-25 被投诉 complaint.csv 2");
        assertThat(door.keyParties())
                .extracting(PartyHistory.KeyParty::partyKey, PartyHistory.KeyParty::reasons)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("U1", "受罚后再被投诉"));
        assertThat(door.party("U2")).isEmpty();
    }

    @Test
    void a_question_for_a_figure_that_does_not_exist_is_the_askers_mistake() {
        assertThatThrownBy(() -> door.why(new IndicatorId("SF01"), AUGUST, new RegionCode("640502100")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SF01");
    }

    @Test
    void a_model_may_ask_for_the_versions_of_a_source_by_name() {
        SparkSession spark = SparkSession.active();
        Binding binding = new Binding();
        TableName history = TableName.parse("history.penalty_case");
        new VersionTables(
                        spark,
                        VersionTables.throughDelta(spark, new Lake(lake)),
                        request.sources(),
                        door.submissions(),
                        Parameters.load(Bench.HOME))
                .bind(binding, Set.of(history));
        // 四个案件各一个版本，都还有效
        assertThat(spark.sql(
                                "select case_no from history__penalty_case where valid_to is null and valid_from = '2026-08-31'")
                        .count())
                .isEqualTo(4);
    }
}
