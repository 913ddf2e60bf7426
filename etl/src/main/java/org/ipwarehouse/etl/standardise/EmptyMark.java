package org.ipwarehouse.etl.standardise;

/**
 * The marks that departments write where there is no value. "/", "无", a blank and 0 are four different things (defect
 * D41): not applicable, confirmed that there is none, not known, and the number nought.
 */
public enum EmptyMark {
    /** A value, or at least not one of the marks. */
    NOT_A_MARK,
    /** Nothing but blanks: not known. */
    UNKNOWN,
    /** 空 不详 待补 NULL: not known, and said so. */
    STATED_UNKNOWN,
    /** / — - N/A # 不适用: the question does not arise. */
    NOT_APPLICABLE,
    /** 无 暂无 没有: somebody looked, and there is none. */
    CONFIRMED_NONE;

    private static final int LONGEST = 6;
    private static final String FIRST = "/\\-#－／＃—–―─無无暂没未空不待后NnＮ(（<＜";

    public static EmptyMark of(String raw) {
        if (raw.isEmpty()) {
            return UNKNOWN;
        }
        char first = raw.charAt(0);
        boolean possible = first <= ' ' || FIRST.indexOf(first) >= 0 || first > '~' && !isPlainHan(first);
        if (!possible
                || raw.length() > LONGEST && isPlainHan(first)
                || raw.length() > LONGEST && CleanText.isClean(raw)) {
            return NOT_A_MARK;
        }
        String text = CleanText.folded(raw);
        if (text.isEmpty()) {
            return UNKNOWN;
        }
        return text.length() > LONGEST ? NOT_A_MARK : ofShort(text);
    }

    private static boolean isPlainHan(char c) {
        return c >= '\u4E00' && c <= '\u9FFF';
    }

    private static EmptyMark ofShort(String text) {
        return switch (text) {
            case "/",
                    "//",
                    "\\",
                    "-",
                    "--",
                    "---",
                    "—",
                    "——",
                    "–",
                    "―",
                    "――",
                    "──",
                    "─",
                    "N/A",
                    "n/a",
                    "NA",
                    "#",
                    "不适用",
                    "不涉及" -> NOT_APPLICABLE;
            case "无", "無", "暂无", "没有", "无。" -> CONFIRMED_NONE;
            case "空",
                    "空白",
                    "(空)",
                    "(空白)",
                    "NULL",
                    "Null",
                    "null",
                    "<null>",
                    "<NULL>",
                    "(NULL)",
                    "(null)",
                    "\\N",
                    "None",
                    "nan",
                    "NaN",
                    "NaT",
                    "未知",
                    "不详",
                    "未填",
                    "未填写",
                    "待补",
                    "待补充",
                    "待补录",
                    "待填",
                    "待填报",
                    "待完善",
                    "后补",
                    "暂缺" -> STATED_UNKNOWN;
            default -> NOT_A_MARK;
        };
    }
}
