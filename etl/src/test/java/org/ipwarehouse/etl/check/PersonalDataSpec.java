package org.ipwarehouse.etl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;

class PersonalDataSpec {
    private static final TokenKey OTHER = new TokenKey("ff".repeat(32));

    @Test
    void a_person_leaves_as_a_token_that_is_the_same_for_the_same_value_and_key() {
        Object token = Desk.good("S04").stored("complainant_token");
        assertThat(token).asString().hasSize(52).doesNotContain("马");
        assertThat(Desk.good("S04").with("complainant", " 马 建国").stored("complainant_token"))
                .isEqualTo(token);
        assertThat(Desk.good("S26").stored("filler_token")).isEqualTo(token);
        assertThat(Desk.good("S04").with("complainant", "马建军").stored("complainant_token"))
                .isNotEqualTo(token);
        assertThat(Desk.good("S04").key(OTHER).stored("complainant_token")).isNotEqualTo(token);
    }

    @Test
    void nothing_personal_is_in_clear_in_an_accepted_row_even_where_it_was_repaired() {
        Rows.Accepted row = Desk.good("S04")
                .with("complainant", "\u3000马建国")
                .with("complainant_id", "11010519491231002x")
                .accepted();
        assertThat(row.repairs()).contains("D47@complainant_id");
        assertThat(row.raw()).contains("\"complainant_id\":\"＊＊＊\"");
        assertThat(Arrays.toString(row.values()) + row.key() + row.raw())
                .doesNotContain("马建国")
                .doesNotContain("13812345678")
                .doesNotContainIgnoringCase("11010519491231002X");
    }

    @Test
    void nothing_personal_is_in_clear_in_a_rejected_row_nor_in_its_reasons() {
        Rows.Rejected row = Desk.good("S04")
                .with("complainant_id", "110105194912310021")
                .with("issue_class", "电话13987654321，身份证11010519491231002X")
                .extra("联系人手机", "13711112222")
                .extra("备注", "可联系13711113333")
                .without("target_name")
                .rejected();
        assertThat(row.codes()).containsExactlyInAnyOrder("ID_CHECKSUM@complainant_id", "VALUE_MISSING@target_name");
        assertThat(row.cells() + row.reasons())
                .contains("＊＊＊")
                .doesNotContain("马建国")
                .doesNotContain("138123")
                .doesNotContain("1101051949")
                .doesNotContain("1398765")
                .doesNotContain("137111");
    }

    @Test
    void D66_a_number_in_free_text_is_masked_before_it_is_stored() {
        Desk row = Desk.good("S01").with("facts", "张某(11010519491231002X)销售侵权商品");
        assertThat(row.stored("facts")).isEqualTo("张某(＊＊＊)销售侵权商品");
        assertThat(row.accepted().repairs()).isEqualTo("D66@facts");
        assertThat(row.accepted().raw()).doesNotContain("1101051949");
    }

    @Test
    void a_masked_number_is_stated_but_gives_no_token() {
        Desk row = Desk.good("S04").with("phone", "138****5678");
        assertThat(row.stored("phone_token")).isNull();
        assertThat(row.accepted().repairs()).isEqualTo("D66@phone");
    }

    /** A farmer states an identity number in the column of the credit code; both are tokens there. */
    @Test
    void an_identity_number_may_stand_where_farmers_have_no_credit_code() {
        assertThat(farmer("11010519491231002X").accepted).hasSize(1);
        assertThat(farmer("91350100M000100Y43").accepted).hasSize(1);
        assertThat(farmer("110105194912310021").rejected.get(0).codes()).containsExactly("ID_CHECKSUM@producer_code");
        assertThat(farmer("91350100M000100Y44").rejected.get(0).codes()).containsExactly("USCC_CHECKSUM@producer_code");
    }

    private static Rows.Memory farmer(String code) {
        return Desk.good("S13")
                .with("producer", "马建国")
                .with("producer_code", code)
                .with("ptype", "农户")
                .with("township", "宣和镇")
                .with("product", "苹果")
                .with("batch_no", "P20260901001")
                .with("harvest_date", "2026-09-01")
                .with("qty", "1200.5")
                .with("unit", "公斤")
                .judged();
    }

    @Test
    void a_key_is_never_shown_and_never_short() {
        assertThat(Desk.KEY.toString()).doesNotContain("0011");
        assertThatThrownBy(() -> new TokenKey("abc")).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> new TokenKey("zz".repeat(32))).isInstanceOf(Fault.class);
    }
}
