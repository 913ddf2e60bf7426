package org.ipwarehouse.etl.defects;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbookPr;

/** Defects of dates: D29 to D36, in files of the case ledger of September 2026. */
class DateDefectsSpec {
    private static final String FILED = "立案日期";

    private static void isRead(Received file, String day, String rule, String sent) {
        assertThat(file.returned).isEmpty();
        assertThat(file.column("filing_date")).containsExactly(day);
        assertThat(file.accepted.get(0).isRepaired(rule, "filing_date")).isTrue();
        assertThat(json(file.accepted.get(0).notes().raw()).get("filing_date").asText())
                .isEqualTo(sent);
    }

    private static void isReturned(Received file, String code, String words) {
        assertThat(file.accepted).isEmpty();
        assertThat(file.returned.get(0).codes()).containsExactly(code);
        assertThat(file.returned.get(0).reasons().get(0).message()).contains(words);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** 2026-01-01 is 46023 (365 days after 45658, 2025-01-01); 243 days later, 31+28+31+30+31+30+31+31, is 1 September. */
    @Test
    void D29_a_serial_number_without_a_date_format_is_a_day() {
        Ledger ledger = Ledger.of(FILED, "");
        Received file =
                ledger.xlsx((book, row) -> row.getCell(ledger.column(FILED)).setCellValue(46266));
        isRead(file, "2026-09-01", "D29", "46266");
        isRead(Ledger.of(FILED, "46266").csv(), "2026-09-01", "D29", "46266");
    }

    /** The 1904 system is 1462 days behind: 46266 - 1462 = 44804. */
    @Test
    void D29_a_workbook_of_1904_counts_from_1904() {
        Ledger ledger = Ledger.of(FILED, "");
        Received file = ledger.xlsx((book, row) -> {
            CTWorkbookPr pr = book.getCTWorkbook().getWorkbookPr();
            (pr == null ? book.getCTWorkbook().addNewWorkbookPr() : pr).setDate1904(true);
            row.getCell(ledger.column(FILED)).setCellValue(44804);
        });
        isRead(file, "2026-09-01", "D29", "44804");
    }

    /** 20090 is 1955-01-01, so 20269 would be 1955-06-29: sooner a piece of 20260901. */
    @Test
    void D29_a_number_that_is_sooner_something_else_is_no_day() {
        isReturned(Ledger.of(FILED, "20269").csv(), "DATE_INVALID", "不是日期");
        isReturned(Ledger.of(FILED, "3").csv(), "DATE_INVALID", "不是日期");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "2026年9月1日",
                "2026年09月01日",
                "2026.9.1",
                "2026/9/1",
                "2026-9-1",
                "2026年9月1号",
                "２０２６年９月１日",
                "二〇二六年九月一日",
                "二○二六年九月一日",
                "贰零贰陆年玖月壹日",
                "2026年9月1日（星期二）",
                "2026 年 9 月 1 日",
                "01-Sep-2026",
                "~Sep 1, 2026~"
            })
    void D30_a_day_is_read_from_each_way_of_writing_it(String sent) {
        isRead(Ledger.of(FILED, sent).csv(), "2026-09-01", "D30", sent);
    }

    @ParameterizedTest
    @CsvSource({"2026年9月1日止", "2026年9月1日起", "2026年9月1日前", "约2026年9月1日", "2026年9月1日（星期一）", "2026-09/01", "昨天"})
    void D30_a_text_that_says_more_than_a_day_is_not_cut_to_one(String sent) {
        isReturned(Ledger.of(FILED, sent).csv(), "DATE_INVALID", "立案日期：");
    }

    @Test
    void D31_eight_digits_are_a_day_and_six_a_month_without_a_day() {
        isRead(Ledger.of(FILED, "20260901").csv(), "2026-09-01", "D31", "20260901");
        Received month = Ledger.of(FILED, "202608").csv();
        isRead(month, "", "D31", "202608");
        JsonNode date = json(month.accepted.get(0).notes().extra()).at("/dates/filing_date");
        assertThat(date.get("from").asText()).isEqualTo("2026-08-01");
        assertThat(date.get("to").asText()).isEqualTo("2026-08-31");
        assertThat(date.get("precision").asText()).isEqualTo("month");
    }

    @Test
    void D32_a_year_of_two_digits_is_read_where_the_file_says_the_year() {
        isRead(Ledger.of(FILED, "26.9.1").csv(), "2026-09-01", "D32", "26.9.1");
        isRead(Ledger.of(FILED, "26/09/01").csv(), "2026-09-01", "D32", "26/09/01");
        isRead(Ledger.of(FILED, "26年9月1日").csv(), "2026-09-01", "D32", "26年9月1日");
        // the file is of September 2026: it speaks neither for 2025 nor for a day of October
        isReturned(Ledger.of(FILED, "25.9.1").csv(), "DATE_INVALID", "年份只有两位，文件期次不能佐证");
        isReturned(Ledger.of(FILED, "26.10.1").csv(), "DATE_INVALID", "年份只有两位，文件期次不能佐证");
        // and a file that names no period speaks for nothing
        isReturned(Ledger.of(FILED, "26.9.1").named("案件台账").csv(), "DATE_INVALID", "年份只有两位");
    }

    /** 26.9.26 begins and ends with 26: both orders mean 2026-09-26. 26.9.8 read from the end would be of 2008. */
    @Test
    void D32_of_several_readings_all_that_the_file_supports_must_agree() {
        isRead(Ledger.of(FILED, "26.9.26").csv(), "2026-09-26", "D32", "26.9.26");
        isRead(Ledger.of(FILED, "26.9.8").csv(), "2026-09-08", "D32", "26.9.8");
        // 6 August or 8 June 2026
        isReturned(Ledger.of(FILED, "8/6/26").csv(), "DATE_INVALID", "年份只有两位");
        isReturned(Ledger.of(FILED, "8/6/2026").csv(), "DATE_INVALID", "日和月的先后不能确定");
        isRead(Ledger.of(FILED, "8/16/2026").csv(), "2026-08-16", "D30", "8/16/2026");
    }

    @ParameterizedTest
    @CsvSource({
        "2026年8月,2026-08-01,2026-08-31,month",
        "2026.8,2026-08-01,2026-08-31,month",
        "2026年8月上旬,2026-08-01,2026-08-10,third",
        "9月中旬,2026-09-11,2026-09-20,third",
        "2026年2月下旬,2026-02-21,2026-02-28,third",
        "2026.8.5-8.8,2026-08-05,2026-08-08,range",
        "2026年8月5日至8日,2026-08-05,2026-08-08,range",
        "2026-08-05至2026-09-02,2026-08-05,2026-09-02,range",
        "20260805-20260902,2026-08-05,2026-09-02,range",
        "2026年第二季度,2026-04-01,2026-06-30,quarter",
        "2026年上半年,2026-01-01,2026-06-30,half"
    })
    void D33_less_than_a_day_is_kept_as_what_it_is(String sent, String from, String to, String precision) {
        Received file = Ledger.of(FILED, sent).csv();
        isRead(file, "", "D33", sent);
        JsonNode date = json(file.accepted.get(0).notes().extra()).at("/dates/filing_date");
        assertThat(date)
                .isEqualTo(
                        json("{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"precision\":\"" + precision + "\"}"));
    }

    @Test
    void D33_a_month_without_a_year_needs_a_file_that_reports_on_it() {
        isReturned(Ledger.of(FILED, "8月上旬").csv(), "DATE_INVALID", "不是日期");
        isReturned(Ledger.of(FILED, "2026.9.8-9.5").csv(), "DATE_INVALID", "不是日期");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30,日历上没有这一天",
        "2026年2月29日,日历上没有这一天",
        "2204-03-05,日期超出合理范围",
        "1900-01-00,日历上没有这一天",
        "0000-00-00,日历上没有这一天",
        "1899-12-31,日期超出合理范围",
        "2026-10-01,日期晚于文件所述的 2026-09-30",
        "2026年10月,日期晚于文件所述的 2026-09-30"
    })
    void D34_a_day_that_cannot_be_goes_back_unchanged(String sent, String words) {
        Received file = Ledger.of(FILED, sent).csv();
        isReturned(file, "DATE_INVALID", words);
        assertThat(file.returned.get(0).reasons().get(0).raw()).isEqualTo(sent);
        assertThat(file.returned.get(0).reasons().get(0).message()).contains("例：2024-02-30 → 2024-02-29");
    }

    /** 20:00 in UTC is 4 in the morning of the next day in Shanghai. */
    @Test
    void D35_times_of_day_are_read_and_days_are_those_of_shanghai() {
        isRead(Ledger.of(FILED, "2026/9/1 下午3:20").csv(), "2026-09-01", "D35", "2026/9/1 下午3:20");
        isRead(Ledger.of(FILED, "2026-08-31T20:00:00Z").csv(), "2026-09-01", "D35", "2026-08-31T20:00:00Z");
        isRead(Ledger.of(FILED, "20260901103000").csv(), "2026-09-01", "D35", "20260901103000");
        isRead(Ledger.of(FILED, "2026-9-1 0:00:00").csv(), "2026-09-01", "D35", "2026-9-1 0:00:00");
        isReturned(Ledger.of(FILED, "2026-09-01 25:00").csv(), "DATE_INVALID", "不是日期");
    }

    @Test
    void D36_a_decision_before_the_filing_goes_back() {
        Received file = Ledger.of(FILED, "2026-09-10", "处罚决定日期", "2026-09-01").csv();
        isReturned(file, "DATE_ORDER", "早于立案日期 2026-09-10");
    }

    /** Of stretches only the ends are certain: filed in August, decided on the 20th may be right, on 31 July it is not. */
    @Test
    void D36_a_stretch_of_days_is_out_of_order_only_where_every_day_of_it_is() {
        assertThat(Ledger.of(FILED, "2026年8月", "处罚决定日期", "2026-08-20").csv().accepted)
                .hasSize(1);
        isReturned(Ledger.of(FILED, "2026年8月", "处罚决定日期", "2026-07-31").csv(), "DATE_ORDER", "早于立案日期 2026-08-01");
    }
}
