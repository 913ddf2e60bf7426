package org.ipwarehouse.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.ipwarehouse.reports.figure.Palette;
import org.ipwarehouse.warehouse.api.Fault;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ChartRendererSpec {
    private static final Path HOME = Path.of("..");
    private static final Size SIZE = new Size(480, 260);
    private final ChartRenderer renderer = ChartRenderer.of(HOME);

    @Test
    void an_svg_says_what_it_shows_to_those_who_cannot_see_it() {
        Element svg = svg(ChartSpecs.line("10", "11", "12", "13", "14"));
        assertThat(svg.attr("role")).isEqualTo("img");
        assertThat(svg.attr("aria-labelledby")).isEqualTo("c-t c-d");
        assertThat(svg.expectFirst("#c-t").text()).isEqualTo("立案数<近5个月>");
        assertThat(svg.expectFirst("#c-d").text()).isEqualTo("9月14件 & 最高。");
    }

    @Test
    void an_svg_writes_every_label_as_text() {
        assertThat(texts(ChartSpecs.line("10", "11", "12", "13", "14"))).contains("5月", "6月", "7月", "8月", "9月", "14");
        assertThat(texts(ChartSpecs.bar())).contains("滨河镇", "文昌镇", "香山乡", "38", "31", "…");
        assertThat(texts(ChartSpecs.heat())).contains("滨河镇", "文昌镇", "8月", "9月", "17", "19", "…", "15");
    }

    @Test
    void columns_of_the_same_label_stay_apart() {
        assertThat(texts(ChartSpecs.stacked()))
                .contains("商标", "专利", "21", "22", "23", "11", "12", "13")
                .containsSubsequence("二季度", "三季度", "二季度");
    }

    @Test
    void a_missing_month_is_a_gap_and_not_a_zero() {
        // five points have four segments between them; without the third, those to its left and right are gone
        assertThat(segments(ChartSpecs.line("10", "11", "12", "13", "14"))).isEqualTo(4);
        assertThat(segments(ChartSpecs.line("10", "11", "…", "13", "14"))).isEqualTo(2);
    }

    @Test
    void a_provisional_point_is_hollow() {
        String paper = "fill=\"white\"";
        assertThat(renderer.svg(ChartSpecs.line("10", "11", "12", "13", "14"), SIZE, "c"))
                .doesNotContain(paper);
        assertThat(renderer.svg(ChartSpecs.line("10", "11", "12?", "13", "14"), SIZE, "c"))
                .contains(paper);
    }

    @Test
    void the_same_spec_gives_the_same_bytes() {
        assertThat(renderer.svg(ChartSpecs.stacked(), SIZE, "c"))
                .isEqualTo(renderer.svg(ChartSpecs.stacked(), SIZE, "c"));
        assertThat(renderer.png(ChartSpecs.heat(), SIZE, 2)).isEqualTo(renderer.png(ChartSpecs.heat(), SIZE, 2));
    }

    @Test
    void a_png_has_the_pixels_asked_for_and_ink_on_them() throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(renderer.png(ChartSpecs.bar(), new Size(300, 120), 3)));
        assertThat(image.getWidth()).isEqualTo(900);
        assertThat(image.getHeight()).isEqualTo(360);
        int accent = Palette.load(HOME).of(Palette.Tone.ACCENT).getRGB();
        int bars = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                bars += image.getRGB(x, y) == accent ? 1 : 0;
            }
        }
        assertThat(bars).isGreaterThan(900 * 360 / 20);
    }

    @Test
    void a_label_without_glyphs_is_refused_before_it_is_drawn() {
        ChartSpec.Bar bar = new ChartSpec.Bar(
                ChartSpecs.CAPTION, "乡镇", List.of(new ChartSpec.Item("عمان", ChartSpecs.value("1"), false)));
        assertThatThrownBy(() -> renderer.svg(bar, SIZE, "c"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("عمان");
    }

    @Test
    void a_chart_without_any_value_says_so_by_an_empty_frame_and_does_not_fail() {
        assertThat(texts(ChartSpecs.line("…", "…", "…", "…", "…"))).contains("5月", "9月");
    }

    private Element svg(ChartSpec spec) {
        Document document = Jsoup.parse(renderer.svg(spec, SIZE, "c"), "", Parser.xmlParser());
        return document.child(0);
    }

    private List<String> texts(ChartSpec spec) {
        return svg(spec).select("text").stream()
                .map(t -> t.text().replace('\u00a0', ' ').strip())
                .toList();
    }

    private int segments(ChartSpec spec) {
        return svg(spec).select("line[stroke=rgb(27,79,114)]").size();
    }
}
