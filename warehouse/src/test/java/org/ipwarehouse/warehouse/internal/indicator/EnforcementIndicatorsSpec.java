package org.ipwarehouse.warehouse.internal.indicator;

import org.junit.jupiter.api.Test;

/** XZ*, ZS08 and GS04 over drawn cases; each test names the pitfall of the catalogue that it guards. */
class EnforcementIndicatorsSpec {

    @Test
    void XZ01_to_XZ04_count_ip_cases_by_their_own_dates_and_leave_the_wide_scope_out() {
        // 立案在 7 月：a b d e（c 是假冒伪劣 V27，不计）；f 是简易程序，无立案日，按决定日 8 月 5 日计入 8 月
        // 决定在 8 月：a b f（e 不予处罚，另列 XZ02A）。货值 b 未填，三件缺一件（33.3%，超过 20%），全区不发布；
        // 滨河镇的 a 20000＋f 500＝20500 元＝2.05 万元
        // 罚没 a 10000＋2500.25，b 30000，f 200 ＝ 42700.25 元 ＝ 4.270025 万元，示为 4.27
        Given.drawn("penalty_case", """
                case_no | township  | ip_type | violation | filing_date | decision_date | close_date | close_type | goods_value_yuan | fine_yuan | conf_gain_yuan
                --------+-----------+---------+-----------+-------------+---------------+------------+------------+------------------+-----------+---------------
                a       | 640502100 | TM      | V01       | 2025-07-01  | 2025-08-01    | 2025-10-09 | 处罚       | 20000.00         | 10000.00  | 2500.25
                b       | 640502108 | PT      | V10       | 2025-07-31  | 2025-08-31    |            |            |                  | 30000.00  |
                c       | 640502100 | OT      | V27       | 2025-07-02  | 2025-08-02    |            | 处罚       | 900000.00        | 80000.00  |
                d       |           | TM      | V02       | 2025-07-03  |               |            |            | 70000.00         |           |
                e       | 640502100 | TM      | V02       | 2025-07-04  | 2025-08-04    | 2025-08-04 | 不予处罚   | 100.00           |           |
                f       | 640502100 | CR      | V15       |             | 2025-08-05    |            | 处罚       | 500.00           | 200.00    |
                """)
                .allReported()
                .computed("XZ01", "XZ02", "XZ02A", "XZ03", "XZ04")
                .then("""
                indicator | period  | region    | by         | value | note
                ----------+---------+-----------+------------+-------+-------------------------
                XZ01      | 2025-07 | 640502    |            | 4     |
                XZ01      | 2025-07 | 640502100 |            | 2     |
                XZ01      | 2025-07 | 640502000 |            | 1     |
                XZ01      | 2025-08 | 640502    |            | 1     | 简易程序按决定日期计入1件
                XZ01      | 2025Q3  | 640502    | ip_type=TM | 3     |
                XZ02      | 2025-08 | 640502    |            | 3     |
                XZ02A     | 2025-08 | 640502    |            | 1     |
                XZ03      | 2025-08 | 640502    |            | -     | 33.3%的记录缺关键项，不发布
                XZ03      | 2025-08 | 640502100 |            | 2.05  |
                XZ04      | 2025-08 | 640502    |            | 4.27  |
                XZ04      | 2025-08 | 640502108 |            | 3     |
                """);
    }

    @Test
    void XZ06_asks_for_a_decision_within_15_working_days_and_takes_a_clue_that_is_a_report_once() {
        // 届满日：2025-08-01＋15 个工作日 ＝ 8月22日。a 8月22日立案按时；b 8月25日迟；c 的线索就是举报 r1，只按举报计
        // 举报 r1 8月20日决定按时；r2 未决定。到期 a b r1 r2 ＝ 4，按时 a r1 ＝ 2 → 50.0%
        Given.drawn("penalty_case", """
                case_no | violation | clue_no | clue_date  | filing_date
                --------+-----------+---------+------------+------------
                a       | V01       | x1      | 2025-08-01 | 2025-08-22
                b       | V01       |         | 2025-08-01 | 2025-08-25
                c       | V01       | r1      | 2025-08-01 | 2025-08-20
                """)
                .and("report", """
                report_no | reg_time            | ip_type | filed | decision_date
                ----------+---------------------+---------+-------+--------------
                r1        | 2025-08-01 01:00:00 | TM      | 立案  | 2025-08-20
                r2        | 2025-08-01 01:00:00 | TM      |       |
                """)
                .allReported()
                .computed("XZ06")
                .then("""
                indicator | period  | value | numerator | denominator | status
                ----------+---------+-------+-----------+-------------+------------
                XZ06      | 2025-08 | 50    | 2         | 4           | provisional
                """);
    }

    @Test
    void XZ07_holds_open_overdue_cases_against_the_rate_and_moves_an_end_on_a_holiday_to_the_next_working_day() {
        // 90 个自然日。a 4月1日＋90 ＝ 6月30日(一)，6月30日决定，按时。b 7月4日＋90 ＝ 10月2日，休 → 10月9日，10月9日决定，按时
        // c 4月1日，延期＋30、扣除 10 ＝ 130 日 → 8月9日(六) → 8月11日(一)，8月12日决定，迟
        // d 4月1日，未决：6月30日届满，7月1日起超期，一直挂账。e 4月2日撤案 5月2日：已处理，按时
        // 6月：决定 a（按时），期末超期 0（d 到 6 月 30 日当日尚未超期）→ 1÷1。7月：决定 0，期末超期 d → 0÷1
        // 8月：决定 c（迟），超期 d → 0÷2。三季度：决定 c，期末超期 d → 0÷2（存量取期末，不相加）。10月：b 按时，d 超期 → 1÷2
        Given.drawn("penalty_case", """
                case_no | violation | filing_date | ext_date   | deduct_days | decision_date | close_date | close_type
                --------+-----------+-------------+------------+-------------+---------------+------------+-----------
                a       | V01       | 2025-04-01  |            |             | 2025-06-30    |            | 处罚
                b       | V01       | 2025-07-04  |            |             | 2025-10-09    |            | 处罚
                c       | V01       | 2025-04-01  | 2025-06-20 | 10          | 2025-08-12    |            | 处罚
                d       | V01       | 2025-04-01  |            |             |               |            |
                e       | V01       | 2025-04-02  |            |             |               | 2025-05-02 | 撤案
                """).allReported().computed("XZ07").then("""
                indicator | period  | value | numerator | denominator
                ----------+---------+-------+-----------+------------
                XZ07      | 2025-05 | 100   | 1         | 1
                XZ07      | 2025-06 | 100   | 1         | 1
                XZ07      | 2025-07 | 0     | 0         | 1
                XZ07      | 2025-08 | 0     | 0         | 2
                XZ07      | 2025Q3  | 0     | 0         | 2
                XZ07      | 2025-10 | 50    | 1         | 2
                """);
    }

    @Test
    void XZ08_looks_back_36_months_within_one_class_and_counts_each_party_once_a_period() {
        // 主体 U1：2022-08-10 与 2025-08-10 相隔正好 36 个月，同为商标 → 重复；8 月又一次，仍是一个主体
        // U2：2022-08-09 与 2025-08-10 超过 36 个月 → 不是。U3：商标后专利，不同类 → 不是
        // U4：前一次被复议撤销 → 不是。8 月受罚主体 U1 U2 U3 U4 ＝ 4，重复 U1 ＝ 1 → 25.0%。三季度 9 月 U1 再罚：仍 1÷4
        // 8 月按违法行为：V02 受罚 U1、重复 U1 → 1÷1；V01 受罚 U2 U4、重复 0
        Given.drawn("penalty_case", """
                case_no | uscc | township  | violation | filing_date | decision_date | close_type | review_result
                --------+------+-----------+-----------+-------------+---------------+------------+--------------
                a1      | U1   | 640502100 | V01       | 2022-07-01  | 2022-08-10    | 处罚       |
                a2      | U1   | 640502100 | V02       | 2025-07-01  | 2025-08-10    | 处罚       |
                a3      | U1   | 640502101 | V02       | 2025-07-01  | 2025-08-20    | 处罚       |
                a4      | U1   | 640502101 | V02       | 2025-07-01  | 2025-09-20    | 处罚       |
                b1      | U2   | 640502100 | V01       | 2022-07-01  | 2022-08-09    | 处罚       |
                b2      | U2   | 640502100 | V01       | 2025-07-01  | 2025-08-10    | 处罚       |
                c1      | U3   | 640502100 | V01       | 2025-01-01  | 2025-02-10    | 处罚       |
                c2      | U3   | 640502100 | V10       | 2025-07-01  | 2025-08-10    | 处罚       |
                d1      | U4   | 640502100 | V01       | 2025-01-01  | 2025-02-10    | 处罚       | 撤销
                d2      | U4   | 640502100 | V01       | 2025-07-01  | 2025-08-10    | 处罚       | 维持
                """).allReported().computed("XZ08").then("""
                indicator | period  | region    | by            | value | numerator | denominator
                ----------+---------+-----------+---------------+-------+-----------+------------
                XZ08      | 2025-08 | 640502    |               | 25    | 1         | 4
                XZ08      | 2025Q3  | 640502    |               | 25    | 1         | 4
                XZ08      | 2025-08 | 640502    | violation=V02 | 100   | 1         | 1
                XZ08      | 2025-08 | 640502    | violation=V01 | 0     | 0         | 2
                XZ08      | 2025-08 | 640502100 |               | 25    | 1         | 4
                XZ08      | 2025-08 | 640502101 |               | 100   | 1         | 1
                """);
    }

    @Test
    void a_value_of_goods_that_is_an_estimate_counts_and_is_said() {
        // “约2万”是估计数：照计 20000＋10000 ＝ 30000 元 ＝ 3.00 万元，注明 1 件
        Given.drawn("penalty_case", """
                case_no | violation | decision_date | close_type | goods_value_yuan | extra
                --------+-----------+---------------+------------+------------------+-----------------------------------
                a       | V01       | 2025-08-01    | 处罚       | 20000.00         | {"estimated":["goods_value_yuan"]}
                b       | V01       | 2025-08-02    | 处罚       | 10000.00         | {"estimated":["fine_yuan"]}
                """).allReported().computed("XZ03").then("""
                indicator | period  | value | note
                ----------+---------+-------+----------------
                XZ03      | 2025-08 | 3     | 货值为估计数1件
                """);
    }

    @Test
    void XZ08_takes_cases_decided_together_or_split_from_one_clue_as_one_penalty_and_XZ01_says_how_many_they_are() {
        // U1：a1、a2 同一文号并案处罚，是一次 → 不重复。U2：b1、b2 同一线索分案，一次 → 不重复
        // U3：c1、c2 并案（8 月），之前 2025-02 已罚 c0 → 第二次，两个乡镇都有它；全区仍是一个主体
        // U4：同一天两份决定、两条线索 → 两次，重复。8 月受罚 U1 U2 U3 U4 ＝ 4，重复 U3 U4 ＝ 2 → 50.0%
        // 文昌镇 101：c2、d2 的主体 U3 U4 都重复 → 2÷2。立案 7 月 8 件（c0 在 1 月），其中并入主案 a2 b2 c2 ＝ 3
        Given.drawn("penalty_case", """
                case_no | uscc | township  | violation | clue_no | filing_date | decision_date | decision_no | close_type
                --------+------+-----------+-----------+---------+-------------+---------------+-------------+-----------
                a1      | U1   | 640502100 | V01       | x1      | 2025-07-01  | 2025-08-10    | n1          | 处罚
                a2      | U1   | 640502100 | V02       | x2      | 2025-07-02  | 2025-08-10    | n1          | 处罚
                b1      | U2   | 640502100 | V01       | x3      | 2025-07-01  | 2025-08-10    | n2          | 处罚
                b2      | U2   | 640502100 | V01       | x3      | 2025-07-02  | 2025-08-20    | n3          | 处罚
                c0      | U3   | 640502100 | V01       | x4      | 2025-01-01  | 2025-02-10    | n4          | 处罚
                c1      | U3   | 640502100 | V01       | x5      | 2025-07-01  | 2025-08-10    | n5          | 处罚
                c2      | U3   | 640502101 | V01       | x6      | 2025-07-02  | 2025-08-10    | n5          | 处罚
                d1      | U4   | 640502100 | V01       | x7      | 2025-07-01  | 2025-08-10    | n6          | 处罚
                d2      | U4   | 640502101 | V01       | x8      | 2025-07-01  | 2025-08-10    | n7          | 处罚
                """).allReported().computed("XZ01", "XZ08").then("""
                indicator | period  | region    | value | numerator | denominator | note
                ----------+---------+-----------+-------+-----------+-------------+--------------------------------------------
                XZ08      | 2025-08 | 640502    | 50    | 2         | 4           |
                XZ08      | 2025-08 | 640502101 | 100   | 2         | 2           |
                XZ01      | 2025-07 | 640502    | 8     | 8         | -           | 按案件编号计，其中已并入主案（并案、分案）的3件
                """);
    }

    @Test
    void XZ11_says_how_many_stages_are_missing_and_XZ12_counts_a_case_of_two_campaigns_once_in_the_total() {
        // 决定 6 件：生产、印制是源头 3，销售 2，未填 1 → 3÷6 ＝ 50.0%，未填占 16.7%，超过 5%，只作参考
        // 专项：a 铁拳;剑网，b 铁拳 → 合计 2，铁拳 2，剑网 1（相加 3 ≠ 2）。XZ16：V23 的 d 1 件；GI：c 按商标立案、权利号是用标登记的 G100
        // GS04：a 的文号 (2025)1号 与双公示的〔2025〕1号 相同，决定 6 件中找到 1 → 16.7%
        Given.drawn("penalty_case", """
                case_no | ip_type | right_no  | violation | stage | campaign   | filing_date | decision_date | decision_no   | close_type
                --------+---------+-----------+-----------+-------+------------+-------------+---------------+---------------+-----------
                a       | TM      |           | V01       | 生产  | 铁拳;剑网  | 2025-08-01  | 2025-08-11    | 卫市监罚（2025）1号 | 处罚
                b       | TM      |           | V02       | 印制  | 铁拳       | 2025-08-01  | 2025-08-12    |               | 处罚
                c       | TM      | 99；G100  | V01       | 销售  |            | 2025-08-01  | 2025-08-13    |               | 处罚
                d       | UC      |           | V23       |       | 无         | 2025-08-01  | 2025-08-14    |               | 处罚
                e       | TM      |           | V01       | 销售  |            | 2025-08-01  | 2025-08-18    |               | 处罚
                f       | TM      |           | V01       | 生产  |            | 2025-08-01  | 2025-08-19    |               | 处罚
                """)
                .and("gi_user", """
                gi_name    | uscc | gi_no | approve_date | status | issue_date
                -----------+------+-------+--------------+--------+-----------
                沙坡头苹果 | U9   | G100  | 2020-01-01   | 有效   | 2020-02-01
                """)
                .and("penalty_publication", """
                decision_no          | decision_date | publish_date
                ---------------------+---------------+-------------
                卫市监罚〔2025〕1 号 | 2025-08-11    | 2025-08-15
                """)
                .allReported()
                .computed("XZ11", "XZ12", "XZ12A", "XZ16", "ZS08", "GS04")
                .then("""
                indicator | period  | by            | value | note
                ----------+---------+---------------+-------+----------------------------
                XZ11      | 2025-08 |               | 50    | 违法环节未填1件（占16.7%）
                XZ12      | 2025-08 |               | 2     |
                XZ12      | 2025-08 | campaign=铁拳 | 2     |
                XZ12      | 2025-08 | campaign=剑网 | 1     |
                XZ12A     | 2025-08 |               | 2     |
                XZ16      | 2025-08 |               | 1     |
                ZS08      | 2025-08 |               | 1     |
                ZS08      | 2025-08 | gi_name=沙坡头苹果 | 1     |
                GS04      | 2025-08 |               | 16.7  |
                """);
    }

    @Test
    void comparisons_are_percent_for_counts_points_for_rates_and_nothing_on_a_small_base() {
        // 立案：2024-08 10 件，2025-08 12 件，2025-07 9 件：同比 12÷10－1 ＝ 20.0%；环比基数 9 小于 10，不写百分比
        StringBuilder cases = new StringBuilder("case_no | violation | filing_date | decision_date | stage\n");
        filed(cases, 10, "2024-08-01");
        filed(cases, 9, "2025-07-01");
        filed(cases, 12, "2025-08-01");
        // 源头占比：2024-08 1÷4 ＝ 25.0%，2025-08 1÷3 ＝ 33.3%：提高 8.3 个百分点（33.333… － 25）
        decided(cases, "2024-08-20", "生产", "销售", "销售", "销售");
        decided(cases, "2025-08-20", "生产", "销售", "销售");
        Given.drawn("penalty_case", cases.toString())
                .allReported()
                .computed("XZ01", "XZ11")
                .then("""
                indicator | period  | value | yoy | qoq
                ----------+---------+-------+-----+----
                XZ01      | 2025-08 | 12    | 20  | -
                XZ11      | 2025-08 | 33.3  | 8.3 | -
                """);
    }

    private static void filed(StringBuilder cases, int count, String day) {
        for (int i = 0; i < count; i++) {
            cases.append("f")
                    .append(day)
                    .append(i)
                    .append(" | V01 | ")
                    .append(day)
                    .append(" | |\n");
        }
    }

    private static void decided(StringBuilder cases, String day, String... stages) {
        for (int i = 0; i < stages.length; i++) {
            cases.append("d").append(day).append(i).append(" | V01 | 2023-01-01 | ");
            cases.append(day).append(" | ").append(stages[i]).append("\n");
        }
    }
}
