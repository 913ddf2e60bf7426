package org.ipwarehouse.etl.secret;

import java.io.Serializable;

/** By which key and algorithm rows and files are sealed. Serialisable; the key stays behind. */
public record SealRule(KeyRef key, SealAlgorithm algorithm) implements Serializable {

    /** A sealer of rows for one thread. */
    public Sealer sealer() {
        return new Sealer(this);
    }
}
