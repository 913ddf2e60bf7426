package org.ipwarehouse.reports.bulletin;

import java.util.EnumMap;
import java.util.Map;
import org.ipwarehouse.reports.figure.Face;

/** Which font each role of text takes. Word's fonts are only named (the reader's machine has them); the PDF's are embedded. */
public record FontPlan(Map<Role, Font> fonts) {

    /** Roles of GB/T 9704-2012 and of statistical tables, by their key in {@code bulletin.yaml}. */
    public enum Role {
        TITLE("title"),
        BODY("body"),
        HEADING1("heading1"),
        HEADING2("heading2"),
        TABLE("table"),
        TABLE_HEAD("table_head"),
        CAPTION("caption"),
        PAGE_NUMBER("page_number");

        private final String key;

        Role(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /**
     * @param word name of the font in Word
     * @param pdf face in the PDF
     */
    public record Font(String word, Face pdf) {}

    public FontPlan {
        fonts = Map.copyOf(new EnumMap<>(fonts));
        if (fonts.size() != Role.values().length) {
            throw new IllegalArgumentException("Fonts of some roles are not stated: " + fonts.keySet());
        }
    }

    public Font of(Role role) {
        Font font = fonts.get(role);
        if (font == null) {
            throw new IllegalArgumentException("No font for " + role);
        }
        return font;
    }
}
