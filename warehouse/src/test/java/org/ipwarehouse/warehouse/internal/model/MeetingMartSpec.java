package org.ipwarehouse.warehouse.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three books of a geographical sign against its harvest (Q4), and what penalties and judgments deter (Q9). */
class MeetingMartSpec {
    private static Map<String, String> books = Map.of();
    private static Map<String, String> unapproved = Map.of();
    private static Map<String, String> deterrence = Map.of();

    @BeforeAll
    static void draw() {
        Bench bench = new Bench()
                .given("gi_user", """
                gi_name    | user     | uscc | gi_type | township  | issue_date | issued | spec_kg | quota_t | sold_t | approve_date | status
                -----------+----------+------+---------+-----------+------------+--------+---------+---------+--------+--------------+-------
                宁夏枸杞   | 甲公司   | U1   | GI-P    | 640502107 | 2025-07-01 | 25000  | 0.500   | 10.000  |        | 2024-01-05   | 有效
                宁夏枸杞   | 乙合作社 | U2   | GI-P    | 640502106 | 2025-08-01 | 8000   |         | 20.000  | 21.000 | 2024-01-05   | 有效
                沙坡头苹果 | 丙果业   | U3   | GI-P    | 640502108 | 2025-10-08 | 12000  | 10.000  |         |        | 2024-01-05   | 有效
                沙坡头苹果 | 丁农场   | U4   | GI-P    | 640502108 | 2025-11-08 | 1000   | 10.000  |         |        | 2024-01-05   | 有效
                """)
                .given("trace_batch", """
                batch_no | producer | producer_code_token | ptype | township  | product | gi_name    | harvest_date | qty      | unit | area_mu | cert_n
                ---------+----------+---------------------+-------+-----------+---------+------------+--------------+----------+------+---------+-------
                b1       | 丙果业   | k3                  | 企业  | 640502108 | 苹果    | 沙坡头苹果 | 2025-09-20   | 80.000   | 吨   | 50.00   | 10
                b2       | 丙果业   | k3                  | 企业  | 640502108 | 苹果    | 沙坡头苹果 | 2025-10-20   | 20000.00 | 斤   | 50.00   | 1
                b3       | 乙合作社 | k2                  | 企业  | 640502106 | 枸杞    | 宁夏枸杞   | 2025-07-20   | 30.000   | 箱   | 90.00   | 1
                """)
                .given("online_clue", """
                row_key | clue_no | ip_type | uscc | evidence_time       | result
                --------+---------+---------+------+---------------------+---------
                n1      | n1      | GI-P    | U1   | 2026-03-01 02:00:00 | 立案
                n2      | n2      | GI-P    | U9   | 2026-03-01 02:00:00 | 下架
                n3      | n3      | GI-P    |      | 2026-03-01 02:00:00 |
                n4      | n4      | TM      | U9   | 2026-03-01 02:00:00 |
                n5      | n5      | GI-P    | U9   | 2026-03-01 02:00:00 | 不属管辖
                n6      | n6      | GI-P    | U1   | 2023-12-01 02:00:00 |
                """)
                .given("penalty_case", """
                row_key | case_no | uscc | clue_no | violation | filing_date | decision_date | decision_no | review_result | goods_value_yuan | fine_yuan | conf_gain_yuan
                --------+---------+------+---------+-----------+-------------+---------------+-------------+---------------+------------------+-----------+---------------
                a1      | a1      | U1   |         | V01       | 2025-01-05  | 2025-02-10    | 罚1         |               | 60000            | 30000     |
                a2      | a2      | U1   |         | V01       | 2025-01-06  | 2025-02-10    | 罚1         |               | 60000            | 30000     |
                b       | b       | U2   |         | V01       | 2025-02-01  | 2025-03-01    | 罚2         |               |                  | 20000     | 5000
                c       | c       | U3   |         | V01       | 2025-02-01  | 2025-03-05    | 罚3         | 撤销          | 20000            | 10000     |
                d       | d       | U1   |         | V01       | 2026-01-15  | 2026-02-01    | 罚4         |               | 90000            | 9000      |
                e       | e       | U2   |         | V01       | 2026-03-02  | 2026-04-01    | 罚5         |               | 4000             | 8000      |
                f1      | f1      | U4   | 线1     | V01       | 2025-02-01  | 2025-02-20    | 罚6         |               | 3000             | 1000      |
                f2      | f2      | U4   | 线1     | V01       | 2025-02-02  | 2025-04-03    | 罚7         |               | 3000             | 2000      |
                g       | g       | U5   |         | V01       | 2024-01-10  | 2024-02-01    | 罚8         |               | 5000             | 5000      |
                """)
                .given("court_case", """
                row_key | case_no | case_kind | instance | cause                | plaintiff  | plaintiff_uscc | file_date  | close_date | close_way | claim    | award   | punitive | effective_date
                --------+---------+-----------+----------+----------------------+------------+----------------+------------+------------+-----------+----------+---------+----------+---------------
                k1      | k1      | 民事      | 一审     | 商标权权属、侵权纠纷 | 甲商标公司 | P1             | 2025-01-01 | 2025-05-10 | 判决      | 10000.00 | 4000.00 | true     | 2025-07-01
                k2      | k2      | 民事      | 一审     | 商标权权属、侵权纠纷 | 甲商标公司 | P1             | 2025-01-20 | 2025-05-12 | 判决      | 30000.00 | 4000.00 | true     | 2025-07-05
                k3      | k3      | 民事      | 一审     | 商标权权属、侵权纠纷 | 甲商标公司 | P1             | 2025-03-05 | 2025-06-01 | 判决      | 10000.00 | 8000.00 |          | 2025-06-20
                k4      | k4      | 民事      | 一审     | 商标权权属、侵权纠纷 | 乙商标公司 | P2             | 2025-01-02 | 2025-05-20 | 判决      | 20000.00 |         |          |
                k5      | k5      | 民事      | 一审     | 商标权权属、侵权纠纷 | 乙商标公司 | P2             | 2025-04-02 | 2025-05-21 | 调解      | 20000.00 | 9000.00 |          |
                k6      | k6      | 民事      | 一审     | 商标权权属、侵权纠纷 | 丙商标公司 | P3             | 2025-01-03 | 2025-04-02 | 判决      | 50000.00 | 0.00    |          |
                """);
        books = drawn(
                bench,
                "mart.gi_book",
                "gi_name, party_key, book",
                "quantity_t, harvest_low_t, harvest_high_t, state, ratio_low, ratio_high, level");
        unapproved = drawn(bench, "mart.gi_unapproved", "clue_no", "party_key, state, level");
        deterrence = drawn(
                bench,
                "mart.deterrence",
                "quarter_starts_on",
                "penalties, fined_yuan, valued_penalties, goods_value_yuan, fined_to_value, judged_cases, judged_series,"
                        + " unstated_cases, award_percent, median_award_percent, punitive_series, punitive_cases,"
                        + " punished_parties, is_followed_up, parties_again, reoffence_percent, is_weakening");
    }

    private static Map<String, String> drawn(Bench bench, String table, String keys, String columns) {
        return bench.rows(table).collectAsList().stream()
                .collect(Collectors.toMap(
                        row -> cells(row, keys), row -> cells(row, columns), (a, b) -> a + " AND " + b, TreeMap::new));
    }

    private static String cells(Row row, String columns) {
        return Arrays.stream(columns.split(", *", -1))
                .map(column -> shown(row.getAs(column)))
                .collect(Collectors.joining(" "));
    }

    private static String shown(@org.jspecify.annotations.Nullable Object cell) {
        return cell instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(cell);
    }

    @Test
    void a_quota_makes_the_ratio_a_point_and_an_area_makes_it_an_interval() {
        // U1：25000 枚 × 0.5 公斤 ＝ 12.5 吨，核定 10 吨：1.25 ＞ 1.20，红
        // U3：12000 × 10 公斤 ＝ 120 吨；50 亩 × [1, 3] 吨 ＝ [50, 150] 吨：120÷150 ＝ 0.8 至 120÷50 ＝ 2.4，丰年够、歉年不够，待核
        //     带证 80 吨 ＋ 20000 斤（10 吨）＝ 90 吨：0.6 至 1.8，待核
        // 全体苹果：13000 × 10 公斤 ＝ 130 吨，80000 亩 × [1, 3] ＝ [80000, 240000] 吨：0.000542 至 0.001625
        assertThat(books)
                .containsEntry("宁夏枸杞 U1 issued", "12.5 10 10 ok 1.25 1.25 红")
                .containsEntry("沙坡头苹果 U3 issued", "120 50 150 ok 0.8 2.4 待核")
                .containsEntry("沙坡头苹果 U3 certified", "90 50 150 ok 0.6 1.8 待核")
                .containsEntry("沙坡头苹果 * issued", "130 80000 240000 ok 0.000542 0.001625 正常");
    }

    @Test
    void what_is_not_known_cannot_be_computed_and_no_default_stands_in_for_it() {
        // U2 没有规格：发标账不可算，也不用自报的 21 吨代替；销售账 21÷20 ＝ 1.05，预警；带证的一批是“箱”，折不成吨
        // U4 没有批次，面积不知道：10 吨在手，产量不明；销售没有报
        assertThat(books)
                .containsEntry("宁夏枸杞 U2 issued", "null 20 20 spec_missing null null 不可算")
                .containsEntry("宁夏枸杞 U2 sold", "21 20 20 ok 1.05 1.05 预警")
                .containsEntry("宁夏枸杞 U2 certified", "null 20 20 unmeasured null null 不可算")
                .containsEntry("沙坡头苹果 U4 issued", "10 null null yield_unknown null null 不可算")
                .containsEntry("沙坡头苹果 U4 sold", "null null null not_reported null null 不可算")
                .containsEntry("宁夏枸杞 * issued", "null null null spec_missing null null 不可算");
        // 4 个主体、2 个全体，各三本账
        assertThat(books).hasSize(18).allSatisfy((key, cells) -> assertThat(cells)
                .doesNotContain(" AND "));
    }

    @Test
    void who_sells_online_without_an_approval_is_red_and_who_has_no_code_cannot_be_checked() {
        // n1 已核准；n4 不是地理标志；n5 不属管辖；n6 固证时（2023-12）尚未核准（2024-01-05）
        assertThat(unapproved)
                .containsOnly(
                        Map.entry("n2", "U9 unapproved 红"),
                        Map.entry("n3", "null no_code 不可核对"),
                        Map.entry("n6", "U1 unapproved 红"));
    }

    @Test
    void fines_stand_against_the_value_of_the_cases_that_state_one_and_a_decision_in_two_rows_counts_once() {
        // 2025Q1 主案：a（罚1，两行一案，3 万）、b（2 万＋0.5 万，没有案值）、f（分案 f1、f2 归一件：1000＋2000，案值 3000＋3000）；c 已撤销
        // 罚没 58000；写明案值的 a、f：33000 ÷ 66000 ＝ 0.5。受罚 U1、U2、U4 三家；U1 于 2026-01-15 又立案并受罚（12 个月内），U2 于满 12 个月次日才立案，不算：1÷3
        // 2024Q1：g 5000÷5000 ＝ 1，U5 未再犯 0%。2025Q1 再犯率 0 → 33.3% 升，罚没÷案值 1 → 0.5 降：提示
        assertThat(deterrence.get("2024-01-01")).isEqualTo("1 5000 1 5000 1 0 0 0 null null 0 0 1 true 0 0 false");
        assertThat(deterrence.get("2025-01-01"))
                .isEqualTo("3 58000 2 66000 0.5 0 0 0 null null 0 0 3 true 1 33.333333 true");
    }

    @Test
    void a_quarter_whose_twelve_months_are_not_over_has_no_rate_and_not_a_rate_of_zero() {
        // 2026Q1：d 9000÷90000 ＝ 0.1；2026-03-31 加 12 个月在 2026-09-30 之后
        assertThat(deterrence.get("2026-01-01"))
                .isEqualTo("1 9000 1 90000 0.1 0 0 0 null null 0 0 1 false null null false");
    }

    @Test
    void a_series_of_cases_counts_as_one_and_a_judgment_without_amounts_is_left_out_and_said() {
        // 2025Q2 判决：k1、k2（同一原告同一案由，立案相隔 19 日，一个系列）、k3（相隔 44 日，另一系列）、k6（驳回，判赔 0）；k4 判赔没有写明，k5 是调解
        // 诉请 10000＋30000＋10000＋50000 ＝ 100000，判赔 16000：16%。各系列 8000÷40000 ＝ 20%、80%、0%：中位数 20%
        // 惩罚性赔偿 k1、k2 七月生效：2 个案号，折算 1 件
        assertThat(deterrence.get("2025-04-01")).isEqualTo("0 0 0 0 null 4 3 1 16 20 0 0 0 true 0 null false");
        assertThat(deterrence.get("2025-07-01")).isEqualTo("0 0 0 0 null 0 0 0 null null 1 2 0 true 0 null false");
        // 2024Q1 至 2026Q3 共 11 个季度
        assertThat(deterrence).hasSize(11);
    }
}
