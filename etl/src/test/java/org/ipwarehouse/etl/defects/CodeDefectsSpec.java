package org.ipwarehouse.etl.defects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defects of codes and numbers: D46 to D50, D55, D56, in files of the case ledger and the publication of penalties. */
class CodeDefectsSpec {
    private static final String CODE = "统一社会信用代码";
    private static final String PERSON = "当事人证件号";

    /** The standard's own example, worked out in CheckDigitsSpec. */
    private static final String GOOD = "91350100M000100Y43";

    private static void isReturned(Received file, String code, String words) {
        assertThat(file.accepted).isEmpty();
        assertThat(file.returned.get(0).codes()).containsExactly(code);
        assertThat(file.returned.get(0).reasons().get(0).message()).contains(words);
    }

    @Test
    void D46_a_credit_code_that_became_a_number_has_lost_its_end() {
        isReturned(Ledger.of(CODE, "9.16405E+17").csv(), "USCC_PRECISION_LOST", "后几位已");
        isReturned(Ledger.of(CODE, "116405020000000000").csv(), "USCC_PRECISION_LOST", "末三位为000");
        Ledger ledger = Ledger.of(CODE, "");
        Received number =
                ledger.xlsx((book, row) -> row.getCell(ledger.column(CODE)).setCellValue(911350100000100043d));
        isReturned(number, "USCC_PRECISION_LOST", "后几位已");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "91350100m000100y43",
                "~ 91350100 M000100Y43 ~",
                "９１３５０１００Ｍ０００１００Ｙ４３",
                "91350100\u200BM000100Y43\uFEFF"
            })
    void D47_lower_case_blanks_and_invisible_characters_make_no_other_code(String sent) {
        Received file = Ledger.of(CODE, sent).csv();
        assertThat(file.column("uscc")).containsExactly(GOOD);
        assertThat(file.accepted.get(0).isRepaired("D47", "uscc")).isTrue();
    }

    @Test
    void D47_a_letter_for_a_digit_is_only_suggested_and_only_where_the_check_digit_then_fits() {
        isReturned(Ledger.of(CODE, "9135O100M000100Y43").csv(), "USCC_CHECKSUM", "可能应为" + GOOD);
        isReturned(Ledger.of(CODE, "91350100M000100Y44").csv(), "USCC_CHECKSUM", "校验位不符");
        isReturned(Ledger.of(CODE, "91350100M000100Y4").csv(), "USCC_CHECKSUM", "应为18位，实为17位");
    }

    @Test
    void D48_an_old_citizen_number_stays_and_is_marked_and_a_lost_end_goes_back() {
        Received old = Ledger.of(PERSON, "110105491231002").csv();
        assertThat(old.returned).isEmpty();
        assertThat(old.accepted.get(0).isRepaired("D48", "party_id")).isTrue();
        isReturned(Ledger.of(PERSON, "640502199001011000").csv(), "ID_PRECISION_LOST", PERSON);
        isReturned(Ledger.of(PERSON, "6.40502E+17").csv(), "ID_PRECISION_LOST", PERSON);
        isReturned(Ledger.of(PERSON, "110105194912310021").csv(), "ID_CHECKSUM", PERSON);
        Ledger ledger = Ledger.of(PERSON, "");
        Received number =
                ledger.xlsx((book, row) -> row.getCell(ledger.column(PERSON)).setCellValue(640502199001011234d));
        isReturned(number, "ID_PRECISION_LOST", PERSON);
    }

    private static final String PUBLICATION =
            "行政相对人名称,行政相对人类别,统一社会信用代码,工商注册号,组织机构代码,行政处罚决定书文号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额（万元）,"
                    + "处罚决定日期,公示截止期,处罚机关,处罚机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码,公示日期\n";

    private static Received publication(String code, String registered, String organisation) {
        String row = "沙坡头区鼓楼烟酒店,法人及非法人组织," + code + "," + registered + "," + organisation
                + ",卫市监处罚〔2026〕12号,商标侵权,销售侵权商品,商标法第六十条,罚款,罚款5000元,0.5,2026-09-01,2027-09-01,中卫市市场监督管理局,"
                + "116405020000000B0N,中卫市市场监督管理局,116405020000000B0N,2026-09-05\n";
        return Received.file("2026年9月双公示.csv", (PUBLICATION + row).getBytes(UTF_8));
    }

    /**
     * Check digit by MOD 11,10 of 64050220000123?: product 10; each digit d: s = (p + d) mod 10, 0 taken as 10, p = 2s mod
     * 11. 6: s 6, p 1. 4: s 5, p 10. 0: s 10, p 9. 5: s 4, p 8. 0: s 8, p 5. 2: s 7, p 3. 2: s 5, p 10. 0: s 10, p 9. 0: s
     * 9, p 7. 0: s 7, p 3. 0: s 3, p 6. 1: s 7, p 3. 2: s 5, p 10. 3: s 3, p 6. The check digit makes 6 + c = 1 mod 10: 5.
     */
    @Test
    void D50_a_registration_number_of_before_2015_goes_into_its_own_column() {
        Received file = publication("640502200001235", "", "");
        assertThat(file.returned).isEmpty();
        assertThat(file.column("uscc")).containsExactly("");
        assertThat(file.column("old_reg_no")).containsExactly("640502200001235");
        assertThat(file.accepted.get(0).isRepaired("D50", "uscc")).isTrue();
        assertThat(file.accepted.get(0).isRepaired("D50", "old_reg_no")).isTrue();
        assertThat(file.accepted.get(0).notes().raw()).contains("\"uscc\":\"640502200001235\"");
        isReturned(publication("640502200001234", "", ""), "USCC_CHECKSUM", "只有15位，像是旧注册号");
        isReturned(publication("640502200001235", "640502200009999", ""), "USCC_CHECKSUM", "另有不同的号码");
    }

    /**
     * GB 11714: D2143569 by 3, 7, 9, 10, 5, 8, 4, 2, D being 13: 39 + 14 + 9 + 40 + 15 + 40 + 24 + 18 = 199; 199 mod 11 = 1;
     * 11 - 1 = 10, written X.
     */
    @Test
    void D50_an_organisation_code_goes_into_its_own_column() {
        Received file = publication("D2143569-X", "", "");
        assertThat(file.returned).isEmpty();
        assertThat(file.column("org_code")).containsExactly("D2143569X");
        assertThat(file.accepted.get(0).isRepaired("D50", "org_code")).isTrue();
        isReturned(publication("D2143569-1", "", ""), "USCC_CHECKSUM", "应为18位");
    }

    @Test
    void D50_where_the_contract_has_no_column_for_it_an_old_number_goes_back() {
        isReturned(Ledger.of(CODE, "640502200001235").csv(), "USCC_CHECKSUM", "是15位旧注册号，应填入注册号列");
    }

    @ParameterizedTest
    @CsvSource({
        "卫市监处罚[2026]012号",
        "卫市监处罚（2026）第012号",
        "卫市监处罚【2026】12号",
        "卫市监处罚 ( 2026 ) 12 号",
        "卫市监处罚〔26〕12号",
        "卫市监处罚﹝２０２６﹞１２"
    })
    void D55_numbers_of_documents_come_into_one_form(String sent) {
        Received file = Ledger.of("案件编号", sent).csv();
        assertThat(file.column("case_no")).containsExactly("卫市监处罚〔2026〕12号");
        assertThat(file.accepted.get(0).isRepaired("D55", "case_no")).isTrue();
        assertThat(file.accepted.get(0).notes().raw()).contains(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "(2026)宁0502知民初0012号,（2026）宁0502知民初12号",
        "〔2026〕宁0502民初第12号,（2026）宁0502民初12号",
        "（2026）宁05民终7,（2026）宁05民终7号",
        "(2015)沙民初字第123号,（2015）沙民初字第123号"
    })
    void D55_case_numbers_of_courts_are_read_by_the_rules_of_today_and_of_before_2016(String sent, String kept) {
        Received file = court(sent);
        assertThat(file.returned).isEmpty();
        assertThat(file.column("case_no")).containsExactly(kept);
        assertThat(file.accepted.get(0).isRepaired("D55", "case_no")).isTrue();
    }

    @Test
    void D55_what_no_court_writes_goes_back() {
        isReturned(court("（2026）0502民初12号"), "NUMBER_INVALID", "不合案号编制规则");
    }

    private static Received court(String caseNo) {
        String csv = "案号,收案年度,承办法院,案件类型,审级,案由,原告,被告,是否涉外涉港澳台,立案日期,适用程序\n\"" + caseNo
                + "\",2026,沙坡头区人民法院,民事,一审,侵害商标权纠纷,宁夏某酒业公司,沙坡头区鼓楼烟酒店,否,2026-09-01,普通\n";
        return Received.file("2026年9月案件.csv", csv.getBytes(UTF_8));
    }

    /** 202310123456: 2·2 + 0·3 + 2·4 + 3·5 + 1·6 + 0·7 + 1·8 + 2·9 + 3·2 + 4·3 + 5·4 + 6·5 = 127; 127 mod 11 = 6. */
    @Test
    void D56_several_numbers_of_rights_are_taken_apart_and_made_uniform() {
        Received file = Ledger.of("权利号", "第1234567号、01234568；ZL202310123456.6\nG1234569")
                .csv();
        assertThat(file.returned).isEmpty();
        assertThat(file.column("right_no")).containsExactly("1234567;1234568;202310123456.6;G1234569");
        assertThat(file.accepted.get(0).isRepaired("D56", "right_no")).isTrue();
        // a text that is no number stays as it is: nothing is taken apart that may be one name
        assertThat(Ledger.of("权利号", "中卫枸杞、红酒").csv().column("right_no")).containsExactly("中卫枸杞、红酒");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"铁拳、剑网|铁拳;剑网", "铁拳/剑网|铁拳;剑网", "“铁拳”行动；“剑网”行动|铁拳;剑网"})
    void D56_several_options_in_a_cell_are_taken_apart(String sent, String codes) {
        Received file = Ledger.of("专项行动", sent).csv();
        assertThat(file.column("campaign")).containsExactly(codes);
        assertThat(file.accepted.get(0).isRepaired("D56", "campaign")).isTrue();
    }

    /** The label of a violation has a 、 of its own: the dictionary goes first. */
    @Test
    void D56_a_name_with_a_separator_in_it_stays_one() {
        Received file = Ledger.of("违法行为", "伪造、擅自制造或销售注册商标标识").csv();
        assertThat(file.column("violation")).containsExactly("V03");
    }
}
