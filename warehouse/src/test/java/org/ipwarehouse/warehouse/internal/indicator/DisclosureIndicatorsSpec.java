package org.ipwarehouse.warehouse.internal.indicator;

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
}
