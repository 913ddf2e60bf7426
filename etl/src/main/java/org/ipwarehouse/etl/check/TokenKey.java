package org.ipwarehouse.etl.check;

import org.ipwarehouse.etl.secret.KeyPurpose;
import org.ipwarehouse.etl.secret.KeyRef;
import org.ipwarehouse.etl.secret.SecretKey;
import org.ipwarehouse.etl.secret.TokenAlgorithm;
import org.ipwarehouse.etl.secret.TokenRule;

/**
 * A token key that lies in no file, for trials and measures within one process: a judge made with it does not travel. Its
 * text never appears in a log: {@link #toString()} hides it.
 *
 * @param hex at least 64 hexadecimal digits
 */
public record TokenKey(String hex) {
    public TokenKey {
        SecretKey.ofHex(hex);
    }

    RowSecrets secrets() {
        KeyRef key = KeyRef.inMemory(KeyPurpose.TOKEN, SecretKey.ofHex(hex));
        return RowSecrets.tokensOnly(new TokenRule(key, TokenAlgorithm.HMAC_SM3));
    }

    @Override
    public String toString() {
        return "TokenKey[＊＊＊]";
    }
}
