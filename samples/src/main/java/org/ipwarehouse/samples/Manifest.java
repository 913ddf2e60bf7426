package org.ipwarehouse.samples;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Writes {@code manifest.json} as the files are made: what each must come to when the set is loaded, oldest first. */
final class Manifest implements Closeable {
    /** Raised whenever the same request gives other exports than before. */
    static final int GENERATOR_VERSION = 1;

    private final BufferedWriter out;
    private boolean first = true;

    /**
     * One file as it was written.
     *
     * @param asOf last day of the time it covers
     * @param receivedAt when it is said to have come, ISO instant
     */
    record Entry(String name, String source, String asOf, String receivedAt, String sha256, long bytes) {}

    Manifest(Path path, SampleRequest request) throws IOException {
        out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        out.write("{\n  \"synthetic\": true,\n");
        out.write("  \"note\": \"演示数据，由程序生成，不涉及任何真实主体 / synthetic data, no real enterprise or person\",\n");
        out.write("  \"generator\": \"ip-warehouse samples\",\n  \"generator_version\": " + GENERATOR_VERSION + ",\n");
        out.write("  \"rows_requested\": " + request.rows() + ",\n  \"seed\": " + request.seed() + ",\n");
        out.write("  \"defect_rate\": " + request.defectRate().toPlainString() + ",\n");
        out.write("  \"format\": \"" + Spelling.of(request.format()) + "\",\n");
        out.write("  \"layout\": \"" + Spelling.of(request.layout()) + "\",\n");
        out.write("  \"sources\": ["
                + request.sources().stream().map(s -> "\"" + s + "\"").collect(Collectors.joining(", ")) + "],\n");
        out.write("  \"files\": [");
    }

    void add(Entry entry, FileAccount account) throws IOException {
        out.write(first ? "\n" : ",\n");
        first = false;
        out.write("    {\"source\": \"" + entry.source() + "\", \"name\": \"" + entry.name()
                + "\", \"path\": \"exports/"
                + entry.name() + "\", \"as_of\": \"" + entry.asOf() + "\", \"received_at\": \"" + entry.receivedAt()
                + "\", \"bytes\": " + entry.bytes()
                + ", \"sha256\": \"" + entry.sha256() + "\", " + counts(account) + "}");
    }

    private static String counts(FileAccount account) {
        return "\"rows\": " + account.rows() + ", \"accepted\": " + account.accepted() + ", \"quarantined\": "
                + account.quarantined() + ", \"repeated\": " + account.repeated() + ", \"reasons\": "
                + reasons(account.reasons());
    }

    private static String reasons(SortedMap<String, Long> reasons) {
        return reasons.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\": " + e.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    void end(FileAccount total, int files) throws IOException {
        out.write("\n  ],\n  \"total\": {\"files\": " + files + ", " + counts(total) + "}\n}\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Names of options as the command writes them. */
    private static final class Spelling {
        static String of(Enum<?> value) {
            return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
