package org.ipwarehouse.etl.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What free text gives away of persons, and what it may keep. All numbers are made up. */
class FreeTextSpec {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "身份证11010519491231002X在册|身份证＊＊＊在册",
                // the last digit is wrong (2X would be right): province 11, birthday 1949-12-31
                "证件110105194912310021不符|证件＊＊＊不符",
                "号码１１０１０５１９４９１２３１００２Ｘ。|号码＊＊＊。",
                "110105 19491231 002X|＊＊＊",
                "旧证110105491231002|旧证＊＊＊",
                "电话13812345678|电话＊＊＊",
                "手机138 1234 5678，|手机＊＊＊，",
                "手机138-1234-5678|手机＊＊＊",
                "+8613812345678|＊＊＊",
                "＋电+86 138 1234 5678|＋电＊＊＊",
                "座机0955-7012345|座机＊＊＊",
                "（0955）7012345|（＊＊＊",
                "联系电话：7012345|联系电话：＊＊＊",
                // Luhn, from the right: 8+2+0+0+9+7+4+3+5+4+0+8+0+7+4+7+2+4+6 = 80
                "卡号6228480402564890018|卡号＊＊＊",
                "6228 4804 0256 4890 018|＊＊＊",
                "邮箱zhang.san@example.com，|邮箱＊＊＊，",
                "驾驶宁E·12345号车|驾驶＊＊＊号车",
                "宁AD12345|＊＊＊",
                "住址：宁夏中卫市沙坡头区滨河镇某路8号，男|住址：＊＊＊，男",
                "滨河家园3号楼2单元501室|滨河家园＊＊＊",
                "红圈子村3组25号|红圈子村＊＊＊",
            })
    void numbers_and_places_that_lead_to_a_person_go(String text, String shown) {
        assertThat(PersonalData.maskFreeText(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "举报人：李四，称店内售假|举报人：李＊，称店内售假",
                "当事人马建国销售假冒商品|当事人马＊＊销售假冒商品",
                "法定代表人王五。|法定代表人王＊。",
                "当事人：张建国、李建军|当事人：张＊＊、李＊＊",
                "投诉人欧阳明月反映|投诉人欧阳＊＊反映",
                "证人阿依古丽·买买提在场|证人阿＊＊＊在场",
                "当事人马军在其店内|当事人马＊在其店内",
                "负责人为陈立新|负责人为陈＊＊",
                "经营者姓名：于洋|经营者姓名：于＊",
                "当事人马建国经营的烟酒店|当事人马＊＊经营的烟酒店",
            })
    void names_after_a_role_keep_the_surname(String text, String shown) {
        assertThat(PersonalData.maskFreeText(text)).isEqualTo(shown);
    }

    /** Organisations, masked names, other words, numbers of cases and goods, money, public addresses. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "当事人张家界某某商贸有限公司销售侵权商品",
                "当事人李建国烟酒店销售侵权商品",
                "当事人张某某销售侵权商品",
                "当事人明知是侵权商品仍然销售",
                "当事人向执法人员陈述",
                "当事人于2026年3月5日购进",
                "当事人经营场所位于鼓楼东街12号",
                "依据《中华人民共和国商标法》第六十条第二款，罚款50000.00元",
                "卫沙市监处罚〔2026〕12号",
                "统一社会信用代码91640502MA76XXXX12",
                "批次20260901001，共1200.5公斤",
                "注册号12345678，第30类",
                "2026-08-01 10:30:00至2026-08-05",
                "客服400-123-4567",
                "举报人要求保密",
                "成立专班，开展行动3次，检查120户",
            })
    void what_names_nobody_stays_as_it_is(String text) {
        assertThat(PersonalData.maskFreeText(text)).isSameAs(text);
    }

    @Test
    void what_the_row_says_of_a_person_elsewhere_goes_too() {
        String text = "马建国到店，留下13812345678和某宝号mjg1980";
        assertThat(PersonalData.maskFreeText(text, List.of("马建国", "mjg1980", "男")))
                .isEqualTo("马＊＊到店，留下＊＊＊和某宝号＊＊＊");
    }

    @ParameterizedTest
    @CsvSource({"马建国, 马＊＊", "欧阳明, 欧阳＊", "李四, 李＊", "张某某, 张某某", "马建国、某某商贸有限公司, 马＊＊、某某商贸有限公司"})
    void a_name_is_shown_as_surname_and_stars(String name, String shown) {
        assertThat(PersonName.maskedAll(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"马建国, true", "欧阳明月, true", "阿依古丽·买买提, true", "鼓楼烟酒店, false", "国家电网, false", "张某, false", "中卫市某局, false"
    })
    void a_cell_may_read_like_a_persons_name(String cell, boolean is) {
        assertThat(PersonName.looksLike(cell)).isEqualTo(is);
    }
}
