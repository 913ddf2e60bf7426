package org.ipwarehouse.warehouse.internal.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** ZS03–ZS07 over drawn scans, batches and issues of signs; and the balance of a sign's season. */
class GiIndicatorsSpec {
    private static final String ISSUES = """
            gi_name    | user     | uscc | gi_type | township  | issue_date | issued | used | spec_kg | quota_t | sold_t | approve_date | status
            -----------+----------+------+---------+-----------+------------+--------+------+---------+---------+--------+--------------+-------
            宁夏枸杞   | 甲公司   | U1   | GI-P    | 640502107 | 2025-07-01 | 10000  | 4000 | 0.500   | 10.000  |        | 2024-01-05   | 有效
            宁夏枸杞   | 甲公司   | U1   | GI-P    | 640502107 | 2026-05-31 | 15000  |      | 0.500   | 10.000  |        | 2024-01-05   | 有效
            宁夏枸杞   | 甲公司   | U1   | GI-P    | 640502107 | 2025-05-31 | 2000   | 2000 | 0.500   | 10.000  |        | 2024-01-05   | 有效
            宁夏枸杞   | 乙合作社 | U2   | GI-P    | 640502106 | 2025-08-01 | 8000   | 2000 |         | 20.000  |        | 2024-01-05   | 有效
            中宁枸杞   | 甲公司   | U1   | GI-T    | 640502107 | 2025-08-02 | 1000   | 500  | 1.000   | 2.000   |        | 2024-01-05   | 有效
            沙坡头苹果 | 丙(果业) | U3   | GI-P    | 640502108 | 2025-10-08 | 30000  | 0    | 10.000  |         |        | 2024-01-05   | 有效
            沙坡头苹果 | 丁农场   | U4   | GI-P    | 640502108 | 2025-11-08 | 100    | 50   |         |         | 3.000  | 2024-01-05   | 有效
            """;
    private static final String BATCHES = """
            batch_no | producer   | producer_code_token | ptype    | township  | product | gi_name    | harvest_date | qty      | unit | area_mu | cert_n | test_date  | test_result
            ---------+------------+---------------------+----------+-----------+---------+------------+--------------+----------+------+---------+--------+------------+------------
            b1       | 丙（果业） | k3                  | 企业     | 640502108 | 苹果    | 沙坡头苹果 | 2025-09-20   | 80.000   | 吨   | 50.00   | 10     | 2025-09-21 | 合格
            b2       | 丙（果业） | k3                  | 企业     | 640502108 | 苹果    | 沙坡头苹果 | 2025-10-20   | 20000.00 | 斤   | 50.00   | 1      | 2025-09-22 | 不合格
            b3       | 丙（果业） | k3                  | 企业     | 640502108 | 苹果    | 沙坡头苹果 | 2025-10-21   | 40.000   | 箱   | 50.00   | 1      | 2025-09-23 | 未检
            b4       | 丁农场     | k4                  | 家庭农场 | 640502108 | 苹果    | 沙坡头苹果 | 2025-10-22   | 5000.000 | kg   | 2.00    |        | 2025-09-24 | 合格
            """;

    private static final Given SEASONS = Given.drawn("gi_user", ISSUES)
            .and("trace_batch", BATCHES)
            .allReported()
            .computed("ZS05", "ZS06", "ZS06A");
    private static final List<Row> BALANCE = SEASONS.rows("fact.gi_balance");

    @Test
    void ZS05_and_ZS06_stay_within_the_season_and_a_missing_label_size_is_never_guessed() {
        // 产季：枸杞 6/1 起，5/31 发的属上一产季（2024）；苹果 9/1 起。
        // 宁夏枸杞 2025 产季：U1（10000＋15000）×0.5 公斤 ＝ 12.5 吨，核定 10 吨 → 1.25（红）；U2 没有规格也没有销售量：不可算，
        //   U2 所在的 106 镇没有分母；U1 所在的 107 镇 12.5÷10 ＝ 1.25；2024 产季 U1 2000×0.5 ＝ 1 吨÷10 ＝ 0.10。中宁枸杞分开：1÷2 ＝ 0.50
        // 沙坡头苹果：U3 30000×10 公斤 ＝ 300 吨，没有核定产量，50 亩×3 吨 ＝ 150 吨 → 2.00；
        //   U4 没有规格，用自报销售 3 吨，2 亩×3 吨 ＝ 6 吨 → 0.50；合计 303÷156 ＝ 1.94
        // 主体合计 5 家缺 1 家（20%），只作参考。全体沙坡头苹果：303 ÷（80000 亩×3 吨 ＝ 240000 吨）＝ 0.00；宁夏枸杞全体有规格缺失：不可算，中宁枸杞没有面积：不可算，合计不发布
        // 2025 年合计（主体）：12.5＋1＋303 ＝ 316.5，10＋2＋156 ＝ 168 → 1.88
        // ZS05 三季度发放且报了使用数：U1 4000/10000、U2 2000/8000、中宁 500/1000 → 6500÷19000 ＝ 34.2%；
        //   2026 年二季度 U1 未报使用数：没有分母
        SEASONS.then("""
                indicator | period | region    | by                 | value | numerator | denominator | status         | note
                ----------+--------+-----------+--------------------+-------+-----------+-------------+----------------+-----------------------
                ZS05      | 2025Q3 | 640502    |                    | 34.2  | 6500      | 19000       | ok             |
                ZS05      | 2025Q3 | 640502    | gi_name=中宁枸杞   | 50    | 500       | 1000        | ok             |
                ZS05      | 2026Q2 | 640502    |                    | -     | 0         | 0           | no_denominator |
                ZS06      | 2025   | 640502106 |                    | -     | 0         | 0           | no_denominator |
                ZS06      | 2025   | 640502107 | gi_name=宁夏枸杞   | 1.25  | 12.5      | 10          | ok             | 其中超过红线的主体1件。
                ZS06      | 2025   | 640502    | gi_name=中宁枸杞   | 0.5   | 1         | 2           | ok             |
                ZS06      | 2025   | 640502    | gi_name=沙坡头苹果 | 1.94  | 303       | 156         | ok             | 其中超过红线的主体1件。
                ZS06      | 2025   | 640502    |                    | 1.88  | 316.5     | 168         | reference      | 超过预警线的主体2件。
                ZS06      | 2025   | 640502108 |                    | 1.94  | 303       | 156         | ok             |
                ZS06      | 2024   | 640502    | gi_name=宁夏枸杞   | 0.1   | 1         | 10          | ok             |
                ZS06A     | 2025   | 640502    | gi_name=沙坡头苹果 | 0     | 303       | 240000      | ok             |
                ZS06A     | 2025   | 640502    |                    | -     | -         | -           | unreliable     |
                """);
    }

    @Test
    void the_balance_sets_signs_against_certificates_and_the_interval_of_the_harvest() {
        // 丙（果业）与丙(果业)括号不同，是同一名称。带证 80 吨＋20000 斤 ＝ 10 吨 → 90 吨，一批“箱”折不成吨
        // 面积取最大一次 50 亩（同一地块每批都填）：50×1 ＝ 50 吨，50×3 ＝ 150 吨
        // 行数：主体 宁夏枸杞 U1 两个产季、U2，中宁枸杞 U1，苹果 U3、U4 ＝ 6；全体 宁夏枸杞两个产季、中宁枸杞、苹果 ＝ 4
        Row apples = row("沙坡头苹果", "U3");
        assertThat(apples.<String>getAs("season")).isEqualTo("2025产季");
        assertThat(apples.getAs("season_ends_on").toString()).isEqualTo("2026-08-31");
        assertThat(tonnes(apples, "labelled_t")).isEqualByComparingTo("300");
        assertThat(tonnes(apples, "yield_low_t")).isEqualByComparingTo("50");
        assertThat(tonnes(apples, "yield_high_t")).isEqualByComparingTo("150");
        assertThat(tonnes(apples, "certified_t")).isEqualByComparingTo("90");
        assertThat(apples.<Long>getAs("certified_unmeasured")).isEqualTo(1L);
        assertThat(apples.<String>getAs("over_issue_level")).isEqualTo("红");
        Row unknown = row("宁夏枸杞", "U2");
        assertThat(unknown.<String>getAs("balance_state")).isEqualTo("spec_missing");
        assertThat(unknown.<String>getAs("over_issue_level")).isEqualTo("不可算");
        assertThat(unknown.isNullAt(unknown.fieldIndex("labelled_t"))).isTrue();
        Row whole = row("中宁枸杞", "*");
        assertThat(whole.<String>getAs("balance_state")).isEqualTo("yield_unknown");
        assertThat(BALANCE).hasSize(10);
    }

    private static BigDecimal tonnes(Row row, String column) {
        return row.getAs(column);
    }

    private static Row row(String sign, String party) {
        return BALANCE.stream()
                .filter(r -> r.getAs("gi_name").equals(sign)
                        && r.getAs("party_key").equals(party)
                        && r.<Long>getAs("season_year") == 2025L)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ZS03_counts_a_device_once_in_24_hours_and_ZS07_leaves_untested_batches_out() {
        // 码 A 设备 x：7/1 10:00 计；7/1 20:00 不计；7/2 19:00 距上一次 23 小时，不计；7/3 19:00 满 24 小时，计 → 2
        // 码 A 设备 y 计 1；码 B 设备 x 计 1；没有设备的两次各计 1，注明；出库不是扫码 → 2＋1＋1＋2 ＝ 6
        // 时刻为 UTC：9/30 16:30 是北京时间 10/1，计入四季度
        // ZS07 检测 b1 合格、b2 不合格、b4 合格，b3 未检不计 → 2÷3
        Given.drawn("trace_event", """
                trace_code | event | event_time          | device_token | scan_area
                -----------+-------+---------------------+--------------+----------
                A          | 扫码  | 2025-07-01 10:00:00 | x            | 640502
                A          | 扫码  | 2025-07-01 20:00:00 | x            | 640502
                A          | 扫码  | 2025-07-02 19:00:00 | x            | 640502
                A          | 扫码  | 2025-07-03 19:00:00 | x            | 640502
                A          | 扫码  | 2025-07-01 10:30:00 | y            | 110000
                B          | 扫码  | 2025-07-01 10:05:00 | x            | 640502
                C          | 扫码  | 2025-07-01 10:05:00 |              | 640502
                C          | 扫码  | 2025-07-01 10:06:00 |              | 640502
                A          | 出库  | 2025-07-01 10:01:00 | x            |
                D          | 扫码  | 2025-09-30 16:30:00 | x            | 640502
                """)
                .and("trace_batch", BATCHES)
                .allReported()
                .computed("ZS03", "ZS07")
                .then("""
                indicator | period | region    | by               | value | numerator | denominator | qoq | note
                ----------+--------+-----------+------------------+-------+-----------+-------------+-----+------------------------
                ZS03      | 2025Q3 | 640502    |                  | 6     | 6         | -           | -   | 没有设备标识、无从去重2件
                ZS03      | 2025Q3 | 640502    | scan_area=110000 | 1     | 1         | -           | -   |
                ZS03      | 2025Q4 | 640502    |                  | 1     | 1         | -           | -   |
                ZS07      | 2025Q3 | 640502    |                  | 66.7  | 2         | 3           | -   |
                ZS07      | 2025Q3 | 640502108 |                  | 66.7  | 2         | 3           | -   |
                """);
    }
}
