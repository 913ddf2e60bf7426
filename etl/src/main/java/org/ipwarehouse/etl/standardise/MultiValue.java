package org.ipwarehouse.etl.standardise;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes apart a cell with several values: 、 ， , ； ; | or line breaks between them (defect D56). */
public final class MultiValue {
    private static final String SEPARATORS = "、，,；;|\n\r";

    /** How many separators a name may hold. */
    private static final int LONGEST_NAME = 8;

    private MultiValue() {}

    /** The parts in their order, without blanks around them and without empty ones. */
    public static List<String> split(String text) {
        List<String> parts = new ArrayList<>(4);
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || SEPARATORS.indexOf(text.charAt(i)) >= 0) {
                String part = text.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }

    /**
     * The values of a cell.
     *
     * @param values in their order
     * @param unknown the first part that is none of them, null where all are known
     */
    public record Parts<T>(List<T> values, @Nullable String unknown) {}

    /** Says what a text means. */
    @FunctionalInterface
    public interface Known<T> {
        /** @return null where the text has no meaning of its own */
        @Nullable
        T meaning(String text);
    }

    /**
     * Takes a cell apart by what is known: the longest stretch between separators that has a meaning counts, because 、 and
     * / also stand inside names (伪造、擅自制造注册商标标识).
     *
     * @param known the meaning of a text, null where it has none
     */
    public static <T> Parts<T> split(String text, Known<T> known) {
        List<T> values = new ArrayList<>(4);
        int from = 0;
        while (from < text.length()) {
            int end = end(text, from, text.length());
            if (text.substring(from, end).isBlank()) {
                from = end + 1;
                continue;
            }
            int found = longest(text, from, known, values);
            if (found < 0) {
                return new Parts<>(values, text.substring(from, end).strip());
            }
            from = found + 1;
        }
        return new Parts<>(values, null);
    }

    /** End of the longest known stretch from here, its meaning added to the values; -1 where none is known. */
    private static <T> int longest(String text, int from, Known<T> known, List<T> values) {
        int[] ends = new int[LONGEST_NAME];
        int count = 0;
        for (int end = end(text, from, text.length()); count < LONGEST_NAME; end = end(text, end + 1, text.length())) {
            ends[count++] = end;
            if (end >= text.length()) {
                break;
            }
        }
        for (int i = count - 1; i >= 0; i--) {
            T value = known.meaning(text.substring(from, ends[i]).strip());
            if (value != null) {
                values.add(value);
                return ends[i];
            }
        }
        return -1;
    }

    private static int end(String text, int from, int length) {
        int end = from;
        while (end < length && text.charAt(end) != '/' && SEPARATORS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
