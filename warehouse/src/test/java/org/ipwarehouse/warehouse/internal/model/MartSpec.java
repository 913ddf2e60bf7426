package org.ipwarehouse.warehouse.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a 研判会 asks of single cases, parties and units, at the end of the run's span (2026-09-30). */
class MartSpec {
    private static Map<String, String> deadlines = Map.of();
    private static Map<String, String> funnel = Map.of();
    private static Map<String, String> parties = Map.of();
    private static Map<String, String> tasks = Map.of();
    private static List<Row> timeline = List.of();

    @BeforeAll
    static void draw() {
        Bench bench = new Bench()
                .given("penalty_case", """
                row_key | case_no | uscc | violation | filing_date | decision_date | close_date | close_type | decision_no | goods_value_yuan | handling_org
                --------+---------+------+-----------+-------------+---------------+------------+------------+-------------+------------------+-------------
                a       | a       | U1   | V01       | 2026-06-01  |               |            |            |             |                  | 一所
                b       | b       | U9   | V01       | 2026-07-10  |               |            |            |             |                  |
                c       | c       | U9   | V01       | 2026-09-01  |               |            |            |             |                  |
                d       | d       | U9   | V01       | 2026-01-12  |               | 2026-04-23 | 撤案       |             |                  |
                e       | e       | U9   | V01       |             |               |            |            |             |                  |
                f       | f       | U1   | V01       | 2026-09-01  | 2026-09-11    |            |            | 罚1         | 60000            |
                g       | g       | U2   | V01       | 2025-12-01  | 2026-01-15    |            |            | 罚2         | 60000            |
                """)
                .given("penalty_publication", """
                row_key | decision_no | uscc | violation | decision_date | publish_date
                --------+-------------+------+-----------+---------------+-------------
                p2      | 罚2         | U2   | V01       | 2026-01-15    | 2026-01-16
                """)
                .given("complaint", """
                row_key | reg_no | target_uscc | reg_time            | accept_decision | accept_time         | close_time          | result
                --------+--------+-------------+---------------------+-----------------+---------------------+---------------------+-------
                c1      | c1     | U2          | 2026-05-20 02:00:00 |                 |                     |                     |
                c2      | c2     | U3          | 2025-06-02 02:00:00 | 受理            | 2025-06-03 02:00:00 |                     |
                c3      | c3     | U4          | 2026-02-02 02:00:00 | 不予受理        |                     | 2026-02-03 02:00:00 |
                c4      | c4     |             | 2026-02-02 02:00:00 | 退回            |                     |                     |
                c5      | c5     |             | 2026-03-02 02:00:00 |                 |                     | 2026-03-05 02:00:00 | 和解
                c6      | c6     |             | 2026-03-02 02:00:00 |                 |                     | 2026-03-16 02:00:00 | 和解
                """)
                .given("court_case", """
                row_key | case_no | case_kind | instance | cause        | defendant | defendant_uscc | file_date  | close_date
                --------+---------+-----------+----------+--------------+-----------+----------------+------------+-----------
                k1      | k1      | 刑事      | 一审     | 假冒注册商标罪 | 乙公司    | U2             | 2026-05-11 | 2026-06-10
                """)
                .given("dishonesty_listing", """
                row_key | basis_no | uscc | in_date    | out_type
                --------+----------+------+------------+---------
                l1      | l1       | U2   | 2026-03-01 |
                l2      | l2       | U4   | 2026-03-01 | 撤销
                """)
                .given("history.criminal_transfer", """
                transfer_no | doc_no | case_no | from_org | approve_time        | transfer_time       | accept_time         | decision | decision_date | valid_from
                ------------+--------+---------+----------+---------------------+---------------------+---------------------+----------+---------------+-----------
                T1          | 移1    | g       | U17      | 2026-02-01 02:00:00 | 2026-02-03 02:00:00 | 2026-02-04 02:00:00 | 立案     | 2026-02-06    | 2026-02-28
                T2          | 移2    | x       | U17      | 2026-09-01 02:00:00 | 2026-09-01 03:00:00 | 2026-09-04 02:00:00 |          |               | 2026-09-30
                """)
                .given("criminal_transfer", """
                transfer_no | doc_no | case_no
                ------------+--------+--------
                T1          | 移1    | g
                T2          | 移2    | x
                """)
                .given("police_case", """
                row_key | case_no | month   | crime | filed | to_pros | transfer_no
                --------+---------+---------+-------+-------+---------+------------
                s1      | s1      | 2026-04 | C01   | 1     | 1       | T1
                """)
                .given("task_report", """
                row_key | task_no | mech_id | org | period | status | evidence
                --------+---------+---------+-----+--------+--------+---------
                r1      | 1       | T01-M01 | U01 | 2026Q3 | 推进中 | 附件
                r2      | 1       | T01-M01 | U11 | 2026Q3 | 已完成 | 附件
                r3      | 1       | T01-M01 | U13 | 2025Q1 | 推进中 |
                r4      | 1       | T01-M01 | U14 | 2026Q3 | 长期推进 |
                """);
        deadlines = drawn(
                bench, "mart.deadline", "kind, item_key", "state, started_on, due_on, days_over, days_left, owner");
        funnel = drawn(
                bench,
                "mart.transfer_funnel",
                "case_no",
                "stage, days_to_transfer, days_to_receipt, days_to_filing, days_to_prosecution, days_to_judgment, days_in_stage");
        timeline = bench.rows("mart.party_timeline").collectAsList();
        parties = drawn(
                bench,
                "mart.key_party",
                "party_key",
                "sources_seen, penalties, complaints, complaints_after_penalty, reasons");
        tasks = drawn(bench, "mart.task_unit", "task_no, unit_id", "state, is_past_due, evidence");
    }

    private static Map<String, String> drawn(Bench bench, String table, String keys, String columns) {
        return bench.rows(table).collectAsList().stream()
                .collect(Collectors.toMap(
                        row -> cells(row, keys), row -> cells(row, columns), (a, b) -> a, TreeMap::new));
    }

    private static String cells(Row row, String columns) {
        return Arrays.stream(columns.split(", ", -1))
                .map(column -> String.valueOf((Object) row.getAs(column)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void open_cases_are_counted_down_and_a_case_without_a_start_is_named_as_a_fault_of_the_data() {
        // 办案 90 日：6月1日 + 90 = 8月30日（周日）→ 8月31日；到9月30日超 30 日
        // 7月10日 + 90 = 10月8日：剩 8 日，8/90 ≤ 20 % → 将到期；9月1日 + 90 = 11月30日：剩 61 日
        // 1月12日 + 90 = 4月12日（周日）→ 4月13日；4月23日撤案，超 10 日
        assertThat(deadlines)
                .containsEntry("case_disposal a", "overdue 2026-06-01 2026-08-31 30 -30 一所")
                .containsEntry("case_disposal b", "soon 2026-07-10 2026-10-08 0 8 U17")
                .containsEntry("case_disposal c", "open 2026-09-01 2026-11-30 0 61 U17")
                .containsEntry("case_disposal d", "done_late 2026-01-12 2026-04-13 10 null U17")
                .containsEntry("case_disposal e", "no_start null null null null U17")
                .doesNotContainKeys("case_disposal f", "case_disposal g");
    }

    @Test
    void a_decision_that_was_never_published_is_overdue_by_seven_working_days_and_open_by_twenty() {
        // 9月11日决定。7个工作日：14–18（5）、20（周日调休上班，6）、21（7）→ 9月21日，至30日超 9 日，
        // 其间工作日 22、23、24、28、29、30 共 6 个
        // 20个工作日：21日为第 7，22、23、24（10），28、29、30（13），10月8、9、10（16），12–15（20）→ 10月15日，剩 7 个，7/20 > 20 %
        assertThat(deadlines)
                .containsEntry("publication_7 S02 f", "overdue 2026-09-11 2026-09-21 9 -6 U17")
                .containsEntry("publication_20 S02 f", "open 2026-09-11 2026-10-15 0 7 U17")
                .doesNotContainKeys("publication_7 S02 g", "publication_7 p2", "publication_20 p2");
    }

    @Test
    void a_limit_that_was_not_entered_is_said_and_never_guessed() {
        // 2026年5月20日收到：新办法的受理时限未录入
        assertThat(deadlines.get("complaint_accept c1")).startsWith("not_configured 2026-05-20 null");
        // 2025年6月3日受理，45个工作日早已届满
        assertThat(deadlines.get("complaint_close c2")).startsWith("overdue 2025-06-03");
        assertThat(deadlines).doesNotContainKeys("complaint_accept c3", "complaint_close c1", "complaint_close c3");
    }

    @Test
    void a_complaint_sent_back_or_settled_before_the_limit_needs_no_decision() {
        // 3月2日收到，7个工作日：3/3–3/6（4）、9（5）、10（6）、11（7）→ 3月11日。c5 3月5日和解，不列；c6 3月16日才和解，晚 5 日
        // c4 退回（非管辖），不列
        assertThat(deadlines)
                .containsEntry("complaint_accept c6", "done_late 2026-03-02 2026-03-11 5 null U17")
                .doesNotContainKeys("complaint_accept c4", "complaint_accept c5");
    }

    @Test
    void a_transfer_is_late_after_24_hours_and_the_police_have_three_days() {
        // 移1：2月1日10时批准，2月3日10时移送；届满2月2日，晚 1 日。移2：9月4日接收 + 3 = 9月7日，超 23 日
        assertThat(deadlines)
                .containsEntry("transfer_send 移1", "done_late 2026-02-01 2026-02-02 1 null U17")
                .containsEntry("transfer_decision 移2", "overdue 2026-09-04 2026-09-07 23 -23 U16")
                .doesNotContainKeys("transfer_send 移2", "transfer_decision 移1");
    }

    @Test
    void the_funnel_shows_where_each_case_stands_and_how_long_each_step_took() {
        // g：1月15日决定 → 2月3日移送 19 日 → 2月4日接收 1 → 2月6日立案 2 → 4月（月末30日）移送起诉 83（22＋31＋30）→ 6月10日判决 41
        // f：9月11日决定，停留 19 日
        assertThat(funnel)
                .containsOnly(
                        Map.entry("f", "reached null null null null null 19"),
                        Map.entry("g", "judged 19 1 2 83 41 null"));
    }

    @Test
    void a_party_is_followed_across_sources_and_one_penalty_in_two_sources_counts_once() {
        assertThat(timeline.stream()
                        .filter(row -> "U2".equals(row.getAs("party_key")))
                        .map(row -> cells(row, "source, happened_on, event, counts_as"))
                        .sorted())
                .containsExactly(
                        "S01 2026-01-15 行政处罚（公示） penalty",
                        "S02 2026-01-15 行政处罚（台账） penalty",
                        "S04 2026-05-20 被投诉 complaint",
                        "S06 2026-05-11 被诉 null",
                        "S12 2026-03-01 列入严重违法失信名单 null");
        // U2：处罚、投诉举报、法院、失信四类；处罚 1（两处同一文号）、投诉 1 在受罚之后。
        // U1：一起在办、一次处罚，只一类；U3 的投诉在窗口外；U4 的列入已撤销，只剩一件投诉
        assertThat(parties).containsOnly(Map.entry("U2", "4 1 1 1 多来源；受罚后再被投诉"));
    }

    @Test
    void the_matrix_of_tasks_and_units_is_no_wall_of_red() {
        // 任务1 的时限是2025年：还在报而未完成的才是超期；到期后常态化的、完成的、久未报送的各是各的
        assertThat(tasks)
                .hasSize(113)
                .containsEntry("1 U01", "overdue true 1")
                .containsEntry("1 U11", "accepted true 1")
                .containsEntry("1 U13", "not_reported true 0")
                .containsEntry("1 U14", "routine true 0")
                .containsEntry("1 U15", "not_reported true 0");
    }
}
