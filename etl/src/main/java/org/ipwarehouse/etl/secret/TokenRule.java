package org.ipwarehouse.etl.secret;

import java.io.Serializable;
import java.util.HexFormat;

/** By which key and algorithm tokens are made. Serialisable; the key stays behind. */
public record TokenRule(KeyRef key, TokenAlgorithm algorithm) implements Serializable {
    private static final int MARK_BYTES = 4;

    /** A maker of tokens for one thread. */
    public Tokens tokens() {
        return new Tokens(algorithm, key.derived(use()), mark());
    }

    /**
     * What every token of this rule begins with: eight hexadecimal digits that follow from key and algorithm. Tokens of
     * two keys or algorithms can be told apart at sight and are never equal.
     */
    public String mark() {
        return HexFormat.of().formatHex(key.derived(use() + " mark"), 0, MARK_BYTES);
    }

    private String use() {
        return "ipw token " + algorithm.id();
    }
}
