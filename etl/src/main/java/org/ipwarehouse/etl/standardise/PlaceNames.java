package org.ipwarehouse.etl.standardise;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Names of places to be found within an address, by their first character: an address is looked through once. */
final class PlaceNames implements Serializable {
    private static final long serialVersionUID = 1L;

    private final char[] firsts;
    private final Name[][] names;

    /** A name and what it stands for. */
    record Name(String text, String meaning) implements Serializable {}

    /** A name found: where it begins and how long it is. */
    record Found(Name name, int at) {
        int length() {
            return name.text().length();
        }
    }

    PlaceNames(Map<String, String> meanings) {
        TreeMap<Character, List<Name>> byFirst = new TreeMap<>();
        meanings.forEach((text, meaning) ->
                byFirst.computeIfAbsent(text.charAt(0), c -> new ArrayList<>()).add(new Name(text, meaning)));
        this.firsts = new char[byFirst.size()];
        this.names = new Name[byFirst.size()][];
        int i = 0;
        for (Map.Entry<Character, List<Name>> entry : byFirst.entrySet()) {
            firsts[i] = entry.getKey();
            entry.getValue()
                    .sort(Comparator.comparingInt((Name n) -> n.text().length()).reversed());
            names[i++] = entry.getValue().toArray(Name[]::new);
        }
    }

    /** The longest name in the text; of equally long ones the first. Null where there is none. */
    @Nullable
    Found longest(String text) {
        Name best = null;
        int at = -1;
        for (int i = 0; i < text.length(); i++) {
            Name name = at(text, i);
            if (name != null
                    && (best == null || name.text().length() > best.text().length())) {
                best = name;
                at = i;
            }
        }
        return best == null ? null : new Found(best, at);
    }

    /** The first name in the text. Null where there is none. */
    @Nullable
    Found first(String text) {
        for (int i = 0; i < text.length(); i++) {
            Name name = at(text, i);
            if (name != null) {
                return new Found(name, i);
            }
        }
        return null;
    }

    private @Nullable Name at(String text, int from) {
        int index = java.util.Arrays.binarySearch(firsts, text.charAt(from));
        if (index >= 0) {
            for (Name name : names[index]) {
                if (text.startsWith(name.text(), from)) {
                    return name;
                }
            }
        }
        return null;
    }
}
