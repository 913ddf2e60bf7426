package org.ipwarehouse.warehouse.internal.indicator;

import org.junit.jupiter.api.Test;

/** TS01–TS06 over drawn complaints. Times are UTC; the business day is that of Shanghai, eight hours ahead. */
class ComplaintIndicatorsSpec {

    @Test
    void TS03_counts_what_falls_due_in_the_period_and_open_overdue_complaints_against_the_office() {
        // 2025年9月25日收到的，7个工作日届满日为10月11日（9/26、28、29、30，10/9、10、11）。
        // c2 的 9月24日17:30(UTC) 是北京时间 9月25日01:30。c4 退回（非管辖）不进分母。c5 以本单位收到时间起算。
        // 到期 c1 c2 c3 c5 = 4，按时 c1 c5 = 2，2÷4 = 50.0%
        Given.drawn("complaint", """
                reg_no | reg_time            | recv_time           | accept_decision | accept_time         | close_time
                -------+---------------------+---------------------+-----------------+---------------------+-----------
                c1     | 2025-09-25 01:00:00 | 2025-09-25 02:00:00 | 受理            | 2025-10-11 09:00:00 |
                c2     | 2025-09-24 17:30:00 |                     | 受理            | 2025-10-12 16:30:00 |
                c3     | 2025-09-25 01:00:00 | 2025-09-25 02:00:00 |                 |                     |
                c4     | 2025-09-25 01:00:00 | 2025-09-25 02:00:00 | 退回            |                     |
                c5     | 2025-09-01 01:00:00 | 2025-09-25 02:00:00 | 不予受理        | 2025-09-26 01:00:00 |
                """).allReported().computed("TS03").then("""
                indicator | period  | value | numerator | denominator | status
                ----------+---------+-------+-----------+-------------+---------------
                TS03      | 2025-10 | 50    | 2         | 4           | provisional
                TS03      | 2025-09 | -     | 0         | 0           | no_denominator
                TS03      | 2025Q4  | 50    | 2         | 4           | provisional
                """);
    }

    @Test
    void TS03_and_TS04_are_not_computed_for_periods_with_complaints_under_the_limits_not_entered_yet() {
        // 新办法 2026-04-15 起施行、期限未录入：c1 按旧办法（4月14日收到），c2 按新办法。
        // 4月含 c2，整月不计算；3月没有新办法的件，照算：c0 3月2日收到，7个工作日 3/3–3/11，3月5日受理，1÷1
        Given.drawn("complaint", """
                reg_no | reg_time            | accept_decision | accept_time         | close_time
                -------+---------------------+-----------------+---------------------+--------------------
                c0     | 2026-03-02 01:00:00 | 受理            | 2026-03-05 01:00:00 | 2026-03-06 01:00:00
                c1     | 2026-04-14 01:00:00 | 受理            | 2026-04-14 03:00:00 | 2026-04-20 01:00:00
                c2     | 2026-04-15 01:00:00 | 受理            | 2026-04-15 03:00:00 | 2026-04-20 01:00:00
                """)
                .allReported()
                .computed("TS03", "TS04", "TS02")
                .then("""
                indicator | period  | value | status         | note
                ----------+---------+-------+----------------+--------------------
                TS03      | 2026-03 | 100   | provisional    | 暂定数
                TS03      | 2026-04 | -     | not_configured | 未配置的法定期限
                TS03      | 2026Q2  | -     | not_configured | 未配置的法定期限
                TS04      | 2026-04 | -     | not_configured | 未配置的法定期限
                TS02      | 2026-04 | 100   | ok             |
                """);
    }

    @Test
    void TS04_takes_45_working_days_from_acceptance_and_a_mediation_ended_without_success_is_closed_too() {
        // 2025年7月1日受理：7月余22个工作日(2–31)，8月21个，共43；9月1日44，9月2日45 → 届满日9月2日
        // c1 9月2日终止调解（按时），c2 9月3日达成协议（迟），c3 未办结（迟）：1÷3 = 33.3%
        Given.drawn("complaint", """
                reg_no | reg_time            | accept_decision | accept_time         | close_time          | result
                -------+---------------------+-----------------+---------------------+---------------------+---------
                c1     | 2025-06-30 01:00:00 | 受理            | 2025-07-01 01:00:00 | 2025-09-02 09:00:00 | 终止调解
                c2     | 2025-06-30 01:00:00 | 受理            | 2025-07-01 01:00:00 | 2025-09-03 01:00:00 | 达成协议
                c3     | 2025-06-30 01:00:00 | 受理            | 2025-07-01 01:00:00 |                     |
                """).allReported().computed("TS04").then("""
                indicator | period  | value | numerator | denominator
                ----------+---------+-------+-----------+------------
                TS04      | 2025-09 | 33.3  | 1         | 3
                """);
    }

    @Test
    void TS02_leaves_returned_complaints_out_and_settlements_without_acceptance_too() {
        // 决定：受理 3（c1 c2 c6），不予受理 1（c3）；退回 c4、未经受理的和解 c5 不在内。3÷4 = 75.0%
        Given.drawn("complaint", """
                reg_no | reg_time            | township  | accept_decision | accept_time         | close_time          | result
                -------+---------------------+-----------+-----------------+---------------------+---------------------+-------
                c1     | 2025-08-01 01:00:00 | 640502100 | 受理            | 2025-08-04 01:00:00 |                     |
                c2     | 2025-08-01 01:00:00 | 640502101 | 受理            | 2025-08-04 01:00:00 |                     |
                c3     | 2025-08-01 01:00:00 | 640502100 | 不予受理        |                     | 2025-08-05 01:00:00 |
                c4     | 2025-08-01 01:00:00 | 640502100 | 退回            | 2025-08-05 01:00:00 |                     |
                c5     | 2025-08-01 01:00:00 | 640502100 |                 |                     | 2025-08-05 01:00:00 | 和解
                c6     | 2025-08-01 01:00:00 |           | 受理            | 2025-08-05 01:00:00 |                     |
                """).allReported().computed("TS02").then("""
                indicator | period  | region    | value | numerator | denominator | status
                ----------+---------+-----------+-------+-----------+-------------+---------------
                TS02      | 2025-08 | 640502    | 75    | 3         | 4           | ok
                TS02      | 2025-08 | 640502100 | 50    | 1         | 2           | ok
                TS02      | 2025-08 | 640502101 | 100   | 1         | 1           | ok
                TS02      | 2025-08 | 640502000 | 100   | 1         | 1           | ok
                TS02      | 2025-08 | 640502102 | -     | 0         | 0           | no_denominator
                """);
    }

    @Test
    void TS05_counts_settlements_and_withdrawals_after_acceptance_as_success_and_TS06_sums_what_mediation_recovered() {
        // 受理且办结 c1–c4：达成协议、和解、撤回成功 3，终止调解不成功：3÷4 = 75.0%；c5 未经受理不在内
        // TS06：达成协议 12,345.60 ＋ 和解 1,200,000.00（c5 亦和解 654.40）＝ 1,213,000.00 元 ＝ 121.30 万元；终止调解的 99 元不计
        Given.drawn("complaint", """
                reg_no | reg_time            | accept_decision | accept_time         | close_time          | result   | recovered
                -------+---------------------+-----------------+---------------------+---------------------+----------+-----------
                c1     | 2025-08-01 01:00:00 | 受理            | 2025-08-04 01:00:00 | 2025-08-20 01:00:00 | 达成协议 | 12345.60
                c2     | 2025-08-01 01:00:00 | 受理            | 2025-08-04 01:00:00 | 2025-08-20 01:00:00 | 和解     | 1200000.00
                c3     | 2025-08-01 01:00:00 | 受理            | 2025-08-04 01:00:00 | 2025-08-20 01:00:00 | 撤回     |
                c4     | 2025-08-01 01:00:00 | 受理            | 2025-08-04 01:00:00 | 2025-08-20 01:00:00 | 终止调解 | 99.00
                c5     | 2025-08-01 01:00:00 |                 |                     | 2025-08-20 01:00:00 | 和解     | 654.40
                """).allReported().computed("TS05", "TS06").then("""
                indicator | period  | value | numerator | denominator | note
                ----------+---------+-------+-----------+-------------+-------------------------
                TS05      | 2025-08 | 75    | 3         | 4           |
                TS06      | 2025-08 | 121.3 | 121.3     | -           | 单件超过100万元须复核1件
                """);
    }

    @Test
    void TS01_adds_complaints_and_reports_and_shows_them_apart() {
        // 投诉：登记标记 c1；未标记而问题类别含“商标” c2；标记为否的 c3 即使类别含“商标”也不计。举报：r1 有权利类型。共 3 件
        Given.drawn("complaint", """
                reg_no | reg_time            | is_ip | issue_class
                -------+---------------------+-------+------------
                c1     | 2025-08-01 01:00:00 | true  | 质量
                c2     | 2025-08-02 01:00:00 |       | 商标侵权
                c3     | 2025-08-03 01:00:00 | false | 商标侵权
                """)
                .and("report", """
                report_no | reg_time            | ip_type | violation_class
                ----------+---------------------+---------+----------------
                r1        | 2025-08-31 15:59:00 | TM      | V01
                r2        | 2025-08-31 16:01:00 | TM      | V01
                """)
                .allReported()
                .computed("TS01")
                .then("""
                indicator | period  | by                | value
                ----------+---------+-------------------+------
                TS01      | 2025-08 |                   | 3
                TS01      | 2025-08 | request_kind=投诉 | 2
                TS01      | 2025-08 | request_kind=举报 | 1
                TS01      | 2025-09 | request_kind=举报 | 1
                TS01      | 2025Q3  |                   | 4
                """);
    }

    @Test
    void TS07_gives_30_working_days_where_extended_and_TS08_leaves_merged_and_transferred_reports_out() {
        // 2025年8月1日(五)收到：15个工作日 8/4–8/8(5)、11–15(10)、18–22(15) → 8月22日；延期再加15 → 9月12日（8/25–29、9/1–5、9/8–12）
        // 扣除3日：8月22日＋3日＝8月25日(一)
        // r1 8月22日决定按时；r2 8月25日决定，没有扣除，迟；r3 有扣除3日，8月25日按时；r4 延期，9月12日按时
        // 8月到期 r1 r2 r3：2÷3 = 66.7%；9月到期 r4：100%。TS08 8月：立案 r1、不予立案 r2，并案 r3 另列 → 1÷2
        Given.drawn("report", """
                report_no | reg_time            | ext_date   | deduct_days | filed    | decision_date
                ----------+---------------------+------------+-------------+----------+--------------
                r1        | 2025-08-01 01:00:00 |            |             | 立案     | 2025-08-22
                r2        | 2025-08-01 01:00:00 |            |             | 不予立案 | 2025-08-25
                r3        | 2025-08-01 01:00:00 |            | 3           | 并案     | 2025-08-25
                r4        | 2025-08-01 01:00:00 | 2025-08-20 |             | 移送     | 2025-09-12
                """).allReported().computed("TS07", "TS08").then("""
                indicator | period  | value | numerator | denominator
                ----------+---------+-------+-----------+------------
                TS07      | 2025-08 | 66.7  | 2         | 3
                TS07      | 2025-09 | 100   | 1         | 1
                TS08      | 2025-08 | 50    | 1         | 2
                TS08      | 2025-09 | -     | 0         | 0
                """);
    }
}
