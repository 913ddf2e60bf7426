package org.ipwarehouse.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.app.command.DrawnDesk.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingCommandsSpec {
    @TempDir
    Path folder;

    private Answer ipw(String... words) {
        return new DrawnDesk(folder).ipw(words);
    }

    private Answer ipw(DrawnRooms rooms, String... words) {
        return new DrawnDesk(folder).ipw(rooms, words);
    }

    @Test
    void figures_as_json_have_the_agreed_fields_rounded_values_and_unrounded_parts() {
        Answer answer = ipw("figures", "--period", "2026Q3", "--json");

        assertThat(answer.code()).isZero();
        // 96.3636… → 96.4 (one decimal); −1.25 → −1.3, half away from zero; 20.04 → 20.0
        assertThat(answer.lines())
                .containsExactly(
                        "{\"indicator\":\"TS05\",\"period\":\"2026Q3\",\"region\":\"640502\",\"dimension\":\"\",\"value\":96.4,"
                                + "\"numerator\":53,\"denominator\":55,\"yoy\":-1.3,\"qoq\":null,\"status\":\"ok\"}",
                        "{\"indicator\":\"XZ01\",\"period\":\"2026Q3\",\"region\":\"640502\",\"dimension\":\"\",\"value\":12,"
                                + "\"numerator\":12,\"denominator\":null,\"yoy\":20.0,\"qoq\":null,\"status\":\"ok\"}");
    }

    @Test
    void that_the_data_are_synthetic_is_said_beside_the_results_of_every_command_that_reads_them() {
        List<String[]> asked = List.of(
                new String[] {"figures", "--period", "2026Q3", "--json"},
                new String[] {"why", "XZ01", "2026Q3", "--json"},
                new String[] {"explain", "XZ01", "2026Q3"},
                new String[] {"trust", "2026Q3"},
                new String[] {"overdue"},
                new String[] {"warnings", "--csv"},
                new String[] {"warnings", "why", "W03-aaaaaaaaaaaa"},
                new String[] {"diff", "previous", "last"});

        assertThat(asked).allSatisfy(words -> assertThat(ipw(words))
                .satisfies(answer -> assertThat(answer.err()).isEqualTo("演示数据（synthetic），不是真实统计。\n"))
                .satisfies(answer -> assertThat(answer.out()).isNotEmpty().doesNotContain("synthetic")));
    }

    @Test
    void a_breakdown_names_dimension_and_value() {
        Answer answer = ipw("figures", "--indicator", "xz01", "--period", "2026Q3", "--by", "ip_type", "--csv");

        assertThat(answer.lines())
                .containsExactly(
                        "indicator,period,region,dimension,value,numerator,denominator,yoy,qoq,status",
                        "XZ01,2026Q3,640502,ip_type=TM,9,9,,,,ok",
                        "XZ01,2026Q3,640502,ip_type=PT,3,3,,,,ok");
    }

    @Test
    void townships_and_the_unknown_one_add_up_to_the_district() {
        Answer answer = ipw("figures", "--indicator", "XZ01", "--period", "2026Q3", "--by", "township", "--csv");

        // 2 + 10 = 12, the district's figure
        assertThat(answer.lines().subList(1, 3))
                .containsExactly("XZ01,2026Q3,640502000,,2,2,,,,ok", "XZ01,2026Q3,640502100,,10,10,,,,ok");
    }

    @Test
    void a_missing_figure_is_null_for_machines_and_three_dots_with_a_note_for_people_never_zero() {
        assertThat(ipw("figures", "--indicator", "TS05", "--period", "2026Q3", "--region", "滨河镇", "--json")
                        .out())
                .contains("\"value\":null")
                .contains("\"status\":\"missing\"");
        assertThat(ipw("figures", "--indicator", "TS05", "--period", "2026Q3", "--region", "滨河镇")
                        .out())
                .contains("…")
                .contains("注：本期未报送");
    }

    @Test
    void a_word_that_is_not_known_is_one_line_with_the_nearest_ones_and_exit_code_2() {
        assertThat(ipw("figures", "--indicator", "XZ0l", "--period", "2026Q3"))
                .isEqualTo(new Answer(2, "", "ipw: 没有指标 'XZ0l'。 处理：是否指：XZ01、TS05\n"));
        assertThat(ipw("figures", "--period", "2027Q3").err()).isEqualTo("ipw: 没有时期 '2027Q3'。 处理：是否指：2026Q3、2026Q2\n");
        assertThat(ipw("figures", "--period", "third quarter").err())
                .contains("2026Q3")
                .hasLineCount(1);
        assertThat(ipw("figures", "--period", "2026Q3", "--region", "滨合镇").err())
                .contains("滨河镇")
                .hasLineCount(1);
        assertThat(ipw("figures", "--period", "2026Q3", "--by", "colour").err())
                .contains("ip_type")
                .hasLineCount(1);
    }

    @Test
    void mistakes_in_the_command_line_are_one_line_and_exit_code_2() {
        assertThat(ipw("figures").code()).isEqualTo(2);
        assertThat(ipw("figures").err()).contains("--period").hasLineCount(1);
        assertThat(ipw("figurs").err()).contains("figures").hasLineCount(1);
        assertThat(ipw("figures", "--period", "2026Q3", "--json", "--csv").code())
                .isEqualTo(2);
        assertThat(ipw("sample", "--out", "x", "--rows", "999", "--seed", "1").err())
                .contains("1000")
                .hasLineCount(1);
        assertThat(ipw("sample", "--out", "x", "--rows", "5000", "--seed", "1", "--defects", "1.5")
                        .code())
                .isEqualTo(2);
        assertThat(ipw("sample", "--out", "x", "--rows", "5000", "--seed", "1", "--format", "pdf")
                        .err())
                .contains("csv", "xlsx", "mixed")
                .hasLineCount(1);
        assertThat(ipw("ingest", "no-such-file.xlsx")).satisfies(a -> {
            assertThat(a.code()).isEqualTo(2);
            assertThat(a.err()).contains("no-such-file.xlsx").hasLineCount(1);
        });
        assertThat(ipw("figures", "--period", "2026Q3", "--config", "none.yaml").code())
                .isEqualTo(2);
    }

    @Test
    void before_the_first_build_a_figure_is_refused_with_what_to_run() {
        Answer answer = ipw(new DrawnRooms(false), "figures", "--period", "2026Q3");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("ipw build").hasLineCount(1);
    }

    @Test
    void why_walks_back_to_file_sheet_and_row() {
        String json = ipw("why", "TS05", "2026Q3", "--json").out();

        assertThat(json)
                .contains("\"indicator\":\"TS05\"", "\"numerator\":53,\"denominator\":55")
                .contains("\"passport\":{\"code\":\"TS05\"", "\"formula\":\"分子 ÷ 分母\"")
                .contains("\"file\":\"S02_案件台账.csv\"", "\"sheet\":\"3月\",\"row\":17");
        assertThat(ipw("why", "TS05", "2026Q3").out())
                .contains("3月")
                .contains("17")
                .contains("分子");
    }

    @Test
    void an_order_for_samples_is_handed_on_as_it_was_given() {
        assertThat(ipw("sample", "--out", "x", "--rows", "5000", "--seed", "1").err())
                .contains("defects=0.01", "format=MIXED", "sources=[]", "layout=MONTHLY");
        assertThat(ipw(
                                "sample",
                                "--out",
                                "x",
                                "--rows",
                                "5000",
                                "--seed",
                                "1",
                                "--format",
                                "csv",
                                "--source",
                                "S02",
                                "--single-file")
                        .err())
                .contains("format=CSV", "sources=[S02]", "layout=SINGLE_FILE");
    }

    @Test
    void status_says_what_came_what_is_missing_what_is_stale_and_what_failed() {
        Answer text = ipw("status");

        assertThat(text.out())
                .contains("读入 14 行 = 接收 12 + 退回 1 + 重复 1")
                .contains("未收完 1 个文件", "2026-10-12 07:00  S04  sha256 cdcd")
                .contains("缺报 1 项", "S06 法院案件")
                .doesNotContain("S02 案件台账（应于")
                .contains("请运行 ipw build")
                .contains("每日全流程  失败  磁盘已满");
        assertThat(ipw("status", "--json").out())
                .contains("\"through\":\"2026-09\"", "\"stale\":true", "\"outcome\":\"failed\"")
                .contains("\"unfinished\":[{\"sha256\":\"cdcd")
                .contains("\"missing\":[{\"source\":\"S06\"");
    }

    @Test
    void check_prints_each_complaint_with_file_and_line_and_ends_with_2() {
        assertThat(ipw("check").code()).isZero();

        Answer broken = ipw(new DrawnRooms(false), "check");
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("etl/contracts/S02.yaml:7");
    }

    @Test
    void every_command_explains_itself_in_chinese_first() {
        List<String> commands = List.of(
                "demo",
                "ingest",
                "build",
                "publish",
                "run",
                "status",
                "figures",
                "why",
                "sample",
                "bulletin",
                "schedule",
                "check");

        for (String command : commands) {
            Answer help = ipw(command, "--help");
            assertThat(help.code()).as(command).isZero();
            assertThat(help.out()).as(command).contains("Usage: ipw " + command).containsPattern("\\p{IsHan}");
        }
    }

    @Test
    void what_nobody_expected_is_one_line_with_the_place_of_the_trace_and_exit_code_1() {
        // DrawnRooms refuses to open the works
        Answer answer = ipw("build", "--data", folder.toString());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).hasLineCount(1).contains("ipw-faults.log").doesNotContain("\tat ");
        assertThat(folder.resolve("logs/ipw-faults.log"))
                .content()
                .contains("UnsupportedOperationException")
                .contains("\tat ");
    }

    @Test
    void diff_groups_changes_by_cause_and_shows_both_values_as_published() {
        Answer answer = ipw("diff", "previous", "last");

        assertThat(answer.code()).isZero();
        // TS05 滨河镇由缺报到 1÷2 ＝ 50.0%（报送到了）；XZ01 10 → 12、商标 8 → 9（报送本来就全）
        assertThat(answer.lines().get(0)).isEqualTo("新到数据：新增 0，消失 0，改变 1");
        assertThat(answer.out()).contains("数据更正：新增 0，消失 0，改变 2").contains("…").contains("50.0");
        assertThat(ipw("diff", "2026-10-10", "2026-10-11", "--totals", "--csv").lines())
                .containsExactly(
                        "cause,kind,indicator,period,region,dimension,before,after,difference",
                        "new_data,changed,TS05,2026Q3,640502100,,,50.0,",
                        "corrected_data,changed,XZ01,2026Q3,640502,,10,12,2");
        assertThat(ipw("diff", "2026-10-10T09:00:00", "previous").lines()).containsExactly("两个时点的数字完全相同。");
    }

    @Test
    void diff_without_moments_lists_what_can_be_compared_and_refuses_what_is_no_moment() {
        // 构建于 UTC 1 时，即北京时间 9 时
        assertThat(ipw("diff").lines()).containsExactly("2026-10-11T09:00:00  last", "2026-10-10T09:00:00  previous");
        Answer refused = ipw("diff", "上个月", "last");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("没有时点 '上个月'").contains("2026-10-11T09:00:00");
    }
}
