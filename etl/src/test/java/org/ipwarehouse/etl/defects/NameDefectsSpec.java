package org.ipwarehouse.etl.defects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defects of names and places: D51 to D54, D64, D65, in files of the case ledger. */
class NameDefectsSpec {
    private static final String NAME = "当事人名称";
    private static final String CODE = "统一社会信用代码";
    /** Of an individual business; synthetic, from the vectors of check digits. */
    private static final String INDIVIDUAL = "92640502MA00000B74";
    /** Of a company; the standard's own example. */
    private static final String COMPANY = "91350100M000100Y43";

    private static void isReturned(Received file, String code, String words) {
        assertThat(file.accepted).isEmpty();
        assertThat(file.returned.get(0).codes()).containsExactly(code);
        assertThat(file.returned.get(0).reasons().get(0).message()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"宁夏红酒业（集团）有限公司", "宁夏红酒业(集团)有限公司", "宁夏中卫市宁夏红 酒业有限公司", "中卫宁夏红", "宁夏䶮𫖯酒业有限公司"})
    void D51_a_name_is_never_changed(String name) {
        Received file = Ledger.of(NAME, name).csv();
        assertThat(file.column("party_name")).containsExactly(name);
        assertThat(file.accepted.get(0).notes().repairs()).isEmpty();
    }

    @Test
    void D52_an_individual_business_without_a_name_is_known_by_its_code() {
        for (String name : new String[] {"***", "＊＊＊", "/", ""}) {
            Received file = Ledger.of(NAME, name, CODE, INDIVIDUAL).csv();
            assertThat(file.returned).as(name).isEmpty();
            assertThat(file.column("party_name")).containsExactly("");
            assertThat(file.accepted.get(0).isRepaired("D52", "party_name"))
                    .as(name)
                    .isTrue();
        }
        Received owner = Ledger.of(NAME, "马建国", CODE, INDIVIDUAL).csv();
        assertThat(owner.column("party_name")).containsExactly("马建国");
        assertThat(owner.accepted.get(0).isRepaired("D52", "party_name")).isTrue();
        Received shop = Ledger.of(NAME, "老马店", CODE, INDIVIDUAL).csv();
        assertThat(shop.accepted.get(0).notes().repairs()).isEmpty();
    }

    @Test
    void D52_without_such_a_code_nobody_is_meant_by_asterisks() {
        isReturned(Ledger.of(NAME, "***", CODE, COMPANY).csv(), "VALUE_MISSING", "当事人名称");
        isReturned(Ledger.of(NAME, "***").csv(), "VALUE_MISSING", "当事人名称");
        isReturned(Ledger.of(NAME, "", CODE, COMPANY).csv(), "VALUE_MISSING", "当事人名称");
    }

    @ParameterizedTest
    @CsvSource({"市监局", "沙坡头区市场监管分局", "中卫市市场监督管理局沙坡头区分局"})
    void D53_a_unit_is_known_by_its_aliases(String sent) {
        Received file = Ledger.of("办案机构", sent).csv();
        assertThat(file.column("handling_org")).containsExactly("U17");
        assertThat(file.accepted.get(0).isRepaired("D53", "handling_org")).isTrue();
    }

    @Test
    void D53_an_unknown_unit_goes_back_where_the_contract_wants_a_known_one() {
        String csv = "任务号,机制编号,报送单位,报送期,进展情况,完成状态,填报人,联系电话,报送日期\n"
                + "1,T01-M07,区某某办,2026Q3,开展行动,推进中,马建国,13812345678,2026-09-28\n";
        isReturned(
                Received.file("2026年第三季度任务进度.csv", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "UNIT_UNKNOWN",
                "“区某某办”不在约定选项中");
    }

    /** Villages are those of the statistical divisions of 2023: 韩闸村 and 东园村 lie in 东园镇, 640502102. */
    @ParameterizedTest
    @CsvSource({
        "滨河,640502100",
        "沙坡头区滨河镇,640502100",
        "宁夏中卫市沙坡头区滨河,640502100",
        "文昌镇城区,640502101",
        "韩闸村,640502102",
        "东园镇韩闸村委会,640502102",
        "南长滩村,640502108",
        "工业园区,640502401",
        "中卫市工业园区,640502401"
    })
    void D54_a_township_is_known_by_name_alias_and_village(String sent, String code) {
        Received file = Ledger.of("所属乡镇", sent).csv();
        assertThat(file.column("township")).containsExactly(code);
        assertThat(file.accepted.get(0).isRepaired("D54", "township")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "宁夏中卫市沙坡头区滨河镇鼓楼西街3号,640502100",
        "沙坡头区宣和镇丹阳村二队,640502105",
        "中卫市沙坡头区韩闸村五队,640502102",
        "沙坡头区滨河路12号,''",
        "沙坡头区鼓楼西街3号,''",
        "某市韩闸村五队,''"
    })
    void D54_an_empty_township_is_found_in_the_address_or_not_at_all(String address, String code) {
        Received file = Ledger.of("经营地址", address).csv();
        assertThat(file.returned).isEmpty();
        assertThat(file.column("township")).containsExactly(code);
        assertThat(file.accepted.get(0).isRepaired("D54", "township")).isEqualTo(!code.isEmpty());
    }

    @Test
    void D54_what_is_no_township_goes_back() {
        isReturned(Ledger.of("所属乡镇", "某某街道").csv(), "ENUM_UNKNOWN", "不是本区的乡镇");
    }

    @Test
    void D64_a_row_of_another_county_goes_back_by_its_township_or_by_its_address() {
        isReturned(Ledger.of("所属乡镇", "中宁县石空镇").csv(), "OUT_OF_AREA", "地址属于中宁县");
        isReturned(Ledger.of("经营地址", "海原县海城镇政府街1号").csv(), "OUT_OF_AREA", "地址属于海原县");
        isReturned(Ledger.of("所属乡镇", "滨河镇", "经营地址", "中卫市中宁县石空镇").csv(), "OUT_OF_AREA", "地址属于中宁县，与所填不一致");
        // the credit code says where a company was registered, not where it does business
        Received elsewhere =
                Ledger.of("所属乡镇", "滨河镇", CODE, "91640521MA00000E18").csv();
        assertThat(elsewhere.accepted).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"测试", "测试企业", "测试公司1", "test", "张三", "111111", "１１１１１１"})
    void D65_test_data_goes_back(String name) {
        isReturned(Ledger.of(NAME, name).csv(), "TEST_DATA", "像是测试数据");
    }

    @Test
    void D65_a_company_that_tests_things_is_no_test_data() {
        assertThat(Ledger.of(NAME, "宁夏软件测试有限公司").csv().accepted).hasSize(1);
        assertThat(Ledger.of(NAME, "张三丰酒楼").csv().accepted).hasSize(1);
    }
}
