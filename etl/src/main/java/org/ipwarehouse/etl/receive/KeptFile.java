package org.ipwarehouse.etl.receive;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.secret.SealedChannel;
import org.ipwarehouse.etl.secret.SealedFileDamaged;

/** One file of the archive: sealed, or plain where an older version kept it. */
record KeptFile(Path file, String keys) {

    Original original(String sha256) {
        try {
            if (!isSealed()) {
                return Original.plain(file);
            }
            try (SealedChannel channel = channel()) {
                if (!channel.sha256().equals(sha256)) {
                    throw EtlErrors.landingDamaged(file);
                }
            }
            return Original.sealed(file, Path.of(keys));
        } catch (SealedFileDamaged e) {
            throw EtlErrors.originalTampered(file, e);
        } catch (IOException e) {
            throw EtlErrors.originalUnreadable(e);
        }
    }

    /** "" where the file lies plain. */
    String keyId() {
        try {
            if (!isSealed()) {
                return "";
            }
            try (SealedChannel channel = channel()) {
                return channel.keyId();
            }
        } catch (SealedFileDamaged e) {
            throw EtlErrors.originalTampered(file, e);
        } catch (IOException e) {
            throw EtlErrors.originalUnreadable(e);
        }
    }

    private boolean isSealed() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.READ)) {
            return SealedChannel.isSealed(channel);
        }
    }

    private SealedChannel channel() throws IOException {
        return SealedChannel.over(Files.newByteChannel(file, StandardOpenOption.READ), keys);
    }
}
