package org.ipwarehouse.reports.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.reports.SpecNode;

/** A short text with named gaps, for example {@code 同比增长{change}%}. Which names it may have is known when it is read. */
record Wording(String text) {
    private static final Pattern GAP = Pattern.compile("\\{([^{}]*)\\}");

    static Wording parse(SpecNode place, Set<String> allowed) {
        Matcher gap = GAP.matcher(place.text());
        while (gap.find()) {
            if (!allowed.contains(gap.group(1))) {
                throw place.mistake(
                        "不认识的占位符 {" + gap.group(1) + "}。",
                        allowed.isEmpty()
                                ? "这里不能有占位符。"
                                : "这里可写 {"
                                        + String.join(
                                                "} {", allowed.stream().sorted().toList()) + "}。");
            }
        }
        return new Wording(place.text());
    }

    /** Fills the gaps; the words between become runs of words. */
    List<Run> fill(Map<String, List<Run>> values) {
        List<Run> runs = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        int end = 0;
        while (gap.find()) {
            addWords(text.substring(end, gap.start()), runs);
            runs.addAll(values.getOrDefault(gap.group(1), List.of()));
            end = gap.end();
        }
        addWords(text.substring(end), runs);
        return runs;
    }

    String fillWords(Map<String, String> values) {
        Map<String, List<Run>> runs = new java.util.HashMap<>();
        values.forEach((name, value) -> runs.put(name, List.of(Run.words(value))));
        return Run.join(fill(runs));
    }

    private static void addWords(String words, List<Run> runs) {
        if (!words.isEmpty()) {
            runs.add(Run.words(words));
        }
    }
}
