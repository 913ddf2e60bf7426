package org.ipwarehouse.app.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.Settings.Privacy;
import org.ipwarehouse.etl.check.RowSecrets;
import org.ipwarehouse.etl.secret.KeyPurpose;
import org.ipwarehouse.etl.secret.KeyRing;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.TokenRegister;
import org.ipwarehouse.etl.secret.TokenRule;

/** The keys of an installation and what its settings do with them. Keys that are not there yet are made when asked for. */
final class Secrets {
    private final Settings settings;
    private final KeyRing ring;

    private Secrets(Settings settings, KeyRing ring) {
        this.settings = settings;
        this.ring = ring;
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where the key folder lies inside the data */
    static Secrets of(Settings settings) {
        return new Secrets(settings, KeyRing.at(settings.privacy().keys(), settings.data()));
    }

    KeyRing ring() {
        return ring;
    }

    /** By the key that seals from now on. */
    SealRule seal() {
        Privacy privacy = settings.privacy();
        return new SealRule(ring.active(KeyPurpose.SEAL), privacy.sealing());
    }

    /** For the rows that come in: the key must be the one by which the lake's tokens were made. */
    RowSecrets rows() {
        Path older = settings.data().resolve("keys").resolve("token.key");
        Path register = settings.data().resolve("tokens.txt");
        if (Files.exists(older) && !Files.exists(register)) {
            throw AppErrors.olderTokens(older);
        }
        TokenRule tokens =
                new TokenRule(ring.active(KeyPurpose.TOKEN), settings.privacy().tokens());
        new TokenRegister(register).agree(tokens);
        return RowSecrets.of(tokens, seal());
    }
}
