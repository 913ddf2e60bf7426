package org.ipwarehouse.etl.secret;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A sealed file that is not what was written: cut, changed, or with chunks in another order. */
public final class SealedFileDamaged extends IOException {
    private static final long serialVersionUID = 1L;

    SealedFileDamaged(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
