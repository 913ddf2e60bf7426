package org.ipwarehouse.warehouse.internal.linkage;

import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.soundex;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One step that brings a value into the form in which it is compared.
 *
 * @param argument of the step, "" where it has none
 */
record Cleaning(Step step, String argument) {
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    enum Step {
        TRIM,
        LOWER,
        /** Full-width forms, ligatures and compatibility characters in their plain form (Unicode NFKC). */
        NFKC,
        /** Traditional characters as simplified ones. */
        SIMPLIFIED,
        /** Without blanks, punctuation and marks. */
        LETTERS_DIGITS,
        DIGITS,
        /** The first so many characters. */
        PREFIX,
        /** The last so many characters. */
        SUFFIX,
        SOUNDEX,
        /** A part of an enterprise's name: region, trade_name, industry or form. */
        ENTERPRISE
    }

    /** @param parts array of the parts of the enterprise's name in the same column, where the step needs them */
    Column of(Column value, Column parts) {
        return switch (step) {
            case TRIM -> trim(value);
            case LOWER -> lower(value);
            case NFKC -> NameText.plain(value);
            case SIMPLIFIED -> NameText.simplified(value);
            case LETTERS_DIGITS -> regexp_replace(value, NO_LETTER_OR_DIGIT.pattern(), "");
            case DIGITS -> regexp_replace(value, NO_DIGIT.pattern(), "");
            case PREFIX -> substring(value, 1, Integer.parseInt(argument));
            case SUFFIX -> substring(value, -Integer.parseInt(argument), Integer.parseInt(argument));
            case SOUNDEX -> soundex(value);
            case ENTERPRISE ->
                element_at(parts, EnterpriseName.Part.of(argument).ordinal() + 1);
        };
    }

    /** The same in this process; ENTERPRISE is a part of the whole and not made here. */
    String of(String value) {
        return switch (step) {
            case TRIM -> String.valueOf(UTF8String.fromString(value).trim());
            case LOWER -> value.toLowerCase(Locale.ROOT);
            case NFKC -> String.valueOf(NameText.plainText(value));
            case SIMPLIFIED -> String.valueOf(NameText.simplifiedText(value));
            case LETTERS_DIGITS -> NO_LETTER_OR_DIGIT.matcher(value).replaceAll("");
            case DIGITS -> NO_DIGIT.matcher(value).replaceAll("");
            case PREFIX -> String.valueOf(UTF8String.fromString(value).substringSQL(1, Integer.parseInt(argument)));
            case SUFFIX ->
                String.valueOf(UTF8String.fromString(value)
                        .substringSQL(-Integer.parseInt(argument), Integer.parseInt(argument)));
            case SOUNDEX -> String.valueOf(UTF8String.fromString(value).soundex());
            case ENTERPRISE -> throw new IllegalStateException("A part of a name is made with its other parts");
        };
    }
}
