package org.ipwarehouse.warehouse.internal.linkage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.ipwarehouse.warehouse.internal.linkage.Spec.NameWords;
import org.jspecify.annotations.Nullable;

/**
 * Takes a Chinese enterprise's name apart: region + trade name + industry + form of organisation (企业名称登记管理规定
 * art. 6), in any of the ways in which a clerk writes it. What no list of words explains is the trade name.
 */
final class EnterpriseName implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔{〈《「『]([^)\\]】〕}〉》」』]*)[)\\]】〕}〉》」』]?");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    private final List<Word> regions;
    private final List<Word> forms;
    private final List<Word> industries;

    EnterpriseName(NameWords words) {
        regions = longestFirst(words.regions());
        forms = longestFirst(words.forms());
        industries = longestFirst(words.industries());
    }

    enum Part {
        REGION,
        TRADE_NAME,
        INDUSTRY,
        FORM;

        static Part of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    private record Word(String text, String canonical) implements Serializable {}

    private static List<Word> longestFirst(Map<String, String> words) {
        return new ArrayList<>(words.entrySet().stream()
                .map(e -> new Word(e.getKey(), e.getValue()))
                .sorted(Comparator.<Word>comparingInt(w -> -w.text().length()).thenComparing(Word::text))
                .toList());
    }

    /** An array of the parts in the order of {@link Part}, null where a part is not named. */
    Column parts(Column name) {
        UDF1<String, @Nullable String[]> parse = this::parts;
        return functions
                .udf(parse, DataTypes.createArrayType(DataTypes.StringType))
                .apply(name);
    }

    /** The parts of a name in the order of {@link Part}; null for null. */
    @Nullable
    String @Nullable [] parts(@Nullable String name) {
        if (name == null) {
            return null;
        }
        Reading reading = new Reading(String.valueOf(NameText.simplifiedText(NameText.plainText(name)))
                .toLowerCase(Locale.ROOT));
        reading.brackets();
        reading.regions();
        reading.form();
        reading.industry();
        return reading.result();
    }

    /** One name while it is taken apart. */
    private final class Reading {
        private String rest;
        private final List<String> region = new ArrayList<>();
        private final List<String> industry = new ArrayList<>();
        private @Nullable String form;

        Reading(String name) {
            rest = name;
        }

        /** What stands in brackets is a region, a form, or a remark that belongs to the trade name. */
        void brackets() {
            Matcher inner = BRACKETS.matcher(rest);
            StringBuilder outside = new StringBuilder();
            while (inner.find()) {
                String text = NO_LETTER.matcher(inner.group(1)).replaceAll("");
                Optional<Word> place = whole(regions, text);
                Optional<Word> kind = whole(forms, text);
                place.ifPresent(word -> add(region, word.canonical()));
                kind.ifPresent(word -> form = word.canonical());
                inner.appendReplacement(
                        outside, place.isPresent() || kind.isPresent() ? "" : Matcher.quoteReplacement(text));
            }
            rest = NO_LETTER.matcher(inner.appendTail(outside)).replaceAll("");
        }

        void regions() {
            for (Optional<Word> word = prefix(); word.isPresent(); word = prefix()) {
                add(region, word.get().canonical());
                rest = rest.substring(word.get().text().length());
            }
        }

        private Optional<Word> prefix() {
            return EnterpriseName.this.regions.stream()
                    .filter(w -> rest.startsWith(w.text())
                            && rest.length() > w.text().length())
                    .findFirst();
        }

        void form() {
            suffix(forms).ifPresent(word -> {
                form = form == null ? word.canonical() : form;
                rest = rest.substring(0, rest.length() - word.text().length());
            });
        }

        void industry() {
            for (Optional<Word> word = suffix(industries); word.isPresent(); word = suffix(industries)) {
                industry.add(0, word.get().canonical());
                rest = rest.substring(0, rest.length() - word.get().text().length());
            }
        }

        private Optional<Word> suffix(List<Word> words) {
            return words.stream()
                    .filter(w ->
                            rest.endsWith(w.text()) && rest.length() > w.text().length())
                    .findFirst();
        }

        @Nullable
        String[] result() {
            return new @Nullable String[] {joined(region), rest.isEmpty() ? null : rest, joined(industry), form};
        }
    }

    private static void add(List<String> words, String word) {
        if (!words.contains(word)) {
            words.add(word);
        }
    }

    private static @Nullable String joined(List<String> words) {
        return words.isEmpty() ? null : String.join("", words);
    }

    private static Optional<Word> whole(List<Word> words, String text) {
        return words.stream().filter(w -> w.text().equals(text)).findFirst();
    }
}
