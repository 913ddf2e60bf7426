package org.ipwarehouse.etl.receive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.warehouse.api.Submission;

/**
 * When the files of a synthetic set came. Years of them are taken in within a minute, and every one would be late: the
 * set's {@code manifest.json}, in the file's folder or the one above, says for each SHA-256 when the file came.
 *
 * <p>Nobody can date a real file back with it: the manifest must say {@code "synthetic": true} and the file's own name
 * must say so too, and then everything made from it bears the banner. A time after now is not believed.
 */
public final class SyntheticArrivals {
    private static final String MANIFEST = "manifest.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Path, Map<String, Instant>> known = new HashMap<>();

    /**
     * @param now when a file is received that no synthetic manifest lists
     * @throws org.ipwarehouse.warehouse.api.Fault where a synthetic manifest gives a time that is none
     */
    public Instant receivedAt(Path file, String sha256, Instant now) {
        if (!Submission.saysSynthetic(String.valueOf(file.getFileName()))) {
            return now;
        }
        return manifests(file)
                .map(manifest -> known.computeIfAbsent(manifest, SyntheticArrivals::read))
                .flatMap(times -> Optional.ofNullable(times.get(sha256)).stream())
                .filter(time -> !time.isAfter(now))
                .findFirst()
                .orElse(now);
    }

    private static Stream<Path> manifests(Path file) {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        return Stream.of(folder.resolve(MANIFEST), folder.resolveSibling(MANIFEST))
                .filter(Files::isRegularFile);
    }

    private static Map<String, Instant> read(Path manifest) {
        Map<String, Instant> times = new HashMap<>();
        JsonNode root = tree(manifest);
        if (root.path("synthetic").asBoolean(false)) {
            for (JsonNode file : root.path("files")) {
                if (file.hasNonNull("received_at")) {
                    times.put(
                            file.path("sha256").asText(),
                            time(manifest, file.path("received_at").asText()));
                }
            }
        }
        return times;
    }

    /** Many programs keep a manifest.json; what is not readable as JSON is not one of ours. */
    private static JsonNode tree(Path manifest) {
        try {
            return JSON.readTree(Files.readAllBytes(manifest));
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            return JSON.missingNode();
        } catch (IOException e) {
            throw EtlErrors.fileUnreadable(manifest, e);
        }
    }

    private static Instant time(Path manifest, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw EtlErrors.arrivalUnreadable(manifest, text);
        }
    }
}
