package org.ipwarehouse.reports.bulletin;

import org.ipwarehouse.reports.ReportErrors;

/** The words for values of a dimension. A code that has no word is a fault: readers of a bulletin do not read codes. */
final class Labels {
    private Labels() {}

    static String of(BulletinSpec spec, String dimension, String value) {
        return spec.label(dimension, value).orElseGet(() -> own(dimension, value));
    }

    private static String own(String dimension, String value) {
        boolean chinese =
                value.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        if (!chinese) {
            throw ReportErrors.specMistake(
                    "bulletin.yaml 的 labels",
                    "维度“" + dimension + "”的取值“" + value + "”没有中文叫法。",
                    "在 labels 的“" + dimension + "”下补上“" + value + ": …”。");
        }
        return value;
    }
}
