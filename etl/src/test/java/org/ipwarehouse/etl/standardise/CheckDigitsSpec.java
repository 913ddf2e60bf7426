package org.ipwarehouse.etl.standardise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckDigitsSpec {

    /**
     * GB 32100-2015, its own example 91350100M000100Y4?: values 9,1,3,5,0,1,0,0,21,0,0,0,1,0,0,30,4 by weights
     * 1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28 = 9+3+27+135+0+26+0+0+420+0+0+0+8+0+0+900+112 = 1640;
     * 1640 mod 31 = 28; 31 - 28 = 3.
     */
    @Test
    void the_example_of_gb_32100_has_check_character_3() {
        assertThat(Uscc.checkCharacter("91350100M000100Y4")).isEqualTo('3');
    }

    /** 91512081MA62K0260?: sum 1505; 1505 mod 31 = 17; 31 - 17 = 14, which is E. */
    @Test
    void a_second_code_has_check_character_E() {
        assertThat(Uscc.checkCharacter("91512081MA62K0260")).isEqualTo('E');
    }

    /**
     * GB 11643-1999, its own example: 1·7+1·9+0·10+1·5+0·8+5·4+1·2+9·1+4·6+9·3+1·7+2·9+3·10+1·5+0·8+0·4+2·2 = 167;
     * 167 mod 11 = 2; table 10X98765432 at 2 is X.
     */
    @Test
    void the_example_of_gb_11643_has_check_character_X() {
        assertThat(CitizenId.checkCharacter("11010519491231002")).isEqualTo('X');
    }

    static Stream<String[]> vectors() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CheckDigitsSpec.class.getResourceAsStream("/id_test_vectors.csv"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
            return lines.stream().map(line -> line.split(",", 4));
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void each_test_vector_gets_its_verdict(String kind, String value, String expected, String note) {
        Reading<String> reading = kind.equals("uscc") ? Uscc.parse(value) : CitizenId.parse(value);
        // "quarantine" is an invalid code for which somebody may find the right one
        String verdict = expected.equals("quarantine") ? "invalid" : expected;
        assertThat(verdict(reading, value))
                .as(note)
                .isEqualTo(kind.equals("uscc") ? "uscc " + verdict : "id " + verdict);
    }

    /** The words of the vector file for what a reading says. */
    private static String verdict(Reading<String> reading, String sent) {
        if (reading.isMasked()) {
            return "id masked";
        }
        if (reading.problem() == Problem.USCC_PRECISION_LOST) {
            return "uscc refuse";
        }
        if (reading.problem() == Problem.USCC_CHECKSUM) {
            return "uscc invalid";
        }
        if (reading.problem() == Problem.ID_CHECKSUM) {
            return "id invalid";
        }
        String value = Objects.requireNonNull(reading.value());
        String kind = value.length() == 18 && Uscc.isValid(value) ? "uscc " : "id ";
        if (reading.repairs().isEmpty()) {
            return value.equals(sent) ? kind + "valid" : "changed without a repair";
        }
        return kind + (reading.repairs().equals("D48") ? "legacy" : "repair");
    }

    /** Raising it to 18 digits would make a number that nobody was given in writing: it stays what it is. */
    @Test
    void an_old_citizen_number_stays_as_it_is_and_is_marked() {
        assertThat(CitizenId.parse("110105491231002")).isEqualTo(Reading.repaired("110105491231002", "D48"));
        assertThat(CitizenId.parse("110105490231002").problem()).isEqualTo(Problem.ID_CHECKSUM);
    }

    @Test
    void the_letter_o_is_suggested_as_zero_and_never_replaced() {
        Reading<String> reading = Uscc.parse("91O40502MA00000A9C");
        // 91640502MA00000A9C is valid, 91040502MA00000A9C is not: nothing can be suggested for the third place
        assertThat(reading.value()).isNull();
        assertThat(reading.problem()).isEqualTo(Problem.USCC_CHECKSUM);
        assertThat(reading.detail()).doesNotContain("可能应为");
        // here it can: with 0 for O it is the standard's own example
        Reading<String> second = Uscc.parse("9135O100M000100Y43");
        assertThat(second.value()).isNull();
        assertThat(second.detail()).contains("可能应为91350100M000100Y43");
    }

    /** Weights are powers of 3 modulo 31, and 31 is prime: no single wrong character keeps the check. */
    @Test
    void one_wrong_character_never_passes() {
        String good = "91350100M000100Y43";
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        qt().forAll(integers().between(0, 17), integers().between(0, 30)).check((place, character) -> {
            char wrong = alphabet.charAt(character);
            String other = good.substring(0, place) + wrong + good.substring(place + 1);
            return Uscc.isValid(other) == (wrong == good.charAt(place));
        });
    }
}
