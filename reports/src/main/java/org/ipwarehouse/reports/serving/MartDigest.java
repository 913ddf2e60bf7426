package org.ipwarehouse.reports.serving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What an edition's tables hold, as one SHA-256 over their rows: equal content, equal digest. */
public final class MartDigest {
    private final MessageDigest sha;
    private long rows;
    private @Nullable String hex;

    MartDigest() {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without a database: by walking over the rows once. */
    public static MartDigest of(Marts marts) {
        MartDigest digest = new MartDigest();
        for (Mart mart : Mart.of(marts.audience())) {
            digest.begin(mart);
            marts.rows(mart, line -> digest.add(line.getBytes(StandardCharsets.UTF_8)));
        }
        return digest;
    }

    void begin(Mart mart) {
        sha.update((mart.table() + '\n').getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] line) {
        sha.update(line);
        rows++;
    }

    public long rows() {
        return rows;
    }

    /** Lower-case hex; nothing can be added afterwards. */
    public String hex() {
        if (hex == null) {
            hex = HexFormat.of().formatHex(sha.digest());
        }
        return hex;
    }
}
