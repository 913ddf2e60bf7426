package org.ipwarehouse.warehouse.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hot markets and platforms (Q5) and the light of each unit (Q8), at the end of the run's span (2026-09-30). */
class PlacesAndUnitsSpec {
    private static Map<String, String> places = Map.of();
    private static Map<String, String> units = Map.of();

    @BeforeAll
    static void draw() {
        Bench bench = new Bench()
                .given("penalty_case", cases())
                .given("online_clue", clues())
                .given("task_report", """
                row_key | task_no | mech_id | org | period | status   | evidence
                --------+---------+---------+-----+--------+----------+---------
                r1      | 3       | T03-M01 | U07 | 2026Q3 | 长期推进 | 附件
                r2      | 6       | T06-M01 | U08 | 2026Q3 | 长期推进 | 附件
                r3      | 13      | T13-M01 | U09 | 2026Q3 | 长期推进 | 附件
                r4      | 11      | T11-M01 | U02 | 2026Q3 | 长期推进 |
                """);
        ledger(
                bench,
                "ledger_expected_report",
                "source string, month string, owners string, due_on string, state string",
                """
                source | month   | owners  | due_on     | state
                -------+---------+---------+------------+---------
                S02    | 2026-06 | U17     | 2026-07-10 | in_time
                S02    | 2026-07 | U17     | 2026-08-10 | late
                S02    | 2026-08 | U17     | 2026-09-10 | in_time
                S02    | 2026-09 | U17     | 2026-10-10 | not_due
                S04    | 2026-08 | U17;U05 | 2026-09-10 | in_time
                S06    | 2026-07 | U05     | 2026-08-10 | missing
                S06    | 2026-08 | U05     | 2026-09-10 | missing
                """);
        ledger(
                bench,
                "ledger_submission",
                "source string, received_at timestamp, verdict string, rows_read bigint,"
                        + " accepted bigint, quarantined bigint, repeated bigint",
                """
                submission | source | as_of      | received_at         | verdict  | rows_read | accepted | quarantined | repeated
                -----------+--------+------------+---------------------+----------+-----------+----------+-------------+---------
                s0         | S02    | 2026-06-30 | 2026-07-05 01:00:00 | partly   | 900       | 0        | 900         | 0
                s1         | S02    | 2026-07-31 | 2026-08-05 01:00:00 | partly   | 100       | 90       | 10          | 0
                s2         | S02    | 2026-08-31 | 2026-09-05 01:00:00 | refused  | 50        | 0        | 50          | 0
                s3         | S04    | 2026-08-31 | 2026-09-05 01:00:00 | accepted | 100       | 100      | 0           | 0
                """);
        places = drawn(
                bench, "mart.hot_place", "place_kind, place, quarter_starts_on", "cases, shops, expected, mark, level");
        units = drawn(
                bench,
                "mart.unit_light",
                "unit_id",
                "report_score, quality_score, task_score, limit_score, score, light, reasons");
    }

    /** Market cases are withdrawn, so that only u8 and u9 have a limit that runs. */
    private static String cases() {
        StringBuilder rows = new StringBuilder("""
                case_no | violation | filing_date | close_date | close_type | address              | handling_org
                u8      | V01       | 2026-07-10  |            |            |                      | U08
                u9      | V01       | 2026-01-05  |            |            |                      | U09
                """);
        cases(rows, "华西", 5, "2025-02-10", "2025-05-12", "2025-08-11", "2025-11-10");
        cases(rows, "华西", 14, "2026-02-10");
        cases(rows, "华西", 20, "2026-05-11");
        cases(rows, "东关", 1, "2024-05-13", "2026-02-10");
        return rows.toString();
    }

    private static void cases(StringBuilder rows, String market, int count, String... days) {
        for (String day : days) {
            for (int i = 1; i <= count; i++) {
                rows.append(String.format(
                        Locale.ROOT,
                        "%s%s-%d | V01 | %s | %s | 撤案 | 滨河镇%s市场%d号 | %n",
                        market,
                        day,
                        i,
                        day,
                        day,
                        market,
                        i));
            }
        }
    }

    private static String clues() {
        StringBuilder rows =
                new StringBuilder("clue_no | platform | shop | evidence_time | assign_date | result | feedback_date\n");
        clues(rows, "甲", 20, 13, "2026-05-11");
        clues(rows, "乙", 60, 7, "2026-05-11");
        clues(rows, "甲", 20, 14, "2026-08-11");
        clues(rows, "乙", 60, 6, "2026-08-11");
        rows.append("x1 | 甲 | 外店 | 2026-08-11 02:00:00 | 2026-08-11 | 不属管辖 | 2026-08-12\n");
        rows.append("x2 | 甲 | 店1 | 2026-08-11 02:00:00 | 2026-08-11 | 下架 | 2026-08-12\n");
        return rows.toString();
    }

    private static void clues(StringBuilder rows, String platform, int shops, int confirmed, String day) {
        for (int i = 1; i <= shops; i++) {
            rows.append(String.format(
                    Locale.ROOT,
                    "%s%s-%d | %s | 店%d | %s 02:00:00 | %s | %s | %s%n",
                    platform,
                    day,
                    i,
                    platform,
                    i,
                    day,
                    day,
                    i <= confirmed ? "下架" : "查无",
                    day));
        }
    }

    private static void ledger(Bench bench, String name, String columns, String drawing) {
        bench.spark().sql(Drawing.select(drawing, columns)).createOrReplaceTempView(name);
    }

    private static Map<String, String> drawn(Bench bench, String table, String keys, String columns) {
        return bench.rows(table).collectAsList().stream()
                .collect(Collectors.toMap(
                        row -> cells(row, keys), row -> cells(row, columns), (a, b) -> a + " AND " + b, TreeMap::new));
    }

    private static String cells(Row row, String columns) {
        return Arrays.stream(columns.split(", ", -1))
                .map(column -> shown(row.getAs(column)))
                .collect(Collectors.joining(" "));
    }

    private static String shown(@Nullable Object cell) {
        return cell instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(cell);
    }

    @Test
    void a_platform_is_held_against_the_shops_that_were_watched_there() {
        // 三季度：监测 20＋60 ＝ 80 家，查实 14＋6 ＝ 20 家，查实率 1/4；甲预期 20÷4 ＝ 5 家，乙 15 家。店1 的第二条线索不另计，不属管辖的不计
        // 泊松(5)：P(X≤12) ＝ 0.99798、P(X≤13) ＝ 0.99930，上限（0.99865）＝ 13：14 家超限，13 家（二季度）没有
        assertThat(places)
                .containsEntry("平台 甲 2026-07-01", "14 20 5 above 黄")
                .containsEntry("平台 乙 2026-07-01", "6 60 15 usual ")
                .containsEntry("平台 甲 2026-04-01", "13 20 5 usual ");
    }

    @Test
    void a_market_is_held_against_its_own_four_quarters_and_twice_above_is_red() {
        // 华西 2026年一季度：前四季各 5 件，预期 5，14 件超限 → 黄；二季度：（5＋5＋5＋14）÷4 ＝ 7.25，20 件（均值加三倍标准差 15.3）→ 连续两季，红
        // 东关一季度：自己前四季为 0，全部市场平均（5＋0）÷2 ＝ 2.5，不足 5 件，只看件数；2024年二季度之前只有一季
        assertThat(places)
                .containsEntry("市场 华西市场 2026-01-01", "14 null 5 above 黄")
                .containsEntry("市场 华西市场 2026-04-01", "20 null 7.25 above 红")
                .containsEntry("市场 东关市场 2026-01-01", "1 null 2.5 few ")
                .containsEntry("市场 东关市场 2024-04-01", "1 null null too_short ")
                .doesNotContainKey("市场 东关市场 2026-04-01");
    }

    @Test
    void a_light_weighs_only_what_applies_and_a_missing_report_is_red_whatever_the_rest() {
        // U07 只有任务3，常态化且有佐证：100 分，其余不适用 → 绿。U02 报了没有佐证：0 分
        // U08 任务 100、时限 100（7月10日＋90日＝10月8日，剩 8 日，将到期）→ 得分 100，黄
        // U09 任务 100、时限 0（1月5日立案，超期）：（40×100＋20×0）÷60 ＝ 66.667
        // U17 报送：三季度到期 S02 三次 S04 一次，按时 3÷4 ＝ 75；质量（90＋100）÷200 ＝ 95（6月末的文件不在本季，拒收的不计）；
        //   任务 0（14 项都没有报）；没有在办时限 → （20×75＋20×95＋40×0）÷80 ＝ 42.5
        // U05 缺报 S06 两次、连续两期；按时 1÷3
        assertThat(units)
                .hasSize(19)
                .containsEntry("U07", "null null 100 null 100 绿 ")
                .containsEntry("U02", "null null 0 null 0 红 得分不足70")
                .containsEntry("U08", "null null 100 100 100 黄 将到期1件")
                .containsEntry("U09", "null null 100 0 66.667 红 超期1件；得分不足70")
                .containsEntry("U17", "75 95 0 null 42.5 红 得分不足70");
        assertThat(units.get("U05")).startsWith("33.333 100 0 null ").endsWith(" 红 缺报2项；连续两期未报；得分不足70");
    }
}
