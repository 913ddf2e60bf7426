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
    /** / — - N/A 不适用: the question does not arise. */
    NOT_APPLICABLE,
    /** 无 暂无 没有: somebody looked, and there is none. */
    CONFIRMED_NONE;

    private static final int LONGEST = 4;

    public static EmptyMark of(String raw) {
        if (raw.length() > LONGEST && CleanText.isClean(raw)) {
            return NOT_A_MARK;
        }
        String text = CleanText.folded(raw);
        if (text.isEmpty()) {
            return UNKNOWN;
        }
        return text.length() > LONGEST ? NOT_A_MARK : ofShort(text);
    }

    private static EmptyMark ofShort(String text) {
        return switch (text) {
            case "/", "\\", "-", "--", "---", "—", "——", "–", "―", "――", "N/A", "n/a", "NA", "#", "不适用", "不涉及" ->
                NOT_APPLICABLE;
            case "无", "暂无", "没有", "无。" -> CONFIRMED_NONE;
            default -> NOT_A_MARK;
        };
    }
}
