package org.ipwarehouse.etl.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a sealed row: {@code <key id>.<algorithm>.<source>.<base64url>}, where the last part holds the digest of
 * the row's place (16 bytes), the nonce (12), the encrypted text and the tag (16). All that stands before the encrypted
 * text is authenticated with it.
 *
 * @param keyId id of the key that opens it
 * @param source the contract whose fields or headers the text names
 */
public record SealedText(String keyId, SealAlgorithm algorithm, String source, byte[] body) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{8})\\.([12])\\.([A-Za-z0-9]*)\\.([A-Za-z0-9_-]+)");
    private static final int SHORTEST = RowPlace.DIGEST_BYTES + SealAlgorithm.NONCE_BYTES + SealAlgorithm.TAG_BYTES;

    /** Empty where the text has another form. */
    public static Optional<SealedText> parse(String text) {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            byte[] body = Base64.getUrlDecoder().decode(m.group(4));
            SealAlgorithm algorithm = SealAlgorithm.numbered(Integer.parseInt(m.group(2)));
            return body.length < SHORTEST
                    ? Optional.empty()
                    : Optional.of(new SealedText(m.group(1), algorithm, m.group(3), body));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static String head(String keyId, SealAlgorithm algorithm, String source) {
        return keyId + "." + algorithm.number() + "." + source + ".";
    }

    byte[] bound() {
        return bound(head(keyId, algorithm, source), body);
    }

    /** What is authenticated besides the text: the head and the digest with which the body begins. */
    static byte[] bound(String head, byte[] digest) {
        byte[] ascii = head.getBytes(StandardCharsets.US_ASCII);
        byte[] bound = new byte[ascii.length + RowPlace.DIGEST_BYTES];
        System.arraycopy(ascii, 0, bound, 0, ascii.length);
        System.arraycopy(digest, 0, bound, ascii.length, RowPlace.DIGEST_BYTES);
        return bound;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedText text && toString().equals(text.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return head(keyId, algorithm, source)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(body);
    }
}
