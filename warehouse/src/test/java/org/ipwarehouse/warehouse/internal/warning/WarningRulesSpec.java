package org.ipwarehouse.warehouse.internal.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.WarningRule.Gap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each rule of early warning over drawn rows, worked by hand; the figures end on 2026-09-30. */
class WarningRulesSpec {
    private static RuleBench bench = new RuleBench();
    private static Map<String, RuleRun.Result> results = Map.of();

    /** Cases for W01, W03, W05, W09, W10, W12 and W13; each party is named for its rule. */
    private static final String CASES = """
            case_no | uscc | filing_date | ext_date   | decision_date | decision_no       | close_date | close_type | violation | township  | right_no | address                    | fine_yuan | goods_value_yuan | review_result | intent | is_major | handling_org | submission
            --------+------+-------------+------------+---------------+-------------------+------------+------------+-----------+-----------+----------+----------------------------+-----------+------------------+---------------+--------+----------+--------------+-----------
            a1      | A    |             |            | 2023-03-01    |                   |            | 处罚       | V01       | 640502100 |          |                            |           |                  |               |        |          |              | s1
            a2      | A    |             |            | 2026-02-28    |                   |            | 处罚       | V02       | 640502101 |          |                            |           |                  |               |        |          |              | s1
            b1      | B    |             |            | 2022-01-10    |                   |            | 处罚       | V01       | 640502100 |          |                            |           |                  |               |        |          |              | s1
            b2      | B    |             |            | 2025-01-11    |                   |            | 处罚       | V01       | 640502100 |          |                            |           |                  |               |        |          |              | s1
            c1      | C    |             |            | 2025-01-10    |                   |            | 处罚       | V01       | 640502100 |          |                            |           |                  |               |        |          |              | s1
            c2      | C    |             |            | 2025-06-01    |                   |            | 处罚       | V01       | 640502100 |          |                            |           |                  | 撤销          |        |          |              | s1
            d1      | D    |             |            | 2025-01-10    |                   |            | 处罚       | V01       | 640502100 |          |                            |           |                  |               |        |          |              | s1
            d2      | D    |             |            | 2025-06-01    |                   |            | 处罚       | V10       | 640502100 |          |                            |           |                  |               |        |          |              | s1
            m1      | M    |             |            | 2026-05-06    |                   |            | 处罚       | V10       | 640502100 |          |                            |           |                  |               | 故意   | true     | U17          | s1
            m2      | N    |             |            | 2026-05-06    |                   |            | 处罚       | V10       | 640502100 |          |                            |           |                  |               | 故意   | false    | U17          | s1
            p30     | P    | 2023-01-10  |            |               |                   |            |            | V01       | 640502100 |          |                            |           |                  |               |        |          | U14          | s1
            p32     | P    | 2026-06-15  | 2026-08-20 |               |                   |            |            | V01       | 640502100 |          |                            |           |                  |               |        |          |              | s1
            p33     | P    | 2026-06-15  |            |               |                   |            |            | V01       | 640502100 |          |                            |           |                  |               |        |          | 稽查大队     | s1
            p34     | P    | 2021-07-01  |            |               |                   |            |            | V01       | 640502100 |          |                            |           |                  |               |        |          |              | s1
            p35     | P    |             |            |               |                   |            |            | V01       | 640502100 |          |                            |           |                  |               |        |          |              | s1
            p36     | P    | 2026-01-05  |            | 2026-08-01    |                   |            | 不予处罚   | V10       | 640502100 |          |                            |           |                  |               |        |          |              | s1
            e50     | E50  |             |            | 2025-06-02    |                   | 2025-06-10 | 处罚       | V01       | 640502100 |          |                            |           | 60000.00         |               |        |          |              | s1
            e51     | E51  |             |            | 2025-06-02    |                   | 2025-06-10 | 处罚       | V01       | 640502100 |          |                            |           | 60000.00         |               |        |          |              | s1
            e52     | E52  |             |            | 2026-09-10    |                   | 2026-09-15 | 处罚       | V01       | 640502100 |          |                            |           | 60000.00         |               |        |          |              | s1
            e53     | E53  |             |            | 2025-06-02    |                   | 2025-06-10 | 处罚       | V01       | 640502100 |          |                            |           | 49999.99         |               |        |          |              | s1
            e54     | E54  |             |            | 2025-06-02    |                   |            | 处罚       | V01       | 640502100 |          |                            |           | 60000.00         |               |        |          |              | s1
            q90     | Q90  |             |            | 2026-07-01    | 卫沙罚〔2026〕90号 |            | 处罚       | V10       | 640502100 |          |                            |           |                  |               |        |          | U17          | s1
            q91     | Q91  |             |            | 2026-07-01    | 卫沙罚[2026]91号  |            | 处罚       | V10       | 640502100 |          |                            |           |                  |               |        |          |              | s1
            q92     | Q92  |             |            | 2026-08-03    | 卫沙罚〔2026〕92号 |            | 处罚       | V10       | 640502100 |          |                            |           |                  |               |        |          |              | s1
            g1      | G1   | 2026-07-10  |            |               |                   |            |            | V01       | 640502100 | R1       | 沙坡头区滨河镇华西市场1号  | 20000.00  |                  |               |        |          |              | f07
            g2      | G2   | 2026-07-20  |            |               |                   |            |            | V01       | 640502100 | R1       | 沙坡头区滨河镇华西市场2号  | 30000.00  |                  |               |        |          |              | f07
            g3      | G3   | 2026-08-01  |            |               |                   |            |            | V01       | 640502100 | R1;R2    | 沙坡头区滨河镇华西市场3号  | 30000.00  |                  |               |        |          |              | f07
            g4      | G4   | 2026-08-10  |            |               |                   |            |            | V01       | 640502100 | R1;R2    | 沙坡头区滨河镇华西市场4号  | 40000.00  |                  |               |        |          |              | f07
            g5      | G5   | 2026-08-20  |            |               |                   |            |            | V01       | 640502100 | R1;R2    | 沙坡头区滨河镇华西市场5号  | 50000.00  |                  |               |        |          |              | f07
            h1      | H1   | 2026-07-01  |            |               |                   | 2026-08-01 | 撤案       | V01       | 640502100 | R3       | 沙坡头区滨河镇华西市场6号              |           |                  |               |        |          |              | s1
            h2      | H2   | 2026-07-10  |            |               |                   |            |            | V01       | 640502100 | R3       | 沙坡头区文昌镇东关市场1号              |           |                  |               |        |          |              | s1
            h3      | H3   | 2026-08-01  |            |               |                   |            |            | V01       | 640502100 | R3       | 沙坡头区文昌镇东关市场2号              |           |                  |               |        |          |              | s1
            h4      | H4   | 2026-08-10  |            |               |                   |            |            | V01       | 640502100 | R3       |                            |           |                  |               |        |          |              | s1
            h5      | H5   | 2026-09-29  |            |               |                   |            |            | V01       | 640502100 | R3       |                            |           |                  |               |        |          |              | s1
            j1      | J1   | 2026-07-01  |            |               |                   | 2026-08-01 | 撤案       | V01       | 640502100 | R4       | 沙坡头区滨河镇华西市场6号              |           |                  |               |        |          |              | s1
            j2      | J2   | 2026-07-10  |            |               |                   |            |            | V01       | 640502100 | R4       | 沙坡头区文昌镇东关市场1号              |           |                  |               |        |          |              | s1
            j3      | J3   | 2026-08-01  |            |               |                   |            |            | V01       | 640502100 | R4       | 沙坡头区文昌镇东关市场2号              |           |                  |               |        |          |              | s1
            j4      | J4   | 2026-08-10  |            |               |                   |            |            | V01       | 640502100 | R4       |                            |           |                  |               |        |          |              | s1
            j5      | J5   | 2026-09-30  |            |               |                   |            |            | V01       | 640502100 | R4       |                            |           |                  |               |        |          |              | s1
            u1      | G1   | 2026-08-21  |            |               |                   |            |            | V10       | 640502100 |          |                            | 2.00      |                  |               |        |          |              | f08
            u2      | G2   | 2026-08-21  |            |               |                   |            |            | V10       | 640502100 |          |                            | 3.00      |                  |               |        |          |              | f08
            u3      | G3   | 2026-08-21  |            |               |                   |            |            | V10       | 640502100 |          |                            | 3.00      |                  |               |        |          |              | f08
            u4      | G4   | 2026-08-21  |            |               |                   |            |            | V10       | 640502100 |          |                            | 4.00      |                  |               |        |          |              | f08
            u5      | G5   | 2026-08-21  |            |               |                   |            |            | V10       | 640502100 |          |                            | 5.00      |                  |               |        |          |              | f08
            """;

    @BeforeAll
    static void one_drawing_for_all_rules() {
        bench = new RuleBench()
                .given("penalty_case", CASES)
                .given("complaint", complaints())
                .given("penalty_publication", """
                row_key | decision_no       | uscc | violation | penalty_kinds | decision_date | publish_date
                --------+-------------------+------+-----------+---------------+---------------+-------------
                k91     | 卫沙罚〔2026〕91号 | Q91  | V10       | 罚款          | 2026-07-01    | 2026-07-03
                w1      | 罚1号             | W1   | V01       | 罚款          | 2023-03-01    |
                w2      | 罚2号             | W2   | V01       | 警告          | 2023-03-01    |
                w4      | 罚4号             | W4   | V01       | 罚款          | 2026-09-23    |
                w5      | 罚5号             | W5   | V01       | 罚款          | 2017-12-01    |
                w6      | 罚6号             | W6   | 占道经营  | 罚款          | 2023-03-01    |
                """)
                .given("criminal_transfer", """
                transfer_no | doc_no | case_no
                ------------+--------+--------
                T51         | d51    | e51
                """)
                .given("history.criminal_transfer", """
                transfer_no | doc_no | case_no | crime          | to_org | approve_time        | transfer_time       | accept_time         | decision | decision_date | valid_from
                ------------+--------+---------+----------------+--------+---------------------+---------------------+---------------------+----------+---------------+-----------
                T1          | d1     | x1      | 假冒注册商标罪 | U16    | 2026-09-19 01:00:00 | 2026-09-19 02:00:00 | 2026-09-20 02:00:00 |          |               | 2026-09-30
                T2          | d2     | x2      | 假冒注册商标罪 | U16    | 2026-08-30 01:00:00 | 2026-08-30 02:00:00 | 2026-08-31 02:00:00 |          |               | 2026-09-30
                T3          | d3     | x3      | 假冒注册商标罪 | U16    | 2026-09-27 01:00:00 | 2026-09-27 02:00:00 | 2026-09-28 02:00:00 |          |               | 2026-09-30
                T4          | d4     | x4      | 假冒注册商标罪 | U16    | 2026-08-01 01:00:00 | 2026-08-01 02:00:00 |                     |          |               | 2026-09-30
                T5          | d5     | x5      | 假冒注册商标罪 | U16    | 2026-08-01 01:00:00 | 2026-08-01 02:00:00 | 2026-08-02 02:00:00 | 立案     | 2026-08-04    | 2026-09-30
                T6          | d6     | x6      | 假冒注册商标罪 | U16    | 2026-09-25 01:00:00 | 2026-09-25 02:00:00 | 2026-09-26 02:00:00 |          |               | 2026-09-30
                T7          | d7     | x7      | 假冒注册商标罪 | U16    | 2000-01-01 01:00:00 | 2000-01-01 02:00:00 |                     |          |               | 2026-09-30
                """)
                .given("gi_user", """
                gi_name  | uscc | user | township  | status | issue_date | issued | spec_kg | quota_t
                ---------+------+------+-----------+--------+------------+--------+---------+--------
                宁夏枸杞 | GA   | 甲社 | 640502100 | 有效   | 2025-09-01 | 80000  | 1.000   | 100.000
                宁夏枸杞 | GA   | 甲社 | 640502100 | 有效   | 2025-10-01 | 50000  | 1.000   | 100.000
                宁夏枸杞 | GB   | 乙社 | 640502100 | 有效   | 2025-09-01 | 110000 | 1.000   | 100.000
                宁夏枸杞 | GC   | 丙社 | 640502100 | 有效   | 2025-09-01 | 100000 | 1.000   | 100.000
                宁夏枸杞 | GD   | 丁社 | 640502100 | 有效   | 2025-09-01 | 500000 |         | 100.000
                宁夏枸杞 | Z1   | 已销 | 640502100 | 有效   | 2026-02-01 | 10     | 1.000   | 100.000
                宁夏枸杞 | Z1   | 已销 | 640502100 | 有效   | 2026-03-02 | 10     | 1.000   | 100.000
                """)
                .given("party_register", """
                uscc | name     | status | end_date
                -----+----------+--------+-----------
                A    | 甲商行   | 存续   |
                Z1   | 已销商行 | 注销   | 2026-03-01
                Z2   | 迁出商行 | 迁出   | 2026-03-01
                Z3   | 无日商行 | 注销   |
                """)
                .given("overseas_record", """
                no | kind     | entity   | country | dispute  | event_date | notice_date
                ---+----------+----------+---------+----------+------------+------------
                o1 | 纠纷通报 | 某枸杞社 | US      | 商标抢注 | 2026-08-01 | 2026-08-10
                o2 | 预警报告 |          |         |          | 2026-08-01 |
                o3 | 纠纷通报 | 某果业   | JP      | 海关     | 2026-10-01 | 2026-10-02
                """)
                .ledger(
                        "ledger_submission",
                        "source string, received_at timestamp, verdict string, rows_read bigint,"
                                + " accepted bigint, quarantined bigint, repeated bigint",
                        """
                submission | source | as_of      | received_at         | verdict  | rows_read | accepted | quarantined | repeated
                -----------+--------+------------+---------------------+----------+-----------+----------+-------------+---------
                s1         | S02    | 2026-06-30 | 2026-07-05 01:00:00 | accepted | 100       | 100      | 0           | 0
                f07        | S02    | 2026-07-31 | 2026-08-05 01:00:00 | accepted | 49        | 49       | 0           | 0
                f08        | S02    | 2026-08-31 | 2026-09-05 01:00:00 | accepted | 98        | 98       | 0           | 0
                t07        | S04    | 2026-07-31 | 2026-08-05 01:00:00 | accepted | 10        | 10       | 0           | 0
                t08        | S04    | 2026-08-31 | 2026-09-05 01:00:00 | partly   | 30        | 20       | 10          | 0
                v07        | S05    | 2026-07-31 | 2026-08-05 01:00:00 | accepted | 5         | 5        | 0           | 0
                v08        | S05    | 2026-08-31 | 2026-09-05 01:00:00 | accepted | 15        | 15       | 0           | 0
                y07        | S06    | 2026-07-31 | 2026-08-05 01:00:00 | accepted | 40        | 40       | 0           | 0
                y08        | S06    | 2026-08-31 | 2026-09-05 01:00:00 | refused  | 0         | 0        | 0           | 0
                y09        | S06    | 2026-09-30 | 2026-10-05 01:00:00 | accepted | 41        | 41       | 0           | 0
                j09        | S10    | 2026-09-30 | 2026-10-05 01:00:00 | accepted | 7         | 7        | 0           | 0
                """ + harvest())
                .ledger(
                        "ledger_expected_report",
                        "source string, month string, owners string, due_on string, state string",
                        """
                source | month   | owners  | due_on     | state
                -------+---------+---------+------------+--------
                S01    | 2026-07 | U17;U07 | 2026-08-10 | in_time
                S01    | 2026-08 | U17;U07 | 2026-09-10 | missing
                S04    | 2026-08 | U17     | 2026-09-10 | in_time
                """);
        results = bench.results();
    }

    /** S13 from September 2023: 100 rows a month, 300 each October; in 2026 40 and 160 about the festival, 60 in March. */
    private static String harvest() {
        StringBuilder rows = new StringBuilder();
        for (YearMonth month = YearMonth.of(2023, 9);
                month.isBefore(YearMonth.of(2026, 10));
                month = month.plusMonths(1)) {
            String key = month.toString();
            int number = month.getMonthValue() == 10
                    ? 300
                    : Map.of("2026-01", 40, "2026-02", 160, "2026-03", 60).getOrDefault(key, 100);
            rows.append(String.format(
                    Locale.ROOT,
                    "h%s | S13 | %s | %s 01:00:00 | accepted | %d | %d | 0 | 0%n",
                    key,
                    month.atEndOfMonth(),
                    month.atEndOfMonth().plusDays(5),
                    number,
                    number));
        }
        return rows.toString();
    }

    /** T: 5 in the 30 days to 20 June, 1 in the 90 days before, 1 the day before that; U: 5 and 6; V: 4; W: too early. */
    private static String complaints() {
        StringBuilder drawing =
                new StringBuilder("reg_no | target_uscc | target_name | reg_time | is_ip | township\n-\n");
        List<String> recent = List.of("05-22", "06-01", "06-05", "06-10", "06-20");
        draw(drawing, "H", "true", List.of("01-01"));
        draw(drawing, "T", "true", recent);
        draw(drawing, "T", "true", List.of("04-01", "02-20"));
        draw(drawing, "U", "true", recent);
        draw(drawing, "U", "true", List.of("02-25", "03-10", "03-25", "04-10", "04-25", "05-10"));
        draw(drawing, "V", "true", recent.subList(1, 5));
        draw(drawing, "W", "true", List.of("01-10", "01-11", "01-12", "01-13", "01-14"));
        draw(drawing, "X", "false", recent);
        draw(drawing, "Z1", "true", List.of("03-01", "05-01"));
        draw(drawing, "Z2", "true", List.of("05-01"));
        draw(drawing, "", "true", List.of("06-01"));
        return drawing.toString();
    }

    private static void draw(StringBuilder drawing, String party, String isIp, List<String> days) {
        for (String day : days) {
            String name = party.isEmpty() ? "" : party + "店";
            drawing.append(String.join(
                            " | ", party + "-" + day, party, name, "2026-" + day + " 04:00:00", isIp, "640502100"))
                    .append('\n');
        }
    }

    private static List<Found> found(String rule) {
        return Objects.requireNonNull(results.get(rule)).found();
    }

    /** {@code subject key, case key, level, day, owner} of each case. */
    private static Stream<String> cases(String rule) {
        return found(rule).stream()
                .map(Found::finding)
                .map(f -> String.join(
                        " ",
                        f.subjectKey(),
                        f.caseKey(),
                        f.level().labelZh(),
                        String.valueOf(f.happenedOn()),
                        f.owner()))
                .sorted();
    }

    private static Found one(String rule, String subjectKey) {
        return found(rule).stream()
                .filter(f -> f.finding().subjectKey().equals(subjectKey))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + rule + " of " + subjectKey));
    }

    private static List<String> evidence(String rule, String subjectKey) {
        return one(rule, subjectKey).evidence().stream()
                .map(row -> row.role() + " " + row.key())
                .sorted()
                .toList();
    }

    private static Map<String, Long> gaps(String rule) {
        return Objects.requireNonNull(results.get(rule)).gaps().stream()
                .collect(java.util.stream.Collectors.toMap(Gap::reason, Gap::rows));
    }

    @Test
    void W01_links_penalties_of_one_code_and_class_that_are_not_more_than_36_months_apart() {
        // A：2026-02-28 减 36 个月 ＝ 2023-02-28 ≤ 2023-03-01 → 重复；B：2025-01-11 减 36 个月 ＝ 2022-01-11 > 2022-01-10 → 不算
        // C 第二次被撤销，D 两次不是同一类（商标、专利）→ 都不算。V01 与 V02 同属商标
        assertThat(cases("W01")).containsExactly("A TM 红 2026-02-28 U17");
        assertThat(evidence("W01", "A")).containsExactly("第1次处罚 a1", "第2次处罚 a2");
        assertThat(one("W01", "A").finding())
                .satisfies(f -> assertThat(f.subject()).isEqualTo("甲商行"))
                .satisfies(f -> assertThat(f.region()).isEqualTo("640502101"))
                .satisfies(f -> assertThat(f.summary()).contains("2次生效处罚", "36个月"));
        assertThat(one("W01", "A").evidence().get(0).shown()).containsEntry("violation_name", "侵犯注册商标专用权");
    }

    @Test
    void W02_compares_30_days_with_the_90_before_and_does_not_judge_what_it_cannot_compare() {
        // T：近30日（5月22日—6月20日）5 件；前90日（2月21日—5月21日）1 件，2月20日的在外 → 5×90=450 ≥ 3×1×30=90
        // U：近 5，前 6 → 450 < 3×6×30=540；V 只有 4 件；W 5 件，但数据自1月1日起、不满120日；X 不是知识产权
        assertThat(cases("W02")).containsExactly("T  黄 2026-06-20 U17");
        assertThat(evidence("W02", "T"))
                .containsExactly("投诉 T-05-22", "投诉 T-06-01", "投诉 T-06-05", "投诉 T-06-10", "投诉 T-06-20");
        assertThat(one("W02", "T").finding().summary()).contains("5件", "1件");
        // 不满120日的：5月1日（＝1月1日＋120日）以前登记、有代码的：H1 T2 U5（2月25日—4月25日）W5 Z1的3月1日1 ＝ 14；无代码 1
        // 4月30日 − 119 日 ＝ 1月1日，可比；故 4月30日起可比，Z1、Z2 的5月1日可比
        assertThat(gaps("W02")).isEqualTo(Map.of("投诉数据自2026-01-01起，此前不满比较期，不判断突增", 14L, "知识产权投诉没有被投诉主体的代码，不能归到主体", 1L));
    }

    @Test
    void W03_counts_90_days_and_the_extension_and_says_where_no_limit_can_be_counted() {
        // p30：2023-01-10 ＋90 ＝ 04-10（周一）→ 04-11 起超期。p33：2026-06-15 ＋90 ＝ 09-13（周日）→ 09-14 届满 → 09-15，暂定
        // p32 延期：＋120 ＝ 10-13，未到。p36 已决定（虽迟）。u、g 组 7月以后立案，未到
        assertThat(cases("W03")).containsExactly("p30  红 2023-04-11 U14", "p33  红 2026-09-15 U17");
        assertThat(one("W03", "p30").finding().summary()).contains("2023-04-10届满，没有");
        assertThat(one("W03", "p33").finding().summary()).contains("暂定");
        // p34 立案于 2021-07-15 程序规定施行前；p35 没有立案日
        assertThat(gaps("W03")).isEqualTo(Map.of("立案日没有有效的办案期限（L07），未配置", 1L, "未决案件没有立案日期，期限无从起算", 1L));
    }

    @Test
    void W04_counts_7_and_20_working_days_apart() {
        // 2023-03-01（周三）决定：7个工作日 3月2、3、6、7、8、9、10日；20个工作日至 3月29日。仅警告（w2）不在公示系统公示
        // w4 届满在10月；w6 不是知识产权
        assertThat(cases("W04"))
                .containsExactly("w1 L11 红 2023-03-11 U17", "w1 L12 红 2023-03-30 U17", "w2 L11 红 2023-03-11 U17");
        // w5 2017年决定：两个时限都没有有效版本
        assertThat(gaps("W04")).isEqualTo(Map.of("公示时限L11在决定日没有有效版本，未配置", 1L, "公示时限L12在决定日没有有效版本，未配置", 1L));
    }

    @Test
    void W05_suspects_only_what_reached_the_threshold_of_its_day_and_waited_30_days_without_a_transfer() {
        // e50 货值 6万 ≥ 5万，2025-06-10 结案 ＋30 ＝ 07-10。e51 有移送；e52 10-15 才满；e53 差一分；e54 没有结案日期
        assertThat(cases("W05")).containsExactly("e50  红 2025-07-10 U17");
        assertThat(one("W05", "e50").finding().summary()).contains("Z213C", "请核实是否应当移送");
        assertThat(gaps("W05")).containsEntry("达到参数、没有移送记录，但没有结案日期，宽限期无从起算", 1L);
    }

    @Test
    void W06_grades_by_days_since_the_receipt_and_without_one_only_yellow() {
        // 截至 9月30日：d1 9-20 接收 → 满10日；d2 8-31 → 30日，红；d3 9-28 ＋3 ＝ 10-01 未到；d4 没有回执，60日也只黄；d5 已立案；d6 满3日；d7 在规定施行前
        assertThat(cases("W06"))
                .containsExactly(
                        "d1  黄 2026-09-23 U16", "d2  红 2026-09-03 U16", "d4  黄 2026-08-04 U16", "d6  黄 2026-09-29 U16");
        assertThat(one("W06", "d1").finding().summary()).contains("满10日");
        assertThat(one("W06", "d4").finding().summary()).contains("没有接收回执");
        assertThat(one("W06", "d6").finding().summary()).contains("满3日");
        assertThat(gaps("W06")).isEqualTo(Map.of("立案审查期限（L19）在该日没有有效版本，未配置", 1L));
    }

    @Test
    void W07_weighs_issued_labels_against_the_quota_and_never_guesses_a_label_size() {
        // 甲社 (80000＋50000)×1kg ＝ 130吨 ÷100 ＝ 1.30 红；乙社 1.10 黄；丙社 1.00 不高于 1.00；丁社规格缺失不可算
        assertThat(cases("W07"))
                .containsExactly(
                        "宁夏枸杞|producer|GA 2025产季 红 2025-06-01 U17", "宁夏枸杞|producer|GB 2025产季 黄 2025-06-01 U17");
        assertThat(evidence("W07", "宁夏枸杞|producer|GA"))
                .containsExactly("发放记录 宁夏枸杞|GA|2025-09-01", "发放记录 宁夏枸杞|GA|2025-10-01");
        assertThat(one("W07", "宁夏枸杞|producer|GA").finding().summary()).contains("130.000吨", "比值1.30");
        // 丁社一户；全体因丁社也不可算
        assertThat(gaps("W07")).isEqualTo(Map.of("用标主体规格缺失，不可算", 1L, "地理标志全体规格缺失，不可算", 1L));
    }

    @Test
    void W08_takes_only_what_happened_after_the_day_of_deregistration() {
        // Z1 2026-03-01 注销：3月1日当天的投诉、2月的领用不算；3月2日领用、5月1日投诉算；注销次日（3月2日）起仍列在有效用标名单。迁出不算
        assertThat(cases("W08")).containsExactly("Z1  黄 2026-05-01 U17");
        assertThat(evidence("W08", "Z1"))
                .containsExactly("仍在有效用标名单 宁夏枸杞|Z1", "被投诉 Z1-05-01", "领用标志 宁夏枸杞|Z1|2026-03-02");
        assertThat(gaps("W08")).isEqualTo(Map.of("登记状态已注销而没有注销日期，先后无从比较", 1L));
    }

    @Test
    void W09_does_not_take_a_missing_report_for_a_broken_chain() {
        // q90 2026-07-01 ＋7个工作日 ＝ 07-10，7月双公示已报 → 断链；q91 文号括号不同，规范化后找到；q92 8月双公示缺报 → 不判断
        assertThat(cases("W09")).containsExactly("q90  黄 2026-07-11 U17");
        assertThat(gaps("W09")).containsEntry("届满当月双公示（S01）没有报送，缺报不判断断链", 1L);
    }

    @Test
    void W10_needs_five_parties_of_one_right_and_says_where_they_are() {
        // R1：g1—g5 五个主体，7月10日至8月20日 41 日；R2 只有三个；
        // R3：h1—h5 五个主体散在三处，7月1日至9月29日正好 90 日 → 不问地点，也是一组；R4 同样五个而首尾相隔 91 日 → 不是
        assertThat(cases("W10")).containsExactly("R1  黄 2026-08-20 U17", "R3  黄 2026-09-29 U17");
        assertThat(evidence("W10", "R1")).containsExactly("组内案件 g1", "组内案件 g2", "组内案件 g3", "组内案件 g4", "组内案件 g5");
        assertThat(one("W10", "R1").finding().summary()).endsWith("5案涉及5个主体，其中集中于市场华西市场5个主体");
        assertThat(one("W10", "R3").finding().summary()).endsWith("5案涉及5个主体，没有集中于一个市场或村");
    }

    @Test
    void W11_warns_of_every_notice_that_is_known_by_then() {
        assertThat(cases("W11")).containsExactly("o1  黄 2026-08-10 U10;U17");
        assertThat(one("W11", "o1").finding().summary()).contains("商标抢注", "没有指导记录");
    }

    @Test
    void W12_compares_with_the_last_month_that_reported_and_finds_amounts_in_another_unit() {
        // S02：100→49 低于 50%；49→98 恰为 200%，不高于。S04：10→30 高于 200%。S05 15 行不足 20。S06 8月拒收，9月与7月比 41/40
        // 单位：7月文件罚款 2、3、3、4、5 万，中位数 30000；8月 2、3、3、4、5，中位数 3 → 相差一万倍
        assertThat(cases("W12"))
                .containsExactly(
                        "S02|单位（罚款） 2026-08 黄 2026-08-31 U17",
                        "S02|行数 2026-07 黄 2026-07-31 U17",
                        "S04|行数 2026-08 黄 2026-08-31 U17",
                        "S13|行数 2023-10 黄 2023-10-31 U17",
                        "S13|行数 2023-11 黄 2023-11-30 U17",
                        "S13|行数 2024-10 黄 2024-10-31 U17",
                        "S13|行数 2024-11 黄 2024-11-30 U17",
                        "S13|行数 2026-03 黄 2026-03-31 U17");
        // S13 每年 10 月 300 行，其余 100 行：不满 24 个月时与上月比（100→300→100，四次）。自 2025 年 9 月起有预期区间：
        // 2025-10 上年同月 300，误差都是 0，方差取 2×300：300±1.96×√600 ＝ 300±48，来了 300，不报；11 月 100±28，不报
        // 2026 年 1、2 月 40＋160 ＝ 200，上年 200±1.96×√400 ＝ 200±39：合为一期不报（各自与上月比都要报）
        // 2026-03 60 行，上年同月 100±1.96×√200 ＝ [72，128]：报；与上月比 60 不足 160 的一半也要报，但依据已是季节
        assertThat(found("W12"))
                .filteredOn(f -> f.finding().summary().contains("季节性预期区间"))
                .singleElement()
                .satisfies(
                        f -> assertThat(f.finding().summary()).isEqualTo("2026-03收到60行，上年同期为100行，低于季节性预期区间[72，128]"));
        assertThat(evidence("W12", "S02|行数")).containsExactly("本期文件 f07", "比较的文件 s1");
        assertThat(one("W12", "S02|单位（罚款）").finding().summary()).contains("3.00元", "30000.00元");
        assertThat(gaps("W12")).isEqualTo(Map.of("来源只报过一个月，没有上期可比", 1L));
    }

    @Test
    void W13_lists_candidates_of_malice_and_never_says_that_they_are() {
        // m1 故意且重大；a2 受罚后再犯；m2 故意而不重大，没有移送 → 不列
        assertThat(cases("W13")).containsExactly("a2  黄 2026-02-28 U17", "m1  黄 2026-05-06 U17");
        assertThat(found("W13"))
                .allSatisfy(f -> assertThat(f.finding().summary()).contains("候选，不是结论"));
    }

    @Test
    void a_rule_that_finds_more_than_can_be_held_judges_nothing_and_says_so() {
        // W13 有两行依据：至多两行照判；至多一行则不判断，原有预警不动
        assertThat(bench.upTo(2, "W13").found()).hasSize(2);
        RuleRun.Result over = bench.upTo(1, "W13");
        assertThat(over.isJudged()).isFalse();
        assertThat(over.found()).isEmpty();
        assertThat(over.gaps()).extracting(Gap::reason).containsExactly("依据超过1行（warning_most_rows），本规则未判断，请收紧条件");
    }
}
