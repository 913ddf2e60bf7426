package org.ipwarehouse.warehouse.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Decomposition;
import org.ipwarehouse.warehouse.api.Decomposition.Certainty;
import org.ipwarehouse.warehouse.api.Decomposition.Comparison;
import org.ipwarehouse.warehouse.api.Doubt;
import org.ipwarehouse.warehouse.api.Expected;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.HotSpots;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.junit.jupiter.api.Test;

/** What is concluded from figures, each worked by hand, with the rules and parameters of the product. */
class AnalysisSpec {
    private static final AnalysisRules RULES = AnalysisRules.load(Path.of(".."));
    private static final Period Q3 = Period.quarter(2026, 3);
    private static final IndicatorId XZ01 = new IndicatorId("XZ01");
    private static final String CASES = """
            XZ01 2026Q3 640502    60
            XZ01 2026Q3 640502100 30
            XZ01 2026Q3 640502101 20
            XZ01 2026Q3 640502000 10
            XZ01 2025Q3 640502    40
            XZ01 2025Q3 640502100 15
            XZ01 2025Q3 640502101 25
            """;

    private static Decomposition explained(DrawnFigures figures, String by) {
        return new Contributions(figures, RULES)
                .of(new Contributions.Question(XZ01, Q3, Comparison.YOY, by))
                .orElseThrow();
    }

    private static List<String> parts(Decomposition explained) {
        return explained.parts().stream()
                .map(p -> p.labelZh() + " " + p.change() + " "
                        + (p.share() == null
                                ? "-"
                                : p.share().stripTrailingZeros().toPlainString()))
                .toList();
    }

    @Test
    void the_parts_of_a_change_add_up_to_it_and_the_largest_comes_first() {
        // 60 − 40 = 20 = (30−15) + (10−0) + (20−25)；占比 15/20、10/20、−5/20
        assertThat(parts(explained(new DrawnFigures().and(CASES), "township")))
                .containsExactly("滨河镇 15 75", "乡镇不详 10 50", "文昌镇 -5 -25");
    }

    @Test
    void what_no_part_explains_is_a_part_of_its_own() {
        // 权利类型可多选：50＋15 比 60 多 5，30＋15 比 40 多 5：重复计入 −5 与 −5，变化 0
        DrawnFigures figures = new DrawnFigures().and(CASES).and("""
                XZ01 2026Q3 640502 ip_type=TM 50
                XZ01 2026Q3 640502 ip_type=PT 15
                XZ01 2025Q3 640502 ip_type=TM 30
                XZ01 2025Q3 640502 ip_type=PT 15
                """);
        assertThat(parts(explained(figures, "ip_type"))).containsExactly("TM 20 100", "未分到各部分或重复计入 0 0", "PT 0 0");
    }

    /** 滨河镇 15 → 30；文昌镇 * → 20、东园镇 25 → *：两镇都说不出变化。其余 60−30=30 对 40−15=25，变化 5。 */
    @Test
    void a_part_that_is_hidden_on_one_side_has_no_change_of_its_own() {
        DrawnFigures figures = new DrawnFigures().and("""
                XZ01 2026Q3 640502    60
                XZ01 2026Q3 640502100 30
                XZ01 2026Q3 640502101 20
                XZ01 2026Q3 640502102 *
                XZ01 2025Q3 640502    40
                XZ01 2025Q3 640502100 15
                XZ01 2025Q3 640502101 *
                XZ01 2025Q3 640502102 25
                """);
        assertThat(parts(explained(figures, "township"))).containsExactly("滨河镇 15 75", "其余（含不公布的） 5 25");
    }

    @Test
    void a_rate_has_no_parts_and_a_change_without_a_base_has_none_either() {
        DrawnFigures figures =
                new DrawnFigures().and("TS03 2026Q3 640502 90 ÷10").and("TS03 2025Q3 640502 80 ÷10");
        Contributions contributions = new Contributions(figures, RULES);
        assertThat(contributions.of(
                        new Contributions.Question(new IndicatorId("TS03"), Q3, Comparison.YOY, "township")))
                .isEmpty();
        assertThat(new Contributions(new DrawnFigures().and(CASES), RULES)
                        .of(new Contributions.Question(XZ01, Q3, Comparison.QOQ, "township")))
                .isEmpty();
    }

    @Test
    void cases_that_rise_with_complaints_are_more_infringement() {
        // 立案 60 对 40：20/√100 = 2.0 > 1.96。投诉 90 对 60：30/√150 = 2.45；立案/投诉 2/3 对 2/3 平稳。检查户数 300 对 300
        DrawnFigures figures = new DrawnFigures().and(CASES).and("""
                TS01 2026Q3 640502 90
                TS01 2025Q3 640502 60
                JC02 2026Q3 640502 5 ÷300
                JC02 2025Q3 640502 5 ÷300
                """);
        Decomposition.Reading reading = explained(figures, "township").reading();
        assertThat(reading.sentenceZh()).contains("投诉举报登记数").contains("发案多了");
        assertThat(reading.certainty()).isEqualTo(Certainty.HIGH);
    }

    @Test
    void cases_that_rise_with_inspections_are_more_looking() {
        // 检查户数 450 对 300：150/√750 = 5.48；立案/检查 0.133 对 0.133 没有上升。投诉 60 对 60 没有变
        DrawnFigures figures = new DrawnFigures().and(CASES).and("""
                TS01 2026Q3 640502 60
                TS01 2025Q3 640502 60
                JC02 2026Q3 640502 5 ÷450
                JC02 2025Q3 640502 5 ÷300
                """);
        assertThat(explained(figures, "township").reading().sentenceZh())
                .contains("双随机检查户数")
                .contains("查得多了");
    }

    @Test
    void a_change_within_chance_is_called_neither_rise_nor_fall() {
        // 45 对 40：5/√85 = 0.54；8 对 1：9 件不足 10 件，说不了
        DrawnFigures chance = new DrawnFigures().and("XZ01 2026Q3 640502 45").and("XZ01 2025Q3 640502 40");
        assertThat(explained(chance, "township").reading().sentenceZh()).contains("随机波动");
        DrawnFigures few = new DrawnFigures().and("XZ01 2026Q3 640502 8").and("XZ01 2025Q3 640502 1");
        assertThat(explained(few, "township").reading().certainty()).isEqualTo(Certainty.NONE);
        assertThat(explained(few, "township").caveats()).containsExactly("对比期基数小，用件数，不用百分比。");
    }

    private static List<String> spots(HotSpots map) {
        return map.spots().stream()
                .map(s -> String.join(
                        " ",
                        s.nameZh(),
                        plain(s.rate()),
                        plain(s.shrunk()),
                        plain(s.expected()),
                        s.lower() + "-" + s.upper(),
                        s.mark() + (s.isPersistent() ? " AGAIN" : "")))
                .toList();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    @Test
    void a_township_is_hot_where_it_is_beyond_chance_and_its_rate_is_drawn_to_the_mean() {
        // 40、10、10 件，各 1000 户：m = 60/3000 = 0.02；s² = (1000·0.02² + 2·1000·0.01²)/3000 = 0.0002
        // A = 0.0002 − 0.02/1000 = 0.00018；权 0.00018/(0.00018 + 0.00002) = 0.9：0.02 + 0.9·0.02 = 0.038、0.02 − 0.009 =
        // 0.011
        // 泊松(20)：P(X≤34) = 0.9985 < 0.99865 ≤ P(X≤35) = 0.9992；P(X≤7) = 0.0008 < 0.00135 ≤ P(X≤8) = 0.0021
        DrawnFigures figures = new DrawnFigures();
        for (String quarter : List.of("2026Q2", "2026Q3")) {
            figures.and(("XZ01 Q 640502100 40\nXZ01 Q 640502101 10\nXZ01 Q 640502102 10\n"
                            + "JC01 Q 640502100 5 ÷1000\nJC01 Q 640502101 5 ÷1000\nJC01 Q 640502102 5 ÷1000")
                    .replace("Q ", quarter + " "));
        }
        assertThat(spots(new HotSpotMaps(figures, RULES).of(XZ01, Q3)))
                .containsExactly(
                        "滨河镇 400 380 20 8-35 ABOVE AGAIN", "文昌镇 100 110 20 8-35 WITHIN", "东园镇 100 110 20 8-35 WITHIN");
    }

    @Test
    void a_small_township_shows_its_cases_only_and_too_many_unknown_places_forbid_the_map() {
        // 38/1900 与 2/100 都是 0.02：没有差异，收缩到 m；小乡镇预期 2 件 < 5
        DrawnFigures small = new DrawnFigures().and("""
                XZ01 2026Q3 640502100 38
                XZ01 2026Q3 640502101 2
                JC01 2026Q3 640502100 5 ÷1900
                JC01 2026Q3 640502101 5 ÷100
                """);
        assertThat(new HotSpotMaps(small, RULES).of(XZ01, Q3).spots())
                .extracting(spot -> spot.mark() + " " + plain(spot.shrunk()))
                .containsExactly("WITHIN 200", "TOO_SMALL 200");
        // 10/60 = 16.7 % 没有乡镇
        HotSpots refused = new HotSpotMaps(new DrawnFigures().and(CASES), RULES).of(XZ01, Q3);
        assertThat(refused.spots()).isEmpty();
        assertThat(refused.caveatZh()).contains("10%");
    }

    private static List<Expected> expected(String indicator, String lines) {
        return new Expectations(new DrawnFigures().and(lines)).of(new IndicatorId(indicator), new RegionCode("640502"));
    }

    private static String months(String indicator, YearMonth from, List<Integer> values) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            lines.append(indicator + " " + from.plusMonths(i) + " 640502 " + values.get(i) + "\n");
        }
        return lines.toString();
    }

    private static List<Integer> times(int months, int value) {
        return java.util.Collections.nCopies(months, value);
    }

    @Test
    void a_month_is_expected_like_the_year_before_within_what_two_counts_differ_by_chance() {
        // 每月 20 件，24 个月：误差 0，方差取 2·20 = 40；1.959964·√40 = 12.3959
        List<Expected> ranges = expected("XZ01", months("XZ01", YearMonth.of(2024, 1), times(25, 20)));
        assertThat(ranges.subList(0, 24)).allMatch(range -> range.method() == Expected.Method.TOO_SHORT);
        Expected last = ranges.get(24);
        assertThat(last.low() + " " + last.mid() + " " + last.high()).isEqualTo("7.6041 20 32.3959");
        assertThat(last.isUnusual(new BigDecimal(33))).isTrue();
        assertThat(last.isUnusual(new BigDecimal(32))).isFalse();
        assertThat(ranges.get(0).isUnusual(new BigDecimal(999))).isFalse();
    }

    @Test
    void an_amount_is_expected_within_its_past_errors_and_a_gap_a_year_before_gives_no_range() {
        // 头年每月 100，次年每月 110：误差都是 10；第25个月 110 ± 1.959964·10
        String lines = months("XZ12", YearMonth.of(2024, 1), times(12, 100))
                + months("XZ12", YearMonth.of(2025, 1), times(12, 110))
                + months("XZ12", YearMonth.of(2026, 1), times(2, 110));
        Expected january = expected("XZ12", lines).get(24);
        assertThat(january.low() + " " + january.mid() + " " + january.high()).isEqualTo("90.4004 110 129.5996");
        String withGap = lines.lines().filter(line -> !line.contains("2025-02")).collect(Collectors.joining("\n"));
        List<Expected> gapped = expected("XZ12", withGap);
        assertThat(gapped.get(gapped.size() - 1).method()).isEqualTo(Expected.Method.TOO_SHORT);
    }

    @Test
    void what_cannot_be_trusted_comes_first_with_its_reasons() {
        DrawnFigures figures = new DrawnFigures()
                .flawed("XZ01", Q3, FigureStatus.INCOMPLETE, "0.6667", 1, "")
                .flawed("TS01", Q3, FigureStatus.OK, "1", 1, "")
                .flawed("TS03", Q3, FigureStatus.NOT_CONFIGURED, "1", 1, "受理时限未录入")
                .flawed("XZ12", Q3, FigureStatus.OK, "1", 2, "")
                .flawed("XZ12", Q3.yearBefore(), FigureStatus.OK, "1", 1, "");
        assertThat(new Doubts(figures).of(Q3).stream().map(AnalysisSpec::shown))
                .containsExactly(
                        "TS03 不能用 [所依据的期限或规则未录入，不计算, 受理时限未录入]",
                        "XZ01 只是下限 [应报未齐，已到 66%]",
                        "XZ12 不可比 [口径与上年同期不同（第1版改为第2版），不作同比]");
    }

    private static String shown(Doubt doubt) {
        return doubt.indicator() + " " + doubt.gravity().labelZh() + " " + doubt.reasonsZh();
    }
}
