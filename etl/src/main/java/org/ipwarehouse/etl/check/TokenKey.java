package org.ipwarehouse.etl.check;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.ipwarehouse.etl.EtlErrors;

/**
 * The key under which personal values become tokens. The same key gives the same token, so a key in use is never
 * changed. Its text never appears in a log: {@link #toString()} hides it.
 *
 * @param hex the key, at least 32 bytes, as lower-case hexadecimal digits
 */
public record TokenKey(String hex) implements Serializable {
    private static final int FEWEST_DIGITS = 64;

    public TokenKey {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        boolean form = hex.length() >= FEWEST_DIGITS
                && hex.length() % 2 == 0
                && hex.chars().allMatch(HexFormat::isHexDigit);
        if (!form) {
            throw EtlErrors.tokenKeyUnusable("", "不是至少64位的十六进制数字");
        }
    }

    /** A key of random bytes, at least 32; the application writes {@link #hex()} to its key file. */
    public static TokenKey of(byte[] random) {
        return new TokenKey(HexFormat.of().formatHex(random));
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault if the file cannot be read or holds no key */
    public static TokenKey read(Path file) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw EtlErrors.tokenKeyUnusable(file.toString(), "读不到文件：" + e.getMessage());
        }
        return new TokenKey(text);
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return "TokenKey[＊＊＊]";
    }
}
