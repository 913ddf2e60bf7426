package org.ipwarehouse.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.reports.chart.ChartSpec.Item;
import org.ipwarehouse.reports.figure.FigureBook;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.reports.table.DataTable;
import org.ipwarehouse.warehouse.api.Decomposition;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class AnalysisChartsSpec {
    private static final Path HOME = Path.of("..");
    private static final EightParts WAREHOUSE = new EightParts();
    private static final AnalysisCharts CHARTS =
            new AnalysisCharts(WAREHOUSE, FigureBook.read(WAREHOUSE), Labels.load(HOME));
    private static final ChartRenderer RENDERER = ChartRenderer.of(HOME);
    private static final IndicatorId CASES = new IndicatorId("XZ01");
    private static final Period Q3 = Period.quarter(2026, 3);

    @Test
    void a_month_outside_its_range_is_marked_and_named() {
        ChartSpec.Line line = CHARTS.expectedRange(CASES, Q3, 3);
        assertThat(java.util.Objects.requireNonNull(line.band()).outside()).containsExactly(2); // 14 > 13.4
        assertThat(line.caption().finding()).isEqualTo("2026年9月14件，高于预期区间（3—13件）；超出预期区间的有1个月：2026年9月（14）。");
        assertThat(rows(line.toTable())).containsExactly("2026年7月 10 … …", "2026年8月 12 5 15", "2026年9月 14 3 13");
        assertThat(texts(line)).contains("预期区间");
    }

    /** 8, 15, 21, 26, 30, 33, 35, 36 of 36. */
    @Test
    void the_shares_of_a_pareto_add_up_to_the_whole() {
        Pareto pareto = CHARTS.pareto(CASES, "ip_type", Q3);
        assertThat(rows(pareto.toTable()))
                .containsExactly(
                        "A 8 22.2",
                        "B 7 41.7",
                        "C 6 58.3",
                        "D 5 72.2",
                        "E 4 83.3",
                        "F 3 91.7",
                        "G 2 97.2",
                        "H 1 100.0");
        assertThat(pareto.caption().finding()).startsWith("共8项，前5项合计占83.3%：A（8件）、B（7件）");
        assertThat(texts(pareto)).contains("A 8", "22.2%", "100.0%");
    }

    /** 20 and 27 of 36: 55.6 %, 75.0 %; of the other 9 the country is not told. */
    @Test
    void parts_that_are_not_told_belong_to_the_whole_of_a_pareto() {
        Pareto pareto = CHARTS.pareto(CASES, "holder_country", Q3);
        assertThat(pareto.cumulative()).extracting(ChartSpec.Value::text).containsExactly("55.6", "75.0");
        assertThat(pareto.caption().finding()).contains("前2项合计占75.0%").endsWith("；其余25.0%没有分类或不公布。");
    }

    @Test
    void a_waterfall_leads_from_the_value_before_to_the_value_now() {
        Waterfall waterfall = CHARTS.contributions(CASES, Q3, Decomposition.Comparison.YOY, "township")
                .orElseThrow();
        assertThat(rows(waterfall.toTable())).containsExactly("2025年第三季度 30", "滨河镇 +8", "文昌镇 −2", "2026年第三季度 36");
        assertThat(waterfall.caption().finding()).isEqualTo("2026年第三季度36件，比2025年第三季度增加6件；增加较多的是滨河镇（8件）；减少较多的是文昌镇（2件）。");
        assertThat(texts(waterfall)).contains("30", "+8", "−2", "36");
    }

    @Test
    void a_waterfall_whose_steps_do_not_add_up_is_refused() {
        assertThatThrownBy(() -> new Waterfall(
                        ChartSpecs.CAPTION, "乡镇", item("前", "30"), List.of(item("甲", "5")), item("后", "36")))
                .hasMessageContaining("35 is not 36");
    }

    /** 4 ÷ 10, 4 ÷ 4, 3 ÷ 4, 1 ÷ 3, 0 ÷ 1. */
    @Test
    void a_funnel_says_what_share_of_each_stage_goes_on() {
        Funnel funnel = CHARTS.transfers(Q3).orElseThrow();
        assertThat(rows(funnel.toTable()))
                .containsExactly("应进入 10 —", "移送 4 40.0", "接收 4 100.0", "立案 3 75.0", "起诉 1 33.3", "判决 0 0.0");
        assertThat(funnel.caption().finding()).isEqualTo("应进入10件，判决0件；占上一环节比重最低的是判决（0.0%）。");
        assertThat(texts(funnel)).contains("10", "占上一环节40.0%");
    }

    @Test
    void a_stage_behind_an_empty_one_has_no_share() {
        assertThat(AnalysisCharts.percent(new java.math.BigDecimal("0"), new java.math.BigDecimal("0"))
                        .text())
                .isEqualTo("—");
    }

    @Test
    void small_multiples_show_each_township_once_with_its_last_value() {
        SmallMultiples panels = new SmallMultiples(
                ChartSpecs.CAPTION,
                "乡镇",
                ChartSpecs.categories("2026年8月", "2026年9月"),
                List.of(
                        new ChartSpec.Series("滨河镇", ChartSpec.Role.MAIN, ChartSpecs.values("17", "19")),
                        new ChartSpec.Series("文昌镇", ChartSpec.Role.MAIN, ChartSpecs.values("…", "15"))));
        assertThat(texts(panels)).contains("滨河镇 19", "文昌镇 15", "26年8月", "26年9月");
    }

    /** Without colour a fall differs from a rise by its lines, and so do the parts of a column. */
    @Test
    void what_colour_tells_lines_tell_too() {
        String fall = RENDERER.svg(
                CHARTS.contributions(CASES, Q3, Decomposition.Comparison.YOY, "township")
                        .orElseThrow(),
                new Size(480, 200),
                "w");
        java.awt.Color ink =
                Hatch.ink(org.ipwarehouse.reports.figure.Palette.load(HOME).part(2));
        String stroke = "rgb(" + ink.getRed() + "," + ink.getGreen() + "," + ink.getBlue() + ")";
        assertThat(Jsoup.parse(fall, "", Parser.xmlParser()).select("path[stroke=" + stroke + "]"))
                .hasSize(1);
        assertThat(List.of(Hatch.of(0), Hatch.of(1), Hatch.of(2), Hatch.of(3), Hatch.of(4), Hatch.of(5)))
                .doesNotHaveDuplicates();
    }

    @Test
    void hatch_lines_keep_within_their_bar() {
        for (Hatch hatch : Hatch.values()) {
            for (int width = 1; width <= 31; width += 5) {
                for (int height = 1; height <= 31; height += 5) {
                    var bar = new java.awt.geom.Rectangle2D.Double(3.5, 7.25, width, height);
                    var lines = hatch.within(bar).getBounds2D();
                    var room = new java.awt.geom.Rectangle2D.Double(3.499, 7.249, width + 0.002, height + 0.002);
                    assertThat(lines.isEmpty() && lines.getWidth() == 0 && lines.getHeight() == 0
                                    || (lines.getMinX() >= room.getMinX()
                                            && lines.getMaxX() <= room.getMaxX()
                                            && lines.getMinY() >= room.getMinY()
                                            && lines.getMaxY() <= room.getMaxY()))
                            .as(hatch + " in " + bar + ": " + lines)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void the_same_analysis_gives_the_same_bytes() {
        ChartSpec pareto = CHARTS.pareto(CASES, "ip_type", Q3);
        assertThat(RENDERER.svg(pareto, new Size(480, 200), "p"))
                .isEqualTo(RENDERER.svg(CHARTS.pareto(CASES, "ip_type", Q3), new Size(480, 200), "p"));
    }

    private static Item item(String label, String value) {
        return new Item(label, ChartSpecs.value(value), false);
    }

    private static List<String> rows(DataTable table) {
        return table.rows().stream()
                .map(r -> String.join(" ", r.cells().stream().map(Cell::text).toList()))
                .toList();
    }

    private static List<String> texts(ChartSpec spec) {
        return Jsoup.parse(RENDERER.svg(spec, new Size(480, 240), "c"), "", Parser.xmlParser()).select("text").stream()
                .map(t -> t.text().replace('\u00a0', ' ').strip().replaceAll(" +", " "))
                .toList();
    }
}
