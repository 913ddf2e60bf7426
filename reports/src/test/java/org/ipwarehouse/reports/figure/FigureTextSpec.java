package org.ipwarehouse.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FigureTextSpec {
    private static final Passport CASES = passport("件", 0, Passport.Kind.COUNT);
    private static final Passport MONEY = passport("万元", 2, Passport.Kind.AMOUNT);
    private static final Passport RATE = passport("%", 1, Passport.Kind.RATE);

    @Test
    void a_value_is_rounded_half_up_once_and_grouped_from_five_digits_on() {
        assertThat(FigureText.withUnit(CASES, value("37"))).isEqualTo("37件");
        assertThat(FigureText.withUnit(CASES, value("0"))).isEqualTo("0件");
        assertThat(FigureText.withUnit(CASES, value("9999"))).isEqualTo("9999件");
        assertThat(FigureText.withUnit(CASES, value("12345"))).isEqualTo("12,345件");
        assertThat(FigureText.withUnit(MONEY, value("12345.675"))).isEqualTo("12,345.68万元");
        // HALF_UP gives 96.5 where banker's rounding would give 96.4; rounding twice (96.449 → 96.45 → 96.5) is wrong
        assertThat(FigureText.withUnit(RATE, value("96.45"))).isEqualTo("96.5%");
        assertThat(FigureText.withUnit(RATE, value("96.449"))).isEqualTo("96.4%");
    }

    @Test
    void no_value_is_a_symbol_without_unit() {
        assertThat(FigureText.withUnit(CASES, none(FigureStatus.MISSING))).isEqualTo("…");
        assertThat(FigureText.withUnit(RATE, none(FigureStatus.NO_DENOMINATOR))).isEqualTo("—");
        assertThat(FigureText.withUnit(RATE, none(FigureStatus.NOT_CONFIGURED))).isEqualTo("…");
    }

    @Test
    void counts_grow_or_fall_in_percent_of_the_unrounded_values() {
        // 37 ÷ 31 − 1 = 0.193548… → 19.4 %
        assertThat(clause(CASES, "37", "31", "19.3548387")).isEqualTo("同比增长19.4%");
        // 31 ÷ 37 − 1 = −0.162162… → 16.2 %
        assertThat(clause(CASES, "31", "37", "-16.2162162")).isEqualTo("同比下降16.2%");
        assertThat(clause(CASES, "37", "37", "0")).isEqualTo("与上年同期持平");
        // 30001 ÷ 30000 − 1 = 0.0033 %: not equal, but nothing to see at one decimal
        assertThat(clause(CASES, "30001", "30000", "0.00333")).isEqualTo("与上年同期基本持平");
    }

    @Test
    void a_rise_to_three_times_or_more_is_told_in_times_never_in_percent() {
        // 42 ÷ 12 − 1 = 2.5 times more
        assertThat(clause(CASES, "42", "12", "250")).isEqualTo("同比增长2.5倍");
        assertThat(clause(CASES, "36", "12", "200")).isEqualTo("同比增长2.0倍");
        assertThat(clause(CASES, "35", "12", "191.6667")).isEqualTo("同比增长191.7%");
    }

    @Test
    void rates_rise_or_fall_in_percentage_points() {
        // 96.4 − 93.1 = 3.3
        assertThat(clause(RATE, "96.4", "93.1", "3.3")).isEqualTo("比上年同期提高3.3个百分点");
        assertThat(clause(RATE, "93.1", "96.4", "-3.3")).isEqualTo("比上年同期回落3.3个百分点");
    }

    @Test
    void a_small_base_is_told_as_it_is_and_no_base_is_not_told() {
        assertThat(clause(CASES, "11", "8", null)).isEqualTo("上年同期8件");
        assertThat(clause(CASES, "3", "0", null)).isEqualTo("上年同期为0件");
        assertThat(clause(CASES, "3", null, null)).isEmpty();
        assertThat(FigureText.change(CASES, compared("11", "8", null), Comparison.YOY))
                .isEqualTo("—");
    }

    @Test
    void a_table_shows_the_change_with_its_unit_and_a_true_minus() {
        assertThat(FigureText.change(CASES, compared("31", "37", "-16.2162"), Comparison.YOY))
                .isEqualTo("−16.2%");
        assertThat(FigureText.signedChange(CASES, compared("37", "31", "19.3548"), Comparison.YOY))
                .isEqualTo("+19.4%");
        assertThat(FigureText.change(RATE, compared("96.4", "93.1", "3.3"), Comparison.YOY))
                .isEqualTo("3.3个百分点");
    }

    @Test
    void every_number_reads_back_as_itself() {
        qt().forAll(integers().between(-2_000_000, 2_000_000), integers().between(0, 3))
                .check((digits, scale) -> {
                    BigDecimal number = BigDecimal.valueOf(digits, scale);
                    String read = FigureText.number(number).replace(",", "").replace('−', '-');
                    return new BigDecimal(read).equals(number);
                });
    }

    @Test
    void no_word_judges() {
        for (FigureStatus status : FigureStatus.values()) {
            assertThat(FigureText.statusLabel(status)).doesNotContain("恶化", "好", "差");
        }
        assertThat(clause(CASES, "37", "31", "19.4")).doesNotContain("恶化", "严重", "大幅");
    }

    private static String clause(Passport p, String value, @Nullable String base, @Nullable String change) {
        return FigureText.clause(p, compared(value, base, change), Comparison.YOY);
    }

    private static Figure value(String value) {
        return compared(value, null, null);
    }

    private static Figure none(FigureStatus status) {
        return figure(null, null, null, status);
    }

    private static Figure compared(String value, @Nullable String base, @Nullable String change) {
        return figure(value, base, change, FigureStatus.OK);
    }

    private static Figure figure(
            @Nullable String value, @Nullable String base, @Nullable String change, FigureStatus status) {
        BigDecimal v = value == null ? null : new BigDecimal(value);
        return new Figure(
                new IndicatorId("XZ01"),
                Period.quarter(2026, 3),
                new RegionCode("640502"),
                "",
                "",
                v,
                v,
                null,
                base == null ? null : new BigDecimal(base),
                change == null ? null : new BigDecimal(change),
                null,
                null,
                status,
                BigDecimal.ONE,
                1,
                "");
    }

    private static Passport passport(String unit, int decimals, Passport.Kind kind) {
        return new Passport(
                new IndicatorId("XZ01"),
                "立案数",
                "cases " + unit.toLowerCase(Locale.ROOT),
                "",
                "",
                "",
                unit,
                decimals,
                RoundingMode.HALF_UP,
                kind,
                "neutral",
                List.of(),
                List.of("yoy", "qoq"),
                List.of(),
                List.of(),
                List.of(),
                "",
                "firm",
                1,
                "enforcement",
                "month");
    }
}
