package org.ipwarehouse.reports.bulletin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The wording of a series, as read from {@code sentences.yaml}.
 *
 * @param incomplete what stands behind a value that is not complete
 * @param top how one township is named in a ranking
 * @param part how one part of a breakdown is named
 */
record SentenceBook(
        Map<String, Sentence> sentences,
        Map<Situation, Wording> defaults,
        String incomplete,
        Wording top,
        Wording part,
        Wording state,
        Map<String, Wording> yoy,
        Map<String, Wording> qoq) {

    /** Why a figure cannot be said in the ordinary words. */
    enum Situation {
        ZERO,
        MISSING,
        NOT_CONFIGURED,
        NO_DENOMINATOR,
        SUPPRESSED;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    SentenceBook {
        sentences = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sentences));
        defaults = Map.copyOf(defaults);
        yoy = Map.copyOf(yoy);
        qoq = Map.copyOf(qoq);
    }

    /** @param special wording for situations; those not stated take the defaults */
    record Sentence(String id, Template text, Map<Situation, Template> special) {
        Sentence {
            special = Map.copyOf(special);
        }

        Optional<Template> in(Situation situation) {
            return Optional.ofNullable(special.get(situation));
        }
    }
}
