package org.ipwarehouse.etl.check;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ipwarehouse.etl.standardise.CleanText;

/** Personal values to tokens: HMAC-SHA-256 of the canonical value, base64url, 43 characters. Not thread-safe. */
final class Tokens {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    Tokens(TokenKey key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** One value has one token, however it was spaced or widened. */
    String of(String value) {
        return signed(CleanText.dense(value));
    }

    String signed(String canonical) {
        byte[] digest = mac.doFinal(canonical.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
