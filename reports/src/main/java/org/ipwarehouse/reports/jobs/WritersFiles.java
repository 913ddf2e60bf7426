package org.ipwarehouse.reports.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.reports.ReportErrors;

/** The files by which analysts and writers shape what is published: a change in one makes a new edition. */
final class WritersFiles {
    private static final List<String> FOLDERS = List.of("bulletins", "dashboards", "style");

    private final Path reports;

    WritersFiles(Path home) {
        this.reports = home.resolve("reports");
    }

    /** SHA-256 over names and contents. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String folder : FOLDERS) {
                add(digest, reports.resolve(folder));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private void add(MessageDigest digest, Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(reports.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw ReportErrors.unreadable(folder, e);
        }
    }
}
