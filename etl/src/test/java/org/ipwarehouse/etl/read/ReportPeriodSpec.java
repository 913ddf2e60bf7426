package org.ipwarehouse.etl.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPeriodSpec {
    @ParameterizedTest
    @CsvSource({
        "沙坡头区２０２６年７月案件表, 2026-07-31, 2026-07",
        "2026年第三季度, 2026-09-30, 2026-07 2026-08 2026-09",
        "2026年度第2季度, 2026-06-30, 2026-04 2026-05 2026-06",
        "S02_2026Q4.csv, 2026-12-31, 2026-10 2026-11 2026-12",
        "2024年2月, 2024-02-29, 2024-02",
        "处罚-2026-07.xlsx, 2026-07-31, 2026-07",
        "处罚202607.xlsx, 2026-07-31, 2026-07",
        "截至2026年9月30日, 2026-09-30, 2026-09",
        "截止2026年9月5日, 2026-09-05, 2026-09",
        "2026年1—9月, 2026-09-30, 2026-01 2026-02 2026-03 2026-04 2026-05 2026-06 2026-07 2026-08 2026-09",
        "2025年12月至2026年1月, 2026-01-31, 2025-12 2026-01",
        "2026年7月1日至2026年7月31日, 2026-07-31, 2026-07",
        "2026年上半年, 2026-06-30, 2026-01 2026-02 2026-03 2026-04 2026-05 2026-06"
    })
    void titles_and_file_names_tell_their_period(String text, String asOf, String months) {
        ReportPeriod period = ReportPeriod.in(text).orElseThrow();
        assertThat(period.asOf()).hasToString(asOf);
        assertThat(String.join(" ", period.months())).isEqualTo(months);
    }

    @ParameterizedTest
    @CsvSource({"导出_20260805.csv, 2026-08-05", "2026年8月5日导出, 2026-08-05", "2026-8-5.csv, 2026-08-05"})
    void a_day_alone_dates_the_state_but_names_no_month(String text, String asOf) {
        ReportPeriod period = ReportPeriod.in(text).orElseThrow();
        assertThat(period.asOf()).hasToString(asOf);
        assertThat(period.months()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"台账.csv", "2026年13月", "12315平台", "处罚20261.csv", "91640502202607", "2026年台账"})
    void what_names_no_period_gives_none(String text) {
        assertThat(ReportPeriod.in(text)).isEmpty();
    }
}
