package org.ipwarehouse.reports.site;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.ipwarehouse.reports.SpecNode;
import org.ipwarehouse.reports.dashboard.Bilingual;

/** The English of words that the warehouse has in Chinese only: {@code reports/style/english.yaml}. */
final class English {
    private final Map<String, Map<String, String>> groups = new HashMap<>();

    static English load(Path home) {
        English english = new English();
        SpecNode root = SpecNode.read(home.resolve("reports").resolve("style").resolve("english.yaml"));
        root.entries().forEach((group, words) -> {
            Map<String, String> named = new HashMap<>();
            words.entries().forEach((zh, en) -> named.put(zh, en.text()));
            english.groups.put(group, named);
        });
        return english;
    }

    /** The English of a word, or the word itself. */
    String of(String group, String zh) {
        return groups.getOrDefault(group, Map.of()).getOrDefault(zh, zh);
    }

    /** Both; where there is nothing to say, {@code "—"} stands for it. */
    Bilingual both(String group, String zh) {
        return zh.isBlank() ? Bilingual.same("—") : new Bilingual(zh, of(group, zh));
    }

    /** As {@link #both}, where the English is named by a code. */
    Bilingual coded(String group, String code, String zh) {
        String en = groups.getOrDefault(group, Map.of()).getOrDefault(code, zh);
        return zh.isBlank() ? Bilingual.same("—") : new Bilingual(zh, en);
    }
}
