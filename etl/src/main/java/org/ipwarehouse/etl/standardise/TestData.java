package org.ipwarehouse.etl.standardise;

import java.util.Locale;
import java.util.Set;

/**
 * Recognises names and numbers that somebody typed to try a system out: 测试企业, 111111, 张三 (defect D65). The words are
 * configuration, because every office has its own.
 */
public final class TestData {
    private static final int FEWEST_EQUAL_DIGITS = 5;

    private final Set<String> whole;
    private final Set<String> before;
    private final Set<String> after;

    /**
     * @param whole texts that are test data as they stand, in lower case
     * @param before words for a test, to which one of the next and a number may be added
     * @param after words that name nobody: 企业, 数据
     */
    public TestData(Set<String> whole, Set<String> before, Set<String> after) {
        this.whole = Set.copyOf(whole);
        this.before = Set.copyOf(before);
        this.after = Set.copyOf(after);
    }

    public boolean looksLike(String text) {
        String folded = CleanText.dense(text).toLowerCase(Locale.ROOT);
        return whole.contains(folded) || isOneDigit(folded) || isTestWord(folded);
    }

    /** 测试企业, 测试公司1, 测试001; but not 某某测试技术有限公司. */
    private boolean isTestWord(String text) {
        for (String word : before) {
            if (text.startsWith(word)) {
                int end = text.length();
                while (end > word.length() && text.charAt(end - 1) >= '0' && text.charAt(end - 1) <= '9') {
                    end--;
                }
                String rest = text.substring(word.length(), end);
                if (rest.isEmpty() || after.contains(rest)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOneDigit(String text) {
        if (text.length() < FEWEST_EQUAL_DIGITS || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) != text.charAt(0)) {
                return false;
            }
        }
        return true;
    }
}
