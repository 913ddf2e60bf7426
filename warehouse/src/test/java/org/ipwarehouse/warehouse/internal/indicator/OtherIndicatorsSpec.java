package org.ipwarehouse.warehouse.internal.indicator;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** Courts, disclosure and traceability over drawn rows. */
class OtherIndicatorsSpec {

    @Test
    void SF01_to_SF04_choose_cases_by_cause_and_SF03_divides_by_opening_stock_plus_new_cases() {
        // a 2025年5月立案，8月结：三季度的旧存。b c d 7月立案；b 8月调解，c 9月判决，d 未结
        // e 案由是买卖合同纠纷，虽写“知”字案号，不计。f 刑事一审 213。g 二审 8 月立案 9 月结。h 执行案件不是审判案件
        // SF01 三季度一审新收：b c d f ＝ 4。SF02 审结：a b c g ＝ 4。SF03：4÷（旧存 a 1 ＋ 新收 b c d f g 5）＝ 66.7%
        // SF03A 结收案比 4÷5 ＝ 80.0%。SF04：民事一审审结 a(判决) b(调解) c(判决) → 1÷3 ＝ 33.3%
        Given.drawn("court_case", """
                case_no           | case_kind | instance | cause                | file_date  | close_date | close_way | punitive | effective_date | award
                ------------------+-----------+----------+----------------------+------------+------------+-----------+----------+----------------+---------
                a                 | 民事      | 一审     | 商标权权属、侵权纠纷 | 2025-05-06 | 2025-08-06 | 判决      | true     | 2025-08-25     | 50000.00
                b                 | 民事      | 一审     | 商标权权属、侵权纠纷 | 2025-07-01 | 2025-08-01 | 调解      | false    |                |
                c                 | 民事      | 一审     | 著作权合同纠纷       | 2025-07-02 | 2025-09-30 | 判决      |          |                |
                d                 | 民事      | 一审     | 特许经营合同纠纷     | 2025-07-03 |            |           |          |                |
                宁0502知民初5号   | 民事      | 一审     | 买卖合同纠纷         | 2025-07-04 | 2025-08-04 | 判决      |          |                |
                f                 | 刑事      | 一审     | 假冒注册商标罪       | 2025-09-05 |            |           |          |                |
                g                 | 民事      | 二审     | 商标权权属、侵权纠纷 | 2025-08-08 | 2025-09-08 | 判决      |          |                |
                h                 | 执行      | 特别     | 商标权权属、侵权纠纷 | 2025-07-08 | 2025-09-08 | 其他      |          |                |
                """)
                .allReported()
                .computed("SF01", "SF02", "SF03", "SF03A", "SF04", "SF07", "SF07A")
                .then("""
                indicator | period | by             | value | numerator | denominator
                ----------+--------+----------------+-------+-----------+------------
                SF01      | 2025Q3 |                | 4     | 4         | -
                SF01      | 2025Q3 | case_kind=刑事 | 1     | 1         | -
                SF02      | 2025Q3 |                | 4     | 4         | -
                SF03      | 2025Q3 |                | 66.7  | 4         | 6
                SF03A     | 2025Q3 |                | 80    | 4         | 5
                SF04      | 2025Q3 |                | 33.3  | 1         | 3
                SF07      | 2025Q3 |                | 1     | 1         | -
                SF07A     | 2025Q3 |                | 5     | 5         | -
                """);
    }

    @Test
    void GS01_puts_what_was_never_published_below_the_line_and_waits_for_what_is_not_due_yet() {
        // 2025-09-25 决定 → 7 个工作日届满 10月11日：a 10月11日公示按时，b 10月13日迟，c 未公示。1÷3 ＝ 33.3%
        // 2026-09-25（五）决定：届满在国庆之后，统计止于 9 月 30 日尚未到期 → 不进分母
        Given.drawn("penalty_publication", """
                decision_no | authority | violation | penalty_kinds | decision_date | publish_date
                ------------+-----------+-----------+---------------+---------------+-------------
                a           | 甲局      | V01       | 警告;罚款     | 2025-09-25    | 2025-10-11
                b           | 甲局      | 占道经营  | 罚款          | 2025-09-25    | 2025-10-13
                c           | 乙局      | V01       | 罚款          | 2025-09-25    |
                d           | 乙局      | V01       | 罚款          | 2026-09-25    |
                """).allReported().computed("GS01").then("""
                indicator | period  | by                | value | numerator | denominator | status         | note
                ----------+---------+-------------------+-------+-----------+-------------+----------------+----------------
                GS01      | 2025-09 |                   | 33.3  | 1         | 3           | provisional    | 已到期而未公示1件
                GS01      | 2025-09 | authority=甲局    | 50    | 1         | 2           | provisional    |
                GS01      | 2025-09 | penalty_kind=罚款 | 33.3  | 1         | 3           | provisional    |
                GS01      | 2026-09 |                   | -     | 0         | 0           | no_denominator |
                """);
    }

    @Test
    void ZS01_and_ZS02_count_producers_once_and_never_compare_with_the_season_before() {
        // 9 月：主体 k1 两批有码，k2 有批无码；此前 k3 8 月有码。三季度有码主体 k1 k3 ＝ 2，名录 k1 k2 k3 ＝ 3 → 66.7%
        // 苹果产季自 9 月 1 日起：b5 8 月 20 日采的早熟苹果归上一产季；三季度合格证 150＋5 ＝ 155，其中 2025 产季 150
        // 9 月有码 k1 ＝ 1，名录 3 → 33.3%。合格证 9 月 100＋50＋0 ＝ 150 张（一批多证照加）；带证批次 2÷3
        Given.drawn("trace_batch", """
                batch_no | producer_code_token | township  | product | gi_name    | harvest_date | codes | cert_n
                ---------+---------------------+-----------+---------+------------+--------------+-------+-------
                b1       | k1                  | 640502108 | 苹果    | 沙坡头苹果 | 2025-09-10   | 500   | 100
                b2       | k1                  | 640502107 | 苹果    | 沙坡头苹果 | 2025-09-20   | 300   | 50
                b3       | k2                  | 640502107 | 枸杞    |            | 2025-09-21   | 0     | 0
                b4       | k3                  | 640502107 | 枸杞    |            | 2025-08-21   | 10    |
                b5       | k1                  | 640502108 | 苹果    | 沙坡头苹果 | 2025-08-20   | 1     | 5
                """)
                .allReported()
                .computed("ZS01", "ZS02", "ZS02A")
                .then("""
                indicator | period  | region    | by              | value | numerator | denominator | qoq
                ----------+---------+-----------+-----------------+-------+-----------+-------------+----
                ZS01      | 2025-09 | 640502    |                 | 33.3  | 1         | 3           | -
                ZS01      | 2025Q3  | 640502    |                 | 66.7  | 2         | 3           | -
                ZS01      | 2025Q3  | 640502107 |                 | 66.7  | 2         | 3           | -
                ZS02      | 2025-09 | 640502    |                 | 150   | 150       | -           | -
                ZS02      | 2025Q3  | 640502    |                 | 155   | 155       | -           | -
                ZS02      | 2025Q3  | 640502    | season=2025产季 | 150   | 150       | -           | -
                ZS02A     | 2025-09 | 640502    |                 | 66.7  | 2         | 3           | -
                """);
    }

    @Test
    void JB01A_counts_long_term_tasks_that_move_and_takes_the_slowest_mechanism() {
        // 长期坚持的是任务5（10 个单位）、17（1 个）＝ 11。二季度末：任务5 U01 推进中、任务17 U19 长期推进 ＝ 2；
        // U03 两个机制一个滞后，取最慢，不算；U04 最近一期是 2025Q3，到 2026 年一季度末满 6 个月仍算，此后不算；
        // 任务1 有年份，不在内；U05 不在任务5 的清单，不计。2÷11 ＝ 18.2%；一季度末 U01 U04 ＝ 2
        Given.drawn("task_report", """
                row_key | task_no | mech_id | org | period | status
                --------+---------+---------+-----+--------+---------
                r1      | 5       | T05-M01 | U01 | 2026Q1 | 推进中
                r2      | 5       | T05-M01 | U01 | 2026Q2 | 推进中
                r3      | 5       | T05-M01 | U03 | 2026Q2 | 推进中
                r4      | 5       | T05-M02 | U03 | 2026Q2 | 滞后
                r5      | 5       | T05-M01 | U04 | 2025Q3 | 推进中
                r6      | 17      | T17-M01 | U19 | 2026Q2 | 长期推进
                r7      | 1       | T01-M01 | U01 | 2026Q2 | 推进中
                r8      | 5       | T05-M01 | U05 | 2026Q2 | 推进中
                """).allReported().computed("JB01A").then("""
                indicator | period | by       | value | numerator | denominator
                ----------+--------+----------+-------+-----------+------------
                JB01A     | 2026Q1 |          | 18.2  | 2         | 11
                JB01A     | 2026Q1 | unit=U04 | 100   | 1         | 1
                JB01A     | 2026Q2 |          | 18.2  | 2         | 11
                JB01A     | 2026Q2 | unit=U04 | 0     | 0         | 1
                JB01A     | 2026Q2 | task=17  | 100   | 1         | 1
                """);
    }

    @Test
    void ZS04_counts_a_user_of_two_marks_once_and_drops_who_was_cancelled_by_the_end() {
        // U1 用两个地理标志 → 1 家。U2 8 月 15 日注销：7 月末在，8 月末不在。U3 9 月核准。U1 在两个乡镇各计 1，全区只计 1
        // 7 月末 U1 U2 ＝ 2；8 月末 U1 ＝ 1；三季度末 U1 U3 ＝ 2
        Given.drawn("gi_user", """
                gi_name    | uscc | township  | approve_date | status | cancel_date | issue_date
                -----------+------+-----------+--------------+--------+-------------+-----------
                沙坡头苹果 | U1   | 640502108 | 2024-01-05   | 有效   |             | 2024-02-01
                中卫硒砂瓜 | U1   | 640502200 | 2024-03-05   | 有效   |             | 2024-04-01
                沙坡头苹果 | U2   | 640502108 | 2024-01-05   | 有效   |             | 2024-02-01
                沙坡头苹果 | U2   | 640502108 | 2024-01-05   | 注销   | 2025-08-15  | 2025-02-01
                沙坡头苹果 | U3   | 640502108 | 2025-09-05   | 有效   |             | 2025-09-06
                """).allReported().computed("ZS04").then("""
                indicator | period  | region    | by                 | value
                ----------+---------+-----------+--------------------+------
                ZS04      | 2025-07 | 640502    |                    | 2
                ZS04      | 2025-08 | 640502    |                    | 1
                ZS04      | 2025Q3  | 640502    |                    | 2
                ZS04      | 2025Q3  | 640502200 |                    | 1
                ZS04      | 2025Q3  | 640502108 |                    | 2
                ZS04      | 2025Q3  | 640502    | gi_name=中卫硒砂瓜 | 1
                ZS04      | 2025Q3  | 640502    | product=苹果       | 2
                """);
    }

    @Test
    void a_month_without_a_report_is_missing_a_quarter_with_two_of_three_is_a_lower_bound_and_is_not_compared() {
        // S06 报了 7、8 月，没有报 9 月。三季度 1 件是下限；上年同期完整 1 件，也不作比较
        Given.drawn("court_case", """
                case_no | case_kind | instance | cause                | file_date
                --------+-----------+----------+----------------------+-----------
                a       | 民事      | 一审     | 商标权权属、侵权纠纷 | 2025-07-06
                b       | 民事      | 一审     | 商标权权属、侵权纠纷 | 2024-07-06
                """)
                .reported("S06", YearMonth.of(2024, 1), YearMonth.of(2025, 8))
                .computed("SF01")
                .then("""
                indicator | period  | value | status     | yoy | note
                ----------+---------+-------+------------+-----+------------------
                SF01      | 2025-08 | 0     | ok         | -   |
                SF01      | 2025-09 | -     | missing    | -   | 没有收到报送
                SF01      | 2025Q3  | 1     | incomplete | -   | 应报3份，收到2份
                """);
    }
}
