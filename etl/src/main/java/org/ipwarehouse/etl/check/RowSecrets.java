package org.ipwarehouse.etl.check;

import java.io.Serializable;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.TokenRule;
import org.jspecify.annotations.Nullable;

/**
 * By which keys a judge hides personal values. It names keys and travels with the judge; keys are read where rows are
 * judged.
 *
 * @param seal null where nothing is sealed (trials: the personal values then are nowhere)
 * @param submission SHA-256 of the file, to which sealed rows are bound
 */
public record RowSecrets(TokenRule tokens, @Nullable SealRule seal, String submission) implements Serializable {

    public static RowSecrets of(TokenRule tokens, SealRule seal) {
        return new RowSecrets(tokens, seal, "");
    }

    public static RowSecrets tokensOnly(TokenRule tokens) {
        return new RowSecrets(tokens, null, "");
    }

    public RowSecrets boundTo(String sha256) {
        return new RowSecrets(tokens, seal, sha256);
    }
}
