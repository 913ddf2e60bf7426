package org.ipwarehouse.etl.standardise;

/** 是/否, 有/无, 1/0, Y/N to true and false. All are agreed spellings, so none counts as a repair. */
public final class BooleanText {
    private static final Reading<Boolean> YES = Reading.of(Boolean.TRUE);
    private static final Reading<Boolean> NO = Reading.of(Boolean.FALSE);

    private BooleanText() {}

    public static Reading<Boolean> parse(String raw) {
        return switch (CleanText.dense(raw)) {
            case "是",
                    "有",
                    "1",
                    "1.0",
                    "Y",
                    "y",
                    "YES",
                    "Yes",
                    "yes",
                    "TRUE",
                    "True",
                    "true",
                    "T",
                    "√",
                    "✓",
                    "✔",
                    "☑",
                    "对" -> YES;
            case "否",
                    "无",
                    "0",
                    "0.0",
                    "N",
                    "n",
                    "NO",
                    "No",
                    "no",
                    "FALSE",
                    "False",
                    "false",
                    "F",
                    "×",
                    "✗",
                    "✘",
                    "☐",
                    "不是",
                    "没有" -> NO;
            default -> Reading.refused(Problem.ENUM_UNKNOWN, "应填“是”或“否”");
        };
    }
}
