package org.ipwarehouse.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ipwarehouse.app.command.DrawnDesk.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of warnings at the terminal on 12 October 2026. */
class WarningCommandsSpec {
    @TempDir
    Path folder;

    private Answer ipw(String... words) {
        return new DrawnDesk(folder).ipw(words);
    }

    private Answer ipw(DrawnRooms rooms, String... words) {
        return new DrawnDesk(folder).ipw(rooms, words);
    }

    @Test
    void open_warnings_are_listed_with_what_is_overdue_and_what_could_not_be_judged() {
        Answer answer = ipw("warnings");

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("W03-aaaaaaaaaaaa", "W11-bbbbbbbbbbbb", "滨河镇", "U10、U17")
                .doesNotContain("W03-cccccccccccc")
                // 期限 10-10 已过，10-20 未到
                .contains("预警 2 条：红 1，黄 1；未处置且已过期限 1 条。")
                .contains("未能判断：W03 案件超期，未决案件没有立案日期（2 行）");
    }

    @Test
    void state_rule_and_unit_choose() {
        assertThat(ipw("warnings", "--state", "all", "--rule", "w03", "--csv").lines())
                .containsExactly(
                        "id,rule,level,state,subject,summary,region,owner,happened_on,raised_on,due_on,handled_on,is_false_alarm,rows",
                        "W03-aaaaaaaaaaaa,W03,红,new,A1,办案期限届满，没有处理决定,640502100,U14,2026-09-15,2026-10-01,2026-10-10,,false,1",
                        "W03-cccccccccccc,W03,红,dismissed,A1,办案期限届满，没有处理决定,640502100,U17,2026-09-15,2026-10-01,2026-10-05,2026-10-02,true,1");
        assertThat(ipw("warnings", "--unit", "U10", "--json").lines())
                .singleElement()
                .asString()
                .startsWith("{\"id\":\"W11-bbbbbbbbbbbb\",\"rule\":\"W11\",\"level\":\"黄\",\"state\":\"confirmed\"");
        assertThat(ipw("warnings", "--state", "closed").lines().get(0)).isEqualTo("预警 0 条：红 0，黄 0；未处置且已过期限 0 条。");
    }

    @Test
    void why_walks_a_warning_back_to_file_sheet_and_row_by_either_way() {
        Answer answer = ipw("why", "W03-aaaaaaaaaaaa");

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("规则：90日届满未决（第 1 版，把握：firm）", "注意：扣除天数以台账为准")
                .containsPattern("S02_案件台账.xlsx +3月 +17 +case_no=A1")
                .contains("2026-10-01 09:00  生成  新    系统");
        assertThat(ipw("warnings", "why", "W03-aaaaaaaaaaaa")).isEqualTo(answer);
        assertThat(ipw("warnings", "why", "W03-aaaaaaaaaaaa", "--json").out())
                .contains("\"file\":\"S02_案件台账.xlsx\"", "\"sheet\":\"3月\",\"row\":17")
                .contains("\"history\":[{\"at\":\"2026-10-01T01:00:00Z\",\"kind\":\"raised\"");
    }

    @Test
    void a_decision_needs_a_name_and_a_reason_and_the_reason_is_free_of_personal_data() {
        Answer done =
                ipw("warnings", "dismiss", "W03-aaaaaaaaaaaa", "--by", "王某某", "--reason", "当事人身份证11010519491231002X已核");

        assertThat(done.code()).isZero();
        assertThat(done.out()).contains("W03-aaaaaaaaaaaa", "误报（王某某）").doesNotContain("11010519491231002X");
        assertThat(ipw("warnings", "close", "W03-aaaaaaaaaaaa", "--by", "王某某", "--reason", "已处理")
                        .out())
                .contains("已关闭");
        assertThat(ipw("warnings", "confirm", "W03-aaaaaaaaaaaa", "--by", "王某某"))
                .satisfies(a -> {
                    assertThat(a.code()).isEqualTo(2);
                    assertThat(a.err()).contains("--reason").hasLineCount(1);
                });
        assertThat(ipw("warnings", "confirm", "W03-aaaaaaaaaaaa", "--by", " ", "--reason", "x")
                        .err())
                .contains("--by")
                .hasLineCount(1);
    }

    @Test
    void mistakes_are_one_line_with_what_is_nearest() {
        assertThat(ipw("warnings", "--rule", "W30").err())
                .contains("没有规则 'W30'", "W03")
                .hasLineCount(1);
        assertThat(ipw("warnings", "--unit", "U177").err())
                .contains("没有单位 'U177'", "U17")
                .hasLineCount(1);
        assertThat(ipw("warnings", "--state", "offen").err())
                .contains("dismissed")
                .hasLineCount(1);
        assertThat(ipw("why", "W03-aaaaaaaaaaab").err())
                .contains("没有预警", "W03-aaaaaaaaaaaa")
                .hasLineCount(1);
        assertThat(ipw("why", "XZ01").err()).contains("时期").hasLineCount(1);
        assertThat(ipw(new DrawnRooms(false), "warnings").err())
                .contains("ipw build")
                .hasLineCount(1);
    }
}
