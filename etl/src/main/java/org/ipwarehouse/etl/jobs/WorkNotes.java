package org.ipwarehouse.etl.jobs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipwarehouse.etl.EtlErrors;

/**
 * What one run of {@code receiveSubmissions} notes between its steps, as small JSON files: a run that was killed goes on
 * from them. Each file is written whole or not at all.
 */
final class WorkNotes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    WorkNotes(Path folder) {
        this.folder = folder;
    }

    /**
     * One original.
     *
     * @param file name under which it came
     * @param received when it was first kept by this run, ISO instant
     * @param held whether the warehouse had it before this run
     */
    record Original(String sha256, String file, String received, boolean held) {
        Instant receivedAt() {
            return Instant.parse(received);
        }
    }

    /**
     * An archive that was unpacked.
     *
     * @param members SHA-256 of what it held
     * @param passedOver paths of members that are no tables
     * @param reason why it was refused as a whole, "" where it was not
     */
    record Archive(String sha256, List<String> members, List<String> passedOver, String reason, String remedy) {}

    /** Written before the originals: where they are noted, so are these. */
    void archives(List<Archive> archives) {
        write(folder.resolve("archives.json"), archives);
    }

    List<Archive> archives() {
        Path file = folder.resolve("archives.json");
        // a run of an older version, gone on with by this one, noted none
        return Files.exists(file) ? read(file, new TypeReference<>() {}) : List.of();
    }

    boolean hasOriginals() {
        return Files.exists(originalsFile());
    }

    void originals(List<Original> originals) {
        write(originalsFile(), originals);
    }

    List<Original> originals() {
        return read(originalsFile(), new TypeReference<>() {});
    }

    /** Source by SHA-256, "" where the file was refused. */
    void sources(Map<String, String> sources) {
        write(sourcesFile(), new TreeMap<>(sources));
    }

    Map<String, String> sources() {
        return read(sourcesFile(), new TypeReference<>() {});
    }

    private Path originalsFile() {
        return folder.resolve("originals.json");
    }

    private Path sourcesFile() {
        return folder.resolve("sources.json");
    }

    private static void write(Path file, Object value) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Path temp = file.resolveSibling(file.getFileName() + ".tmp");
            Files.write(temp, JSON.writeValueAsBytes(value));
            Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw EtlErrors.workFileDamaged(file, e);
        }
    }

    private static <T> T read(Path file, TypeReference<T> type) {
        try {
            return JSON.readValue(Files.readAllBytes(file), type);
        } catch (IOException e) {
            throw EtlErrors.workFileDamaged(file, e);
        }
    }

    /** Once a run is complete its notes serve nobody. */
    void discard() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw EtlErrors.workFileDamaged(folder, e);
        }
    }
}
