package org.ipwarehouse.etl.standardise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.etl.contract.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersAndPlacesSpec {
    private static final TownshipFinder PLACES =
            Contracts.load(Path.of("..")).codeLists().townships();
    private static final TestData TEST_DATA =
            Contracts.load(Path.of("..")).codeLists().testData();

    @ParameterizedTest
    @CsvSource({
        "（2024）宁0502知民初12号,（2024）宁0502知民初12号",
        "(2024)宁0502民初0012号,（2024）宁0502民初12号",
        "〔2024〕宁0502民初第12号,（2024）宁0502民初12号",
        "（2024） 宁0502 知民初 12 号,（2024）宁0502知民初12号",
        "（２０２４）宁０５０２民初１２号,（2024）宁0502民初12号",
        "（2024）宁0502民初12,（2024）宁0502民初12号",
        "（2024）宁05民终7号,（2024）宁05民终7号",
        "（2023）最高法知民终123号,（2023）最高法知民终123号",
        "（2024）宁0502执保12号之一,（2024）宁0502执保12号之一",
        "（2015）沙民初字第0012号,（2015）沙民初字第12号",
        "(2015)卫知民初字12号,（2015）卫知民初字第12号"
    })
    void court_case_numbers_come_into_one_form(String raw, String kept) {
        Reading<String> reading = CourtCaseNumber.parse(raw);
        assertThat(reading.value()).isEqualTo(kept);
        assertThat(reading.repairs()).isEqualTo(raw.equals(kept) ? "" : "D55");
    }

    @ParameterizedTest
    @CsvSource({
        "12号",
        "（24）宁0502民初12号",
        "（2024）宁0502民初号",
        "（2024）0502民初12号",
        "（2024）宁050民初12号",
        "案件一",
        "（2024）宁0502民初12号再"
    })
    void what_breaks_the_rules_of_case_numbers_is_refused(String raw) {
        assertThat(CourtCaseNumber.parse(raw).problem()).isEqualTo(Problem.NUMBER_INVALID);
    }

    @Test
    void a_written_case_number_comes_back_the_same() {
        qt().forAll(integers().between(2016, 2030), integers().between(1, 99_999_999))
                .check((year, number) -> {
                    String text = "（" + year + "）宁0502知民初" + number + "号";
                    return CourtCaseNumber.parse(text).equals(Reading.of(text));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "卫市监处罚〔2024〕12号,卫市监处罚〔2024〕12号",
        "卫市监处罚[2024]012号,卫市监处罚〔2024〕12号",
        "卫市监处罚（2024）第012号,卫市监处罚〔2024〕12号",
        "卫市监处罚【2024】12号,卫市监处罚〔2024〕12号",
        "卫市监处罚 ( 2024 ) 12 号,卫市监处罚〔2024〕12号",
        "卫市监处罚〔24〕12号,卫市监处罚〔2024〕12号",
        "沙农(种子)罚〔2024〕3号,沙农（种子）罚〔2024〕3号",
        "卫市监处罚〔2024〕12-1号,卫市监处罚〔2024〕12-1号",
        "当场0001234,当场0001234"
    })
    void decision_numbers_come_into_one_form_and_printed_numbers_stay(String raw, String kept) {
        Reading<String> reading = DocumentNumber.parse(raw);
        assertThat(reading.value()).isEqualTo(kept);
        assertThat(reading.repairs()).isEqualTo(raw.equals(kept) ? "" : "D55");
    }

    @ParameterizedTest
    @CsvSource({
        "滨河镇,640502100,''",
        "滨河,640502100,D54",
        "文昌镇城区,640502101,D54",
        "沙坡头区迎水桥镇,640502108,D54",
        "香山乡,640502200,''",
        "工业园区,640502401,D54"
    })
    void a_township_is_known_by_its_names(String raw, String code, String repairs) {
        assertThat(PLACES.name(raw).value()).isEqualTo(code);
        assertThat(PLACES.name(raw).repairs()).isEqualTo(repairs);
    }

    @Test
    void a_road_that_is_called_like_a_township_is_none() {
        assertThat(PLACES.address("中卫市沙坡头区滨河路12号")).isEqualTo(Reading.nothing());
        assertThat(PLACES.address("中卫市沙坡头区滨河镇鼓楼西街3号").value()).isEqualTo("640502100");
    }

    @Test
    void a_place_in_another_county_is_out_of_the_area() {
        assertThat(PLACES.name("中宁县").problem()).isEqualTo(Problem.OUT_OF_AREA);
        assertThat(PLACES.name("石空镇").detail()).isEqualTo("地址属于中宁县");
        assertThat(PLACES.address("海原县海城镇政府街").problem()).isEqualTo(Problem.OUT_OF_AREA);
        assertThat(PLACES.address("中卫市沙坡头区文昌镇中宁县商会大厦").value()).isEqualTo("640502101");
        assertThat(PLACES.name("某村").problem()).isEqualTo(Problem.ENUM_UNKNOWN);
    }

    @Test
    void region_codes_of_the_district_pass_and_others_do_not() {
        assertThat(PLACES.code("640502100")).isEqualTo(Reading.of("640502100"));
        assertThat(PLACES.code("640502100201").value()).isEqualTo("640502100");
        assertThat(PLACES.code("640321").value()).isEqualTo("640502");
        assertThat(PLACES.code("640521").problem()).isEqualTo(Problem.OUT_OF_AREA);
        assertThat(PLACES.code("640502999").problem()).isEqualTo(Problem.ENUM_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "2026Q3,2026Q3,''",
        "2026年第三季度,2026Q3,D30",
        "2026年3季度,2026Q3,D30",
        "2026年7月,2026-07,D30",
        "202607,2026-07,D31",
        "2026年上半年,2026H1,D30",
        "2026年1-9月,2026-01..09,D30",
        "2024年6—11月累计,2024-06..11,D30",
        "2026年度,2026,D30"
    })
    void a_reporting_period_comes_into_one_form(String raw, String period, String repairs) {
        assertThat(PeriodText.parse(raw)).isEqualTo(new Reading<>(period, repairs, null, ""));
        assertThat(PeriodText.parse("第五季度").problem()).isEqualTo(Problem.DATE_INVALID);
    }

    @Test
    void invisible_characters_go_and_visible_ones_stay() {
        assertThat(CleanText.of("\uFEFF假冒\u200B注册\u00A0商标\u3000")).isEqualTo("假冒注册 商标");
        assertThat(CleanText.of("第一行_x000D_\n第二行")).isEqualTo("第一行\n第二行");
        String rare = "䶮𫖯 喆";
        assertThat(CleanText.of(rare)).isSameAs(rare);
    }

    @Test
    void slash_none_blank_and_nought_are_four_different_things() {
        assertThat(List.of("/", "—", "－", "N/A", " - ")).allMatch(t -> EmptyMark.of(t) == EmptyMark.NOT_APPLICABLE);
        assertThat(List.of("无", "暂无", " 无 ")).allMatch(t -> EmptyMark.of(t) == EmptyMark.CONFIRMED_NONE);
        assertThat(List.of(" ", "\u3000", "\u00A0")).allMatch(t -> EmptyMark.of(t) == EmptyMark.UNKNOWN);
        assertThat(List.of("0", "0.00", "无锡", "-5")).allMatch(t -> EmptyMark.of(t) == EmptyMark.NOT_A_MARK);
    }

    @Test
    void personal_numbers_in_free_text_are_masked_and_others_stay() {
        assertThat(PersonalData.mask("当事人(身份证11010519491231002X，电话13812345678)售假"))
                .isEqualTo("当事人(身份证＊＊＊，电话＊＊＊)售假");
        String harmless = "2024-03-05 批号 990105194912310021，案号 卫市监处罚〔2024〕12号，金额 12345678901";
        assertThat(PersonalData.mask(harmless)).isSameAs(harmless);
    }

    @Test
    void test_data_is_recognised_and_a_testing_company_is_not() {
        assertThat(List.of("测试", "测试企业", "测试公司1", "test", "张三", "111111", "测试001"))
                .allMatch(TEST_DATA::looksLike);
        assertThat(List.of("宁夏软件测试有限公司", "张三丰", "1111", "沙坡头区某某商店", "测试仪器厂")).noneMatch(TEST_DATA::looksLike);
    }

    @Test
    void several_values_in_a_cell_are_taken_apart() {
        assertThat(MultiValue.split("罚款；没收违法所得、警告\n通报批评")).containsExactly("罚款", "没收违法所得", "警告", "通报批评");
    }
}
