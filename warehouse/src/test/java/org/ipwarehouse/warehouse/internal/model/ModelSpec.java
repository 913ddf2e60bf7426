package org.ipwarehouse.warehouse.internal.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;

/** Tables that models write, compared as data frames. */
class ModelSpec {
    private static final JavaDataFrameSuiteBase FRAMES = new JavaDataFrameSuiteBase();

    private final Bench bench = new Bench();

    private void then(Dataset<Row> actual, String columns, String drawing) {
        Dataset<Row> picked = actual.select(java.util.Arrays.stream(columns.split(", ", -1))
                .map(c -> org.apache.spark.sql.functions.col(c.split(" ", -1)[0]))
                .toArray(org.apache.spark.sql.Column[]::new));
        Dataset<Row> expected = bench.spark()
                .sql(Drawing.select(drawing, columns))
                .select(
                        picked.columns()[0],
                        java.util.Arrays.copyOfRange(picked.columns(), 1, picked.columns().length));
        FRAMES.assertDataFrameDataEquals(
                bench.spark().createDataFrame(expected.collectAsList(), picked.schema()), picked);
    }

    @Test
    void the_calendar_numbers_working_days_and_knows_where_a_local_holiday_was_not_entered() {
        // 2022年7月：8日(五)工作；9、10 周末；11、12 古尔邦节；13日(三)。序号：7月8日为 n，13日为 n＋1
        Dataset<Row> days = bench.spark()
                .table("dimension.calendar_day")
                .filter("day between date '2022-07-08' and date '2022-07-13' or day = date '2025-10-02'");
        then(days, "day date, is_working boolean, is_confirmed boolean, next_working_on date", """
                day        | is_working | is_confirmed | next_working_on
                -----------+------------+--------------+----------------
                2022-07-08 | true       | true         | 2022-07-08
                2022-07-09 | false      | true         | 2022-07-13
                2022-07-10 | false      | true         | 2022-07-13
                2022-07-11 | false      | true         | 2022-07-13
                2022-07-12 | false      | true         | 2022-07-13
                2022-07-13 | true       | true         | 2022-07-13
                2025-10-02 | false      | false        | 2025-10-09
                """);
    }

    @Test
    void parties_are_linked_by_exact_code_only_and_say_whether_the_register_knows_them() {
        bench.given("party_register", """
                uscc | name         | area
                -----+--------------+----------
                U1   | 甲（宁夏）店 | 640502100
                """).given("complaint", """
                reg_no | target_uscc | target_name
                -------+-------------+-------------
                c1     | U1          | 甲(宁夏) 店
                c2     | U2          | 乙店
                c3     |             | 甲（宁夏）店
                """);
        then(
                // 只有名称的 c3 自成一行（NAME:…），与 U1 同名也只是候选
                bench.rows("linked.party").where("link_level <> 'name_only'"),
                "party_key string, name string, normalised_name string, link_level string, names_seen bigint",
                """
                party_key | name         | normalised_name | link_level | names_seen
                ----------+--------------+-----------------+------------+-----------
                U1        | 甲（宁夏）店 | 甲(宁夏)店      | register   | 2
                U2        | 乙店         | 乙店            | code_only  | 1
                """);
    }

    @Test
    void a_task_and_unit_is_complete_from_the_first_period_after_which_none_of_its_mechanisms_is_open() {
        // 任务2的司法局：一季度两机制一完成一推进 → 未完成；二季度都完成 → 6月30日。法院：一季度完成，二季度又推进 → 未完成
        // 检察院：已完成而无佐证 → 未完成
        bench.given("task_report", """
                task_no | org | period | mech_id | status | evidence
                --------+-----+--------+---------+--------+---------
                2       | U11 | 2025Q1 | m1      | 已完成 | 文件
                2       | U11 | 2025Q1 | m2      | 推进中 |
                2       | U11 | 2025Q2 | m1      | 已完成 | 文件
                2       | U11 | 2025Q2 | m2      | 已完成 | 文件
                2       | U05 | 2025Q1 | m1      | 已完成 | 文件
                2       | U05 | 2025Q2 | m1      | 推进中 |
                2       | U06 | 2025Q2 | m1      | 已完成 |
                """);
        then(
                bench.rows("fact.task_obligation").filter("task_no = 2 and unit_id in ('U05', 'U06', 'U11')"),
                "task_no bigint, unit_id string, due_on date, completed_on date",
                """
                task_no | unit_id | due_on     | completed_on
                --------+---------+------------+-------------
                2       | U05     | 2022-12-31 |
                2       | U06     | 2022-12-31 |
                2       | U11     | 2022-12-31 | 2025-06-30
                """);
    }

    @Test
    void a_grain_that_is_not_unique_stops_the_build_and_names_the_declaration() {
        bench.given("court_case", """
                case_no | case_kind
                --------+----------
                a       | 民事
                a       | 刑事
                """);
        assertThatThrownBy(() -> bench.rows("fact.court_case"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("court_case.yaml")
                .hasMessageContaining("case_no");
    }
}
