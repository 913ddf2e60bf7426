package org.ipwarehouse.samples.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Codes are well formed by the two standards, and nobody's. */
class CreditCodeSpec {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void the_check_character_is_that_of_the_standard() {
        // values 9 1 3 5 0 1 0 0 21 0 0 0 1 0 0 30 4 times 1 3 9 27 19 26 16 17 20 29 25 13 8 24 10 30 28:
        // 9+3+27+135+0+26+0+0+420+0+0+0+8+0+0+900+112 = 1640; 1640 mod 31 = 28; 31-28 = 3
        assertThat(CreditCode.isValid("91350100M000100Y43")).isTrue();
        assertThat(CreditCode.isValid("91350100M000100Y44")).isFalse();
        assertThat(CreditCode.isValid("91350100M000100Y4")).isFalse();
        assertThat(CreditCode.isValid("9135010OM000100Y43")).as("the letter O").isFalse();
    }

    @Test
    void every_enterprise_has_its_own_code_valid_by_both_standards() {
        Population population = new Population(20260930, 50_000);
        Set<String> codes = new HashSet<>();
        for (long number = 0; number < 60_000; number++) {
            String code = population.creditCode(number);
            assertThat(code).matches("9[123]64050[02]MY[0-9A-HJ-NPQRTUWXY]{6}[0-9X][0-9A-HJ-NPQRTUWXY]");
            assertThat(sum(code) % 31).as(code).isZero();
            assertThat(organisationSum(code) % 11).as(code).isZero();
            codes.add(code);
        }
        assertThat(codes).hasSize(60_000);
    }

    @Test
    void a_spoilt_code_is_wrong_in_its_check_character_only() {
        String code = new Population(1, 100).creditCode(42);
        String spoilt = CreditCode.spoilt(code);
        assertThat(spoilt).startsWith(code.substring(0, 17)).hasSize(18);
        assertThat(CreditCode.isValid(code)).isTrue();
        assertThat(CreditCode.isValid(spoilt)).isFalse();
    }

    /** All 18 characters, weights 3^i mod 31 and 1 for the check: 0 mod 31 for a right code. */
    private static int sum(String code) {
        int sum = ALPHABET.indexOf(code.charAt(17));
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return sum;
    }

    /** GB 11714: letters count 10 … 35, X as check counts 10: 0 mod 11 for a right code. */
    private static int organisationSum(String code) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = code.charAt(16) == 'X' ? 10 : code.charAt(16) - '0';
        for (int i = 0; i < 8; i++) {
            sum += Character.getNumericValue(code.charAt(8 + i)) * weights[i];
        }
        return sum;
    }
}
