package org.ipwarehouse.etl.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipwarehouse.etl.defects.LedgerSheet.HEADER;
import static org.ipwarehouse.etl.defects.LedgerSheet.blank;
import static org.ipwarehouse.etl.defects.LedgerSheet.case_;
import static org.ipwarehouse.etl.defects.LedgerSheet.csv;
import static org.ipwarehouse.etl.defects.LedgerSheet.only;
import static org.ipwarehouse.etl.defects.LedgerSheet.row;
import static org.ipwarehouse.etl.defects.LedgerSheet.sheet;
import static org.ipwarehouse.etl.defects.LedgerSheet.total;
import static org.ipwarehouse.etl.defects.LedgerSheet.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.read.SheetRules;
import org.ipwarehouse.warehouse.api.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Defects of structure, D10 and D17 to D28 of the catalogue: each from a file that has it to the verdict given there. */
class StructureDefectsSpec {
    private static final String NAME = "案件台账.csv";
    private static final String JULY = "案件台账_2026年7月.csv";

    @Test
    void D10_a_header_without_rows_is_a_missing_report_unless_it_says_that_there_was_nothing() {
        assertThat(Received.text(JULY, csv(HEADER)).refused().reason()).isEqualTo("REPORT_MISSING");
        assertThat(Received.text(JULY, csv(HEADER)).refused().remedy()).contains("零报告", "S02");
        assertThat(Received.text(JULY, csv(HEADER, total("合计", "0"))).refused().reason())
                .isEqualTo("REPORT_MISSING");
        assertThat(Received.text(JULY, "").refused().remedy()).contains("零报告");
    }

    @ParameterizedTest
    @ValueSource(strings = {"零报告", "本月无", "本月无此类案件", "无", "本月我局未发生"})
    void D10_a_declaration_below_the_header_makes_it_a_report_of_nothing(String words) {
        Received received = Received.text(JULY, csv(HEADER, only(0, words)));
        assertThat(received.accepted).isEmpty();
        assertThat(received.returned).isEmpty();
        assertThat(received.file().months()).containsExactly("2026-07");
        assertThat(received.warningCodes()).containsExactly("ZERO_REPORT");
    }

    @Test
    void D10_the_declaration_may_stand_in_the_title_or_the_file_name() {
        Received titled = Received.text(NAME, csv(only(0, "2026年7月知识产权案件台账（零报告）"), HEADER));
        assertThat(titled.warningCodes()).containsExactly("ZERO_REPORT");
        assertThat(titled.file().months()).containsExactly("2026-07");
        Received named = Received.text("案件台账_2026年7月_零报告.csv", csv(HEADER));
        assertThat(named.warningCodes()).containsExactly("ZERO_REPORT");
    }

    @Test
    void D17_the_title_rows_above_the_header_are_no_data_and_name_the_period() {
        Received received = Received.text(
                NAME, csv(only(0, "2026年7月沙坡头区知识产权案件统计表"), only(6, "填报单位：区市场监督管理分局"), blank(), HEADER, row(1, "500")));
        assertThat(received.column("case_no")).containsExactly(case_(1));
        assertThat(received.file().months()).containsExactly("2026-07");
        assertThat(received.file().asOf()).hasToString("2026-07-31");
        assertThat(received.file().filledBy()).isEqualTo("区市场监督管理分局");
        assertThat(received.returned).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 17, 40})
    void D17_the_header_may_stand_in_any_of_the_first_forty_rows(int at) {
        List<List<String>> rows = new ArrayList<>();
        IntStream.range(1, at).forEach(i -> rows.add(only(0, "填表须知第" + i + "条")));
        rows.add(HEADER);
        rows.add(row(1, "500"));
        Received received = Received.text(JULY, csv(rows));
        assertThat(received.row().origin().row()).isEqualTo(at + 1);
        assertThat(received.file().sheets().get(0).headerTo()).isEqualTo(at);
    }

    @Test
    void D17_labels_are_known_by_what_they_say_whatever_is_written_around_it() {
        List<String> odd = List.of(
                "序 号",
                "＊案件编号",
                "3.案件名称",
                "案件\u3000来源：",
                "立案日期(yyyy-mm-dd)",
                "（5）当事人名称",
                "统一社会\u00a0信用代码【必填】",
                "所属乡镇*",
                "知识产权类型（必填）",
                "违法行为※",
                "罚款金额（元）*",
                "处罚决定日期：",
                "办案机构、");
        Received received = Received.text(JULY, csv(odd, row(1, "500")));
        assertThat(received.row().value("case_no")).isEqualTo(case_(1));
        assertThat(received.row().value("fine_yuan")).isEqualTo("500.00");
        assertThat(received.file().sheets().get(0).context().fields()).doesNotContain("");
        assertThat(received.row().notes().extra()).isEmpty();
    }

    @Test
    void D17_a_header_that_is_repeated_on_each_printed_page_is_no_row() {
        List<String> title = only(0, "2026年7月知识产权案件台账");
        Received received = Received.text(
                NAME,
                csv(
                        title,
                        HEADER,
                        row(1, "500"),
                        only(0, "第1页 共2页"),
                        title,
                        HEADER,
                        row(2, "600"),
                        only(0, "第2页 共2页")));
        assertThat(received.column("case_no")).containsExactly(case_(1), case_(2));
        assertThat(received.returned).isEmpty();
        assertThat(received.warningCodes()).isEmpty();
    }

    @Test
    void D18_two_header_rows_are_joined_by_their_merged_areas() {
        Received received = Received.file("案件台账_2026年7月.xlsx", workbook(book -> {
            Sheet sheet = sheet(book, "7月", twoLevels());
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 10, 11));
            IntStream.range(0, 14)
                    .filter(c -> c != 10 && c != 11)
                    .forEach(c -> sheet.addMergedRegion(new CellRangeAddress(0, 1, c, c)));
        }));
        assertTwoLevels(received);
    }

    @Test
    void D18_two_header_rows_of_a_text_file_are_joined_by_their_blanks() {
        assertTwoLevels(Received.text(JULY, csv(twoLevels())));
    }

    /** 罚没款 stands above 罚款(万元) and 没收违法所得(万元). */
    private static List<List<String>> twoLevels() {
        List<String> parents = new ArrayList<>(HEADER);
        parents.set(10, "罚没款");
        parents.add(11, "");
        List<String> children = new ArrayList<>(Collections.nCopies(14, ""));
        children.set(10, "罚款(万元)");
        children.set(11, "没收违法所得(万元)");
        List<String> data = new ArrayList<>(row(1, "0.05"));
        data.add(11, "0.1");
        return List.of(parents, children, data);
    }

    private static void assertTwoLevels(Received received) {
        assertThat(received.file().sheets().get(0).context().headers())
                .contains("罚没款_罚款(万元)", "罚没款_没收违法所得(万元)", "处罚决定日期");
        // 0.05 万元 = 500 元, 0.1 万元 = 1000 元
        assertThat(received.row().value("fine_yuan")).isEqualTo("500.00");
        assertThat(received.row().value("conf_gain_yuan")).isEqualTo("1000.00");
        assertThat(received.row().value("decision_date")).isEqualTo("2026-07-20");
    }

    @ParameterizedTest
    @CsvSource({"0, 单位：万元", "12, 单位：万元", "12, 金额单位：万元", "5, （计量单位：件、万元）", "12, '单 位 :万元'", "3, 2026年7月案件统计表（单位：万元）"})
    void D19_a_unit_note_anywhere_above_the_header_holds_for_amounts(int column, String note) {
        Received received = Received.text(JULY, csv(only(column, note), HEADER, row(1, "0.05")));
        // 0.05 万元 = 500 元
        assertThat(received.row().value("fine_yuan")).isEqualTo("500.00");
    }

    @Test
    void D19_a_note_may_be_split_over_two_cells() {
        List<String> note = only(11, "金额单位：");
        note.set(12, "万元");
        assertThat(Received.text(JULY, csv(note, HEADER, row(1, "0.05"))).row().value("fine_yuan"))
                .isEqualTo("500.00");
    }

    @ParameterizedTest
    @CsvSource({
        "报表期：2026年1-6月, 2026-06-30, 6",
        "统计期间：2026年4月至2026年6月, 2026-06-30, 3",
        "截至2026年6月30日, 2026-06-30, 1",
        "截至2026年6月30日累计, 2026-06-30, 6",
        "2026年度案件统计表（1—6月）累计, 2026-06-30, 6",
        "2026年上半年, 2026-06-30, 6",
        "二〇二六年六月, 2026-06-30, 1",
        "26年6月, 2026-06-30, 1",
        "2026年前二季度, 2026-06-30, 6"
    })
    void D19_the_period_is_read_from_any_note_above_the_header(String note, String asOf, int months) {
        List<String> filled = only(0, "填报时间：2026年8月5日");
        filled.set(6, note);
        Received received = Received.text(
                NAME, csv(filled, HEADER, row(1, "500", "立案日期", "2026-06-01").subList(0, 11)));
        assertThat(received.file().asOf()).hasToString(asOf);
        assertThat(received.file().months()).hasSize(months).endsWith("2026-06");
    }

    @Test
    void D19_other_calendars_name_no_period() {
        Received received = Received.text(NAME, csv(only(0, "民国115年7月"), HEADER, row(1, "500")));
        assertThat(received.file().asOf()).isEqualTo(Received.DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "填表人：张三",
                "审核人（签字）：",
                "填表人 张三",
                "注：金额以决定书为准",
                "注1.含简易程序",
                "说明",
                "制表：李四",
                "联系电话：0955-7012345",
                "单位（盖章）："
            })
    void D20_a_footer_ends_the_table(String footer) {
        Received received =
                Received.text(JULY, csv(HEADER, row(1, "500"), only(0, footer), only(0, "2、不含移送案件"), only(6, "分管领导：")));
        assertThat(received.column("case_no")).containsExactly(case_(1));
        assertThat(received.returned).isEmpty();
        assertThat(received.warningCodes()).isEmpty();
    }

    @Test
    void D20_a_party_whose_name_begins_like_a_footer_is_a_row() {
        List<String> header = List.of("当事人名称", "案件编号", "案件名称", "案件来源", "立案日期", "知识产权类型", "违法行为", "办案机构");
        List<String> first = List.of("注：册商标代理行", case_(1), "某案", "监督检查", "2026-07-01", "商标", "侵犯注册商标专用权", "区市场监督管理分局");
        List<String> second = List.of("说明书印刷厂", case_(2), "某案", "监督检查", "2026-07-01", "商标", "侵犯注册商标专用权", "区市场监督管理分局");
        Received received = Received.text(JULY, csv(header, first, second, List.of("注：以上为7月数据")));
        assertThat(received.column("party_name")).containsExactly("注：册商标代理行", "说明书印刷厂");
        assertThat(received.returned).isEmpty();
    }

    @Test
    void D20_a_footer_at_the_end_of_a_page_does_not_end_what_goes_on_below() {
        Received received =
                Received.text(JULY, csv(HEADER, row(1, "500"), only(0, "填表人：张三"), blank(), HEADER, row(2, "600")));
        assertThat(received.column("case_no")).containsExactly(case_(1), case_(2));
    }

    @Test
    void D20_what_stands_below_a_footer_and_is_no_row_of_the_table_is_counted_aloud() {
        List<String> other = blank();
        other.set(2, "另附：移送情况");
        other.set(3, "3件");
        Received received = Received.text(JULY, csv(HEADER, row(1, "500"), only(0, "填表人：张三"), other, other));
        assertThat(received.accepted).hasSize(1);
        assertThat(received.returned).isEmpty();
        assertThat(received.warning("SHEET_REST_IGNORED")).contains("还有 2 行");
    }

    @ParameterizedTest
    @ValueSource(strings = {"合计", "合  计", "总计：", "小 计", "本页小计", "本月合计", "1-7月累计", "合计（2件）", "滨河镇小计"})
    void D21_a_totals_row_is_dropped_and_agrees_with_its_rows(String word) {
        // 500 + 600 = 1100
        Received received = Received.text(JULY, csv(HEADER, row(1, "500"), row(2, "600"), total(word, "1100")));
        assertThat(received.accepted).hasSize(2);
        assertThat(received.returned).isEmpty();
        assertThat(received.warningCodes()).isEmpty();
    }

    @Test
    void D21_a_total_that_disagrees_names_column_sum_statement_and_difference() {
        Received received = Received.text(JULY, csv(HEADER, row(1, "500"), row(2, "600"), total("合计", "1200")));
        // 500 + 600 = 1100; 1200 - 1100 = 100
        assertThat(received.warning("TOTAL_MISMATCH")).contains("“罚款”合计为 1200", "明细之和为 1100", "相差 100");
        assertThat(received.accepted).hasSize(2);
    }

    @Test
    void D21_the_word_may_stand_in_the_second_column_and_the_total_above_its_rows() {
        List<String> second = only(1, "合计");
        second.set(10, "1100");
        Received above = Received.text(JULY, csv(HEADER, second, row(1, "500"), row(2, "600")));
        assertThat(above.accepted).hasSize(2);
        assertThat(above.warningCodes()).isEmpty();
        second.set(10, "1000");
        Received wrong = Received.text(JULY, csv(HEADER, second, row(1, "500"), row(2, "600")));
        assertThat(wrong.warning("TOTAL_MISMATCH")).contains("相差 -100");
    }

    @Test
    void D21_subtotals_of_groups_and_the_grand_total_are_each_compared_with_their_own_rows() {
        // 500 + 600 = 1100; 50; 1100 + 50 = 1150
        Received received = Received.text(
                JULY,
                csv(
                        HEADER,
                        row(1, "500"),
                        row(2, "600"),
                        total("滨河镇小计", "1100"),
                        row(3, "50"),
                        total("文昌镇小计", "60"),
                        total("总计", "1150")));
        assertThat(received.warningCodes()).containsExactly("TOTAL_MISMATCH");
        assertThat(received.warning("TOTAL_MISMATCH")).contains("文昌镇小计为 60", "明细之和为 50", "相差 10");
    }

    @Test
    void D21_hidden_rows_are_summed_and_estimates_leave_the_total_unchecked() {
        Received hidden = Received.file("案件台账_2026年7月.xlsx", workbook(book -> {
            Sheet sheet = sheet(book, "7月", List.of(HEADER, row(1, "500"), row(2, "600"), total("合计", "1100")));
            sheet.getRow(2).setZeroHeight(true);
        }));
        assertThat(hidden.warningCodes()).isEmpty();
        Received about = Received.text(JULY, csv(HEADER, row(1, "约3万"), row(2, "600"), total("合计", "700")));
        assertThat(about.warning("TOTAL_UNCHECKED")).contains("“罚款”有 1 个单元格");
    }

    @Test
    void D22_blank_columns_and_rows_are_no_data_and_end_nothing() {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER, row(1, "500")));
        IntStream.range(0, 19).forEach(i -> rows.add(blank()));
        rows.add(row(2, "600"));
        List<List<String>> wide = rows.stream()
                .map(r -> {
                    List<String> cells = new ArrayList<>(r);
                    cells.add(5, "");
                    cells.add(0, "");
                    return cells;
                })
                .map(r -> (List<String>) r)
                .toList();
        Received received = Received.text(JULY, csv(wide));
        assertThat(received.column("case_no")).containsExactly(case_(1), case_(2));
        assertThat(received.warningCodes()).isEmpty();
    }

    @Test
    void D22_twenty_blank_rows_end_the_table_and_what_follows_is_counted_aloud() {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER, row(1, "500")));
        IntStream.range(0, 20).forEach(i -> rows.add(blank()));
        rows.addAll(List.of(row(2, "600"), row(3, "700")));
        Received received = Received.text(JULY, csv(rows));
        assertThat(received.column("case_no")).containsExactly(case_(1));
        assertThat(received.warning("SHEET_REST_IGNORED")).contains("还有 2 行");
        // rows that a workbook does not even hold are as blank as empty ones
        Received book = Received.file("案件台账_2026年7月.xlsx", workbook(b -> {
            Sheet sheet = sheet(b, "7月", List.of(HEADER, row(1, "500")));
            sheet.createRow(22).createCell(0).setCellValue("别的内容");
        }));
        assertThat(book.warning("SHEET_REST_IGNORED")).contains("还有 1 行");
    }

    @Test
    void D22_a_second_table_under_another_header_of_the_same_contract_is_read_by_its_own_header() {
        List<String> other = new ArrayList<>(HEADER);
        other.remove(0);
        other.set(9, "罚款（万元）");
        List<String> third = new ArrayList<>(row(2, "0.06"));
        third.remove(0);
        List<List<String>> rows = new ArrayList<>(List.of(HEADER, row(1, "500"), total("合计", "500")));
        IntStream.range(0, 25).forEach(i -> rows.add(blank()));
        rows.addAll(List.of(only(0, "二、简易程序案件"), other, third, only(0, "填表人：张三")));
        Received received = Received.text(JULY, csv(rows));
        assertThat(received.column("case_no")).containsExactly(case_(1), case_(2));
        // 0.06 万元 = 600 元
        assertThat(received.column("fine_yuan")).containsExactly("500.00", "600.00");
        assertThat(received.returned).isEmpty();
        assertThat(received.warningCodes()).isEmpty();
    }

    @Test
    void D23_a_vertical_merge_is_filled_inside_the_merge_only_and_marked() {
        Received received = Received.file("案件台账_2026年7月.xlsx", workbook(book -> {
            Sheet sheet =
                    sheet(book, "7月", List.of(HEADER, row(1, "1"), row(2, "1", "所属乡镇", ""), row(3, "1", "所属乡镇", "")));
            sheet.addMergedRegion(new CellRangeAddress(1, 2, 7, 7));
        }));
        // rows 2 and 3 of the sheet are merged: 滨河镇 is 640502100; row 4 stays blank
        assertThat(received.column("township")).containsExactly("640502100", "640502100", "");
        assertThat(received.accepted.get(0).notes().repairs()).doesNotContain("D23");
        assertThat(received.accepted.get(1).isRepaired("D23", "township")).isTrue();
        assertThat(received.accepted.get(2).notes().repairs()).doesNotContain("D23");
    }

    @Test
    void D25_hidden_rows_are_read_and_marked() {
        Received received = Received.file("案件台账_2026年7月.xlsx", workbook(book -> {
            Sheet sheet = sheet(book, "7月", List.of(HEADER, row(1, "1"), row(2, "1")));
            sheet.getRow(2).setZeroHeight(true);
        }));
        assertThat(received.column("case_no")).containsExactly(case_(1), case_(2));
        assertThat(received.accepted.get(0).notes().extra()).isEmpty();
        assertThat(received.accepted.get(1).notes().extra()).isEqualTo("{\"hidden\":true}");
    }

    @Test
    void D24_each_sheet_of_a_month_is_read_and_names_its_period() {
        Received received = Received.file("2026年案件台账.xlsx", workbook(book -> {
            sheet(book, "6月", List.of(HEADER, row(6, "1", "立案日期", "2026-06-01")));
            sheet(book, "7月", List.of(HEADER, row(7, "1")));
            sheet(book, "8月", List.of(HEADER));
            sheet(book, "填报说明", List.of(List.of("请按月填写")));
            book.createSheet("Sheet1");
        }));
        assertThat(received.column("case_no")).containsExactly(case_(6), case_(7));
        assertThat(received.accepted.get(1).origin()).isEqualTo(new Origin("7月", 2));
        assertThat(received.file().months()).containsExactly("2026-06", "2026-07");
        assertThat(received.file().asOf()).hasToString("2026-07-31");
        assertThat(received.warningCodes()).containsExactlyInAnyOrder("SHEET_IGNORED", "SHEET_IGNORED");
    }

    @Test
    void D24_a_hidden_sheet_is_read_only_where_the_installation_lists_it() {
        byte[] bytes = workbook(book -> {
            sheet(book, "7月", List.of(HEADER, row(7, "1")));
            sheet(book, "历史2025", List.of(HEADER, row(5, "1")));
            book.setSheetHidden(1, true);
        });
        Received usual = Received.file("案件台账_2026年7月.xlsx", bytes);
        assertThat(usual.column("case_no")).containsExactly(case_(7));
        assertThat(usual.warning("HIDDEN_SHEET")).contains("历史2025", "未读取");
        SheetRules listed = new SheetRules(20, Map.of("", Set.of()), Map.of("S02", List.of("历史*")));
        Received allowed = Received.file("案件台账_2026年7月.xlsx", bytes, listed);
        assertThat(allowed.column("case_no")).containsExactly(case_(7), case_(5));
        assertThat(allowed.warning("HIDDEN_SHEET")).contains("按约定已读取");
    }

    @Test
    void D24_two_kinds_of_report_in_one_workbook_are_refused_with_the_names_of_the_sheets() {
        Received received = Received.file("2026年7月.xlsx", workbook(book -> {
            sheet(book, "处罚", List.of(HEADER, row(7, "1")));
            sheet(
                    book,
                    "主体",
                    List.of(
                            Contracts.load(Path.of("..")).source("S04").orElseThrow().fields().stream()
                                    .map(Field::labelZh)
                                    .toList(),
                            List.of("1")));
        }));
        assertThat(received.refused().reason()).isEqualTo("SOURCE_AMBIGUOUS");
        assertThat(received.refused().remedy()).contains("“处罚”是 S02", "“主体”是 S04", "没有读取任何一行");
    }

    @Test
    void D26_columns_are_known_by_name_in_any_order_and_unknown_ones_are_kept_beside_the_row() {
        List<String> header = new ArrayList<>(HEADER);
        Collections.reverse(header);
        header.add("经办科室");
        header.add("联系人手机");
        List<String> data = new ArrayList<>(row(1, "500"));
        Collections.reverse(data);
        data.add("商标科");
        data.add("13812345678");
        Received received = Received.text(JULY, csv(header, data));
        assertThat(received.row().value("case_no")).isEqualTo(case_(1));
        assertThat(received.row().value("fine_yuan")).isEqualTo("500.00");
        assertThat(received.row().notes().extra())
                .contains("\"columns\":{\"经办科室\":\"商标科\"")
                .doesNotContain("13812345678");
    }

    @Test
    void D26_without_a_required_column_the_table_is_refused_with_what_is_missing_and_what_was_found() {
        List<String> header = new ArrayList<>(HEADER);
        header.set(5, "被处罚对象甲");
        Received received = Received.text(JULY, csv(header, row(1, "500")));
        assertThat(received.refused().reason()).isEqualTo("REQUIRED_COLUMN_MISSING");
        assertThat(received.refused().missing()).containsExactly("当事人名称");
        assertThat(received.refused().found()).contains("案件编号", "被处罚对象甲");
        assertThat(received.refused().remedy()).contains("缺少必填列：当事人名称", "未能对应的列：被处罚对象甲");
    }

    @ParameterizedTest
    @CsvSource({"4999, 0", "5000, 1", "5001, 0", "10000, 1"})
    void D27_a_number_of_rows_at_a_platform_limit_is_told(int rows, int warnings) {
        List<List<String>> all = new ArrayList<>(List.of(HEADER));
        IntStream.rangeClosed(1, rows).forEach(n -> all.add(row(n, "1")));
        Received received = Received.text(JULY, csv(all));
        assertThat(received.accepted).hasSize(rows);
        assertThat(received.warningCodes()).filteredOn("ROW_LIMIT_HIT"::equals).hasSize(warnings);
    }

    @Test
    void D28_the_last_row_of_a_volume_is_the_first_of_the_next_with_the_same_key_and_values() {
        Received first = Received.text("台账2026年7月_1.csv", csv(HEADER, row(1, "1"), row(2, "2")));
        Received second = Received.text("台账2026年7月_2.csv", csv(HEADER, row(2, "2", "序号", "1"), row(3, "3", "序号", "2")));
        // the intake counts equal key and values as repeated; a running number is no value
        assertThat(second.accepted.get(0).key()).isEqualTo(first.accepted.get(1).key());
        assertThat(second.accepted.get(0).values())
                .isEqualTo(first.accepted.get(1).values());
        assertThat(second.accepted.get(1).key())
                .isNotEqualTo(first.accepted.get(1).key());
    }

    @Test
    void a_row_whose_cells_have_shifted_is_returned_and_its_neighbours_are_not() {
        List<String> shifted = new ArrayList<>(row(2, "600"));
        shifted.set(2, "销售假冒酒");
        shifted.add(3, "共12瓶案");
        Received received = Received.text(JULY, csv(HEADER, row(1, "500"), shifted, row(3, "700")));
        assertThat(received.column("case_no")).containsExactly(case_(1), case_(3));
        assertThat(received.codes()).containsExactly(List.of("CELLS_SHIFTED"));
        assertThat(received.returned.get(0).sent())
                .containsEntry("案件编号", case_(2))
                .containsKey("列14");
    }

    @Test
    void a_column_without_a_header_is_no_shift() {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        IntStream.rangeClosed(1, 3).forEach(n -> {
            List<String> row = new ArrayList<>(row(n, "1"));
            row.add("已归档");
            rows.add(row);
        });
        Received received = Received.text(JULY, csv(rows));
        assertThat(received.accepted).hasSize(3);
        assertThat(received.warningCodes()).containsOnly("CELLS_BEYOND_HEADER").hasSize(3);
    }

    @Test
    void a_title_that_contradicts_all_dates_of_its_rows_is_doubtful() {
        Received wrong = Received.text("案件台账.csv", csv(only(0, "2025年12月案件台账"), HEADER, row(1, "1")));
        assertThat(wrong.warning("PERIOD_DOUBTFUL")).contains("2025-12", "2026-07");
        Received right =
                Received.text("案件台账.csv", csv(only(0, "2026年7月案件台账"), HEADER, row(1, "1", "立案日期", "2026-03-01")));
        assertThat(right.warningCodes()).isEmpty();
        Received twoNames = Received.text("案件台账_2026年6月.csv", csv(only(0, "2026年7月案件台账"), HEADER, row(1, "1")));
        assertThat(twoNames.warning("PERIOD_DOUBTFUL")).contains("2026-07", "2026-06", "按标题计");
    }
}
