package org.ipwarehouse.etl.standardise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which characters and words tell a person's name: surnames (compound, plain, and those that are mostly another word in
 * running text), words after which a person is named (当事人), words of organisations, and words that begin like a name and
 * are none. Kept in small CSV files beside this class.
 */
final class PersonWords {
    private static final Set<String> COMPOUND = new HashSet<>();
    private static final BitSet PLAIN = new BitSet();
    private static final BitSet AMBIGUOUS = new BitSet();
    /** By their first character. */
    private static final Map<Character, List<String>> ROLES =
            words("person_roles.csv").stream().collect(Collectors.groupingBy(word -> word.charAt(0)));

    private static final BitSet ROLE_STARTS = starts(ROLES.keySet());
    private static final List<String> ORGANISATIONS = words("organisation_words.csv");
    private static final Set<String> NOT_NAMES = new HashSet<>(words("not_names.csv"));

    static {
        for (String line : words("surnames.csv")) {
            String[] parts = line.split(",", -1);
            switch (parts[1]) {
                case "compound" -> COMPOUND.add(parts[0]);
                case "ambiguous" -> AMBIGUOUS.set(parts[0].charAt(0));
                default -> PLAIN.set(parts[0].charAt(0));
            }
        }
    }

    private PersonWords() {}

    /** The records after the header line. */
    private static List<String> words(String file) {
        InputStream in = Objects.requireNonNull(PersonWords.class.getResourceAsStream(file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BitSet starts(Set<Character> characters) {
        BitSet starts = new BitSet();
        characters.forEach(starts::set);
        return starts;
    }

    /** Whether a role word may begin with this character. */
    static boolean mayBeRole(char c) {
        return ROLE_STARTS.get(c);
    }

    /** Length of the longest role word at this place, 0 for none. */
    static int role(String text, int at) {
        int longest = 0;
        if (mayBeRole(text.charAt(at))) {
            for (String role : ROLES.getOrDefault(text.charAt(at), List.of())) {
                if (role.length() > longest && text.startsWith(role, at)) {
                    longest = role.length();
                }
            }
        }
        return longest;
    }

    /** Length of the surname at this place, 0 for none. */
    static int surname(String text, int at, Certainty certainty) {
        if (at + 1 < text.length() && COMPOUND.contains(text.substring(at, at + 2))) {
            return 2;
        }
        if (at >= text.length()) {
            return 0;
        }
        char c = text.charAt(at);
        return PLAIN.get(c) || certainty == Certainty.ANNOUNCED && AMBIGUOUS.get(c) ? 1 : 0;
    }

    /** How sure it is that a name stands here. */
    enum Certainty {
        /** After a role word. */
        LIKELY,
        /** After a role word and a colon, or as the whole of a cell. */
        ANNOUNCED
    }

    static boolean namesOrganisation(String text) {
        for (String word : ORGANISATIONS) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two characters at this place are a word that begins like a name and is none. */
    static boolean isOtherWord(String text, int at) {
        return at + 1 < text.length() && NOT_NAMES.contains(text.substring(at, at + 2));
    }
}
