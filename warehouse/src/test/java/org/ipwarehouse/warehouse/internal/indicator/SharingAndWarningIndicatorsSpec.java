package org.ipwarehouse.warehouse.internal.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.model.Drawing;
import org.ipwarehouse.warehouse.internal.reference.CsvFile;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** JB10 and JB11 over drawn records of the warehouse itself. */
class SharingAndWarningIndicatorsSpec {

    @Test
    void JB10_divides_by_what_should_be_shared_and_lists_conditional_datasets_that_wait_for_approval() {
        // 应共享：S01 S03 S12（无条件），S02 自 2026-05-10 获批起。S04 待审批，S08 仅汇总，都不进分母
        // 3月末：S01 已收到；S03 只有拒收的，不算接入 → 1÷3 ＝ 33.3%；待审批 S02 S04 ＝ 2
        // 5月末：S02 1月就在报，5月获批 → (S01 S02)÷4 ＝ 50.0%；待审批 S04 ＝ 1
        // 6月末：S12 5月31日17时(UTC)收到，北京时间已是 6月1日 → 3÷4 ＝ 75.0%
        Given given = Given.drawn("capacity_record", "");
        view(
                "reference_sharing_catalogue",
                "source string, sharing_class string, listed_on string, approved_on string, file_line string",
                """
                source | sharing_class | listed_on  | approved_on | file_line
                -------+---------------+------------+-------------+----------
                S01    | 无条件共享    | 2026-01-01 |             | 2
                S02    | 有条件共享    | 2026-01-01 | 2026-05-10  | 3
                S03    | 无条件共享    | 2026-01-01 |             | 4
                S04    | 有条件共享    | 2026-01-01 |             | 5
                S08    | 仅汇总        | 2026-01-01 |             | 6
                S12    | 无条件共享    | 2026-01-01 |             | 7
                """);
        view("ledger_submission", "source string, received_at timestamp, verdict string", """
                source | received_at         | verdict
                -------+---------------------+---------
                S01    | 2026-02-10 01:00:00 | partly
                S01    | 2026-04-10 01:00:00 | accepted
                S02    | 2026-01-05 01:00:00 | accepted
                S03    | 2026-01-05 01:00:00 | refused
                S12    | 2026-05-31 17:00:00 | accepted
                """);

        given.computed("JB10", "JB10A").then("""
                indicator | period  | by         | value | numerator | denominator
                ----------+---------+------------+-------+-----------+------------
                JB10      | 2026-03 |            | 33.3  | 1         | 3
                JB10      | 2026-05 |            | 50    | 2         | 4
                JB10      | 2026Q2  |            | 75    | 3         | 4
                JB10      | 2026-03 | source=S03 | 0     | 0         | 1
                JB10A     | 2026-03 |            | 2     | 2         | -
                JB10A     | 2026-05 |            | 1     | 1         | -
                """);
    }

    @Test
    void JB11_counts_what_fell_due_open_warnings_against_and_false_alarms_apart() {
        // 6月到期 w1 w2 w3 w4；w4 是误报，不进分母。w1 当日处置，w2 迟一日，w3 未处置 → 1÷3 ＝ 33.3%；误报 5月生成 1 条
        Given given = Given.drawn("capacity_record", "");
        view(
                "ledger_warning",
                "warning_id string, rule string, raised_on date, due_on date, state string, handled_on date, is_false_alarm boolean, region_code string, owner string",
                """
                warning_id | rule | raised_on  | due_on     | state     | handled_on | is_false_alarm | region_code | owner
                -----------+------+------------+------------+-----------+------------+----------------+-------------+------
                w1         | W01  | 2026-05-20 | 2026-06-10 | closed    | 2026-06-10 |                | 640502100   | U17
                w2         | W01  | 2026-05-20 | 2026-06-10 | closed    | 2026-06-11 | false          |             | U17
                w3         | W02  | 2026-06-01 | 2026-06-20 | new       |            | false          |             | U14
                w4         | W02  | 2026-05-31 | 2026-06-20 | dismissed | 2026-06-02 | true           |             | U14
                w5         | W02  | 2026-06-30 | 2026-07-20 | new       |            | false          |             | U14
                """);

        given.computed("JB11", "JB11A").then("""
                indicator | period  | by       | value | numerator | denominator
                ----------+---------+----------+-------+-----------+------------
                JB11      | 2026-06 |          | 33.3  | 1         | 3
                JB11      | 2026-06 | rule=W01 | 50    | 1         | 2
                JB11      | 2026-05 |          | -     | 0         | 0
                JB11A     | 2026-05 |          | 1     | 1         | -
                """);
    }

    /** A class that is changed in a contract has to be changed in the catalogue, and the other way about. */
    @Test
    void the_catalogue_of_shared_data_gives_each_source_the_class_of_its_contract() throws IOException {
        Map<String, String> catalogue = new TreeMap<>();
        CsvFile.read(Bench.HOME.resolve("warehouse/reference/sharing_catalogue.csv"))
                .rows()
                .forEach(line -> catalogue.put(line.text("source"), line.text("sharing_class")));
        Map<String, String> agreed = new TreeMap<>();
        try (Stream<Path> files = Files.list(Bench.HOME.resolve("etl/contracts"))) {
            files.filter(f -> f.toString().endsWith(".yaml")).forEach(f -> {
                Map<String, String> custom = custom(f);
                agreed.put(custom.get("source"), custom.get("sharingClass"));
            });
        }
        assertThat(catalogue).isEqualTo(agreed);
    }

    private static Map<String, String> custom(Path contract) {
        try {
            Map<?, ?> read = new Yaml().load(Files.readString(contract, StandardCharsets.UTF_8));
            Map<String, String> custom = new TreeMap<>();
            for (Object each : (List<?>) Objects.requireNonNull(read.get("customProperties"))) {
                Map<?, ?> property = (Map<?, ?>) each;
                custom.put(String.valueOf(property.get("property")), String.valueOf(property.get("value")));
            }
            return custom;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the warehouse gives models beside the tables, drawn after the bench has set its own. */
    private static void view(String name, String columns, String drawing) {
        SparkSession spark = SparkSession.active();
        spark.sql(Drawing.select(drawing, columns)).createOrReplaceTempView(name);
    }
}
