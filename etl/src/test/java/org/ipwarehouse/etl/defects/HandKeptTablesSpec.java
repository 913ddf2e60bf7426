package org.ipwarehouse.etl.defects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** S35 to S38: tables that a clerk keeps by hand, from the bytes of the file to judged rows. */
class HandKeptTablesSpec {

    @Test
    void S35_keeps_surveys_of_the_district_apart_from_those_of_wider_areas() {
        Received file = Received.text("满意度调查.csv", """
                知识产权保护社会满意度调查台账
                调查年度,调查范围,调查结束日期,满意度得分,有效样本量,执行单位,抽样办法
                2025,沙坡头区,2025年11月30日,80.5,300,某调查公司,分乡镇等比例抽样
                2025,全国,2025-12-20,82.5,20000,,
                2025,全区,2025-12-20,81,900,,
                2024,沙坡头区,2024-11-30,800,300,,
                """);
        assertThat(file.source()).isEqualTo("S35");
        assertThat(file.column("area")).containsExactly("640502", "100000");
        assertThat(file.column("score")).containsExactly("80.50", "82.50");
        // 全区 may be the autonomous region or the district; 800 is no score out of 100
        assertThat(file.codes()).containsExactly(List.of("ENUM_UNKNOWN"), List.of("VALUE_RANGE"));
    }

    @Test
    void S36_takes_a_year_of_which_only_the_population_is_known() {
        Received file = Received.text("创造指标.csv", """
                年度,有效高价值发明专利数,有效发明专利数,年末常住人口(人),发布日期,数据出处
                2024,,,412345,2025-04-10,统计公报
                2025,36,120,413000,2026-03-20,国家知识产权局年报
                """);
        assertThat(file.source()).isEqualTo("S36");
        assertThat(file.codes()).isEmpty();
        assertThat(file.column("residents")).containsExactly("412345", "413000");
        assertThat(file.accepted.get(0).value("high_value_patents")).isEmpty();
    }

    @Test
    void S37_turns_registered_amounts_from_ten_thousands_into_yuan_and_masks_a_person_who_pledges() {
        Received file = Received.text("质押登记.csv", """
                专利商标质押登记台账（单位：万元）
                质押登记号,登记日期,知识产权类型,出质人,统一社会信用代码,质权人,登记额(万元),放款额(万元),注销日期
                宁质〔2026〕1号,2026-04-01,发明专利,宁夏某农业有限公司,91350100M000100Y43,某银行,300,200.5,2026-06-01
                宁质〔2026〕2号,2026-05-01,商标,马建国,,某银行,15,,
                宁质〔2026〕3号,2026-05-01,商标,宁夏某农业有限公司,91350100M000100Y43,某银行,15,,2026-04-01
                """);
        assertThat(file.source()).isEqualTo("S37");
        assertThat(file.column("pledged_yuan")).containsExactly("3000000.00", "150000.00");
        assertThat(file.accepted.get(0).value("lent_yuan")).isEqualTo("2005000.00");
        assertThat(file.accepted.get(1).value("pledgor")).doesNotContain("建国").startsWith("马");
        assertThat(file.codes()).containsExactly(List.of("DATE_ORDER"));
    }

    @Test
    void S38_knows_a_station_by_its_number_and_day() {
        Received file = Received.text("版权工作站.csv", """
                工作站编号,版权服务工作站名称,所在乡镇,设立日期,撤站日期,统计截止日,作品登记件数,其中作者在本区
                BQ-01,文昌版权服务工作站,文昌镇,2024-03-05,,2026-09-30,12,9
                BQ-02,滨河版权服务工作站,滨河,2024-04-01,,2026-09-30,-1,
                """);
        assertThat(file.source()).isEqualTo("S38");
        assertThat(file.row().key().replace('\u001F', ' ')).isEqualTo("BQ-01 2026-09-30");
        assertThat(file.row().value("township")).isEqualTo("640502101");
        assertThat(file.codes()).containsExactly(List.of("VALUE_RANGE"));
    }
}
