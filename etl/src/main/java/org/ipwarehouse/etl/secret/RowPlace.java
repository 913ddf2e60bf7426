package org.ipwarehouse.etl.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.ipwarehouse.warehouse.api.Origin;

/**
 * The one row to which a sealed text belongs. Submission, source, sheet and row number are what the restricted table
 * itself says of a row, so that whoever opens a sealed text can see that it was not moved there from another row; the
 * submission's fingerprint covers file and contract version.
 *
 * @param submission SHA-256 of the file, "" where the judge works for no submission (trials)
 */
public record RowPlace(String submission, String source, Origin origin) {
    static final int DIGEST_BYTES = 16;

    /** 128 bits of the SHA-256 of the parts. */
    byte[] digest(MessageDigest sha256) {
        sha256.reset();
        part(sha256, submission);
        part(sha256, source);
        part(sha256, origin.sheet());
        part(sha256, Long.toString(origin.row()));
        return Arrays.copyOf(sha256.digest(), DIGEST_BYTES);
    }

    /** Each part goes with its length: no two places run together to the same bytes. */
    private static void part(MessageDigest sha256, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update((byte) (bytes.length >>> 8));
        sha256.update((byte) bytes.length);
        sha256.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
