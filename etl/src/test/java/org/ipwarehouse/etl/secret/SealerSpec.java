package org.ipwarehouse.etl.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SealerSpec {
    private static final HexFormat HEX = HexFormat.of();
    private static final KeyRef KEY = KeyRef.inMemory(KeyPurpose.SEAL, SecretKey.ofHex("5a".repeat(32)));
    private static final KeyRef NEXT = KeyRef.inMemory(KeyPurpose.SEAL, SecretKey.ofHex("5b".repeat(32)));
    private static final RowPlace PLACE = new RowPlace("ab".repeat(32), "S04", new Origin("投诉", 7));
    private static final String JSON = "{\"complainant\":\"马建国\",\"phone\":\"13812345678\"}";

    /** RFC 8998, A.1. */
    @Test
    void sm4_gcm_is_that_of_the_rfc() throws Gcm.Broken {
        byte[] text = HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] nonce = HEX.parseHex("00001234567800000000abcd");
        byte[] bound = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        Gcm gcm = SealAlgorithm.SM4_GCM.gcm(HEX.parseHex("0123456789abcdeffedcba9876543210"));
        byte[] sealed = gcm.seal(nonce, bound, text, text.length);
        assertThat(HEX.formatHex(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(gcm.open(nonce, bound, sealed, 0, sealed.length)).isEqualTo(text);
    }

    /** The GCM specification (McGrew, Viega 2004), test case 14: AES-256, key, nonce and one block of zeros. */
    @Test
    void aes_256_gcm_is_that_of_the_specification() {
        byte[] sealed = SealAlgorithm.AES_256_GCM.gcm(new byte[32]).seal(new byte[12], new byte[0], new byte[16], 16);
        assertThat(HEX.formatHex(sealed)).isEqualTo("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
    }

    @ParameterizedTest
    @EnumSource
    void a_row_opens_at_its_own_place_only(SealAlgorithm algorithm) {
        SealRule rule = new SealRule(KEY, algorithm);
        String sealed = rule.sealer().seal(JSON, PLACE);
        SealedText parsed = SealedText.parse(sealed).orElseThrow();
        Opener opener = new Opener(rule);
        assertThat(sealed).startsWith(KEY.id() + ".").doesNotContain("13812345678");
        assertThat(parsed).hasToString(sealed);
        assertThat(opener.open(parsed, PLACE)).isEqualTo(JSON);
        refused(opener, parsed, new RowPlace("cd".repeat(32), "S04", new Origin("投诉", 7)));
        refused(opener, parsed, new RowPlace("ab".repeat(32), "S05", new Origin("投诉", 7)));
        refused(opener, parsed, new RowPlace("ab".repeat(32), "S04", new Origin("投诉", 8)));
        refused(opener, parsed, new RowPlace("ab".repeat(32), "S04", new Origin("投诉7", 7)));
    }

    private static void refused(Opener opener, SealedText sealed, RowPlace place) {
        assertThatThrownBy(() -> opener.open(sealed, place))
                .isInstanceOf(Fault.class)
                .hasMessageNotContaining("马建国");
    }

    @ParameterizedTest
    @EnumSource
    void a_flipped_bit_anywhere_is_noticed(SealAlgorithm algorithm) {
        SealRule rule = new SealRule(KEY, algorithm);
        SealedText sealed = SealedText.parse(rule.sealer().seal(JSON, PLACE)).orElseThrow();
        for (int at = 0; at < sealed.body().length; at++) {
            byte[] body = sealed.body().clone();
            body[at] ^= 1;
            SealedText flipped = new SealedText(sealed.keyId(), algorithm, "S04", body);
            assertThatThrownBy(() -> new Opener(rule).open(flipped)).isInstanceOf(Fault.class);
        }
        SealedText otherSource = new SealedText(sealed.keyId(), algorithm, "S05", sealed.body());
        assertThatThrownBy(() -> new Opener(rule).open(otherSource)).isInstanceOf(Fault.class);
    }

    @Test
    void the_same_row_sealed_twice_looks_different_each_time() {
        Sealer sealer = new SealRule(KEY, SealAlgorithm.AES_256_GCM).sealer();
        Set<String> sealed = new HashSet<>();
        // 600 rows: more than the nonces that are drawn at a time
        for (int i = 0; i < 600; i++) {
            sealed.add(sealer.seal(JSON, PLACE));
        }
        assertThat(sealed).hasSize(600);
    }

    @Test
    void a_row_sealed_by_an_older_key_and_algorithm_moves_to_the_new_ones_and_keeps_its_place() {
        SealRule older = new SealRule(KEY, SealAlgorithm.SM4_GCM);
        SealRule now = new SealRule(NEXT, SealAlgorithm.AES_256_GCM);
        SealedText old = SealedText.parse(older.sealer().seal(JSON, PLACE)).orElseThrow();
        String anew = new Opener(now).resealed(old, now.sealer());
        assertThat(anew).startsWith(NEXT.id() + ".1.S04.");
        assertThat(new Opener(now).open(SealedText.parse(anew).orElseThrow(), PLACE))
                .isEqualTo(JSON);
    }

    @Test
    void other_texts_are_not_taken_for_sealed_ones() {
        assertThat(SealedText.parse("")).isEmpty();
        assertThat(SealedText.parse("＊＊＊")).isEmpty();
        assertThat(SealedText.parse("0badcafe.9.S04.AAAA")).isEmpty();
        assertThat(SealedText.parse("0badcafe.1.S04.AAAA")).isEmpty();
    }
}
