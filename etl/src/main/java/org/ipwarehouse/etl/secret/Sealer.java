package org.ipwarehouse.etl.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Seals the personal values of rows, each under a random nonce of 96 bits. One key may seal 2^32 rows (NIST SP 800-38D,
 * 8.3); rotate it before. Not thread-safe: one for each thread.
 */
public final class Sealer {
    static final String USE = "ipw rows ";
    private static final int NONCES = 256;

    private final SealRule rule;
    private final Gcm gcm;
    private final MessageDigest sha256 = RowPlace.sha256();
    private final SecureRandom random = new SecureRandom();
    private final byte[] nonces = new byte[NONCES * SealAlgorithm.NONCE_BYTES];
    private int next = nonces.length;

    Sealer(SealRule rule) {
        this.rule = rule;
        this.gcm =
                rule.algorithm().gcm(rule.key().derived(USE + rule.algorithm().id()));
    }

    /**
     * @param json the values, a JSON object
     * @param place the row to which they belong
     * @return text in the form of {@link SealedText}
     */
    public String seal(String json, RowPlace place) {
        return seal(json, place.source(), place.digest(sha256));
    }

    String seal(String json, String source, byte[] digest) {
        String head = SealedText.head(rule.key().id(), rule.algorithm(), source);
        byte[] nonce = nonce();
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = gcm.seal(nonce, SealedText.bound(head, digest), text, text.length);
        byte[] body = new byte[RowPlace.DIGEST_BYTES + nonce.length + sealed.length];
        System.arraycopy(digest, 0, body, 0, RowPlace.DIGEST_BYTES);
        System.arraycopy(nonce, 0, body, RowPlace.DIGEST_BYTES, nonce.length);
        System.arraycopy(sealed, 0, body, RowPlace.DIGEST_BYTES + nonce.length, sealed.length);
        return head + Base64.getUrlEncoder().withoutPadding().encodeToString(body);
    }

    /** The operating system is asked for many nonces at a time; none is used twice. */
    private byte[] nonce() {
        if (next == nonces.length) {
            random.nextBytes(nonces);
            next = 0;
        }
        byte[] nonce = new byte[SealAlgorithm.NONCE_BYTES];
        System.arraycopy(nonces, next, nonce, 0, nonce.length);
        next += nonce.length;
        return nonce;
    }
}
