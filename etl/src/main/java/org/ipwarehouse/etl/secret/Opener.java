package org.ipwarehouse.etl.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ipwarehouse.etl.EtlErrors;

/** Opens sealed rows with whatever key of the folder sealed them. Not thread-safe. */
public final class Opener {
    private final String folder;
    private final Map<String, Gcm> ciphers = new HashMap<>();
    private final MessageDigest sha256 = RowPlace.sha256();

    /** @param rule names the key folder */
    public Opener(SealRule rule) {
        this.folder = rule.key().folder();
    }

    /**
     * The values of a row, at the place to which they were sealed.
     *
     * @throws org.ipwarehouse.warehouse.api.Fault where text or place is another one, or the key is missing
     */
    public String open(SealedText sealed, RowPlace place) {
        byte[] digest = Arrays.copyOf(sealed.body(), RowPlace.DIGEST_BYTES);
        if (!sealed.source().equals(place.source()) || !MessageDigest.isEqual(digest, place.digest(sha256))) {
            throw EtlErrors.sealedElsewhere(place.origin().toString());
        }
        return open(sealed);
    }

    /** The values of a row wherever it stood: for a workbook that came back, whose rows are places of another file. */
    public String open(SealedText sealed) {
        Gcm gcm = ciphers.computeIfAbsent(sealed.keyId() + sealed.algorithm(), id -> gcm(sealed));
        byte[] body = sealed.body();
        int from = RowPlace.DIGEST_BYTES + SealAlgorithm.NONCE_BYTES;
        byte[] nonce = Arrays.copyOfRange(body, RowPlace.DIGEST_BYTES, from);
        try {
            byte[] text = gcm.open(nonce, sealed.bound(), body, from, body.length - from);
            return new String(text, StandardCharsets.UTF_8);
        } catch (Gcm.Broken e) {
            throw EtlErrors.sealBroken(e);
        }
    }

    /** The same values under the rule's key, at the same place. */
    public String resealed(SealedText sealed, Sealer sealer) {
        byte[] digest = Arrays.copyOf(sealed.body(), RowPlace.DIGEST_BYTES);
        return sealer.seal(open(sealed), sealed.source(), digest);
    }

    private Gcm gcm(SealedText sealed) {
        KeyRef key = new KeyRef(folder, KeyPurpose.SEAL, sealed.keyId());
        return sealed.algorithm()
                .gcm(key.derived(Sealer.USE + sealed.algorithm().id()));
    }
}
