package org.ipwarehouse.etl.defects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defects of numbers: D37 to D45, in files of the case ledger and of the publication of penalties. */
class NumberDefectsSpec {
    private static final String FINE = "罚款";

    private static void isRead(Received file, String yuan, String... rules) {
        assertThat(file.returned).isEmpty();
        assertThat(file.column("fine_yuan")).containsExactly(yuan);
        for (String rule : rules) {
            assertThat(file.accepted.get(0).isRepaired(rule, "fine_yuan"))
                    .as(rule)
                    .isTrue();
        }
        assertThat(file.accepted.get(0).notes().repairs().isEmpty()).isEqualTo(rules.length == 0);
    }

    private static void isReturned(Received file, String code, String words) {
        assertThat(file.accepted).isEmpty();
        assertThat(file.returned.get(0).codes()).containsExactly(code);
        assertThat(file.returned.get(0).reasons().get(0).message()).contains(words);
    }

    /** 1 万元 = 10,000 元, 1 亿元 = 100,000,000 元. */
    @ParameterizedTest
    @CsvSource({
        "5000元,5000.00",
        "3万元,30000.00",
        "3.5万,35000.00",
        "1.2亿元,120000000.00",
        "3万5千元,35000.00",
        "0.123456万元,1234.56"
    })
    void D37_the_unit_in_the_cell_counts(String sent, String yuan) {
        isRead(Ledger.of(FINE, sent).csv(), yuan, "D37");
    }

    @Test
    void D37_the_unit_in_the_header_or_above_the_table_counts_and_the_cells_own_goes_before_it() {
        isRead(Ledger.of("罚款（万元）", "0.5").csv(), "5000.00", "D37");
        isRead(Ledger.of(FINE, "0.5").titled("单位：万元").csv(), "5000.00", "D37");
        isRead(Ledger.of(FINE, "5000元").titled("单位：万元").csv(), "5000.00", "D37");
    }

    @Test
    void D38_an_estimate_is_a_number_and_says_so() {
        for (String sent : new String[] {"约3万", "3万余元", "近3万元", "3万多元", "3万元左右", "3万元以上", "约三万元"}) {
            Received file = Ledger.of(FINE, sent).csv();
            assertThat(file.column("fine_yuan")).as(sent).containsExactly("30000.00");
            assertThat(file.accepted.get(0).isRepaired("D38", "fine_yuan"))
                    .as(sent)
                    .isTrue();
            assertThat(file.accepted.get(0).notes().extra()).isEqualTo("{\"estimated\":[\"fine_yuan\"]}");
            assertThat(file.accepted.get(0).notes().raw()).contains(sent);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"１２，３００", "~12,300.00~", "￥12300", "¥ 12 300.00", "RMB12300", "~ 12300 ~"})
    void D39_full_width_digits_thousands_currency_and_blanks_make_no_other_number(String sent) {
        isRead(Ledger.of(FINE, sent).csv(), "12300.00", "D39");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            delimiter = ';',
            value = {"1,23", "12,34,567", "5000 300", "~500\n300~", "500-1000", "$500", "1.2.3", "12元3"})
    void D39_what_may_be_two_numbers_or_another_one_goes_back(String sent) {
        isReturned(Ledger.of(FINE, sent).csv(), "AMOUNT_UNPARSEABLE", "罚款：");
    }

    @ParameterizedTest
    @CsvSource({"壹万贰仟元整,12000.00", "人民币叁万伍仟元整,35000.00", "三百零五元,305.00", "壹佰贰拾叁元肆角伍分,123.45", "三万五,35000.00"})
    void D40_amounts_in_words_are_read_where_they_can_be_written_back(String sent, String yuan) {
        isRead(Ledger.of(FINE, sent).csv(), yuan, "D40");
    }

    @ParameterizedTest
    @CsvSource({"三万五元", "一二三元", "壹万贰仟元整多一点", "三千万万"})
    void D40_words_that_do_not_come_back_the_same_go_back(String sent) {
        isReturned(Ledger.of(FINE, sent).csv(), "AMOUNT_UNPARSEABLE", "不是可以确定的数");
    }

    @Test
    void D41_slash_none_blank_and_nought_are_four_different_things() {
        for (String mark : new String[] {"/", "—", "-", "－－", "――", "N/A", "#", "不适用"}) {
            Received notApplicable = Ledger.of(FINE, mark).csv();
            isRead(notApplicable, "", "D41");
            assertThat(notApplicable.accepted.get(0).notes().raw()).isEqualTo("{\"fine_yuan\":\"" + mark + "\"}");
        }
        isRead(Ledger.of(FINE, "无").csv(), "0.00", "D41");
        isRead(Ledger.of(FINE, "暂无").csv(), "0.00", "D41");
        isRead(Ledger.of(FINE, "空").csv(), "", "D41");
        isRead(Ledger.of(FINE, "").csv(), "");
        isRead(Ledger.of(FINE, "0.00").csv(), "0.00");
    }

    /** 无 in a yes-or-no column is no, in a date column no date, in free text what was written. */
    @Test
    void D41_none_means_what_its_column_means() {
        Received file = Ledger.of("是否网络案件", "无", "结案日期", "无", "备注", "无").csv();
        assertThat(file.column("is_online")).containsExactly("false");
        assertThat(file.column("close_date")).containsExactly("");
        assertThat(file.accepted.get(0).isRepaired("D41", "close_date")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#名称?", "Err:502", "########"})
    void D42_an_error_value_goes_back(String sent) {
        isReturned(Ledger.of(FINE, sent).csv(), "FORMULA_ERROR", "罚款：");
    }

    @Test
    void D42_an_error_value_of_a_workbook_goes_back_too() {
        Ledger ledger = Ledger.of(FINE, "");
        Received file = ledger.xlsx((book, row) -> row.getCell(ledger.column(FINE))
                .setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode()));
        isReturned(file, "FORMULA_ERROR", "罚款：");
    }

    @Test
    void D43_a_number_stored_as_text_is_a_number() {
        isRead(Ledger.of(FINE, "12300").xlsx((book, row) -> {}), "12300.00");
        isRead(Ledger.of(FINE, "'12300").csv(), "12300.00", "D43");
        isRead(Ledger.of(FINE, "=\"12300\"").csv(), "12300.00", "D43");
        // binary fractions show up in the last digits of stored sums: 0.1 + 0.2
        isRead(Ledger.of(FINE, "0.30000000000000004").csv(), "0.30", "D43");
    }

    private static final String REPORT = "任务号,机制编号,报送单位,报送期,进展情况,完成状态,完成率自评(%),填报人,联系电话,报送日期\n";

    private static Received rate(String sent) {
        String csv = REPORT + "1,T01-M07,区司法局,2026Q3,开展行动,推进中," + sent + ",马建国,13812345678,2026-09-28\n";
        return Received.file("2026年第三季度任务进度.csv", csv.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "95,95.0,''",
        "95%,95.0,D44",
        "９５％,95.0,D44",
        "0.95,95.0,D44",
        "95个百分点,95.0,D44",
        "1,100.0,D44",
        "1.6,1.6,''"
    })
    void D44_a_rate_is_in_percent_however_it_was_sent(String sent, String percent, String rule) {
        Received file = rate(sent);
        assertThat(file.returned).isEmpty();
        assertThat(file.column("self_pct")).containsExactly(percent);
        assertThat(file.accepted.get(0).isRepaired("D44", "self_pct")).isEqualTo(rule.equals("D44"));
    }

    @Test
    void D45_brackets_are_a_minus_and_triangles_are_not_guessed() {
        // no amount of this ledger may be negative: the bracket is read and the value is out of range
        isReturned(Ledger.of(FINE, "(1,200)").csv(), "VALUE_RANGE", "小于约定的最小值 0");
        isReturned(Ledger.of(FINE, "（1,200）").csv(), "VALUE_RANGE", "小于约定的最小值 0");
        isReturned(Ledger.of(FINE, "△1200").csv(), "AMOUNT_UNPARSEABLE", "符号△、▲的含义没有约定");
        isReturned(Ledger.of(FINE, "▲1200").csv(), "AMOUNT_UNPARSEABLE", "符号△、▲的含义没有约定");
    }
}
