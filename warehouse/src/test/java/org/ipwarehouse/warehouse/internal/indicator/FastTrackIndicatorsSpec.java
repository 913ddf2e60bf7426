package org.ipwarehouse.warehouse.internal.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.model.Binding;
import org.ipwarehouse.warehouse.internal.model.Model;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;
import org.ipwarehouse.warehouse.internal.model.ModelRun;
import org.ipwarehouse.warehouse.internal.model.SparkShape;
import org.junit.jupiter.api.Test;

/** KB01–KB05 and KB07: priority examination, assistance and expos over drawn rows. */
class FastTrackIndicatorsSpec {

    @Test
    void KB01_to_KB03_leave_fast_preliminary_examination_out_and_never_average_over_kinds_of_patent() {
        // 一季度区初核 a1 a2 a3 a4 a6 ＝ 5；自治区推荐 a1 a2 a3 a4 ＝ 4，二季度 a6 ＝ 1；a5 是快速预审
        // 一季度通知 a1 a2 同意、a4 不同意 → 66.7%；a6 待定不进分母；二季度 a3 1÷1
        // 二季度结案：发明 1/20→5/20 ＝ 120 日（11＋28＋31＋30＋20），→6/9 ＝ 140 日，平均 130；实用新型 4/1→5/1 ＝ 30 日
        Given.drawn("priority_examination", """
                app_no | ptype | req          | local_date | recommend_date | notice_date | agreed | close_date | result
                -------+-------+--------------+------------+----------------+-------------+--------+------------+-------
                a1     | PT-I  | 申请优先审查 | 2026-01-05 | 2026-01-10     | 2026-01-20  | 同意   | 2026-05-20 | 授权
                a2     | PT-I  | 申请优先审查 | 2026-01-05 | 2026-01-10     | 2026-01-20  | 同意   | 2026-06-09 | 驳回
                a3     | PT-U  | 申请优先审查 | 2026-03-20 | 2026-03-25     | 2026-04-01  | 同意   | 2026-05-01 | 授权
                a4     | PT-I  | 复审优先     | 2026-01-20 | 2026-01-25     | 2026-02-01  | 不同意 |            |
                a5     | PT-I  | 快速预审     | 2026-01-06 |                | 2026-01-15  | 同意   | 2026-05-01 | 授权
                a6     | PT-U  | 申请优先审查 | 2026-03-31 | 2026-04-02     |             | 待定   |            |
                """)
                .allReported()
                .computed("KB01", "KB01A", "KB02", "KB03", "KB03A")
                .then("""
                indicator | period | by                    | value | numerator | denominator
                ----------+--------+-----------------------+-------+-----------+------------
                KB01      | 2026Q1 |                       | 5     | 5         | -
                KB01      | 2026Q1 | request_kind=复审优先 | 1     | 1         | -
                KB01A     | 2026Q1 |                       | 4     | 4         | -
                KB01A     | 2026Q2 |                       | 1     | 1         | -
                KB02      | 2026Q1 |                       | 66.7  | 2         | 3
                KB02      | 2026Q2 |                       | 100   | 1         | 1
                KB03      | 2026Q2 |                       | 130   | 260       | 2
                KB03A     | 2026Q2 |                       | 30    | 30        | 1
                """);
    }

    @Test
    void KB07_asks_whether_a_complaint_was_handled_before_the_expo_closed_and_has_no_value_without_complaints() {
        // 二季度展会 6/5–6/8：x0 是展会本身（没有收案时间）；x1 当日办结，x2 闭会日办结（北京时间 6/8 23:59），x3 闭会后一日
        //   （6/8 16:30 UTC ＝ 北京 6/9 00:30），x4 未办结 → 2÷4 ＝ 50.0%；x5 是电商快办，不在内
        // 三季度没有展会投诉：无值，不是 0%
        Given.drawn("fast_channel", """
                kind | expo     | from_date  | to_date    | case_no | recv_time           | close_time          | result
                -----+----------+------------+------------+---------+---------------------+---------------------+-------
                展会 | 枸杞展会 | 2026-06-05 | 2026-06-08 |         |                     |                     |
                展会 | 枸杞展会 | 2026-06-05 | 2026-06-08 | x1      | 2026-06-05 02:00:00 | 2026-06-05 08:00:00 | 撤展
                展会 | 枸杞展会 | 2026-06-05 | 2026-06-08 | x2      | 2026-06-07 02:00:00 | 2026-06-08 15:59:00 | 和解
                展会 | 枸杞展会 | 2026-06-05 | 2026-06-08 | x3      | 2026-06-07 02:00:00 | 2026-06-08 16:30:00 | 下架
                展会 | 枸杞展会 | 2026-06-05 | 2026-06-08 | x4      | 2026-06-08 02:00:00 |                     |
                电商 |          |            |            | x5      | 2026-06-08 02:00:00 | 2026-06-08 03:00:00 | 下架
                """).allReported().computed("KB07").then("""
                indicator | period | by            | value | numerator | denominator | status
                ----------+--------+---------------+-------+-----------+-------------+---------------
                KB07      | 2026Q2 |               | 50    | 2         | 4           | ok
                KB07      | 2026Q2 | expo=枸杞展会 | 50    | 2         | 4           | ok
                KB07      | 2026Q3 |               | -     | 0         | 0           | no_denominator
                """);
    }

    private static final String ASSISTANCE = """
            no | kind         | apply_date | accept_date | close_date | result   | score
            ---+--------------+------------+-------------+------------+----------+------
            s1 | 侵权判定     | 2026-04-01 | 2026-04-01  | 2026-04-10 | 办结     | 5
            s2 | 咨询         | 2026-04-02 |             | 2026-04-02 | 办结     | 3
            s3 | 其他         | 2026-04-03 | 2026-04-03  |            | 转办     |
            s4 | 海外援助     | 2026-04-07 | 2026-04-07  | 2026-05-20 | 办结     | 3
            s5 | 举报投诉指引 | 2026-06-30 | 2026-06-30  |            |          |
            s6 | 侵权判定     | 2026-04-08 | 2026-04-08  | 2026-05-07 | 办结     |
            s7 | 其他         | 2026-04-09 |             |            | 不予受理 |
            """;

    @Test
    void KB04_keeps_consultations_apart_KB05_waits_for_its_limit_and_KB05A_asks_only_those_who_answered() {
        // 受理 s1 s3 s4 s5 s6 ＝ 5；咨询 s2 ＝ 1。满意：已评 s1(5分) s4(3分) → 1÷2 ＝ 50.0%；s6 未评、s2 是咨询，不在内
        // 办结期限 L45 没有录入：二季度有受理件，不计算
        Given.drawn("rights_assistance", ASSISTANCE)
                .allReported()
                .computed("KB04", "KB04A", "KB05", "KB05A")
                .then("""
                indicator | period | value | status         | note
                ----------+--------+-------+----------------+-----------------
                KB04      | 2026Q2 | 5     | ok             |
                KB04A     | 2026Q2 | 1     | ok             | 按申请日期计1件
                KB05      | 2026Q2 | -     | not_configured | 未配置的法定期限
                KB05A     | 2026Q2 | 50    | ok             |
                """);
    }

    /**
     * 20 working days, the day itself not counted. From 1 April 2026 (清明 4–6 April): 2, 3, 7–10, 13–17, 20–24, 27–30
     * April = 2 + 4 + 5 + 5 + 4 = 20 → 30 April. From 3 April two days fewer: 6 and 7 May. From 7 April: 8–10 (3), 13–17 (8), 20–24 (13), 27–30 (17), 6–8 May (20) →
     * 8 May. From 8 April: one day fewer before it, so the twentieth is Saturday 9 May, on which is worked for 劳动节. From
     * 30 June: 1–3 July (3), 6–10 (8), 13–17 (13), 20–24 (18), 27, 28 (20) → 28 July.
     *
     * <p>Due from April to June: s1 and s6 in time, s4 on 20 May late, s3 handed on and left out: 2 ÷ 3. Due from July to
     * September: s5, still open: 0 ÷ 1.
     */
    @Test
    void KB05_once_a_limit_of_20_working_days_is_entered_gives_each_case_its_day() {
        Model model = ModelCatalogue.load(Bench.HOME).model(TableName.parse("fact.assistance"));
        Bench bench = new Bench().given("rights_assistance", ASSISTANCE);
        Binding entered = new Binding();
        bench.spark().sql("""
                select * from dimension.statutory_limit
                union all
                select 'L45', 'L45', '维权援助', 20, '工作日', 0, '', date '2020-01-01', date '9999-12-31'
                """).createOrReplaceTempView(entered.bind(TableName.parse("dimension.statutory_limit")));

        List<Row> rows = new ModelRun(bench.spark(), entered).rows(model);

        assertThat(rows.stream()
                        .map(row -> row.getAs("assistance_no") + " " + row.getAs("due_on") + " "
                                + row.getAs("close_limit_state")))
                .containsExactlyInAnyOrder(
                        "s1 2026-04-30 provisional",
                        "s2 null no_start",
                        "s3 2026-05-07 provisional",
                        "s4 2026-05-08 provisional",
                        "s5 2026-07-28 provisional",
                        "s6 2026-05-09 provisional",
                        "s7 null no_start");
        Dataset<Row> fact = bench.spark().createDataFrame(rows, SparkShape.of(model.shape()));
        assertThat(ofDistrict(fact, "KB05")).containsEntry("2026Q2", "2/3").containsEntry("2026Q3", "0/1");
    }

    private static Map<String, String> ofDistrict(Dataset<Row> fact, String code) {
        Definition definition =
                Passports.load(Bench.HOME).find(new IndicatorId(code)).orElseThrow();
        Indicators.Scope scope = new Indicators.Scope(
                List.of(Bench.DISTRICT), YearMonth.of(2026, 4), YearMonth.from(Bench.THROUGH), Trust.load(Bench.HOME));
        return new Indicators(List.of(definition), scope, Summing.HERE)
                        .figures(
                                table -> fact,
                                new Indicators.Reports(Bench.sources(), List.of(reportOnAprilToSeptember())))
                        .stream()
                        .filter(f -> f.dimension().isEmpty())
                        .collect(Collectors.toMap(
                                f -> f.period().toString(), f -> f.numerator() + "/" + f.denominator()));
    }

    private static SubmissionRecord reportOnAprilToSeptember() {
        Submission submission = new Submission(
                "sha",
                "S20.csv",
                "S20",
                Instant.parse("2026-10-01T00:00:00Z"),
                LocalDate.of(2026, 9, 30),
                List.of("2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"));
        return new SubmissionRecord(
                submission, SubmissionRecord.Verdict.ACCEPTED, 7, 7, 0, 0, new TreeMap<>(), new TreeMap<>(), "");
    }
}
