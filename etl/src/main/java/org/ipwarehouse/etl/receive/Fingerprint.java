package org.ipwarehouse.etl.receive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ipwarehouse.etl.EtlErrors;

/**
 * SHA-256 of a file's bytes, taken in one streaming pass.
 *
 * @param sha256 lower-case hex
 * @param size bytes read
 */
public record Fingerprint(String sha256, long size) {
    private static final int BLOCK = 1 << 18;

    /** @throws org.ipwarehouse.warehouse.api.Fault where the file is no readable file or changes while it is read */
    public static Fingerprint of(Path file) {
        return of(file, OutputStream.nullOutputStream());
    }

    /** The same, handing every byte on to {@code copy}. */
    static Fingerprint of(Path file, OutputStream copy) {
        try {
            BasicFileAttributes before = attributes(file);
            Fingerprint print = pass(file, copy);
            BasicFileAttributes after = attributes(file);
            if (print.size != before.size()
                    || print.size != after.size()
                    || !before.lastModifiedTime().equals(after.lastModifiedTime())) {
                throw EtlErrors.fileChanged(file);
            }
            return print;
        } catch (NoSuchFileException e) {
            throw EtlErrors.fileMissing(file);
        } catch (IOException e) {
            throw EtlErrors.fileUnreadable(file, e);
        }
    }

    /** The same of bytes that lie in no file. @throws UncheckedIOException where they cannot be read to their end */
    static Fingerprint of(InputStream bytes, OutputStream copy) {
        try {
            return pass(bytes, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw EtlErrors.fileIsDirectory(file);
        }
        return attributes;
    }

    private static Fingerprint pass(Path file, OutputStream copy) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return pass(in, copy);
        }
    }

    private static Fingerprint pass(InputStream in, OutputStream copy) throws IOException {
        MessageDigest digest = digest();
        byte[] block = new byte[BLOCK];
        long size = 0;
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            digest.update(block, 0, n);
            handOn(copy, block, n);
            size += n;
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** A full disk must not be reported as an unreadable original. */
    private static void handOn(OutputStream copy, byte[] block, int n) {
        try {
            copy.write(block, 0, n);
        } catch (IOException e) {
            throw EtlErrors.landingFailed(Path.of("lake", "landing"), e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
