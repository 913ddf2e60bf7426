package org.ipwarehouse.etl.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.ipwarehouse.etl.EtlErrors;

/**
 * Notes beside a lake which key and algorithm made its tokens (the key's id, never the key), so that a lost or exchanged
 * key is noticed before new tokens stand beside old ones that they cannot match.
 */
public final class TokenRegister {
    private final Path file;

    /** @param file a file of its own in the data folder; made where there is none */
    public TokenRegister(Path file) {
        this.file = file;
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where the lake's tokens were made by another key or algorithm */
    public void agree(TokenRule rule) {
        String now = rule.algorithm().id() + " " + rule.key().id();
        String held = held();
        if (held.isEmpty()) {
            note(now);
        } else if (!held.equals(now)) {
            throw EtlErrors.tokensOfAnotherKey(file, held, now);
        }
    }

    private String held() {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            throw EtlErrors.workFileDamaged(file, e);
        }
    }

    private void note(String text) {
        Path temp = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(temp, text + "\n", StandardCharsets.US_ASCII);
            Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw EtlErrors.workFileDamaged(file, e);
        }
    }
}
