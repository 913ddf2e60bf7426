package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Options of a measure, {@code --name value}; one without a value is {@code true}. */
record Options(Map<String, String> values) {

    static Options parse(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).startsWith("--")) {
                throw new IllegalArgumentException("Not an option: " + words.get(i));
            }
            boolean hasValue = i + 1 < words.size() && !words.get(i + 1).startsWith("--");
            values.put(words.get(i).substring(2), hasValue ? words.get(i + 1) : "true");
            i += hasValue ? 1 : 0;
        }
        return new Options(values);
    }

    long number(String name, long otherwise) {
        return Long.parseLong(
                values.getOrDefault(name, String.valueOf(otherwise)).replace("_", ""));
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** @return an empty folder of its own in --place, which is made where it is missing, or among the machine's temporary files */
    Path place() throws IOException {
        Path parent = Path.of(text("place", System.getProperty("java.io.tmpdir")));
        return Files.createTempDirectory(Files.createDirectories(parent), "ipw-bench");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }
}
