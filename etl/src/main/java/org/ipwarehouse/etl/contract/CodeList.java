package org.ipwarehouse.etl.contract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.etl.standardise.CleanText;

/** A code list of {@code etl/codelists}: codes, labels and aliases with the days on which they are valid. */
public final class CodeList implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final List<CodeEntry> entries;
    private final HashMap<String, ArrayList<CodeEntry>> bySpelling = new HashMap<>();

    public CodeList(String name, List<CodeEntry> entries) {
        this.name = name;
        this.entries = List.copyOf(entries);
        for (CodeEntry entry : this.entries) {
            for (String spelling : spellings(entry)) {
                List<CodeEntry> known = bySpelling.computeIfAbsent(spelling, s -> new ArrayList<>(1));
                if (!known.contains(entry)) {
                    known.add(entry);
                }
            }
        }
    }

    public String name() {
        return name;
    }

    public List<CodeEntry> entries() {
        return entries;
    }

    /**
     * The entry of a code, label or alias that is valid on the day. Blanks, letter case, full width and the form of
     * brackets make no difference.
     */
    public Optional<CodeEntry> find(String text, LocalDate day) {
        List<CodeEntry> exact = bySpelling.get(text);
        List<CodeEntry> known = exact != null ? exact : bySpelling.getOrDefault(spelling(text), new ArrayList<>());
        for (CodeEntry entry : known) {
            if (entry.isValidOn(day)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** True if the spelling is known on any day. */
    public boolean knows(String text) {
        return bySpelling.containsKey(spelling(text));
    }

    /** The form in which spellings are compared. */
    static String spelling(String text) {
        return CleanText.dense(text).toLowerCase(Locale.ROOT);
    }

    static List<String> spellings(CodeEntry entry) {
        List<String> all = new ArrayList<>(entry.aliases().size() + 2);
        all.add(spelling(entry.code()));
        all.add(spelling(entry.label()));
        entry.aliases().forEach(alias -> all.add(spelling(alias)));
        return all;
    }

    /** Attribute of each code, for lists that are used as a table. */
    Map<String, CodeEntry> byCode() {
        Map<String, CodeEntry> codes = new HashMap<>();
        entries.forEach(entry -> codes.put(entry.code(), entry));
        return codes;
    }
}
