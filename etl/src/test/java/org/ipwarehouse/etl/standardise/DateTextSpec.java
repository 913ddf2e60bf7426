package org.ipwarehouse.etl.standardise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTextSpec {
    private static final LocalDate FIFTH_OF_MARCH = LocalDate.of(2024, 3, 5);
    private static final DateFrame SILENT = DateFrame.silent(false);

    /** 56 years × 365 + 14 leap days + 181 (to July) + 22 = 20,657 days; × 86,400 = 1,784,764,800 s, 8 o'clock here. */
    @ParameterizedTest
    @CsvSource({"1784764800", "1784764800000"})
    void seconds_and_milliseconds_since_1970_are_points_in_time(String count) {
        assertThat(DateText.day(count, SILENT).value()).isEqualTo(LocalDate.of(2026, 7, 23));
        assertThat(DateText.day(count, SILENT).repairs()).isEqualTo("D29");
        assertThat(DateText.instant(count, SILENT).value()).isEqualTo(Instant.parse("2026-07-23T00:00:00Z"));
    }

    /** Ten digits that begin with 20 are a day with its hour, thirteen of another size are no date at all. */
    @ParameterizedTest
    @CsvSource({"2026072309", "9784764800000", "178476480000", "1978476480"})
    void other_long_numbers_are_not_taken_for_such_counts(String number) {
        assertThat(DateText.day(number, SILENT).value()).isNotEqualTo(LocalDate.of(2026, 7, 23));
        assertThat(DateText.day(number, SILENT).repairs()).isNotEqualTo("D29");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "2024-03-05,''",
                "2024年3月5日,D30",
                "2024年03月05日,D30",
                "2024.3.5,D30",
                "2024/3/5,D30",
                "2024-3-5,D30",
                "\"2024-3-5 \",D30",
                "\"　2024-03-05\",D30",
                "２０２４年３月５日,D30",
                "２０２４－０３－０５,D30",
                "2024/03/05,D30",
                "20240305,D31",
                "２０２４年03月05号,D30",
                "2024 年 3 月 5 日,D30",
                "2024年3月5,D30",
                "二〇二四年三月五日,D30",
                "二○二四年三月五日,D30",
                "二O二四年三月五日,D30",
                "二零二四年三月五日,D30",
                "贰零贰肆年叁月伍日,D30",
                "贰零贰肆年零叁月零伍日,D30",
                "2024年三月五日,D30",
                "2024年3月5日（星期二）,D30",
                "2024-03-05 星期二,D30",
                "2024年3月5日 周二 10:30,D35",
                "20240305103000,D35",
                "2024-3-5 0:00:00,D35",
                "2024-03-05 00:00:00.0,D35",
                "2024-03-05T10:30:00+08:00,D35",
                "2024-03-04T18:00:00Z,D35",
                "05-Mar-2024,D30",
                "\"Mar 5, 2024\",D30",
                "5 March 2024,D30",
                "2024-Mar-05,D30",
                "Tue Mar 05 10:30:00 CST 2024,D35",
                "45356,D29",
                "45356.4375,D29",
                "2024-03-05 10:30:00,D35",
                "2024-03-05T00:00:00,D35",
                "2024年3月5日 下午3:20,D35"
            })
    void one_day_is_read_from_each_way_of_writing_it(String raw, String repair) {
        Reading<?> reading = DateText.day(raw, SILENT);
        assertThat(reading.value()).isEqualTo(FIFTH_OF_MARCH);
        assertThat(reading.repairs()).isEqualTo(repair.equals("''") ? "" : repair);
    }

    /** 2024-01-01 is 45292; 31 days of January and 29 of February make 1 March 45352 and 5 March 45356. */
    @Test
    void a_workbook_that_counts_from_1904_is_1462_days_behind() {
        assertThat(DateText.day("43894", DateFrame.silent(true)).value()).isEqualTo(FIFTH_OF_MARCH);
        assertThat(DateText.day("45356", SILENT).value()).isEqualTo(FIFTH_OF_MARCH);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-30,日历上没有这一天",
        "2023-02-29,日历上没有这一天",
        "2024-13-01,日历上没有这一天",
        "1900-01-00,日历上没有这一天",
        "20240230,日历上没有这一天",
        "2204-03-05,日期超出合理范围",
        "1900-03-05,日期超出合理范围",
        "24.3.5,年份只有两位，文件期次不能佐证",
        "24/03/05,年份只有两位，文件期次不能佐证",
        "240305,年份只有两位，文件期次不能佐证",
        "3月5日,没有写年份，文件期次不能佐证",
        "3月上旬,不是日期",
        "3/5/2024,日和月的先后不能确定",
        "2024年3月5日止,不是日期",
        "2024-03-05起,不是日期",
        "2024年3月5日前,不是日期",
        "2024年3月5日(星期三),星期与日期不符",
        "约2024年3月5日,不是日期",
        "20240,不是日期",
        "202413,只有年月，没有日",
        "二〇二四年二月三十日,日历上没有这一天",
        "2024-3-5-8,不是日期",
        "2024.3.8-3.5,不是日期",
        "2024-03/05,只有年月，没有日",
        "昨天,不是日期",
        "2024-03-05abc,不是日期"
    })
    void what_is_no_certain_day_is_refused_with_its_reason(String raw, String detail) {
        Reading<?> reading = DateText.day(raw, SILENT);
        assertThat(reading.value()).isNull();
        assertThat(reading.problem()).isEqualTo(Problem.DATE_INVALID);
        assertThat(reading.detail()).isEqualTo(detail);
    }

    /** Asia/Shanghai is 8 hours ahead of UTC. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "2024-03-05 10:30:00,2024-03-05T02:30:00Z,''",
                "2024-03-05T10:30:00,2024-03-05T02:30:00Z,''",
                "2024-03-05 10:30,2024-03-05T02:30:00Z,''",
                "2024-03-05 10:30:00.123,2024-03-05T02:30:00Z,''",
                "2024/3/5 10:30,2024-03-05T02:30:00Z,D30",
                "2024/3/5 上午10:30:00,2024-03-05T02:30:00Z,D35",
                "2024/3/5 下午3:20,2024-03-05T07:20:00Z,D35",
                "2024年3月5日下午3时20分,2024-03-05T07:20:00Z,D35",
                "2024-03-05 上午12:05,2024-03-04T16:05:00Z,D35",
                "2024-03-05 下午12:05,2024-03-05T04:05:00Z,D35",
                "2024-03-05 3:20 PM,2024-03-05T07:20:00Z,D35",
                "2024-03-05T10:30:00Z,2024-03-05T10:30:00Z,D35",
                "2024-03-05T10:30:00+08:00,2024-03-05T02:30:00Z,D35",
                "45356.4375,2024-03-05T02:30:00Z,D29",
                "2024-03-05,2024-03-04T16:00:00Z,D33"
            })
    void a_point_in_time_is_read_as_shanghai_wall_time(String raw, String utc, String repair) {
        Reading<?> reading = DateText.instant(raw, SILENT);
        assertThat(reading.value()).isEqualTo(Instant.parse(utc));
        assertThat(reading.repairs()).isEqualTo(repair.equals("''") ? "" : repair);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-05 25:00", "2024-03-05 10:60", "2024-03-05 下午", "2024-03-05 10"})
    void a_time_that_no_clock_shows_is_refused(String raw) {
        assertThat(DateText.instant(raw, SILENT).problem()).isEqualTo(Problem.DATE_INVALID);
    }

    @Test
    void every_day_comes_back_from_every_way_of_writing_it() {
        qt().forAll(
                        integers().between(1950, 2199),
                        integers().between(1, 12),
                        integers().between(1, 28))
                .check((year, month, day) -> {
                    LocalDate written = LocalDate.of(year, month, day);
                    return same(written, written.toString())
                            && same(written, year + "年" + month + "月" + day + "日")
                            && same(written, year + "." + month + "." + day)
                            && same(written, year + "/" + month + "/" + day)
                            && same(written, "" + (year * 10_000 + month * 100 + day));
                });
    }

    private static boolean same(LocalDate day, String text) {
        return day.equals(DateText.day(text, SILENT).value());
    }
}
