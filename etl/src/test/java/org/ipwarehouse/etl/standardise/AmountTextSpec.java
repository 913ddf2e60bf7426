package org.ipwarehouse.etl.standardise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTextSpec {
    private static final AmountText.Form YUAN = new AmountText.Form(18, 2, 0, true);
    private static final AmountText.Form WAN = new AmountText.Form(18, 2, 4, true);
    private static final AmountText.Form TONS = new AmountText.Form(14, 3, 0, false);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "12300,12300.00,''",
                "12300.5,12300.50,''",
                "-12.30,-12.30,''",
                "0,0.00,''",
                "\"12,300\",12300.00,D39",
                "\"1,234,567.89\",1234567.89,D39",
                "１２，３００,12300.00,D39",
                "￥12300,12300.00,D39",
                "¥ 12 300.00,12300.00,D39",
                "\" 12300 \",12300.00,D39",
                "5000元,5000.00,D37",
                "3万元,30000.00,D37",
                "3.5万,35000.00,D37",
                "1.2亿元,120000000.00,D37",
                "约3万,30000.00,D37 D38",
                "3万余元,30000.00,D37 D38",
                "近5000,5000.00,D38",
                "5000元左右,5000.00,D37 D38",
                "\"(1,200)\",-1200.00,D39 D45",
                "1.2E+5,120000.00,D39",
                "壹万贰仟元整,12000.00,D40",
                "三百零五元,305.00,D40",
                "一万零五,10005.00,D40",
                "十五万元,150000.00,D40",
                "三万五,35000.00,D40",
                "一百五,150.00,D40",
                "两千五,2500.00,D40",
                "一亿五,150000000.00,D40",
                "一百零五,105.00,D40",
                "人民币叁万伍仟元整,35000.00,D40",
                "伍角整,0.50,D40",
                "约三万元,30000.00,D38 D40",
                "五千元以上,5000.00,D38 D40",
                "3万5千元,35000.00,D37",
                "1万2000元,12000.00,D37",
                "3万元以上,30000.00,D37 D38",
                "3万多元,30000.00,D37 D38",
                "12 300,12300.00,D39",
                "3万元人民币,30000.00,D37 D39",
                "−500,-500.00,D39",
                "壹佰贰拾叁元肆角伍分,123.45,D40",
                "0.30000000000000004,0.30,D43"
            })
    void an_amount_in_yuan_is_read_as_people_write_it(String raw, String value, String repairs) {
        Reading<BigDecimal> reading = AmountText.parse(raw, YUAN);
        assertThat(reading.value()).isEqualTo(new BigDecimal(value));
        assertThat(reading.repairs()).isEqualTo(repairs.equals("''") ? "" : repairs);
    }

    /** 1 万元 = 10000 元, so 4 places to the right. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "5,50000.00",
                "0.123456,1234.56",
                "1.5,15000.00",
                "\"1,200\",12000000.00",
                "5000元,5000.00",
                "2万元,20000.00"
            })
    void an_amount_in_a_column_of_wan_yuan_is_kept_in_yuan_unless_the_cell_has_its_own_unit(String raw, String value) {
        assertThat(AmountText.parse(raw, WAN).value()).isEqualTo(new BigDecimal(value));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "五万到六万",
                "三万五元",
                "3万5",
                "3万5万",
                "5000 300",
                "\"500\n300\"",
                "500-1000",
                "$500",
                "红字500",
                "\"1,23\"",
                "\"12,34,567\"",
                "\"1,,234\"",
                "△500",
                "12-13",
                "1.2.3",
                "abc",
                "12元3",
                "1e999",
                "(-5)",
                "."
            })
    void what_may_mean_two_things_is_refused(String raw) {
        Reading<BigDecimal> reading = AmountText.parse(raw, YUAN);
        assertThat(reading.value()).isNull();
        assertThat(reading.problem()).isEqualTo(Problem.AMOUNT_UNPARSEABLE);
    }

    @Test
    void a_quantity_takes_no_unit_of_money() {
        assertThat(AmountText.parse("3万", TONS).problem()).isEqualTo(Problem.AMOUNT_UNPARSEABLE);
        assertThat(AmountText.parse("12.5", TONS).value()).isEqualTo(new BigDecimal("12.500"));
    }

    /** decimal(18,2) has 16 digits before the point; 10 to the 16th has 17. */
    @Test
    void an_amount_that_the_column_cannot_hold_is_out_of_range() {
        assertThat(AmountText.parse("9999999999999999.99", YUAN).value())
                .isEqualTo(new BigDecimal("9999999999999999.99"));
        assertThat(AmountText.parse("10000000000000000", YUAN).problem()).isEqualTo(Problem.VALUE_RANGE);
    }

    @Test
    void printed_amounts_come_back_the_same() {
        qt().forAll(longs().between(-999_999_999_999L, 999_999_999_999L)).check(cents -> {
            BigDecimal amount = BigDecimal.valueOf(cents, 2);
            String plain = amount.toPlainString();
            String grouped = String.format(Locale.ROOT, "%,.2f", amount);
            return amount.equals(AmountText.parse(plain, YUAN).value())
                    && amount.equals(AmountText.parse(grouped, YUAN).value())
                    && amount.equals(AmountText.parse(amount.movePointLeft(4).toPlainString(), WAN)
                            .value());
        });
    }

    @Test
    void whole_numbers_are_never_cut() {
        assertThat(IntegerText.parse("12").value()).isEqualTo(12L);
        assertThat(IntegerText.parse("12.0").value()).isEqualTo(12L);
        assertThat(IntegerText.parse("１，２００").value()).isEqualTo(1200L);
        assertThat(IntegerText.parse("12.5").problem()).isEqualTo(Problem.AMOUNT_UNPARSEABLE);
        assertThat(IntegerText.parse("12件").problem()).isEqualTo(Problem.AMOUNT_UNPARSEABLE);
        assertThat(IntegerText.parse("0.0000001").problem()).isEqualTo(Problem.AMOUNT_UNPARSEABLE);
    }

    @ParameterizedTest
    @CsvSource({"是,true", "有,true", "1,true", "Y,true", "√,true", "否,false", "无,false", "0,false", "N,false", "×,false"
    })
    void yes_and_no_have_agreed_spellings(String raw, boolean value) {
        assertThat(BooleanText.parse(raw).value()).isEqualTo(value);
        assertThat(BooleanText.parse("也许").problem()).isEqualTo(Problem.ENUM_UNKNOWN);
    }
}
