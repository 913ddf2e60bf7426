package org.ipwarehouse.etl.standardise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatentNumberSpec {

    /** 2·2+0·3+2·4+3·5+1·6+0·7+1·8+2·9+3·2+4·3+5·4+6·5 = 4+0+8+15+6+0+8+18+6+12+20+30 = 127; 127 mod 11 = 6. */
    @Test
    void the_check_digit_of_an_application_of_2023_is_6() {
        assertThat(PatentNumber.parse("202310123456.6")).isEqualTo(Reading.of("202310123456.6"));
    }

    /** 9·2+5·3+2·4+0·5+0·6+1·7+2·8+3·9 = 18+15+8+0+0+7+16+27 = 91; 91 mod 11 = 3. */
    @Test
    void a_number_from_before_october_2003_has_eight_digits() {
        assertThat(PatentNumber.parse("95200123.3")).isEqualTo(Reading.of("95200123.3"));
        assertThat(PatentNumber.parse("95200123.4").problem()).isEqualTo(Problem.NUMBER_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZL202310123456.6",
                "ZL 2023 1 0123456.6",
                "zl2023101234566",
                "CN202310123456.6",
                "２０２３１０１２３４５６．６",
                "202310123456"
            })
    void other_spellings_of_a_number_are_the_same_number(String spelling) {
        assertThat(PatentNumber.parse(spelling)).isEqualTo(Reading.repaired("202310123456.6", "D55"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"202310123456.7", "20231012345.6", "202370123456.6", "申请中", "", "2.0231E+12", "95"})
    void what_is_no_number_of_a_patent_is_refused(String text) {
        assertThat(PatentNumber.parse(text).problem()).isEqualTo(Problem.NUMBER_INVALID);
    }

    @Test
    void a_trade_mark_has_up_to_eight_digits() {
        assertThat(PatentNumber.orTrademark("12345678")).isEqualTo(Reading.of("12345678"));
        assertThat(PatentNumber.orTrademark("g1234567")).isEqualTo(Reading.repaired("G1234567", "D55"));
        assertThat(PatentNumber.orTrademark("1234567890").problem()).isEqualTo(Problem.NUMBER_INVALID);
    }

    @Test
    void a_wrong_digit_anywhere_is_found() {
        qt().forAll(integers().between(0, 11), integers().between(1, 9)).checkAssert((at, shift) -> {
            char[] digits = "202310123456".toCharArray();
            digits[at] = (char) ('0' + (digits[at] - '0' + shift) % 10);
            String text = new String(digits) + ".6";
            assertThat(PatentNumber.parse(text).problem()).isEqualTo(Problem.NUMBER_INVALID);
        });
    }
}
