package org.ipwarehouse.warehouse.internal.indicator;

import org.junit.jupiter.api.Test;

/** SH09, SH10 and KB06: oversight of law enforcement and the fast channels. */
class ServiceIndicatorsSpec {

    @Test
    void SH09_counts_what_should_be_recorded_and_SH10_holds_what_was_not_answered_in_three_months_against_the_unit() {
        // SH09 三季度应记录 a1 a2，合规 a1 → 1÷2 ＝ 50%；a3 不应记录，不计
        // SH10 三个月：b1 4月30日交办 → 7月30日届满，当日办复按时；b2 4月30日交办，7月31日办复，迟；b3 5月10日 → 8月10日，未办复
        //   b4 9月1日 → 12月1日，四季度才届满；检察建议 b5 不是人大政协 → 三季度 1÷3 ＝ 33.3%；b1 两个单位各计一件
        Given.drawn("oversight_matter", """
                kind       | no | org     | start_date | done_date  | result | should
                -----------+----+---------+------------+------------+--------+-------
                全过程记录 | a1 | U17     | 2025-07-01 | 2025-07-02 | 已记录 | true
                全过程记录 | a2 | U17     | 2025-07-01 |            | 未记录 | true
                全过程记录 | a3 | U17     | 2025-07-01 |            |        | false
                人大监督   | b1 | U17;U14 | 2025-04-30 | 2025-07-30 | 已办复 | true
                政协监督   | b2 | U17     | 2025-04-30 | 2025-07-31 | 已办复 | true
                政协监督   | b3 | U14     | 2025-05-10 |            | 未办复 | true
                人大监督   | b4 | U14     | 2025-09-01 |            |        | true
                检察建议   | b5 | U17     | 2025-05-01 | 2025-05-20 | 采纳   | true
                """)
                .allReported()
                .computed("SH09", "SH10")
                .then("""
                indicator | period | by       | value | numerator | denominator
                ----------+--------+----------+-------+-----------+------------
                SH09      | 2025Q3 |          | 50    | 1         | 2
                SH10      | 2025Q3 |          | 33.3  | 1         | 3
                SH10      | 2025Q3 | unit=U14 | 50    | 1         | 2
                SH10      | 2025Q4 |          | 0     | 0         | 1
                """);
    }

    @Test
    void KB06_believes_the_channel_and_not_the_procedure_and_leaves_the_exhibition_itself_out() {
        // 展会本身一行不是案件。三季度办结 k1 k2（快办）k3（否）k4（未填）＝ 4，快办 2 → 50%。k3 是简易程序，但不是快办
        // 天数：k1 北京时间 8月1日收、8月3日办结（UTC 8月2日17:00）＝ 2；k2 当日 ＝ 0 → 平均 1
        Given.drawn("fast_channel", """
                kind | expo   | from_date  | case_no | recv_time           | close_time          | fast
                -----+--------+------------+---------+---------------------+---------------------+------
                展会 | 枸杞展 | 2025-08-01 |         |                     | 2025-08-05 01:00:00 | true
                展会 | 枸杞展 | 2025-08-01 | k1      | 2025-08-01 01:00:00 | 2025-08-02 17:00:00 | true
                电商 |        |            | k2      | 2025-08-04 01:00:00 | 2025-08-04 09:00:00 | true
                电商 |        |            | k3      | 2025-08-04 01:00:00 | 2025-08-14 09:00:00 | false
                电商 |        |            | k4      | 2025-08-04 01:00:00 | 2025-08-24 09:00:00 |
                """)
                .and("penalty_case", """
                case_no | violation | ip_type | township  | filing_date | decision_date
                --------+-----------+---------+-----------+-------------+--------------
                k3      | V10       | PT-U    | 640502100 |             | 2025-08-14
                """)
                .allReported()
                .computed("KB06", "KB06A")
                .then("""
                indicator | period | by           | value | numerator | denominator | note
                ----------+--------+--------------+-------+-----------+-------------+-------------------------------------
                KB06      | 2025Q3 |              | 50    | 2         | 4           | 未填是否快办、按否计1件（占25.0%）
                KB06      | 2025Q3 | scene=展会   | 100   | 1         | 1           |
                KB06      | 2025Q3 | ip_type=PT-U | 0     | 0         | 1           |
                KB06A     | 2025Q3 |              | 1     | 2         | 2           |
                """);
    }
}
