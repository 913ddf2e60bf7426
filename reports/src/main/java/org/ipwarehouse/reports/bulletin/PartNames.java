package org.ipwarehouse.reports.bulletin;

import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.figure.Labels;

/** The words for values of a dimension. A code that has no word is a fault: readers of a bulletin do not read codes. */
record PartNames(Labels labels) {

    String dimension(String dimension) {
        return labels.dimension(dimension);
    }

    String of(String dimension, String value) {
        String name = labels.value(dimension, value);
        boolean chinese = name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        if (!chinese) {
            throw ReportErrors.specMistake(
                    "reports/style/labels.yaml",
                    "维度“" + dimension + "”的取值“" + value + "”没有中文叫法。",
                    "在“" + dimension + "”的 values 下补上“" + value + ": …”。");
        }
        return NoteMaker.fullWidth(name);
    }
}
