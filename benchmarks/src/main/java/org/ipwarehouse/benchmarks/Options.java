package org.ipwarehouse.benchmarks;

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

    boolean has(String name) {
        return values.containsKey(name);
    }
}
