package org.ipwarehouse.app.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.etl.check.TokenKey;

/** The key of the personal-data tokens: made on first use, readable by its owner only. */
final class TokenKeyFile {
    private static final int BYTES = 32;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private TokenKeyFile() {}

    static TokenKey at(Path file) {
        if (!Files.exists(file)) {
            create(file);
        }
        return TokenKey.read(file);
    }

    private static void create(Path file) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            // the rights are there before the first byte is
            Files.createFile(file, OWNER_ONLY);
            Files.writeString(file, TokenKey.of(random).hex(), StandardCharsets.US_ASCII);
        } catch (FileAlreadyExistsException anotherRunMadeIt) {
            return;
        } catch (IOException unwritable) {
            throw AppErrors.unwritable(file, unwritable);
        }
    }
}
