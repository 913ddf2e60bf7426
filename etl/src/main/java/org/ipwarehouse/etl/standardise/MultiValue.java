package org.ipwarehouse.etl.standardise;

import java.util.ArrayList;
import java.util.List;

/** Takes apart a cell with several values: 、 ， , ； ; | or line breaks between them (defect D56). */
public final class MultiValue {
    private static final String SEPARATORS = "、，,；;|\n\r";

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
}
