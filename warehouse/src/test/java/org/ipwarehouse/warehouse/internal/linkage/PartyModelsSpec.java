package org.ipwarehouse.warehouse.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ipwarehouse.warehouse.api.Linkage.Decision;
import org.ipwarehouse.warehouse.api.Linkage.Verdict;
import org.ipwarehouse.warehouse.internal.linkage.DecisionTable.Pair;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is a party by exact keys, which cases belong together, what may be registered twice. */
class PartyModelsSpec {
    private static List<String> mentions;
    private static List<String> parties;
    private static List<String> relations;
    private static List<String> mainCases;
    private static List<String> doubles;

    @BeforeAll
    static void drawn_once() {
        Bench bench = new Bench();
        bench.given("party_register", """
                uscc               | old_no        | name             | legal_rep_token | area
                -------------------+---------------+------------------+-----------------+----------
                91640502MA0000001A | 640321200001  | 中卫市甲商贸公司 | p.1             | 640502100
                91640502MA0000002B | 640321200002  | 乙百货店         | p.2             | 640502101
                91640502MA0000003C | 640321200002  | 丙百货店         | p.3             | 640502101
                """);
        bench.given("penalty_publication", """
                row_key | party_name       | uscc               | old_reg_no   | org_code   | party_id_no_token
                --------+------------------+--------------------+--------------+------------+------------------
                a       | 中卫市甲商贸公司 | 91640502MA0000001A |              |            |
                b       | 甲商贸有限公司   |                    | 640321200001 |            |
                c       | 甲商贸           |                    |              | MA0000001  |
                d       | 不知哪一家店     |                    | 640321200002 |            |
                e       | 王*              |                    |              |            | t.7
                f       | 李*              |                    |              |            |
                """);
        bench.given("court_case", """
                row_key | plaintiff          | plaintiff_uscc | defendant
                --------+--------------------+----------------+-----------------------
                j       | 某某商标有限公司;丁公司股份有限公司 | U8;U9          | 中卫市乙（宁夏）百货店
                """);
        bench.given("penalty_case", """
                case_no | clue_no | uscc | party_name | filing_date | decision_no | decision_date
                --------+---------+------+------------+-------------+-------------+--------------
                C1      | X1      | U1   | 一店       | 2026-03-02  | 罚1号       | 2026-05-06
                C2      | X2      | U1   | 一店       | 2026-03-01  | 罚1号       | 2026-05-06
                C3      | X1      | U1   | 一店       | 2026-04-01  |             |
                C4      | X1      | U2   | 二店       | 2026-03-05  |             |
                C5      |         | U3   | 三店       | 2026-03-09  |             |
                """);
        bench.given("report", """
                report_no | reg_time            | filed | case_no | decision_date | target_uscc | target_name | reporter_phone_token
                ----------+---------------------+-------+---------+---------------+-------------+-------------+---------------------
                R1        | 2026-03-01 01:00:00 | 立案  | C5      | 2026-03-09    |             | 三店        |
                R2        | 2026-03-05 01:00:00 | 并案  | C5      | 2026-03-12    |             |             |
                R3        | 2026-03-06 01:00:00 | 并案  | C99     | 2026-03-12    | U4          | 四店        | p.5
                """);
        bench.given("complaint", """
                reg_no | reg_time            | channel | phone_token | target_uscc | target_name | extra
                -------+---------------------+---------+-------------+-------------+-------------+------
                T1     | 2026-03-04 16:30:00 | App     | p.5         | U4          | 四店        |
                T2     | 2026-03-09 01:00:00 | App     | p.5         | U4          | 四店        |
                T3     | 2026-03-09 02:00:00 | App     | p.6         |             | 五（中卫）店 |
                T4     | 2026-03-11 02:00:00 | 转办    | p.6         |             | 五(中卫) 店 |
                T5     | 2026-06-01 02:00:00 | 转办    | p.9         |             | 六店        | {"columns":{"原工单号":"T1"}}
                """);
        bench.given("criminal_transfer", """
                doc_no | case_no | transfer_time       | back_date
                -------+---------+---------------------+-----------
                移1    | C4      | 2026-04-01 08:00:00 | 2026-04-20
                移2    | C5      | 2026-04-30 16:30:00 |
                """);
        mentions = texts(bench.rows("linked.party_mention")
                .where("source in ('S01', 'S06')")
                .selectExpr("source", "row_key", "position", "link_level", "party_key")
                .orderBy("source", "row_key", "role", "position"));
        parties = texts(bench.rows("linked.party")
                .where("sources like '%S27%' or link_level = 'person'")
                .selectExpr("party_key", "link_level", "sources", "mentions")
                .orderBy("party_key"));
        relations = texts(bench.rows("linked.case_relation")
                .selectExpr("relation", "part_no", "main_no", "is_main_known", "counts_by_main", "happened_on")
                .orderBy("relation", "part_no"));
        mainCases = texts(bench.rows("linked.main_case")
                .selectExpr("case_no", "main_case_no", "is_main", "relation", "parts", "is_transferred_back")
                .orderBy("case_no"));
        doubles = texts(bench.rows("linked.double_registration")
                .selectExpr("first_no", "second_no", "kind", "days_apart", "evidence")
                .orderBy("first_no", "second_no"));
    }

    private static List<String> texts(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(row -> row.mkString(" ")).toList();
    }

    @Test
    void a_party_is_known_by_its_code_then_by_an_old_number_of_the_register_then_by_its_organisation_code() {
        assertThat(mentions)
                .contains(
                        "S01 a 0 code 91640502MA0000001A",
                        "S01 b 0 old_number 91640502MA0000001A",
                        "S01 c 0 org_code 91640502MA0000001A",
                        "S01 e 0 person ID:t.7")
                .anyMatch(m -> m.startsWith("S01 d 0 name NAME:"));
        // 640321200002 在登记库有两家（乙、丙）：不能凭它归并；f 是脱敏的自然人、无证件：不是主体
        assertThat(mentions).noneMatch(m -> m.startsWith("S01 f"));
        assertThat(parties)
                .containsExactly(
                        "91640502MA0000001A register S01 S27 4",
                        "91640502MA0000002B register S27 1",
                        "91640502MA0000003C register S27 1",
                        "ID:t.7 person S01 1");
    }

    @Test
    void several_parties_of_a_court_case_are_taken_apart_with_their_codes() {
        assertThat(mentions)
                .contains("S06 j 0 code U8", "S06 j 1 code U9")
                .anyMatch(m -> m.startsWith("S06 j 0 name NAME:"));
    }

    @Test
    void a_confirmed_pair_is_one_party_and_its_key_is_the_code_whatever_the_order_of_the_decisions() {
        Instant at = Instant.parse("2026-11-20T02:00:00Z");
        Decision first = new Decision("NAME:a", "NAME:b", Verdict.SAME, "张三", at, "");
        Decision second = new Decision("91X", "NAME:b", Verdict.SAME, "张三", at, "");
        for (List<Decision> order : List.of(List.of(first, second), List.of(second, first))) {
            Map<Pair, Decision> decisions = new LinkedHashMap<>();
            order.forEach(d -> decisions.put(Pair.of(d.leftKey(), d.rightKey()), d));
            LinkMerges merges = LinkMerges.of(decisions);
            assertThat(List.of(merges.group("NAME:a"), merges.group("NAME:b"), merges.group("91X"), merges.group("Z")))
                    .containsExactly("91X", "91X", "91X", "Z");
        }
    }

    @Test
    void D61_merged_split_transferred_and_returned_cases_stand_in_a_table_of_relations() {
        // C1、C2 同一决定书：主案是先立案的 C2（3月1日）；C1、C3 同线索同当事人：主案 C1（3月2日）；C4 同线索而当事人不同，是另一案
        assertThat(relations)
                .containsExactly(
                        "举报并案 R2 C5 true true 2026-03-12",
                        "举报并案 R3 C99 false true 2026-03-12",
                        "举报立案 R1 C5 true true 2026-03-09",
                        "同源分案 C3 C1 true true 2026-04-01",
                        "并案处罚 C1 C2 true true 2026-05-06",
                        // 4月30日16:30（UTC）是北京时间5月1日
                        "移送 移2 C5 true false 2026-05-01",
                        "移送后退回 移1 C4 true false 2026-04-20");
    }

    @Test
    void D61_cases_are_counted_by_their_main_case() {
        // C3 → C1 → C2：三件计一件；C4、C5 各一件。5 行台账，按主案 3 件
        assertThat(mainCases)
                .containsExactly(
                        "C1 C2 false 并案处罚 1 false",
                        "C2 C2 true null 1 false",
                        "C3 C2 false 同源分案 0 false",
                        "C4 C4 true null 0 true",
                        "C5 C5 true null 2 false");
        assertThat(mainCases.stream().map(row -> row.split(" ")[1]).distinct()).hasSize(3);
    }

    @Test
    void D62_a_complaint_and_a_report_of_the_same_phone_on_the_same_party_within_three_days_are_candidates() {
        // T1 北京时间3月5日0:30；R3 3月6日9:00：差1天。R3 与 T2（3月9日）差3天；T1 与 T2 差4天，不是候选
        assertThat(doubles)
                .contains("T1 R3 投诉举报双登记 1 同一电话、同一主体、登记日相近", "R3 T2 投诉举报双登记 3 同一电话、同一主体、登记日相近")
                .noneMatch(d -> d.startsWith("T1 T2"));
    }

    @Test
    void D62_a_forwarded_complaint_is_a_candidate_by_its_original_number_or_by_phone_and_party() {
        // 名称的全半角括号和空格不算差别；T5 隔了三个月、电话也不同，但写有原工单号 T1：3月5日至6月1日 = 26+30+31+1 = 88 天
        assertThat(doubles)
                .contains("T3 T4 转办重复 2 同一电话、同一主体、登记日相近", "T1 T5 转办重复 88 转办原号相同")
                .hasSize(4);
    }
}
