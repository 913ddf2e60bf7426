package org.ipwarehouse.reports.site;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteSpec {
    static final Path HOME = Path.of("..");
    static final SiteOptions OPTIONS = SiteOptions.of(Period.quarter(2026, 3), Instant.parse("2026-10-12T02:00:00Z"));
    private static final InMemoryWarehouse TWIN = new InMemoryWarehouse();

    @TempDir
    static Path out = Path.of("");

    private static List<Path> files = List.of();
    private static Document front = new Document("");

    @BeforeAll
    static void write() throws IOException {
        files = SiteWriter.of(HOME).write(TWIN, out, OPTIONS);
        front = Jsoup.parse(Files.readString(files.get(0)));
    }

    @Test
    void there_is_a_page_for_each_of_the_last_four_quarters_and_each_leads_to_the_others() {
        assertThat(files.stream().map(f -> f.getFileName().toString()))
                .containsExactly("index.html", "2026Q2.html", "2026Q1.html", "2025Q4.html");
        assertThat(front.select(".periods a").eachAttr("href"))
                .containsExactly("2025Q4.html", "2026Q1.html", "2026Q2.html");
        assertThat(front.select(".periods [aria-current=page]").text()).isEqualTo("2026年第三季度");
    }

    @Test
    void every_number_that_names_its_figure_is_that_figure() throws IOException {
        Map<FigureRef, Figure> figures =
                TWIN.figures(FigureQuery.all()).stream().collect(Collectors.toMap(FigureRef::of, Function.identity()));
        Map<IndicatorId, Passport> passports =
                TWIN.indicators().stream().collect(Collectors.toMap(Passport::id, Function.identity()));
        for (Path file : files) {
            List<Element> numbers = Jsoup.parse(Files.readString(file)).select("[data-figure]");
            assertThat(numbers).hasSizeGreaterThan(400);
            for (Element number : numbers) {
                FigureRef ref = FigureRef.parse(number.attr("data-figure"));
                assertThat(figures).as(number.outerHtml()).containsKey(ref);
                Passport p = requireNonNull(passports.get(ref.indicator()));
                Figure figure = requireNonNull(figures.get(ref));
                assertThat(number.text())
                        .as(number.outerHtml())
                        .isEqualTo(said(p, figure, number.attr("data-measure")));
            }
        }
    }

    private static String said(Passport p, Figure f, String measure) {
        return switch (measure) {
            case "value" -> FigureText.value(p, f);
            case "yoy" -> FigureText.change(p, f, Comparison.YOY);
            case "qoq" -> FigureText.change(p, f, Comparison.QOQ);
            case "signed-yoy" -> FigureText.signedChange(p, f, Comparison.YOY);
            case "signed-qoq" -> FigureText.signedChange(p, f, Comparison.QOQ);
            case "clause-yoy" -> FigureText.clause(p, f, Comparison.YOY);
            default -> throw new AssertionError("no measure " + measure);
        };
    }

    @Test
    void no_indicator_s_number_stands_there_without_its_figure() {
        for (Element number : front.select(".lead .num, .card .num, .indicators .num, .doubts .num")) {
            assertThat(number.hasAttr("data-figure")).as(number.outerHtml()).isTrue();
        }
        for (Element cell : front.select("#trends td, .townships td, .matrix td")) {
            boolean tagged = cell.selectFirst("[data-figure]") != null;
            assertThat(tagged || cell.text().equals("…")).as(cell.outerHtml()).isTrue();
        }
    }

    @Test
    void the_headline_is_worked_out_by_hand_from_the_months() {
        // the quarter is its three months: their figures in the warehouse add up to what the card shows
        long sum = 0;
        for (String month : List.of("2026-07", "2026-08", "2026-09")) {
            sum += Long.parseLong(front.select("#trends td span[data-figure='XZ01|" + month + "|640502||']")
                    .text());
        }
        assertThat(front.select(".card:has(#card-XZ01) .value .num").text()).isEqualTo(String.valueOf(sum));
    }

    @Test
    void no_request_can_leave_a_page() throws IOException {
        Pattern elsewhere = Pattern.compile("(?:https?:)?//[a-zA-Z0-9]");
        for (Path file : files) {
            String html = Files.readString(file).replaceAll("xmlns(:\\w+)?=['\"][^'\"]*['\"]", "");
            assertThat(elsewhere.matcher(html).find()).as(file.toString()).isFalse();
            Document page = Jsoup.parse(html);
            assertThat(page.select("[src], iframe, object, embed, image, link:not([href=data:,])"))
                    .isEmpty();
            assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                    .startsWith("default-src 'none'");
        }
    }

    @Test
    void every_page_says_that_its_data_are_synthetic_on_screen_in_print_and_in_its_title() throws IOException {
        for (Path file : files) {
            Document page = Jsoup.parse(Files.readString(file));
            assertThat(page.select(".banner").text()).startsWith("演示数据 · synthetic");
            assertThat(page.select("style").html()).contains("@page{@top-center{content:\"演示数据 · synthetic\"}}");
            assertThat(page.title()).endsWith("演示数据 · synthetic");
        }
    }

    @Test
    void a_warehouse_of_real_reports_has_no_banner(@TempDir Path other) throws IOException {
        List<Path> real = SiteWriter.of(HOME)
                .write(
                        InMemoryWarehouse.withoutSyntheticData(),
                        other,
                        new SiteOptions(OPTIONS.period(), OPTIONS.now(), 1));
        assertThat(real).hasSize(1);
        assertThat(Files.readString(real.get(0))).doesNotContain("演示数据 · synthetic");
    }

    @Test
    void every_chart_has_a_title_a_finding_a_description_and_its_table() {
        List<Element> charts = front.select("figure.chart");
        assertThat(charts).hasSize(6);
        for (Element chart : charts) {
            assertThat(chart.expectFirst("h3").text()).isNotBlank();
            assertThat(chart.expectFirst(".finding").text()).endsWith("。");
            assertThat(chart.expectFirst("svg desc").text())
                    .isEqualTo(chart.expectFirst(".finding").text());
            assertThat(chart.select("details table tbody tr")).hasSizeGreaterThan(5);
        }
    }

    @Test
    void names_are_unique_and_every_link_within_the_page_arrives() {
        List<String> ids = front.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        for (String href : front.select("a[href^=#]").eachAttr("href")) {
            assertThat(ids).contains(href.substring(1));
        }
        for (Element labelled : front.select("[aria-labelledby]")) {
            assertThat(ids).contains(labelled.attr("aria-labelledby").split(" "));
        }
    }

    @Test
    void the_board_has_all_tasks_in_their_groups_and_counts_their_states() {
        assertThat(front.select(".tasks .group")).hasSize(5);
        assertThat(front.select(".tasks tbody tr:not(.group)")).hasSize(17);
        int counted = front.select(".states b").eachText().stream()
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(counted).isEqualTo(17);
        assertThat(front.select(".states").text()).contains("到期待验收");
    }

    @Test
    void each_account_of_a_source_closes_and_so_does_their_sum() {
        List<Element> rows = front.select(".accounts tbody tr");
        // S01, S02, S04, S05, S06, S13, S26, the unrecognised, the sum
        assertThat(rows).hasSize(9);
        for (Element row : rows) {
            List<Integer> n = row.select("td.n").stream()
                    .filter(cell -> !cell.hasClass("nowrap"))
                    .map(cell -> Integer.valueOf(cell.text()))
                    .toList();
            assertThat(n.get(1)).isEqualTo(n.get(2) + n.get(3) + n.get(4));
        }
        // S01 sent two files, one of them twice the same; 57 rows were read of the first and 57 of the second
        assertThat(rows.get(0).select("td.n").eachText()).startsWith("2", "2026-10-07");
        // 9 files; 46 + 113 + 0 + 98 + 41 + 57 + 57 + 6 + 412 = 830
        assertThat(rows.get(8).select("td.n").eachText()).startsWith("9", "2026-10-11", "830");
    }

    @Test
    void only_files_of_which_somebody_must_do_something_are_listed() {
        // partly taken: S02, S04, S01, S13; refused: the new form; all others were taken in whole
        assertThat(front.select(".attention-files tbody th").eachText())
                .containsExactly(
                        "行政案件台账_2026年9月_演示数据.xlsx",
                        "投诉汇总（新模板）_演示数据.xlsx",
                        "投诉明细_2026年9月_演示数据.csv",
                        "双公示_2026年9月_演示数据.xlsx",
                        "赋码批次_2026年7月_演示数据.csv");
    }

    @Test
    void what_came_late_or_not_at_all_is_seen_by_shape_and_word_not_by_colour_alone() {
        Element missing = front.expectFirst(".arrivals td.missing span");
        assertThat(missing.text()).isEqualTo("○");
        assertThat(missing.attr("aria-label")).isEqualTo("缺报");
        assertThat(front.select(".arrivals td.late")).hasSize(3);
        assertThat(front.select(".arrivals tbody tr")).hasSize(9);
        assertThat(front.select(".arrivals thead th")).hasSize(13);
    }

    @Test
    void a_rule_that_is_not_configured_gives_no_number_and_says_why() {
        Element row = front.expectFirst("#TS04");
        assertThat(row.select(".big").text()).isEqualTo("…");
        assertThat(row.text()).contains("规则未配置", "期限尚未录入");
    }

    @Test
    void more_cases_are_neither_good_nor_bad() {
        assertThat(front.select(".card:has(#card-XZ01) .change").eachAttr("class"))
                .containsOnly("change neutral");
        assertThat(front.select(".card:has(#card-GS01) .change").eachAttr("class"))
                .containsOnly("change favourable");
    }

    @Test
    void a_period_without_figures_is_refused_with_what_to_do(@TempDir Path other) {
        SiteOptions future = SiteOptions.of(Period.quarter(2027, 1), OPTIONS.now());
        assertThatThrownBy(() -> SiteWriter.of(HOME).write(TWIN, other, future))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("2027Q1")
                .hasMessageContaining("ipw build");
    }

    @Test
    void the_same_warehouse_gives_the_same_bytes(@TempDir Path other) throws IOException {
        List<Path> again = SiteWriter.of(HOME).write(TWIN, other, OPTIONS);
        for (int i = 0; i < files.size(); i++) {
            assertThat(again.get(i)).hasSameBinaryContentAs(files.get(i));
        }
    }
}
