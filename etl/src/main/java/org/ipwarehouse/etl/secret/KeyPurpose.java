package org.ipwarehouse.etl.secret;

import java.util.Locale;

/** What a key is for; a key serves one purpose only. */
public enum KeyPurpose {
    /** Tokens of personal values. It is never changed: another key would give every person another token. */
    TOKEN,
    /** Sealed rows and originals. It is changed by rotation; older ones still open what they sealed. */
    SEAL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
