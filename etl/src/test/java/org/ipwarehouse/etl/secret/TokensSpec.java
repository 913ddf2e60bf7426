package org.ipwarehouse.etl.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensSpec {
    private static final SecretKey KEY = SecretKey.ofHex("00112233445566778899aabbccddeeff".repeat(2));
    private static final SecretKey OTHER = SecretKey.ofHex("ff".repeat(32));

    /** GM/T 0042-2015, D.3, first vector. */
    @Test
    void a_token_by_sm3_is_the_hmac_of_the_standard() {
        byte[] key = HexFormat.of().parseHex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20");
        Tokens tokens = new Tokens(TokenAlgorithm.HMAC_SM3, key, "0badcafe");
        String text = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".repeat(2);
        assertThat(hash(tokens.of(text))).isEqualTo("ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a");
    }

    /** RFC 4231, test case 6: HMAC-SHA-256 with a key of 131 bytes 0xaa. */
    @Test
    void a_token_by_sha_256_is_the_hmac_of_the_rfc() {
        byte[] key = HexFormat.of().parseHex("aa".repeat(131));
        Tokens tokens = new Tokens(TokenAlgorithm.HMAC_SHA256, key, "0badcafe");
        assertThat(hash(tokens.of("Test Using Larger Than Block-Size Key - Hash Key First")))
                .isEqualTo("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    private static String hash(String token) {
        assertThat(token).startsWith("0badcafe.").hasSize(9 + 43);
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(token.substring(9)));
    }

    /** 20,000 values fall on 4,096 places of memory: most are forgotten, and none is mistaken for another. */
    @Test
    void a_remembered_value_has_the_token_that_it_had() {
        Tokens tokens = rule(KEY, TokenAlgorithm.HMAC_SM3).tokens();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 20_000; i += 7) {
                String fresh = rule(KEY, TokenAlgorithm.HMAC_SM3).tokens().of("人" + i % 100);
                assertThat(tokens.of("人" + i % 100)).isEqualTo(fresh);
                tokens.of("人" + i);
            }
        }
    }

    @Test
    void tokens_of_two_keys_or_algorithms_are_told_apart_at_sight() {
        String first = rule(KEY, TokenAlgorithm.HMAC_SM3).tokens().of("马建国");
        assertThat(rule(OTHER, TokenAlgorithm.HMAC_SM3).tokens().of("马建国").substring(0, 9))
                .isNotEqualTo(first.substring(0, 9));
        assertThat(rule(KEY, TokenAlgorithm.HMAC_SHA256).tokens().of("马建国").substring(0, 9))
                .isNotEqualTo(first.substring(0, 9));
        assertThat(first).startsWith(rule(KEY, TokenAlgorithm.HMAC_SM3).mark() + ".");
    }

    @Test
    void a_lake_whose_tokens_another_key_made_takes_no_new_ones(@TempDir Path data) throws IOException {
        Path file = data.resolve("data/tokens.txt");
        new TokenRegister(file).agree(rule(KEY, TokenAlgorithm.HMAC_SM3));
        new TokenRegister(file).agree(rule(KEY, TokenAlgorithm.HMAC_SM3));
        assertThat(Files.readString(file)).doesNotContain("0011").startsWith("hmac-sm3 ");
        assertThatThrownBy(() -> new TokenRegister(file).agree(rule(OTHER, TokenAlgorithm.HMAC_SM3)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("不能比对");
        assertThatThrownBy(() -> new TokenRegister(file).agree(rule(KEY, TokenAlgorithm.HMAC_SHA256)))
                .isInstanceOf(Fault.class);
    }

    private static TokenRule rule(SecretKey key, TokenAlgorithm algorithm) {
        return new TokenRule(KeyRef.inMemory(KeyPurpose.TOKEN, key), algorithm);
    }
}
