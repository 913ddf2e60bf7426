package org.ipwarehouse.etl.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * Personal values to tokens: {@code <mark>.<keyed hash, base64url>}, 52 characters. A token still speaks of a person
 * (who has the key can try values), so it is de-identified, not anonymous. Not thread-safe: one for each thread.
 */
public final class Tokens {
    /** Remembered values; a power of two. A value that falls on another's place replaces it, so memory is bounded. */
    private static final int REMEMBERED = 1 << 12;

    private final HMac mac;
    private final String mark;
    private final byte[] hash;
    private final @Nullable String[] values = new @Nullable String[REMEMBERED];
    private final @Nullable String[] tokens = new @Nullable String[REMEMBERED];

    Tokens(TokenAlgorithm algorithm, byte[] key, String mark) {
        this.mac = new HMac(algorithm.digest());
        this.mac.init(new KeyParameter(key));
        this.mark = mark + ".";
        this.hash = new byte[mac.getMacSize()];
    }

    /** @param canonical the value in the one form in which it is compared */
    public String of(String canonical) {
        int place = place(canonical.hashCode());
        String known = tokens[place];
        if (known != null && canonical.equals(values[place])) {
            return known;
        }
        String token = mark + Base64.getUrlEncoder().withoutPadding().encodeToString(signed(canonical));
        values[place] = canonical;
        tokens[place] = token;
        return token;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 15) & REMEMBERED - 1;
    }

    private byte[] signed(String canonical) {
        byte[] text = canonical.getBytes(StandardCharsets.UTF_8);
        mac.update(text, 0, text.length);
        mac.doFinal(hash, 0);
        return hash;
    }
}
