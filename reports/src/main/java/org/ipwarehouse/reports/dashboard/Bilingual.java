package org.ipwarehouse.reports.dashboard;

/** The same words in Chinese, which come first, and in English. */
public record Bilingual(String zh, String en) {
    public Bilingual {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("Words in both languages: '" + zh + "', '" + en + "'");
        }
    }

    /** What is the same in both: a code, a number, a name that is not translated. */
    public static Bilingual same(String text) {
        return new Bilingual(text, text);
    }
}
