package org.ipwarehouse.etl.standardise;

import org.jspecify.annotations.Nullable;

/**
 * A number that stands where the credit code should: it says who is meant, in the terms of before 2015, and belongs into a
 * column of its own (repair D50).
 *
 * @param number without blanks and hyphens
 * @param kind which of the two it is
 */
public record OldNumber(String number, Kind kind) {

    /** What was issued before the credit code. */
    public enum Kind {
        /** Fifteen digits. */
        REGISTRATION,
        /** Nine characters. */
        ORGANISATION
    }

    /** The number that a text is, proven by its check digit; null where it is none. */
    public static @Nullable OldNumber of(String raw) {
        String text = CleanText.dense(raw);
        if (RegistrationNumber.isValid(text)) {
            return new OldNumber(text, Kind.REGISTRATION);
        }
        Reading<String> organisation =
                text.length() == 9 || text.length() == 10 ? OrganisationCode.parse(text) : Reading.nothing();
        String code = organisation.value();
        return code == null ? null : new OldNumber(code, Kind.ORGANISATION);
    }
}
