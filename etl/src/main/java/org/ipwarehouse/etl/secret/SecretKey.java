package org.ipwarehouse.etl.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ipwarehouse.etl.EtlErrors;

/** A key of at least 256 random bits. Not serialisable, and its text never shows it. */
public final class SecretKey {
    private static final int FEWEST_BYTES = 32;
    private static final int ID_DIGITS = 8;

    private final byte[] bytes;

    private SecretKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault if it is not at least 64 hexadecimal digits */
    public static SecretKey ofHex(String hex) {
        try {
            byte[] bytes = HexFormat.of().parseHex(hex.strip());
            if (bytes.length >= FEWEST_BYTES) {
                return new SecretKey(bytes);
            }
        } catch (IllegalArgumentException notHex) {
            throw EtlErrors.keyUnusable("", "不是十六进制数字");
        }
        throw EtlErrors.keyUnusable("", "不足" + 2 * FEWEST_BYTES + "位十六进制数字");
    }

    static SecretKey random(SecureRandom random) {
        byte[] bytes = new byte[FEWEST_BYTES];
        random.nextBytes(bytes);
        return new SecretKey(bytes);
    }

    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** What names this key in files: it follows from the key and does not lead back to it. */
    String id(KeyPurpose purpose) {
        byte[] use = ("ipw key id " + purpose.word()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(derived(use)).substring(0, ID_DIGITS);
    }

    byte[] raw() {
        return bytes.clone();
    }

    byte[] derived(byte[] use) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(use);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretKey key && MessageDigest.isEqual(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SecretKey[＊＊＊]";
    }
}
