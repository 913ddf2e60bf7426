package org.ipwarehouse.reports.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.reports.ReportErrors;

/** SHA-256 of files and of folders with all that is in them. */
final class Digests {
    private Digests() {}

    static String sha256(Path file) {
        MessageDigest digest = digest();
        add(digest, file);
        return HexFormat.of().formatHex(digest.digest());
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /** Over the names and contents of all files below some folders or files of a home; what is not there adds nothing. */
    static String sha256(Path home, List<String> places) {
        MessageDigest digest = digest();
        for (String place : places) {
            Path path = home.resolve(place);
            if (Files.exists(path)) {
                try (Stream<Path> walk = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
                    for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(home.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                        add(digest, file);
                    }
                } catch (IOException unreadable) {
                    throw ReportErrors.unreadable(path, unreadable);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw ReportErrors.unreadable(file, unreadable);
        }
    }

    private static void add(MessageDigest digest, Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw ReportErrors.unreadable(file, unreadable);
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
