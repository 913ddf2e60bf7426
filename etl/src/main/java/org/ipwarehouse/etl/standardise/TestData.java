package org.ipwarehouse.etl.standardise;

import java.util.Locale;
import java.util.Set;

/** Recognises names and numbers that somebody typed to try a system out: 测试企业, 111111, 张三 (defect D65). */
public final class TestData {
    private static final Set<String> NAMES =
            Set.of("测试", "test", "ceshi", "demo", "asdf", "abc", "张三", "李四", "王五", "xxx", "×××", "aaa", "某某公司");
    private static final Set<String> AFTER_TEST = Set.of("", "数据", "企业", "公司", "单位", "商户", "用户", "有限公司", "主体", "案件");
    private static final int FEWEST_EQUAL_DIGITS = 5;

    private TestData() {}

    public static boolean looksLike(String text) {
        String folded = CleanText.dense(text).toLowerCase(Locale.ROOT);
        return NAMES.contains(folded) || isTestWord(folded) || isOneDigit(folded);
    }

    /** 测试企业, 测试公司1, 测试001; but not 某某测试技术有限公司. */
    private static boolean isTestWord(String text) {
        if (!text.startsWith("测试") && !text.startsWith("test")) {
            return false;
        }
        String rest = text.substring(text.startsWith("测试") ? 2 : 4);
        int end = rest.length();
        while (end > 0 && rest.charAt(end - 1) >= '0' && rest.charAt(end - 1) <= '9') {
            end--;
        }
        return AFTER_TEST.contains(rest.substring(0, end));
    }

    private static boolean isOneDigit(String text) {
        if (text.length() < FEWEST_EQUAL_DIGITS || text.charAt(0) < '0' || text.charAt(0) > '9') {
            return false;
        }
        return text.chars().allMatch(c -> c == text.charAt(0));
    }
}
