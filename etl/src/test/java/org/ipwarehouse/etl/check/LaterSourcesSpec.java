package org.ipwarehouse.etl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of the sources from S18 on, judged by the contracts that ship. */
class LaterSourcesSpec {

    /** The key of each drawn row, its parts shown joined by a blank. */
    @ParameterizedTest
    @CsvSource({
        "S18, （2026）宁中卫证字第12号",
        "S19, 卫沙调〔2026〕3号",
        "S20, 沙维援〔2026〕5号",
        "S21, 202310123456.6",
        "S22, 纠纷通报 3",
        "S23, 沙快〔2026〕7号 沙快〔2026〕7号",
        "S25, U12 2026 9 20114 20114",
        "S28, 2026年第二批 202310123456.6",
        "S29, 公平竞争审查 卫沙政规发〔2026〕2号"
    })
    void a_row_in_order_is_accepted_under_its_key(String source, String key) {
        assertThat(Desk.good(source).accepted().key().replace('\u001F', ' ')).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "S18, issue_date, 2026-06-30, DATE_ORDER@issue_date",
        "S19, agreed, '', VALUE_MISSING@agreed",
        "S19, court_no, 2026年12号, NUMBER_INVALID@court_no",
        "S20, score, 6, VALUE_RANGE@score",
        "S20, uscc, '', VALUE_MISSING@uscc",
        "S21, app_no, 202310123456.7, NUMBER_INVALID@app_no",
        "S21, ptype, 商标, ENUM_UNKNOWN@ptype",
        "S22, country, 亚特兰蒂斯, ENUM_UNKNOWN@country",
        "S23, recv_time, '', VALUE_MISSING@recv_time",
        "S24, org, 某某协会, UNIT_UNKNOWN@org",
        "S25, month, 13, VALUE_RANGE@month",
        "S25, spent_yuan, '', VALUE_MISSING@spent_yuan",
        "S28, withdraw_date, '', VALUE_MISSING@withdraw_date",
        "S28, app_no, 申请中, NUMBER_INVALID@app_no",
        "S29, result, 大概通过, ENUM_UNKNOWN@result"
    })
    void a_row_that_breaks_its_contract_is_returned_with_the_reason(
            String source, String field, String cell, String reason) {
        assertThat(Desk.good(source).with(field, cell).rejected().codes()).containsExactly(reason);
    }

    @Test
    void a_certificate_of_a_notary_is_the_same_under_other_brackets() {
        assertThat(Desk.good("S18").with("no", "[2026] 宁中卫证字第012号").stored("no"))
                .isEqualTo("（2026）宁中卫证字第12号");
    }

    /** Work numbers stand where activities have their number: both leave as keyed tokens only. */
    @Test
    void people_of_the_expert_pool_are_known_by_the_token_of_their_work_number() {
        Desk expert = Desk.good("S24").with("kind", "专家").with("no", "640502-0017");
        Rows.Accepted row = expert.accepted();
        assertThat(row.key()).startsWith("U17\u001F").doesNotContain("0017");
        assertThat(expert.stored("no_token")).isNotNull().asString().doesNotContain("0017");
        assertThat(row.key())
                .isEqualTo(Desk.good("S24")
                        .with("kind", "专家")
                        .with("no", "640502-0017")
                        .with("topic", "另一次服务")
                        .accepted()
                        .key());
    }

    @Test
    void a_staff_row_without_a_number_is_known_by_unit_kind_and_day() {
        Rows.Accepted row = Desk.good("S24")
                .with("kind", "在岗")
                .without("no")
                .without("topic")
                .without("person_times")
                .with("on_post", "18")
                .with("establishment", "20")
                .with("certified", "16")
                .accepted();
        assertThat(row.key().replace('\u001F', ' ')).isEqualTo("U17 在岗 2026-07-01 ");
        assertThat(Desk.good("S24").with("kind", "在岗").rejected().codes())
                .containsExactly("VALUE_MISSING@on_post", "VALUE_MISSING@establishment", "VALUE_MISSING@certified");
    }

    /** 7.25 万元 × 10000 = 72500 元. */
    @Test
    void a_budget_row_is_in_wan_yuan_and_needs_an_account() {
        assertThat(Desk.good("S25").stored("spent_yuan")).isEqualTo(new BigDecimal("72500.00"));
        assertThat(Desk.good("S25").without("func_code").rejected().codes()).containsExactly("VALUE_MISSING@func_code");
        // an account outside the list keeps its code, freed of the indentation of its level
        assertThat(Desk.good("S25").with("func_code", "　　2013816").stored("func_code"))
                .isEqualTo("2013816");
    }

    @Test
    void an_equipment_row_has_no_account_and_no_amounts_but_both_numbers() {
        Desk equipment = Desk.good("S25")
                .without("func_code")
                .without("budget_yuan")
                .without("adj_yuan")
                .without("spent_yuan")
                .with("equip", "记录仪")
                .with("required", "20");
        assertThat(equipment.rejected().codes()).containsExactly("VALUE_MISSING@actual");
        assertThat(equipment.with("actual", "18").accepted().key().replace('\u001F', ' '))
                .isEqualTo("U12 2026 9 执法记录仪 执法记录仪");
    }

    @Test
    void each_kind_of_overseas_record_needs_what_belongs_to_it() {
        Desk policy = Desk.good("S22").with("kind", "保险").without("dispute").without("country");
        assertThat(policy.rejected().codes())
                .containsExactlyInAnyOrder(
                        "VALUE_MISSING@insurance",
                        "VALUE_MISSING@policy_no",
                        "VALUE_MISSING@premium",
                        "VALUE_MISSING@insured");
        assertThat(policy.with("insurance", "专利执行保险")
                        .with("policy_no", "PZ2026000123")
                        .with("premium", "-1200")
                        .with("insured", "500000")
                        .stored("premium"))
                .isEqualTo(new BigDecimal("-1200.00"));
        assertThat(Desk.good("S22").stored("country")).isEqualTo("USA;DEU");
        assertThat(Desk.good("S22")
                        .with("kind", "互助基金")
                        .with("fund_yuan", "300")
                        .stored("fund_yuan"))
                .isEqualTo(new BigDecimal("3000000.00"));
    }

    @Test
    void a_fair_itself_is_known_by_its_name_and_first_day() {
        Desk fair = Desk.good("S23")
                .with("kind", "展会")
                .without("case_no")
                .without("recv_time")
                .without("close_time")
                .without("result")
                .with("expo", "中卫枸杞博览会")
                .with("from_date", "2026-07-05")
                .with("to_date", "2026-07-08");
        assertThat(fair.accepted().key().replace('\u001F', ' ')).isEqualTo("中卫枸杞博览会 2026-07-05");
        assertThat(fair.without("from_date").rejected().codes()).contains("VALUE_MISSING@from_date");
    }

    @Test
    void a_mark_and_a_patent_keep_their_own_numbers_in_one_column() {
        assertThat(Desk.good("S28").stored("app_no")).isEqualTo("202310123456.6");
        assertThat(Desk.good("S28")
                        .with("app_no", "12345678")
                        .with("kind", "恶意商标注册")
                        .stored("app_no"))
                .isEqualTo("12345678");
    }
}
