package org.ipwarehouse.etl.draft;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.standardise.CleanText;

/** English column names from the words that contracts already have for a header, else its pinyin. */
final class FieldNames {
    /** Columns that the warehouse itself puts beside those of a contract. */
    private static final Set<String> TAKEN = Set.of(
            "submission",
            "source_file",
            "sheet",
            "row_number",
            "row_key",
            "content_hash",
            "as_of",
            "recorded_at",
            "repairs",
            "raw",
            "extra");

    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");
    private static final int LONGEST = 40;

    private final Map<String, Map<String, Field>> byWord = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();

    FieldNames(List<Contract> contracts) {
        for (Contract contract : contracts) {
            for (Field field : contract.fields()) {
                uses.merge(field.name(), 1, Integer::sum);
                learn(field.labelZh(), field);
                learn(field.name(), field);
                field.aliases().forEach(alias -> learn(alias, field));
            }
        }
    }

    private void learn(String word, Field field) {
        byWord.computeIfAbsent(key(word), w -> new HashMap<>())
                .merge(field.name(), field, (one, other) -> key(one.labelZh()).equals(key(word)) ? one : other);
    }

    boolean knows(String label) {
        return byWord.containsKey(key(label));
    }

    /** A field that comes under the same header: the one with that very label before others, then the commonest name. */
    Optional<Field> alike(String label) {
        return byWord.getOrDefault(key(label), Map.of()).values().stream()
                .min(Comparator.comparing((Field field) -> !key(field.labelZh()).equals(key(label)))
                        .thenComparing(field -> -uses.getOrDefault(field.name(), 0))
                        .thenComparing(Field::name));
    }

    /** One name for each label, all different. */
    List<String> of(List<String> labels) {
        Set<String> used = new HashSet<>(TAKEN);
        return labels.stream().map(label -> distinct(base(label), used)).toList();
    }

    private String base(String label) {
        return alike(label).map(Field::name).orElseGet(() -> word(label));
    }

    private static String distinct(String name, Set<String> used) {
        String free = name;
        for (int n = 2; !used.add(free); n++) {
            free = name + "_" + n;
        }
        return free;
    }

    /** Letters and digits as they are, Chinese characters as their pinyin, syllables joined by '_'. */
    static String word(String label) {
        StringBuilder word = new StringBuilder();
        boolean joint = false;
        for (char c : key(label).toCharArray()) {
            String syllable = syllable(c);
            boolean plain = c < 128 && Character.isLetterOrDigit(c);
            boolean apart = joint || !syllable.isEmpty();
            if (apart && word.length() > 0 && word.charAt(word.length() - 1) != '_') {
                word.append('_');
            }
            word.append(plain ? String.valueOf(c) : syllable);
            joint = !plain;
        }
        return shortened(word.toString());
    }

    /** The first reading of a Chinese character without its tone, "" for any other. */
    private static String syllable(char c) {
        String[] readings = c < 128 ? null : PinyinHelper.toHanyuPinyinStringArray(c);
        return readings == null || readings.length == 0 ? "" : readings[0].replaceAll("[^a-z]", "");
    }

    private static String shortened(String word) {
        String kept = word;
        while (kept.length() > LONGEST && kept.lastIndexOf('_') > 0) {
            kept = kept.substring(0, kept.lastIndexOf('_'));
        }
        kept = kept.replaceAll("_+$", "");
        boolean named = !kept.isEmpty() && Character.isLetter(kept.charAt(0));
        return named ? kept : kept.isEmpty() ? "field" : "f_" + kept;
    }

    /** What a header says, without blanks, brackets and case. */
    static String key(String label) {
        String dense = CleanText.dense(label).toLowerCase(Locale.ROOT);
        String bare = BRACKETS.matcher(dense).replaceAll("");
        return bare.isEmpty() ? dense : bare;
    }
}
