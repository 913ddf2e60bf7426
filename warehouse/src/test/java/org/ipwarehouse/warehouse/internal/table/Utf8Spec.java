package org.ipwarehouse.warehouse.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Spec {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é", "沙坡头区", "𫖯的名字", "a\ud83d", "\udc00b", "\u0000\uffff"})
    void A_text_is_encoded_as_Java_encodes_it(String text) {
        assertThat(encoded(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void Any_text_is() {
        qt().withExamples(2000)
                .forAll(strings().allPossible().ofLengthBetween(0, 6))
                .check(text -> Arrays.equals(encoded(text), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] encoded(String text) {
        byte[] target = new byte[3 + text.length() * Utf8.MOST_PER_CHAR];
        return Arrays.copyOfRange(target, 3, Utf8.encode(text, target, 3));
    }
}
