package org.ipwarehouse.reports;

import java.nio.file.Path;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Fault.Category;

/** All faults of this module: problem, cause and remedy, in Chinese, with file and line where a file is at fault. */
public final class ReportErrors {
    private ReportErrors() {}

    /** A file that an analyst or writer edits says something that cannot be. */
    public static Fault specMistake(String where, String cause, String remedy) {
        return new Fault(Category.OPERATOR, where + "：定义有误。", cause, remedy);
    }

    public static Fault unreadable(Path file, Throwable origin) {
        return new Fault(Category.ENVIRONMENT, "读不了文件 " + file + "。", origin, "检查文件是否存在、是否可读，以及 --home 是否指向安装目录。");
    }

    public static Fault unwritable(Path file, Throwable origin) {
        return new Fault(Category.ENVIRONMENT, "写不了文件 " + file + "。", origin, "检查目录权限和剩余空间。");
    }

    /**
     * A text holds characters that the vendored fonts lack: it would print as empty boxes.
     *
     * @param origin file and line that it comes from, "" where it came with the data
     */
    public static Fault missingGlyphs(String text, String characters, String origin) {
        return new Fault(
                Category.OPERATOR,
                (origin.isEmpty() ? "" : origin + "：") + "字体缺字：" + characters + "（" + codes(characters) + "）。",
                "文字“" + text + "”里有随附字体没有的字，印出来会是空框。",
                "改用字体里有的字；确须用它的，请维护人员把它加进 scripts/fonts/charset.py 的 NAMES，再运行 scripts/fonts/vendor.sh。");
    }

    /** U+36C3: a reader whose own screen lacks the character, too, can look it up. */
    private static String codes(String characters) {
        return characters
                .codePoints()
                .mapToObj(c -> String.format(java.util.Locale.ROOT, "U+%04X", c))
                .collect(java.util.stream.Collectors.joining(" "));
    }

    /** Nothing was built yet, or not for this period. */
    public static Fault noFigures(String period) {
        return new Fault(
                Category.OPERATOR,
                "没有 " + period + " 的指标数值。",
                "数据仓库还没有生成，或不含这个期间。",
                "先运行 ipw build，再用 ipw status 查看已有的期间。");
    }

    /** A template does not fit the page that the program hands it. */
    public static Fault templateMistake(Path template, Throwable origin) {
        return new Fault(Category.OPERATOR, "模板 " + template + " 不能用。", origin, "对照错误中的行号修改模板。");
    }

    /** A series was asked for another length of time than it appears in. */
    public static Fault wrongPeriod(
            String series,
            org.ipwarehouse.warehouse.api.Period period,
            org.ipwarehouse.warehouse.api.Period.Kind kind) {
        int year = period.last().getYear();
        int quarter = (period.last().getMonthValue() + 2) / 3;
        String length =
                switch (kind) {
                    case MONTH -> "一个月份，例如 " + period.last();
                    case YEAR -> "一个年份，例如 " + year;
                    default -> "一个季度，例如 " + org.ipwarehouse.warehouse.api.Period.quarter(year, quarter);
                };
        return new Fault(
                Category.OPERATOR, "公报 " + series + " 不能按 " + period + " 生成。", "期间的长度不对。", "写成" + length + "。");
    }

    /** A series that has no folder. */
    public static Fault noSuchSeries(String series, java.util.List<String> known) {
        return new Fault(
                Category.OPERATOR,
                "没有名为“" + series + "”的公报。",
                "reports/bulletins 里没有这个目录，或目录里没有 bulletin.yaml。",
                "可用的：" + String.join("、", known) + "。");
    }

    /** A job ended for a reason that no other fault names. */
    public static Fault jobFailed(String job, Throwable origin) {
        return new Fault(Category.US, "作业 " + job + " 没有完成。", origin, "已发布的内容没有改动；修复后再运行一次，会从中断的步骤继续。");
    }

    /** @param known the series that there are */
    public static Fault noSeriesOf(Object period, java.util.List<String> known) {
        return new Fault(
                Category.OPERATOR,
                "没有按 " + period + " 这样长的期间编制的公报。",
                "公报各按自己的频率编制（bulletin.yaml 的 frequency：month、quarter、year）；现有 " + String.join("、", known) + "。",
                "期间写 2026-09、2026Q3 或 2026 的形式。");
    }

    public static Fault heldBack(String id, java.util.List<String> objections) {
        return new Fault(
                Category.OPERATOR,
                "版次 " + id + " 未过发布关口：" + String.join("；", objections) + "。",
                "条件见 reports/release/gate.yaml；已发布的版次不受影响。",
                "补齐数据后重新编制；确须例外的，在该文件的 except 中写明指标和理由。");
    }

    public static Fault keptFileChanged(Path file, String cause) {
        return new Fault(Category.ENVIRONMENT, "编制时存下的文件 " + file + " 不完整。", cause, "从备份恢复该文件；已发布的文件和冻结的数字不受影响。");
    }

    public static Fault notSigned(String id, String state) {
        return new Fault(Category.OPERATOR, "版次 " + id + " 的状态是“" + state + "”，不能发布。", "只发布已签发的版次。", "先审核、签发。");
    }

    public static Fault embargoed(String id, String until) {
        return new Fault(
                Category.OPERATOR,
                "版次 " + id + " 尚在保密期，" + until + " 前不能发布。",
                "",
                "到时再运行 ipw release publish " + id + "。");
    }

    public static Fault changedSince(String id, java.util.List<String> changed) {
        return new Fault(
                Category.OPERATOR,
                "版次 " + id + " 与签发时不一致：" + String.join("；", changed) + "。",
                "签发之后有人改动了文件或数字。",
                "请从备份恢复原文件；要改内容，请用 ipw release correct 编制更正版。");
    }

    public static Fault noRelease(String id) {
        return new Fault(Category.OPERATOR, "没有版次 '" + id + "'。", "", "用 ipw release list 查看编号。");
    }
}
