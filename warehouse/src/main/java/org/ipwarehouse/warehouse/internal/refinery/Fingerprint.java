package org.ipwarehouse.warehouse.internal.refinery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.internal.reference.DefinitionErrors;

/** A digest of everything that figures are made from; equal digests mean that a build would make them again alike. */
final class Fingerprint {
    private static final List<String> DEFINITIONS = List.of(
            "etl/codelists",
            "warehouse/reference",
            "warehouse/tables",
            "warehouse/models",
            "warehouse/linkage",
            "warehouse/indicators",
            "warehouse/warnings");

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Adds all analysts' files below an installation's home. */
    Fingerprint definitions(Path home) {
        for (String folder : DEFINITIONS) {
            try (Stream<Path> files = Files.walk(home.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    text(String.valueOf(home.relativize(file)));
                    bytes(Files.readAllBytes(file));
                }
            } catch (IOException unreadable) {
                throw DefinitionErrors.unreadable(home.resolve(folder), unreadable);
            }
        }
        return this;
    }

    Fingerprint text(Object part) {
        bytes(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private void bytes(byte[] part) {
        digest.update((byte) 0);
        digest.update(part);
    }

    /** The digest of all that was added; nothing may be added afterwards. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
