package org.ipwarehouse.etl.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.ipwarehouse.etl.standardise.RightNumber.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightNumberSpec {

    /**
     * 202310123456: 127 mod 11 = 6 (the sum stands in CodeDefectsSpec). 98123456 by 2 to 9: 18 + 24 + 4 + 10 + 18 + 28 + 40
     * + 54 = 196; 196 mod 11 = 9.
     */
    @ParameterizedTest
    @CsvSource({
        "202310123456.6,202310123456.6,''",
        "ZL202310123456.6,202310123456.6,D55",
        "ZL 2023 1 0123456.6,202310123456.6,D55",
        "2023101234566,202310123456.6,D55",
        "ＺＬ２０２３１０１２３４５６．６,202310123456.6,D55",
        "ZL98123456.9,98123456.9,D55"
    })
    void patents_come_into_one_form(String raw, String kept, String repair) {
        assertThat(RightNumber.parse(raw, Kind.PATENT)).isEqualTo(new Reading<>(kept, repair, null, ""));
    }

    @ParameterizedTest
    @CsvSource({"202310123456.7", "202370123456.6", "20231012345", "专利"})
    void what_is_no_patent_is_refused(String raw) {
        assertThat(RightNumber.parse(raw, Kind.PATENT).problem()).isEqualTo(Problem.NUMBER_INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "1234567,1234567,''",
        "第1234567号,1234567,D55",
        "01234567,1234567,D55",
        "G1234567,G1234567,''",
        "12345678第30类,12345678(30类),D55",
        "1234567、7654321,1234567;7654321,D56"
    })
    void trade_marks_come_into_one_form(String raw, String kept, String repair) {
        assertThat(RightNumber.parse(raw, Kind.TRADEMARK)).isEqualTo(new Reading<>(kept, repair, null, ""));
    }

    @Test
    void registrations_of_works_software_and_indications_have_forms_of_their_own() {
        assertThat(RightNumber.parse("国作登字-2024-F-00123456", Kind.COPYRIGHT).repairs())
                .isEmpty();
        assertThat(RightNumber.parse("宁作登字2024A00012345号", Kind.COPYRIGHT).value())
                .isEqualTo("宁作登字-2024-A-00012345");
        assertThat(RightNumber.parse("2024sr0123456", Kind.COPYRIGHT).value()).isEqualTo("2024SR0123456");
        assertThat(RightNumber.parse("AGI2018-01-2345", Kind.GEOGRAPHICAL_INDICATION)
                        .repairs())
                .isEmpty();
        assertThat(RightNumber.parse("中卫枸杞", Kind.GEOGRAPHICAL_INDICATION).problem())
                .isEqualTo(Problem.NUMBER_INVALID);
    }
}
