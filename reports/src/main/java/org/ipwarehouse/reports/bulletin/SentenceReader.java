package org.ipwarehouse.reports.bulletin;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipwarehouse.reports.SpecNode;
import org.ipwarehouse.reports.bulletin.SentenceBook.Sentence;
import org.ipwarehouse.reports.bulletin.SentenceBook.Situation;

/** Reads {@code sentences.yaml}: strictly, so that a slip of the pen stops the bulletin instead of changing it. */
final class SentenceReader {
    private static final Set<String> COMPARISON = Set.of(
            "up", "up_times", "down", "same", "nearly_same", "rate_up", "rate_down", "rate_same", "small", "none");
    /** Of a figure that is not told; where it has no words, those for none are used. */
    private static final String HIDDEN = "hidden";

    private final PassportCheck check;

    SentenceReader(PassportCheck check) {
        this.check = check;
    }

    SentenceBook read(SpecNode file) {
        file.entries(Set.of("defaults", "comparisons", "lists", "sentences"));
        SpecNode defaults = file.child("defaults");
        SpecNode comparisons = file.child("comparisons");
        comparisons.entries(Set.of("yoy", "qoq"));
        SpecNode lists = file.child("lists");
        lists.entries(Set.of("top", "part", "state"));
        return new SentenceBook(
                sentences(file.child("sentences")),
                defaults(defaults),
                Wording.parse(defaults.child("incomplete"), Set.of()).text(),
                Wording.parse(lists.child("top"), Set.of("label", "value")),
                Wording.parse(lists.child("part"), Set.of("label", "value", "share")),
                Wording.parse(lists.child("state"), Set.of("label", "count")),
                comparison(comparisons.child("yoy")),
                comparison(comparisons.child("qoq")));
    }

    private static Map<Situation, Wording> defaults(SpecNode node) {
        node.entries(Set.of("missing", "not_configured", "no_denominator", "suppressed", "incomplete"));
        Map<Situation, Wording> defaults = new EnumMap<>(Situation.class);
        for (Situation s : EnumSet.complementOf(EnumSet.of(Situation.ZERO))) {
            defaults.put(s, Wording.parse(node.child(s.key()), Set.of("period", "name")));
        }
        return defaults;
    }

    private static Map<String, Wording> comparison(SpecNode node) {
        Set<String> keys = new TreeSet<>(COMPARISON);
        keys.add(HIDDEN);
        node.entries(keys);
        Map<String, Wording> wording = new TreeMap<>();
        for (String key : COMPARISON) {
            wording.put(key, Wording.parse(node.child(key), Set.of("change", "times", "base")));
        }
        SpecNode hidden = node.find(HIDDEN).orElseGet(() -> node.child("none"));
        wording.put(HIDDEN, Wording.parse(hidden, Set.of("change", "times", "base")));
        return wording;
    }

    private Map<String, Sentence> sentences(SpecNode node) {
        Map<String, Sentence> sentences = new LinkedHashMap<>();
        node.entries().forEach((id, body) -> sentences.put(id, sentence(id, body)));
        return sentences;
    }

    private Sentence sentence(String id, SpecNode body) {
        body.entries(Set.of("text", "zero", "missing", "not_configured", "no_denominator", "suppressed"));
        Map<Situation, Template> special = new EnumMap<>(Situation.class);
        for (Situation situation : Situation.values()) {
            body.find(situation.key()).ifPresent(node -> special.put(situation, template(node)));
        }
        return new Sentence(id, template(body.child("text")), special);
    }

    private Template template(SpecNode node) {
        Template template = Template.parse(node);
        template.slots().forEach(slot -> check.slot(node, slot));
        return template;
    }
}
