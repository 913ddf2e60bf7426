package org.ipwarehouse.warehouse.internal.indicator;

import org.ipwarehouse.warehouse.internal.model.Bench;
import org.junit.jupiter.api.Test;

/** GS02, GS03 and GS05–GS07: what is published where, and who is on the list of serious violators. */
class DisclosureIndicatorsSpec {

    @Test
    void GS05_to_GS07_keep_flow_and_stock_apart_and_a_listing_that_was_revoked_never_was() {
        // 7月列入：U1 两份文书只计一户，U5；U2 8月被撤销 → 自始不算；U4 欠薪不是知识产权事由 → 2 户
        // 在列：7月末 U1 U5 和 2024 年列入的 U3 ＝ 3；U3 8月15日提前移出 → 8月末 2
        // 8月移出 U3 一项（提前），修复 U3 一项；U2 的撤销不是移出。GS07 7月应反馈 U1 U5，U1 有反馈 → 1÷2 ＝ 50.0%
        Given.drawn("dishonesty_listing", """
                basis_no | uscc | reason           | in_date    | in_org | measures | fb_date    | out_date   | out_type | repair_date
                ---------+------+------------------+------------+--------+----------+------------+------------+----------+------------
                l1       | U1   | 故意侵犯知识产权 | 2025-07-05 | U17    | 限制     | 2025-08-01 |            |          |
                l2       | U1   | 违法代理         | 2025-07-20 | U17    |          |            |            |          |
                l3       | U2   | 故意侵犯知识产权 | 2025-07-10 | U17    | 限制     |            | 2025-08-20 | 撤销     |
                l4       | U3   | 侵犯商业秘密     | 2024-06-01 | U17    |          |            | 2025-08-15 | 提前     | 2025-08-10
                l5       | U4   | 拖欠工资         | 2025-07-15 | U17    | 限制     |            |            |          |
                l6       | U5   | 恶意商标注册申请 | 2025-07-16 | U17    | 限制     |            |            |          |
                """)
                .allReported()
                .computed("GS05", "GS05A", "GS06", "GS06A", "GS07")
                .then("""
                indicator | period  | by                | value | numerator | denominator
                ----------+---------+-------------------+-------+-----------+------------
                GS05      | 2025-07 |                   | 2     | 2         | -
                GS05A     | 2025-07 |                   | 3     | 3         | -
                GS05A     | 2025-08 |                   | 2     | 2         | -
                GS06      | 2025-08 |                   | 1     | 1         | -
                GS06      | 2025-08 | removal_kind=提前 | 1     | 1         | -
                GS06A     | 2025-08 |                   | 1     | 1         | -
                GS07      | 2025-07 |                   | 50    | 1         | 2
                """);
    }

    @Test
    void GS02_counts_20_working_days_for_companies_punished_by_more_than_a_warning() {
        // 9月1日＋20 个工作日：9/2–5 四日，8–12、15–19 十日，22–26 五日，28 一日 ＝ 20 → 9月28日届满。a 28日按时，b 29日迟，c 未公示
        // 剔除：d 仅警告，e 自然人，f 台账中是简易程序（无立案日）；g 警告并罚款要公示，按时 → 2÷4 ＝ 50.0%
        Given.drawn("penalty_publication", """
                decision_no     | party_kind       | uscc | authority | violation | penalty_kinds | decision_date | publish_date
                ----------------+------------------+------+-----------+-----------+---------------+---------------+-------------
                a               | 法人及非法人组织 | U1   | 甲局      | V01       | 罚款          | 2025-09-01    | 2025-09-28
                b               | 个体工商户       | U2   | 甲局      | V01       | 罚款          | 2025-09-01    | 2025-09-29
                c               | 法人及非法人组织 | U3   | 乙局      | V01       | 罚款          | 2025-09-01    |
                d               | 法人及非法人组织 | U4   | 甲局      | V01       | 警告          | 2025-09-01    | 2025-12-29
                e               | 自然人           |      | 甲局      | V01       | 罚款          | 2025-09-01    | 2025-12-29
                〔2025〕6号     | 法人及非法人组织 | U6   | 甲局      | V01       | 罚款          | 2025-09-01    | 2025-12-29
                g               | 法人及非法人组织 | U7   | 甲局      | V01       | 警告;罚款     | 2025-09-01    | 2025-09-05
                """)
                .and("penalty_case", """
                case_no | violation | filing_date | decision_date | decision_no
                --------+-----------+-------------+---------------+------------
                f       | V01       |             | 2025-09-01    | [2025]6 号
                g       | V01       | 2025-08-01  | 2025-09-01    | g
                """)
                .allReported()
                .computed("GS02")
                .then("""
                indicator | period  | by             | value | numerator | denominator | status      | note
                ----------+---------+----------------+-------+-----------+-------------+-------------+----------------
                GS02      | 2025-09 |                | 50    | 2         | 4           | provisional | 已到期而未公示1件
                GS02      | 2025-09 | authority=甲局 | 66.7  | 2         | 3           | provisional |
                """);
    }

    @Test
    void GS03_puts_quarantined_records_below_the_line_and_knows_nothing_of_refused_files() {
        // 9月入湖：f1 100 行隔离 4，f2 50 行隔离 2；f3 整件拒收；f4 是台账，不是双公示 → （150－6）÷150 ＝ 96.0%
        // f5 的 9月30日17:00（UTC）是北京时间 10 月 1 日
        new Bench().spark().sql("""
                create or replace temp view ledger_submission as
                select submission, source, cast(received_at as timestamp) as received_at, verdict,
                    cast(rows_read as bigint) as rows_read, cast(rows_read - quarantined as bigint) as accepted,
                    cast(quarantined as bigint) as quarantined, cast(0 as bigint) as repeated,
                    concat(submission, '.xlsx') as source_file, date '2025-08-31' as as_of
                from values
                    ('f1', 'S01', '2025-09-08 01:00:00', 'partly', 100, 4),
                    ('f2', 'S01', '2025-09-09 01:00:00', 'partly', 50, 2),
                    ('f3', 'S01', '2025-09-09 01:00:00', 'refused', 0, 0),
                    ('f4', 'S02', '2025-09-09 01:00:00', 'partly', 50, 50),
                    ('f5', 'S01', '2025-09-30 17:00:00', 'accepted', 10, 0)
                    as ledger(submission, source, received_at, verdict, rows_read, quarantined)
                """);
        Given.drawn("penalty_publication", "").allReported().computed("GS03").then("""
                indicator | period  | value | numerator | denominator
                ----------+---------+-------+-----------+------------
                GS03      | 2025-09 | 96    | 144       | 150
                GS03      | 2025-10 | 100   | 10        | 10
                """);
    }
}
