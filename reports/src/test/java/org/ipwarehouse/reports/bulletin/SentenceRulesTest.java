package org.ipwarehouse.reports.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of a bulletin's sentences, each with figures worked out by hand. */
class SentenceRulesTest {
    private static final String COUNT = "text: \"立案{XZ01.value}，{XZ01.yoy}。\"";
    private static final String RATE = "text: \"核查率为{XZ06.value}，{XZ06.yoy}。\"";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void a_quantity_that_rose_is_said_in_percent() {
        // 37 ÷ 31 − 1 = 0.193548… → 19.4 %
        assertThat(new Desk().total("XZ01", "37", "31", "19.3548387").says(folder, COUNT))
                .isEqualTo("立案37件，同比增长19.4%。");
    }

    @Test
    void a_quantity_that_fell_is_said_without_a_sign() {
        // 31 ÷ 37 − 1 = −0.162162… → 下降16.2 %
        assertThat(new Desk().total("XZ01", "31", "37", "-16.2162162").says(folder, COUNT))
                .isEqualTo("立案31件，同比下降16.2%。");
    }

    @Test
    void the_same_again_is_level_and_what_rounds_to_nothing_is_about_level() {
        // 21.0701 ÷ 21.07 − 1 = 0.000005 = 0.0005 % → rounds to 0.0
        assertThat(new Desk().total("XZ01", "31", "31", "0").says(folder, COUNT))
                .isEqualTo("立案31件，与上年同期持平。");
        assertThat(new Desk()
                        .total("XZ04", "21.0701", "21.07", "0.0005")
                        .says(folder, "text: \"罚没款{XZ04.value}，{XZ04.yoy}。\""))
                .isEqualTo("罚没款21.07万元，与上年同期基本持平。");
    }

    @Test
    void a_rise_of_two_hundred_percent_and_more_is_said_in_multiples() {
        // 37 ÷ 12 − 1 = 2.08333 → 增长2.1倍; 35 ÷ 12 − 1 = 1.91667 → 增长191.7 %
        assertThat(new Desk().total("XZ01", "37", "12", "208.3333333").says(folder, COUNT))
                .isEqualTo("立案37件，同比增长2.1倍。");
        assertThat(new Desk().total("XZ01", "35", "12", "191.6666667").says(folder, COUNT))
                .isEqualTo("立案35件，同比增长191.7%。");
    }

    @Test
    void a_rate_is_compared_in_percentage_points() {
        // 96.4 − 93.1 = 3.3; never 96.4 ÷ 93.1 − 1 = 3.5 %
        assertThat(new Desk().total("XZ06", "96.4", "93.1", "3.3").says(folder, RATE))
                .isEqualTo("核查率为96.4%，比上年同期提高3.3个百分点。");
        assertThat(new Desk().total("XZ06", "93.1", "96.4", "-3.3").says(folder, RATE))
                .isEqualTo("核查率为93.1%，比上年同期回落3.3个百分点。");
    }

    @Test
    void rounding_is_half_up_and_happens_once() {
        // 0.25 → 0.3 (half even would give 0.2); 96.45 → 96.5 (half even 96.4)
        assertThat(new Desk().total("XZ06", "96.45", "96.2", "0.25").says(folder, RATE))
                .isEqualTo("核查率为96.5%，比上年同期提高0.3个百分点。");
    }

    @Test
    void on_a_base_below_ten_both_figures_stand_side_by_side() {
        assertThat(new Desk().total("XZ01", "12", "8", null).says(folder, COUNT))
                .isEqualTo("立案12件，上年同期8件。");
        assertThat(new Desk().total("XZ01", "2", "0", null).says(folder, COUNT)).isEqualTo("立案2件，上年同期为0件。");
    }

    @Test
    void without_a_figure_of_the_year_before_that_is_said() {
        assertThat(new Desk().total("XZ01", "12", null, null).says(folder, COUNT))
                .isEqualTo("立案12件，上年同期无可比数据。");
    }

    @Test
    void zero_takes_its_own_wording_where_there_is_one_and_is_0_where_there_is_none() {
        Desk desk = new Desk().total("XZ01", "0", "8", null);
        assertThat(desk.says(folder, COUNT)).isEqualTo("立案0件，上年同期8件。");
        assertThat(desk.says(folder, COUNT + ", zero: \"本季度未发生立案。\"")).isEqualTo("本季度未发生立案。");
    }

    @Test
    void what_was_not_reported_is_said_and_never_zero() {
        String missing = "2026年第三季度立案数因未收到报送数据暂缺，以“…”表示。";
        assertThat(new Desk().total("XZ01", null, "31", null).says(folder, COUNT))
                .isEqualTo(missing);
        assertThat(new Desk().says(folder, COUNT)).as("no figure stored at all").isEqualTo(missing);
    }

    @Test
    void a_rule_that_is_not_configured_and_a_denominator_of_zero_are_named() {
        assertThat(new Desk().state("XZ06", FigureStatus.NOT_CONFIGURED, null).says(folder, RATE))
                .isEqualTo("线索按期核查立案率所依据的法定期限尚未录入，2026年第三季度不计算，以“…”表示。");
        assertThat(new Desk().state("XZ06", FigureStatus.NO_DENOMINATOR, null).says(folder, RATE))
                .isEqualTo("2026年第三季度没有应计入线索按期核查立案率的事项，不计算该项指标。");
    }

    @Test
    void an_incomplete_figure_says_so_behind_its_value() {
        assertThat(new Desk().state("XZ01", FigureStatus.INCOMPLETE, "37").says(folder, "text: \"立案{XZ01.value}。\""))
                .isEqualTo("立案37件（不完全统计）。");
    }

    @Test
    void leading_townships_are_named_with_their_share_of_the_district() {
        // (11 + 9 + 5) ÷ 37 = 0.675676 → 67.6 %; the unknown township (10) is never ranked
        Desk desk = new Desk()
                .total("XZ01", "37", null, null)
                .township("XZ01", "640502100", "11")
                .township("XZ01", "640502101", "9")
                .township("XZ01", "640502108", "5")
                .township("XZ01", "640502109", "2")
                .township("XZ01", "640502000", "10");
        assertThat(desk.says(folder, "text: \"居前的是{XZ01.top:3}，合计占{XZ01.top-share:3}。\""))
                .isEqualTo("居前的是滨河镇（11件）、文昌镇（9件）、迎水桥镇（5件），合计占67.6%。");
    }

    @Test
    void townships_that_tie_for_the_last_place_are_all_named() {
        // places 1 and 2 go to 11 and 9; 文昌镇 and 迎水桥镇 tie at 9: (11 + 9 + 9) ÷ 31 = 0.935484 → 93.5 %
        Desk desk = new Desk()
                .total("XZ01", "31", null, null)
                .township("XZ01", "640502100", "11")
                .township("XZ01", "640502101", "9")
                .township("XZ01", "640502108", "9")
                .township("XZ01", "640502109", "2");
        assertThat(desk.says(folder, "text: \"{XZ01.top:2}，{XZ01.top-share:2}。\""))
                .isEqualTo("滨河镇（11件）、文昌镇（9件）、迎水桥镇（9件），93.5%。");
    }

    @Test
    void parts_are_named_in_falling_order_with_their_share() {
        // 28 ÷ 37 = 0.756757 → 75.7 %; 5 ÷ 37 = 0.135135 → 13.5 %; 4 ÷ 37 = 0.108108 → 10.8 %
        Desk desk = new Desk()
                .total("XZ01", "37", null, null)
                .type("XZ01", "PT", "4")
                .type("XZ01", "TM", "28")
                .type("XZ01", "GI", "5");
        assertThat(desk.says(folder, "text: \"{XZ01.parts:ip_type}。\""))
                .isEqualTo("商标案件28件，占75.7%；地理标志案件5件，占13.5%；专利案件4件，占10.8%。");
    }

    @Test
    void tasks_are_counted_by_state() {
        assertThat(new Desk().says(folder, "text: \"共{tasks.total}项：{tasks.states}。\""))
                .isEqualTo("共3项：已验收2项，到期待验收1项。");
    }

    @Test
    void from_five_digits_on_figures_are_grouped() {
        // 12 345.678 → HALF_UP at two decimals 12 345.68
        assertThat(new Desk().total("XZ04", "12345.678", null, null).says(folder, "text: \"{XZ04.value}\""))
                .isEqualTo("12,345.68万元");
    }

    @Test
    void periods_have_no_leading_zeros() {
        assertThat(new Desk().says(folder, "text: \"{period}|{short}|{cumulative}\""))
                .isEqualTo("2026年第三季度|2026年三季度|1—9月");
        assertThat(Bulletin.dateZh(java.time.LocalDate.of(2026, 1, 5))).isEqualTo("2026年1月5日");
    }
}
