package org.ipwarehouse.etl.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.ipwarehouse.warehouse.api.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractJudgeSpec {

    @Test
    void a_row_that_keeps_its_contract_arrives_with_typed_values_and_nothing_repaired() {
        Desk row = Desk.good("S02");
        assertThat(row.stored("filing_date")).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(row.stored("fine_yuan")).isEqualTo(new BigDecimal("5000.00"));
        assertThat(row.stored("ip_type")).isEqualTo("TM");
        assertThat(row.stored("violation")).isEqualTo("V01");
        assertThat(row.stored("township")).isEqualTo("640502100");
        assertThat(row.stored("handling_org")).isEqualTo("U17");
        assertThat(row.stored("close_date")).isNull();
        assertThat(row.accepted().key()).isEqualTo("卫沙市监立〔2026〕12号");
        assertThat(row.accepted().repairs()).isEmpty();
        assertThat(row.accepted().raw()).isEmpty();
    }

    @Test
    void a_repaired_cell_is_named_with_its_rule_and_kept_as_it_was_sent() throws Exception {
        Rows.Accepted row = Desk.good("S02")
                .with("filing_date", "2026年7月1日")
                .with("case_no", "卫沙市监立[2026]第012号")
                .with("fine_yuan", "5,000元")
                .accepted();
        assertThat(row.key()).isEqualTo("卫沙市监立〔2026〕12号");
        assertThat(row.repairs().split(";"))
                .containsExactlyInAnyOrder("D55@case_no", "D30@filing_date", "D37@fine_yuan", "D39@fine_yuan");
        assertThat(new ObjectMapper().readTree(row.raw()).get("filing_date").asText())
                .isEqualTo("2026年7月1日");
        assertThat(new ObjectMapper().readTree(row.raw()).get("fine_yuan").asText())
                .isEqualTo("5,000元");
    }

    @Test
    void the_same_row_under_another_running_number_has_the_same_values() {
        assertThat(Desk.good("S02").with("row_no", "7").accepted().values())
                .isEqualTo(Desk.good("S02").with("row_no", "8").accepted().values());
    }

    @Test
    void every_reason_is_told_not_only_the_first() {
        Rows.Rejected row = Desk.good("S02")
                .with("uscc", "91350100M000100Y44")
                .with("filing_date", "2026-02-30")
                .with("fine_yuan", "五千到六千")
                .with("ip_type", "外星权利")
                .without("party_name")
                .rejected();
        assertThat(row.codes())
                .containsExactlyInAnyOrder(
                        "USCC_CHECKSUM@uscc",
                        "DATE_INVALID@filing_date",
                        "AMOUNT_UNPARSEABLE@fine_yuan",
                        "ENUM_UNKNOWN@ip_type",
                        "VALUE_MISSING@party_name");
    }

    @Test
    void a_reason_says_in_chinese_what_is_wrong_and_how_to_correct_it() {
        Rejection reason = Desk.good("S02")
                .with("filing_date", "2026-02-30")
                .rejected()
                .reasons()
                .get(0);
        assertThat(reason)
                .isEqualTo(new Rejection(
                        "DATE_INVALID",
                        "filing_date",
                        "2026-02-30",
                        "立案日期：日历上没有这一天。按“年-月-日”填写实际存在的日期。例：2024-02-30 → 2024-02-29"));
    }

    /** 5 in a column of 万元 is 5 × 10000 = 50000 元; the ledger agreed on 元, so the conversion is noted. */
    @Test
    void the_unit_of_the_header_counts() {
        Desk row = Desk.good("S02").with("fine_yuan", "5").unit("fine_yuan", "万元");
        assertThat(row.stored("fine_yuan")).isEqualTo(new BigDecimal("50000.00"));
        assertThat(row.accepted().repairs()).isEqualTo("D37@fine_yuan");
    }

    /** The form of double publicity is in 万元: 0.5 × 10000 = 5000 元 needs no note, but a header in 元 does. */
    @Test
    void the_unit_that_was_agreed_needs_no_note() {
        assertThat(Desk.good("S01").stored("fine_yuan")).isEqualTo(new BigDecimal("5000.00"));
        assertThat(Desk.good("S01").accepted().repairs()).isEmpty();
        Desk inYuan = Desk.good("S01").with("fine_yuan", "5000").unit("fine_yuan", "元");
        assertThat(inYuan.stored("fine_yuan")).isEqualTo(new BigDecimal("5000.00"));
        assertThat(inYuan.accepted().repairs()).isEqualTo("D37@fine_yuan");
    }

    @Test
    void the_key_of_a_publication_has_three_parts_and_the_name_stands_in_for_a_missing_code() {
        assertThat(Desk.good("S01").accepted().key())
                .isEqualTo("卫市监处罚〔2026〕12号\u001F116405020000000B0N\u001F91350100M000100Y43");
        Desk household = Desk.good("S01").without("uscc").with("party_kind", "个体工商户");
        assertThat(household.accepted().key()).endsWith("\u001F沙坡头区鼓楼烟酒店");
    }

    @Test
    void a_violation_outside_intellectual_property_keeps_its_words_in_the_publication_only() {
        assertThat(Desk.good("S01").with("violation", "占道经营").stored("violation"))
                .isEqualTo("占道经营");
        assertThat(Desk.good("S01").stored("violation")).isEqualTo("V01");
        assertThat(Desk.good("S02").with("violation", "占道经营").rejected().codes())
                .containsExactly("ENUM_UNKNOWN@violation");
    }

    @Test
    void several_penalties_in_a_cell_become_one_list_and_decide_what_must_be_stated() {
        Desk both = Desk.good("S01").with("penalty_kinds", "罚款、没收违法所得");
        assertThat(both.rejected().codes()).containsExactly("VALUE_MISSING@confiscated_yuan");
        assertThat(both.with("confiscated_yuan", "0.2").stored("penalty_kinds")).isEqualTo("罚款;没收违法所得");
        assertThat(Desk.good("S01").without("fine_yuan").rejected().codes()).containsExactly("VALUE_MISSING@fine_yuan");
        assertThat(Desk.good("S01")
                        .with("penalty_kinds", "警告")
                        .without("fine_yuan")
                        .accepted()
                        .key())
                .isNotEmpty();
    }

    @Test
    void a_reason_shows_the_cell_as_it_was_sent() {
        Rejection late = Desk.good("S02")
                .with("close_date", "2026年10月1日")
                .rejected()
                .reasons()
                .get(0);
        assertThat(late.raw()).isEqualTo("2026年10月1日");
        assertThat(late.message()).startsWith("结案日期：日期晚于文件所述的 2026-09-30。");
    }

    @Test
    void a_legal_person_needs_its_credit_code() {
        assertThat(Desk.good("S01").without("uscc").rejected().codes()).containsExactly("VALUE_MISSING@uscc");
    }

    @Test
    void a_publication_before_the_decision_is_out_of_order() {
        Rows.Rejected row = Desk.good("S01").with("publish_date", "2026-07-31").rejected();
        assertThat(row.codes()).containsExactly("DATE_ORDER@publish_date");
        assertThat(row.reasons().get(0).message()).contains("早于处罚决定日期 2026-08-01");
    }

    /** The file describes 2026-09-30. */
    @ParameterizedTest
    @CsvSource({
        "S01,decision_date,2026-09-30,true",
        "S01,decision_date,2026-10-01,false",
        "S01,valid_until,2099-12-31,true",
        "S01,publish_date,2026-10-12,true",
        "S01,publish_date,2027-01-15,false",
        "S26,submit_date,2026-10-09,true",
        "S04,accept_time,2026-10-01 00:00:01,false"
    })
    void no_date_lies_after_the_day_that_the_file_describes_unless_the_contract_allows_it(
            String source, String field, String date, boolean good) {
        Desk row = Desk.good(source).with(field, date);
        if (field.equals("decision_date")) {
            row.with("publish_date", "");
        }
        Rows.Memory memory = row.judged();
        assertThat(memory.accepted).hasSize(good ? 1 : 0);
        assertThat(memory.rejected).allMatch(r -> r.codes().contains("DATE_INVALID@" + field));
    }

    @Test
    void an_empty_township_is_found_in_the_address() {
        Desk row = Desk.good("S02").without("township").with("address", "沙坡头区文昌镇中山街1号");
        assertThat(row.stored("township")).isEqualTo("640502101");
        assertThat(row.accepted().repairs()).isEqualTo("D54@township");
        assertThat(Desk.good("S02").without("township").with("address", "中山街1号").stored("township"))
                .isNull();
    }

    @Test
    void another_county_is_out_of_the_area() {
        assertThat(Desk.good("S02").with("township", "中宁县").rejected().codes()).containsExactly("OUT_OF_AREA@township");
        assertThat(Desk.good("S02")
                        .without("township")
                        .with("address", "海原县海城镇")
                        .rejected()
                        .codes())
                .containsExactly("OUT_OF_AREA@township");
    }

    @Test
    void units_are_known_by_their_aliases_and_unknown_ones_are_refused_where_they_are_the_key() {
        assertThat(Desk.good("S26").with("org", "司法局").stored("org")).isEqualTo("U11");
        assertThat(Desk.good("S26").with("org", "司法局").accepted().repairs()).isEqualTo("D53@org");
        assertThat(Desk.good("S26").with("org", "某某办公室").rejected().codes()).containsExactly("UNIT_UNKNOWN@org");
        assertThat(Desk.good("S02").with("handling_org", "滨河市场监管所").stored("handling_org"))
                .isEqualTo("滨河市场监管所");
    }

    @Test
    void a_report_without_mechanism_has_an_empty_part_in_its_key() {
        assertThat(Desk.good("S26").accepted().key()).isEqualTo("1\u001FU11\u001F2026Q3\u001FT01-M07");
        assertThat(Desk.good("S26").without("mech_id").accepted().key()).isEqualTo("1\u001FU11\u001F2026Q3\u001F");
        assertThat(Desk.good("S26").without("org").rejected().codes()).containsExactly("KEY_MISSING@org");
        assertThat(Desk.good("S26").with("task_no", "18").rejected().codes()).containsExactly("VALUE_RANGE@task_no");
    }

    @Test
    void a_number_that_a_spreadsheet_took_for_a_number_is_lost() {
        assertThat(Desk.good("S02").with("uscc", "9.16405E+17").rejected().codes())
                .containsExactly("USCC_PRECISION_LOST@uscc");
        assertThat(Desk.good("S02")
                        .with("party_id", "#n:640502190001010000")
                        .rejected()
                        .codes())
                .containsExactly("ID_PRECISION_LOST@party_id");
        assertThat(Desk.good("S02")
                        .with("party_id", "110105194912310021")
                        .rejected()
                        .codes())
                .containsExactly("ID_CHECKSUM@party_id");
        assertThat(Desk.good("S04")
                        .with("reg_no", "#n:2.02607010001E+17")
                        .rejected()
                        .codes())
                .containsExactly("KEY_MISSING@reg_no");
        assertThat(Desk.good("S04").without("reg_no").rejected().codes()).containsExactly("KEY_MISSING@reg_no");
    }

    @Test
    void formula_errors_and_test_data_are_refused() {
        assertThat(Desk.good("S02").with("fine_yuan", "#DIV/0!").rejected().codes())
                .containsExactly("FORMULA_ERROR@fine_yuan");
        assertThat(Desk.good("S02").with("fine_yuan", "#REF!").rejected().codes())
                .containsExactly("FORMULA_ERROR@fine_yuan");
        assertThat(Desk.good("S02").with("party_name", "测试企业").rejected().codes())
                .containsExactly("TEST_DATA@party_name");
        assertThat(Desk.good("S02").with("case_no", "111111").rejected().codes())
                .containsExactly("TEST_DATA@case_no");
    }

    @Test
    void slash_none_blank_and_nought_stay_four_different_things() {
        Desk slash = Desk.good("S02").with("fine_yuan", "/");
        assertThat(slash.stored("fine_yuan")).isNull();
        assertThat(slash.accepted().raw()).isEqualTo("{\"fine_yuan\":\"/\"}");
        Desk none = Desk.good("S02").with("fine_yuan", "无");
        assertThat(none.stored("fine_yuan")).isEqualTo(new BigDecimal("0.00"));
        assertThat(none.accepted().repairs()).isEqualTo("D41@fine_yuan");
        Desk blank = Desk.good("S02").with("fine_yuan", " ");
        assertThat(blank.stored("fine_yuan")).isNull();
        assertThat(blank.accepted().repairs()).isEmpty();
        Desk nought = Desk.good("S02").with("fine_yuan", "0");
        assertThat(nought.stored("fine_yuan")).isEqualTo(new BigDecimal("0.00"));
        assertThat(nought.accepted().repairs()).isEmpty();
    }

    @Test
    void a_mark_does_not_stand_for_what_must_be_stated() {
        assertThat(Desk.good("S02").with("party_name", "/").rejected().codes())
                .containsExactly("VALUE_MISSING@party_name");
    }

    @Test
    void a_point_in_time_is_kept_in_utc() {
        assertThat(Desk.good("S04").stored("reg_time")).isEqualTo(Instant.parse("2026-07-01T01:30:00Z"));
    }

    /** The crime came into force with amendment XI on 2021-03-01. */
    @ParameterizedTest
    @CsvSource({"2021-03-01,true", "2021-02-28,false"})
    void a_code_counts_from_the_day_on_which_it_is_valid(String fileDate, boolean good) {
        Rows.Memory memory = Desk.good("S06")
                .with("case_no", "（2021）宁0502刑初12号")
                .with("year", "2021")
                .with("court", "沙坡头区人民法院")
                .with("case_kind", "刑事")
                .with("instance", "一审")
                .with("cause", "为境外窃取、刺探、收买、非法提供商业秘密罪")
                .with("plaintiff", "沙坡头区人民检察院")
                .with("defendant", "某公司")
                .with("foreign_flag", "否")
                .with("file_date", fileDate)
                .with("procedure", "普通")
                .judged();
        assertThat(memory.rejected).allMatch(r -> r.codes().contains("ENUM_UNKNOWN@cause"));
        assertThat(memory.accepted).hasSize(good ? 1 : 0);
    }

    @Test
    void an_unknown_column_changes_nothing_for_a_good_row_and_is_kept_for_a_bad_one() throws Exception {
        assertThat(Desk.good("S02").extra("天气", "晴").accepted().raw()).isEmpty();
        String cells = Desk.good("S02")
                .extra("天气", "晴 \"转\" 多云\n夜雨")
                .without("party_name")
                .rejected()
                .cells();
        assertThat(new ObjectMapper().readTree(cells).get("天气").asText()).isEqualTo("晴 \"转\" 多云\n夜雨");
    }
}
