package org.ipwarehouse.etl.secret;

import java.util.Arrays;
import java.util.Locale;

/** Authenticated encryption of sealed rows and files: 96-bit nonces, 128-bit tags (NIST SP 800-38D, GB/T 36624). */
public enum SealAlgorithm {
    /** AES with 256-bit keys, by the Java platform. */
    AES_256_GCM(1, 32),
    /** SM4 (GB/T 32907) with 128-bit keys, by Bouncy Castle. */
    SM4_GCM(2, 16);

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private final int number;
    private final int keyBytes;

    SealAlgorithm(int number, int keyBytes) {
        this.number = number;
        this.keyBytes = keyBytes;
    }

    /** As written in settings: aes-256-gcm, sm4-gcm. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for any other word */
    public static SealAlgorithm of(String id) {
        for (SealAlgorithm algorithm : values()) {
            if (algorithm.id().equals(id)) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("'" + id + "' 不是 aes-256-gcm 或 sm4-gcm");
    }

    /** As written in sealed data; never reused for another algorithm. */
    int number() {
        return number;
    }

    /** @throws IllegalArgumentException for a number that no algorithm has */
    static SealAlgorithm numbered(int number) {
        for (SealAlgorithm algorithm : values()) {
            if (algorithm.number == number) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("No sealing algorithm " + number);
    }

    /** @param derived at least 32 bytes, of which as many are used as the algorithm needs */
    Gcm gcm(byte[] derived) {
        byte[] key = Arrays.copyOf(derived, keyBytes);
        return this == AES_256_GCM ? new AesGcm(key) : new Sm4Gcm(key);
    }
}
