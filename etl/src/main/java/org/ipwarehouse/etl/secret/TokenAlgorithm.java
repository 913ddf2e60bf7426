package org.ipwarehouse.etl.secret;

import java.util.Locale;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;

/** By which keyed hash a personal value becomes a token. Both give 32 bytes. */
public enum TokenAlgorithm {
    /** HMAC (GB/T 15852.2) with SM3 (GB/T 32905). */
    HMAC_SM3,
    /** HMAC (RFC 2104) with SHA-256 (FIPS 180-4). */
    HMAC_SHA256;

    /** As written in settings: hmac-sm3, hmac-sha256. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for any other word */
    public static TokenAlgorithm of(String id) {
        for (TokenAlgorithm algorithm : values()) {
            if (algorithm.id().equals(id)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("'" + id + "' 不是 hmac-sm3 或 hmac-sha256");
    }

    Digest digest() {
        return this == HMAC_SM3 ? new SM3Digest() : SHA256Digest.newInstance();
    }
}
