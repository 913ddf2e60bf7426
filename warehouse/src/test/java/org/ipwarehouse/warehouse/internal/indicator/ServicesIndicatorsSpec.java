package org.ipwarehouse.warehouse.internal.indicator;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** SH01–SH04 and SH07: notaries, mediation and copyright stations over drawn rows. */
class ServicesIndicatorsSpec {

    @Test
    void SH01_and_SH02_keep_deposits_and_certificates_apart_and_a_revoked_certificate_counts_no_more() {
        // 二季度存证 n3 n6 ＝ 2（n4 不是知识产权）；公证书 n1 ＝ 1：n2 5月出具、7月撤销，从二季度扣减；n5 二季度受理、三季度才出具
        Given.drawn("notarisation", """
                no | type     | is_ip | accept_date | issue_date | revoke_date
                ---+----------+-------+-------------+------------+------------
                n1 | 保全证据 | true  | 2026-04-01  | 2026-04-10 |
                n2 | 取证     | true  | 2026-04-20  | 2026-05-10 | 2026-07-01
                n3 | 电子存证 | true  | 2026-04-02  |            |
                n4 | 电子存证 | false | 2026-04-02  |            |
                n5 | 合同协议 | true  | 2026-06-30  | 2026-07-03 |
                n6 | 电子存证 | true  | 2026-06-30  |            |
                """).allReported().computed("SH01", "SH02").then("""
                indicator | period      | by              | value
                ----------+-------------+-----------------+------
                SH01      | 2026Q2      |                 | 2
                SH02      | 2026Q2      |                 | 1
                SH02      | 2026Q2      | matter=保全证据 | 1
                SH02      | 2026Q3      |                 | 1
                SH02      | 2026-01..09 |                 | 2
                """);
    }

    /**
     * m2 is the court's file of the dispute that m1 is; m3 is of the person who complained 12 days before (20 June to 2
     * July); m7 bears the number of complaint c2. m4 of the same person is 73 days later, and m10's complaint is not
     * about IP: both count.
     */
    private static final String MEDIATIONS = """
            file_no | org_type | party_a_token | accept_date | close_date | result   | confirm_date | court_no
            --------+----------+---------------+-------------+------------+----------+--------------+---------
            m1      | 人民调解 | A             | 2025-07-01  | 2025-07-10 | 达成协议 | 2025-07-30   | 诉前调1
            m2      | 诉前委派 | A             | 2025-07-02  | 2025-07-12 | 达成协议 |              | 诉前调1
            m3      | 行政调解 | P1            | 2025-07-02  | 2025-07-08 | 达成协议 |              |
            m4      | 行政调解 | P1            | 2025-09-01  | 2025-09-10 | 未达成   |              |
            m5      | 人民调解 | B             | 2025-07-03  | 2025-07-20 | 撤回     |              |
            m6      | 人民调解 | C             | 2025-09-01  | 2025-09-15 | 达成协议 |              |
            c2      | 行政调解 | D             | 2025-07-01  | 2025-07-05 | 达成协议 |              |
            m8      | 人民调解 | E             | 2025-08-01  | 2025-08-05 | 达成协议 | 2025-09-20   |
            m9      | 人民调解 | F             | 2025-08-01  | 2025-08-20 | 终止     |              |
            m10     | 行政调解 | P2            | 2025-08-01  | 2025-08-25 | 达成协议 |              |
            """;

    private static final String COMPLAINTS = """
            reg_no | reg_time            | complainant_token | is_ip | accept_decision
            -------+---------------------+-------------------+-------+----------------
            c1     | 2025-06-20 01:00:00 | P1                | true  | 受理
            c2     | 2025-06-25 01:00:00 | X                 | true  | 受理
            c3     | 2025-08-01 01:00:00 | P2                | false | 受理
            """;

    @Test
    void SH03_counts_one_dispute_once_and_SH04_waits_for_the_window_of_thirty_days() {
        // 三季度受理（去重）m1 m4 m5 m6 m8 m9 m10 ＝ 7。办结不含撤回：m1 m4 m6 m8 m9 m10 ＝ 6，达成 m1 m6 m8 m10 ＝ 4 → 66.7%
        // 人民调解：达成 m1 m6 m8 ÷ m1 m6 m8 m9 ＝ 75.0%
        // 申请届满：m1 7/10＋30日＝8/9（六）→ 8/11；m8 8/5＋30＝9/4；m10 8/25＋30＝9/24；m6 9/15＋30＝10/15（四季度）
        // 三季度 m1 m8 已确认（m8 裁定 9/20 晚于届满日，仍算）÷ 3 ＝ 66.7%；四季度 m6 未确认 0÷1
        Given.drawn("mediation", MEDIATIONS)
                .and("complaint", COMPLAINTS)
                .allReported()
                .computed("SH03", "SH03A", "SH04")
                .then("""
                indicator | period | by                | value | numerator | denominator | status
                ----------+--------+-------------------+-------+-----------+-------------+------------
                SH03A     | 2025Q3 |                   | 7     | 7         | -           | ok
                SH03      | 2025Q3 |                   | 66.7  | 4         | 6           | ok
                SH03      | 2025Q3 | org_type=人民调解 | 75    | 3         | 4           | ok
                SH04      | 2025Q3 |                   | 66.7  | 2         | 3           | provisional
                SH04      | 2025Q4 |                   | 0     | 0         | 1           | provisional
                """);
    }

    @Test
    void SH03_is_a_lower_bound_while_the_complaints_that_it_is_compared_with_have_not_come() {
        Given.drawn("mediation", MEDIATIONS)
                .and("complaint", COMPLAINTS)
                .reported("S19", YearMonth.of(2025, 7), YearMonth.of(2025, 9))
                .computed("SH03A")
                .then("""
                indicator | period | value | status
                ----------+--------+-------+-----------
                SH03A     | 2025Q3 | 7     | incomplete
                """);
    }

    @Test
    void SH07_counts_a_station_once_however_often_it_reports_and_keeps_places_of_request_and_of_authors_apart() {
        // g1 两期都报，g2 5月20日撤站（以最近一期为准）：一季度末 2，二季度末 g1 g3 ＝ 2；一季度登记 10＋4 ＝ 14，其中作者在本区 6
        Given.drawn("copyright_station", """
                station_no | township  | opened_on  | closed_on  | counted_on | registered | local_authors
                -----------+-----------+------------+------------+------------+------------+--------------
                g1         | 640502100 | 2024-03-05 |            | 2026-03-31 | 10         | 6
                g1         | 640502100 | 2024-03-05 |            | 2026-06-30 | 7          | 7
                g2         | 640502101 | 2024-04-01 |            | 2026-03-31 | 4          | 0
                g2         | 640502101 | 2024-04-01 | 2026-05-20 | 2026-06-30 | 1          | 0
                g3         |           | 2026-06-01 |            | 2026-06-30 | 0          | 0
                """)
                .allReported()
                .computed("SH07", "SH07A", "SH07B")
                .then("""
                indicator | period | region    | value
                ----------+--------+-----------+------
                SH07      | 2026Q1 | 640502    | 2
                SH07      | 2026Q2 | 640502    | 2
                SH07      | 2026Q2 | 640502101 | 0
                SH07      | 2026Q2 | 640502000 | 1
                SH07A     | 2026Q1 | 640502    | 14
                SH07A     | 2026Q2 | 640502100 | 7
                SH07B     | 2026Q1 | 640502    | 6
                """);
    }
}
