package org.ipwarehouse.etl.defects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** The register of procedural matters (S31), kept by hand in the court, from its bytes to a verdict on each row. */
class CourtRegisterSpec {

    @Test
    void a_register_with_the_words_of_the_court_is_taken_and_what_cannot_be_judged_goes_back() {
        // 6 行：保全（律师写法“准许”即支持）、调查令、制裁收下 3；调查令没有应回复日期、保全没有结果、类别不认识退回 3
        Received file = Received.file("程序事项台账.csv", """
                区人民法院诉讼与裁决程序事项台账,,,,,,,,
                事项编号,事项类别,程序,所属案号,裁定日期,裁定结果,应回复日期,回复日期,罚款金额(元)
                保1号,诉前证据保全,诉讼,,2026-07-02,准许,,,
                令1号,律师调查令,司法,（2026）宁0502民初12号,2026-07-10,,2026-07-25,2026-07-20,
                罚1号,妨害举证制裁,司法,（2026）宁0502民初12号,2026-09-01,,,,20000
                令2号,调查令,司法,（2026）宁0502民初12号,2026-08-10,,,,
                保2号,财产保全,司法,（2026）宁0502民初12号,2026-08-11,,,,
                保3号,算命,司法,,2026-08-12,支持,,,
                """.getBytes(Charset.forName("GB18030")));

        assertThat(file.file().contract().source()).isEqualTo("S31");
        assertThat(file.accepted).hasSize(3);
        assertThat(file.accepted.get(0).value("kind")).isEqualTo("证据保全");
        assertThat(file.accepted.get(0).value("side")).isEqualTo("司法");
        assertThat(file.accepted.get(0).value("result")).isEqualTo("支持");
        assertThat(file.accepted.get(1).value("due_on")).isEqualTo("2026-07-25");
        assertThat(file.accepted.get(2).value("fine_yuan")).isEqualTo("20000.00");
        assertThat(file.returned.stream().map(r -> r.sent().get("事项编号"))).containsExactly("令2号", "保2号", "保3号");
        assertThat(file.codes().get(2)).containsExactly("ENUM_UNKNOWN");
        assertThat(file.returned.get(0).reasons().get(0).column()).isEqualTo("due_on");
        assertThat(file.returned.get(1).reasons().get(0).column()).isEqualTo("result");
    }

    @Test
    void a_court_case_list_is_not_taken_for_the_register() {
        Received file = Received.text("案件.csv", """
                案号,收案年度,承办法院,案件类型,审级,案由,原告,被告,是否涉外涉港澳台,立案日期,适用程序
                （2026）宁0502民初12号,2026,沙坡头区人民法院,民事,一审,商标权权属、侵权纠纷,甲公司,乙公司,否,2026-05-06,普通
                """);
        assertThat(file.file().contract().source()).isEqualTo("S06");
    }
}
