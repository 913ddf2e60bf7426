package org.ipwarehouse.etl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of inspections, executions, prosecution, police, transfers, clues, listings, scans and campaigns. */
class CaseSourcesSpec {

    /** The key of each drawn row, its parts shown joined by a blank; 08:15:30 in Shanghai is 00:15:30 UTC. */
    @ParameterizedTest
    @CsvSource({
        "S03, 640502-2026-017 91350100M000100Y43 商标使用行为检查",
        "S07, （2026）宁0502执12号",
        "S08, 宁卫沙检刑受〔2026〕15号",
        "S09, 2026-07 假冒注册商标罪 行政移送",
        "S10, 卫沙市监罪移〔2026〕3号",
        "S11, 沙线〔2026〕9号 发出",
        "S12, 卫市监列严〔2026〕2号 91350100M000100Y43",
        "S14, 64050220260700010001 2026-07-01T00:15:30Z 出库",
        "S16, WJ20260700031",
        "S17, U02 2026-06..08"
    })
    void a_row_in_order_is_accepted_under_its_key(String source, String key) {
        assertThat(Desk.good(source).accepted().key().replace('\u001F', ' ')).isEqualTo(key);
    }

    /** The files describe the state of 30 September 2026. */
    @ParameterizedTest
    @CsvSource({
        "S03, issue, '', VALUE_MISSING@issue",
        "S03, follow_up, '', VALUE_MISSING@follow_up",
        "S03, inspect_date, 2026-06-30, DATE_ORDER@inspect_date",
        "S03, result, 基本合格, ENUM_UNKNOWN@result",
        "S03, item, '', KEY_MISSING@item",
        "S07, exec_no, 2026执字12, NUMBER_INVALID@exec_no",
        "S07, entrusted, '', VALUE_MISSING@entrusted",
        "S07, close_way, '', VALUE_MISSING@close_way",
        "S07, received, -1, VALUE_RANGE@received",
        "S08, returns, 3, VALUE_RANGE@returns",
        "S08, crime, 盗窃罪, ENUM_UNKNOWN@crime",
        "S08, pros_persons, '', VALUE_MISSING@pros_persons",
        "S09, month, 第七月, DATE_INVALID@month",
        "S09, solved, '', VALUE_MISSING@solved",
        "S10, approve_time, 2026-07-03 08:00, DATE_ORDER@transfer_time",
        "S10, doc_no, '', KEY_MISSING@doc_no",
        "S10, decision, 不予立案, VALUE_MISSING@no_reason",
        "S11, result, '', VALUE_MISSING@result",
        "S11, direction, 双向, ENUM_UNKNOWN@direction",
        "S12, out_type, 期满, VALUE_MISSING@out_date",
        "S12, uscc, 91350100M000100Y44, USCC_CHECKSUM@uscc",
        "S14, event, 打印, ENUM_UNKNOWN@event",
        "S14, unit, '', VALUE_MISSING@unit",
        "S14, from_uscc, 11010519491231002X, USCC_CHECKSUM@from_uscc",
        "S16, links, '', VALUE_MISSING@links",
        "S16, assign_date, 2026-06-30, DATE_ORDER@assign_date",
        "S16, violation, 其他问题, ENUM_UNKNOWN@violation",
        "S17, org, 某某公司, UNIT_UNKNOWN@org",
        "S17, period, 本期, DATE_INVALID@period",
        "S17, sites, 约, AMOUNT_UNPARSEABLE@sites"
    })
    void a_row_that_breaks_its_contract_is_returned_with_the_reason(
            String source, String field, String cell, String reason) {
        assertThat(Desk.good(source).with(field, cell).rejected().codes()).containsExactly(reason);
    }

    /** 35.5 万元 × 10000 and 1.25 万元 × 10000. */
    @Test
    void police_and_campaign_send_wan_yuan_unless_the_header_says_yuan() {
        assertThat(Desk.good("S09").stored("amount_yuan")).isEqualTo(new BigDecimal("355000.00"));
        assertThat(Desk.good("S17").stored("fine_yuan")).isEqualTo(new BigDecimal("12500.00"));
        assertThat(Desk.good("S17")
                        .with("fine_yuan", "12500")
                        .unit("fine_yuan", "元")
                        .stored("fine_yuan"))
                .isEqualTo(new BigDecimal("12500.00"));
    }

    /** Case rows may come beside monthly figures: a case keeps its key when month, crime or source change. */
    @Test
    void a_police_case_is_known_by_its_number_and_a_figure_by_month_crime_and_source() {
        String number = "A6405020000002026070001";
        Desk detail = Desk.good("S09").with("case_no", number);
        String key = String.join("\u001F", number, number, number);
        assertThat(detail.accepted().key()).isEqualTo(key);
        assertThat(detail.with("month", "202608")
                        .with("crime", "侵犯著作权罪")
                        .without("source")
                        .accepted()
                        .key())
                .isEqualTo(key);
        assertThat(Desk.good("S09").without("source").accepted().key()).isEqualTo("2026-07\u001F假冒注册商标罪\u001F");
    }

    @Test
    void the_three_parties_of_a_transfer_report_the_same_row() {
        String administrative = Desk.good("S10").accepted().key();
        String police = Desk.good("S10")
                .with("transfer_no", "GA-2026-0099")
                .with("from_org", "市监局")
                .with("doc_no", "卫沙市监罪移[2026]第003号")
                .with("accept_time", "2026-07-02 17:30")
                .accepted()
                .key();
        assertThat(police).isEqualTo(administrative);
    }

    /** 16:45 in Shanghai is 08:45 UTC: the 24 hours from approval are counted in minutes. */
    @Test
    void times_of_a_transfer_keep_their_hours() {
        assertThat(Desk.good("S10").stored("transfer_time")).isEqualTo(Instant.parse("2026-07-02T08:45:00Z"));
    }

    @Test
    void an_enforcement_rests_on_a_judgment_or_on_another_document() {
        assertThat(Desk.good("S07").stored("basis_no")).isEqualTo("（2025）宁0502民初88号");
        assertThat(Desk.good("S07").with("basis_no", "卫仲字[2025]第012号").stored("basis_no"))
                .isEqualTo("卫仲字〔2025〕12号");
        assertThat(Desk.good("S07")
                        .with("is_cross", "否")
                        .without("entrusted")
                        .without("entrust_date")
                        .stored("is_cross"))
                .isEqualTo(false);
    }

    @Test
    void people_leave_as_tokens_only() {
        assertThat(Desk.good("S03").stored("inspectors_token")).asString().doesNotContain("马建国");
        assertThat(Desk.good("S07").stored("debtor_token")).asString().doesNotContain("马建国");
        assertThat(Desk.good("S14").stored("device_token")).asString().doesNotContain("5f2b0c");
    }

    @Test
    void a_clue_sent_and_received_under_one_number_is_two_rows() {
        assertThat(Desk.good("S11").with("direction", "收到").accepted().key())
                .isNotEqualTo(Desk.good("S11").accepted().key());
        // authorities outside the district keep their name, those of the district become units
        assertThat(Desk.good("S11").stored("peer")).isEqualTo("中宁县市场监督管理局");
        assertThat(Desk.good("S11").with("peer", "区法院").stored("peer")).isEqualTo("U05");
    }

    @Test
    void a_reason_of_listing_is_coded_by_the_law_of_its_day_and_kept_where_the_list_does_not_know_it() {
        assertThat(Desk.good("S12").stored("reason")).isEqualTo("故意侵犯知识产权");
        assertThat(Desk.good("S12").with("reason", "提供虚假文件行为").stored("reason")).isEqualTo("提供虚假文件行为");
        assertThat(Desk.good("S12")
                        .with("reason", "提供虚假文件行为")
                        .with("in_date", "2020-05-01")
                        .stored("reason"))
                .isEqualTo("专利领域严重失信(旧)");
    }

    @Test
    void a_listing_that_ended_says_how_and_when() {
        assertThat(Desk.good("S12")
                        .with("out_type", "到期移出")
                        .with("out_date", "2026-09-01")
                        .stored("out_type"))
                .isEqualTo("期满");
        assertThat(Desk.good("S12").with("out_date", "2026-09-01").rejected().codes())
                .containsExactly("VALUE_MISSING@out_type");
    }

    /** 13812345678 would be a mobile number, 11010519491231002X a citizen's (example of GB 11643). */
    @Test
    void codes_and_links_are_kept_though_their_digits_look_like_a_persons() {
        assertThat(Desk.good("S14").with("trace_code", "11010519491231002X").stored("trace_code"))
                .isEqualTo("11010519491231002X");
        String link = "https://shop.example/item?id=13812345678";
        assertThat(Desk.good("S16").with("url", link).stored("url")).isEqualTo(link);
        assertThat(Desk.good("S14")
                        .with("trace_code", "#n:64050220260700010001")
                        .rejected()
                        .codes())
                .containsExactly("KEY_MISSING@trace_code");
    }

    @Test
    void a_person_named_where_firms_are_named_is_shown_by_surname() {
        assertThat(Desk.good("S07").with("applicant", "马建国").stored("applicant"))
                .isEqualTo("马＊＊");
        assertThat(Desk.good("S07").stored("applicant")).isEqualTo("某酒业股份有限公司");
    }

    @Test
    void a_unit_of_measure_that_is_not_agreed_is_kept_as_sent() {
        assertThat(Desk.good("S14").stored("unit")).isEqualTo("kg");
        assertThat(Desk.good("S14").with("unit", "袋").stored("unit")).isEqualTo("袋");
    }
}
