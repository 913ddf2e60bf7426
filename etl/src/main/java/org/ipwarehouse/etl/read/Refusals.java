package org.ipwarehouse.etl.read;

import java.util.List;
import java.util.stream.Collectors;
import org.ipwarehouse.etl.read.Recognition.Refused;

/** Why a readable file is refused as a whole, and what its department should do. */
final class Refusals {
    private Refusals() {}

    static Refused garbled() {
        return new Refused(
                "ENCODING_IRREVERSIBLE",
                "",
                List.of(),
                "表头和内容在报送前已经变成乱码（如“锟斤拷”），原文无法恢复。请从原系统重新导出（UTF-8 或 .xlsx），不要用文本编辑器转存。");
    }

    static Refused noSheet() {
        return new Refused("HEADER_NOT_FOUND", "", List.of(), "文件中没有任何内容行。确无数据时，请报送带表头的空表并注明“零报告”。");
    }

    static Refused noHeader(List<HeaderMatch> near) {
        if (near.isEmpty()) {
            return new Refused(
                    "HEADER_NOT_FOUND", "", List.of(), "前 " + SheetTop.ROWS + " 行中找不到约定的表头。请使用约定的报表样式，表头文字不要改动。");
        }
        HeaderMatch best = near.get(0);
        return new Refused(
                "HEADER_NOT_FOUND",
                best.contract().source(),
                best.missing(),
                best.found(),
                "前 " + SheetTop.ROWS + " 行中找不到约定的表头。最接近的报表是 " + named(best) + "，缺少必填列：" + list(best.missing())
                        + "。请使用约定的报表样式重报。");
    }

    static Refused missingColumns(HeaderMatch match, String sheet) {
        String place = sheet.isEmpty() ? "" : "工作表“" + sheet + "”";
        return new Refused(
                "REQUIRED_COLUMN_MISSING",
                match.contract().source(),
                match.missing(),
                match.found(),
                place + "最接近的报表是 " + named(match) + "，但缺少必填列：" + list(match.missing()) + unknown(match)
                        + "。请补齐这些列后重报。");
    }

    private static String unknown(HeaderMatch match) {
        List<String> unknown = match.unknown();
        return unknown.isEmpty() ? "" : "；表中未能对应的列：" + list(unknown);
    }

    static Refused ambiguous(HeaderMatch one, HeaderMatch other) {
        return new Refused(
                "SOURCE_AMBIGUOUS",
                one.contract().source(),
                List.of(),
                one.found(),
                "表头同时符合 " + named(one) + " 和 " + named(other) + "，无法判定。请在文件名中注明来源编号（如 "
                        + one.contract().source() + "）后重报。");
    }

    /** @param sheets the sheets with a complete header, of two sources at least */
    static Refused mixed(List<SheetChoice.Chosen> sheets) {
        String each = sheets.stream()
                .map(sheet -> "“" + sheet.top().name() + "”是 " + named(sheet.match()))
                .collect(Collectors.joining("，"));
        return new Refused(
                "SOURCE_AMBIGUOUS",
                sheets.get(0).source(),
                List.of(),
                List.of(),
                "一个工作簿里有两种以上报表：" + each + "。请分成两个文件报送，每种报表一个；本文件没有读取任何一行。");
    }

    /** Two tables beside each other: a row of the sheet is no row of a report. */
    static Refused sideBySide(HeaderMatch match, String sheet) {
        String place = sheet.isEmpty() ? "" : "工作表“" + sheet + "”";
        return new Refused(
                "SOURCE_AMBIGUOUS",
                match.contract().source(),
                List.of(),
                match.found(),
                place + "左右并排放了两张 " + named(match) + "（“" + String.join("”“", match.repeatedLabels())
                        + "”各有两列），无法确定每行属于哪一张。请把右边的表移到左边的表下方，或另放一个工作表后重报；本文件没有读取任何一行。");
    }

    /** Header only (D10): nothing and not reported are two things. */
    static Refused missingReport(HeaderMatch match) {
        return new Refused(
                "REPORT_MISSING",
                match.contract().source(),
                List.of(),
                match.found(),
                named(match) + " 只有表头，没有数据，也没有注明零报告，按未报处理。确无数据的，请在表头上方或第一行数据处写“零报告”（或“本月无”）后重报；有数据的，请补上后重报。");
    }

    private static String named(HeaderMatch match) {
        return match.contract().source() + " " + match.contract().nameZh();
    }

    private static String list(List<String> labels) {
        return labels.stream().collect(Collectors.joining("、"));
    }
}
