package org.ipwarehouse.reports.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.reports.ReportErrors;

/**
 * Templates, wording, fonts and style as they were when an edition was drafted. Each content is kept once, under its
 * SHA-256; an edition holds the digest of a list of such digests, so that nothing of it can be changed unseen. Fonts are
 * shared by all editions that were made with them.
 */
final class KeptFiles {
    private static final String STYLE = "reports/style";
    /** The names of codes, which {@code labels.yaml} refers to. */
    private static final String WORDS = "etl/codelists";
    /** The look of the site, which no bulletin reads. */
    private static final String SITE = "reports/style/site";

    private final Path store;

    KeptFiles(Path store) {
        this.store = store;
    }

    /**
     * Keeps what the documents of a series are made with.
     *
     * @return the digest of the list
     */
    String keep(Path home, String series) {
        List<String> lines = new ArrayList<>();
        for (String place : List.of("reports/bulletins/" + series, STYLE, WORDS)) {
            for (Path file : files(home.resolve(place))) {
                String name = home.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith(SITE)) {
                    lines.add(keep(content(file)) + "  " + name);
                }
            }
        }
        return keep((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Hidden files and those that Word leaves beside an open document are nobody's wording. */
    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).matches("[.~].*"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw ReportErrors.unreadable(folder, unreadable);
        }
    }

    private String keep(byte[] content) {
        String digest = Digests.sha256(content);
        Path place = place(digest);
        if (!Files.exists(place)) {
            try {
                Files.createDirectories(place.resolveSibling(""));
                Path aside = Files.write(place.resolveSibling(digest + ".part"), content);
                Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw ReportErrors.unwritable(place, e);
            }
        }
        return digest;
    }

    private Path place(String digest) {
        return store.resolve(digest.substring(0, 2)).resolve(digest);
    }

    /** Whether this list was kept; editions drafted by older versions of the program have none. */
    boolean has(String list) {
        return Files.isRegularFile(place(list));
    }

    /**
     * Lays what was kept out as a home from which documents can be made.
     *
     * @param folder empty
     * @return the folder
     * @throws org.ipwarehouse.warehouse.api.Fault where something of it is gone or was changed
     */
    Path laidOut(String list, Path folder) {
        for (String line :
                new String(kept(list), StandardCharsets.UTF_8).lines().toList()) {
            Path file = folder.resolve(line.substring(66));
            try {
                Files.createDirectories(file.resolveSibling(""));
                Files.write(file, kept(line.substring(0, 64)));
            } catch (IOException e) {
                throw ReportErrors.unwritable(file, e);
            }
        }
        return folder;
    }

    private byte[] kept(String digest) {
        Path place = place(digest);
        if (!Files.isRegularFile(place)) {
            throw ReportErrors.keptFileChanged(place, "文件不在了。");
        }
        byte[] content = content(place);
        if (!Digests.sha256(content).equals(digest)) {
            throw ReportErrors.keptFileChanged(place, "内容与文件名所记的 SHA-256 不同。");
        }
        return content;
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw ReportErrors.unreadable(file, unreadable);
        }
    }
}
