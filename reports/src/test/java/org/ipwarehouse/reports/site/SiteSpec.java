package org.ipwarehouse.reports.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipwarehouse.reports.dashboard.Dashboards;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.reports.twin.TwinLists;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteSpec {
    static final Path HOME = Path.of("..");
    static final SiteOptions OPTIONS = SiteOptions.of(Period.quarter(2026, 3), Instant.parse("2026-10-12T02:00:00Z"));
    private static final InMemoryWarehouse TWIN = new InMemoryWarehouse();
    private static final int INDICATORS = TWIN.indicators().size();

    @TempDir
    static Path out = Path.of("");

    private static List<Path> opened = List.of();
    private static SiteWalk internal = new SiteWalk(Path.of("src/test/resources/twin"), TWIN);
    private static SiteWalk open = internal;

    @BeforeAll
    static void write() {
        opened = SiteWriter.of(HOME).write(TWIN, out, OPTIONS);
        internal = new SiteWalk(out.resolve("internal"), TWIN);
        open = new SiteWalk(out.resolve("public"), TWIN.seenBy(Audience.PUBLIC));
    }

    private static List<SiteWalk> both() {
        return List.of(internal, open);
    }

    @Test
    void there_are_two_editions_that_stand_alone_and_a_page_that_leads_to_them() throws IOException {
        assertThat(opened)
                .containsExactly(
                        out.resolve("index.html"),
                        out.resolve("internal/index.html"),
                        out.resolve("public/index.html"));
        Document door = org.jsoup.Jsoup.parse(Files.readString(opened.get(0)));
        assertThat(door.select("a").eachAttr("href")).containsExactly("internal/index.html", "public/index.html");
        // ten pages inside, nine for all (no warnings), one for each indicator, and inside the rows of eight figures
        assertThat(internal.pages()).hasSize(10 + INDICATORS + 8);
        assertThat(open.pages()).hasSize(9 + INDICATORS);
    }

    @Test
    void every_link_script_and_style_arrives_within_its_edition() {
        for (SiteWalk edition : both()) {
            edition.pages().forEach((file, page) -> {
                for (String href :
                        page.select("a[href], link[href]:not([href^=data:])").eachAttr("href")) {
                    assertThat(edition.arrives(file, href))
                            .as(file + " → " + href)
                            .isTrue();
                }
                for (String src : page.select("[src]").eachAttr("src")) {
                    assertThat(edition.arrives(file, src))
                            .as(file + " → " + src)
                            .isTrue();
                }
            });
        }
    }

    /** The first card is XZ01; the twin's figure stands on two rows of 滨河镇 and one of 文昌镇. */
    @Test
    void from_a_key_figure_a_click_leads_to_its_rows_with_file_sheet_and_row_township_by_township() {
        Element link = internal.page("index.html").expectFirst(".card .to-rows a");
        assertThat(link.attr("href")).isEqualTo("e/XZ01.html");
        Document rows = internal.page("e/XZ01.html");
        assertThat(rows.expectFirst(".now [data-figure]").attr("data-figure")).isEqualTo("XZ01|2026Q3|640502||");
        assertThat(rows.select(".jump b").eachText()).containsExactly("2", "1");
        assertThat(rows.select("#t640502100 tr:not(.topic)").eachText())
                .containsExactly(
                        TwinLists.CASE + " 1200.00 商标 " + TwinLists.FILE + " · 9月 · 第17行",
                        TwinLists.CASE + "-2 专利 " + TwinLists.FILE + " · 9月 · 第18行");
        assertThat(rows.select("#t640502101 tr:not(.topic)").eachText())
                .containsExactly(TwinLists.CASE + "-3 商标 " + TwinLists.FILE + " · 9月 · 第19行");
        assertThat(rows.select("details tbody tr").text()).contains("不满足 is_ip_case", TwinLists.CASE + "-4", "第20行");
        // from a township too, and from the indicator's own page
        assertThat(internal.page("index.html").select(".spot-table a").eachAttr("href"))
                .contains("e/XZ01.html#t640502100");
        assertThat(internal.page("i/XZ01.html").select(".why-box a").eachAttr("href"))
                .containsExactly("../e/XZ01.html");
    }

    @Test
    void the_public_edition_has_no_page_of_rows_and_no_way_to_one() {
        assertThat(out.resolve("public/e")).doesNotExist();
        open.pages().forEach((file, page) -> assertThat(
                        page.select(".to-rows, .rows-of, .jump, a[href*='e/'][href*='.html#t']"))
                .as(file.toString())
                .isEmpty());
    }

    @Test
    void every_number_that_names_its_figure_is_that_figure_as_published() {
        for (SiteWalk edition : both()) {
            int walked = 0;
            for (Map.Entry<Path, Document> entry : edition.pages().entrySet()) {
                for (Element number : entry.getValue().select("[data-figure]")) {
                    assertThat(number.text())
                            .as(entry.getKey() + " " + number.outerHtml())
                            .isEqualTo(edition.said(number));
                    walked++;
                }
                for (Element limit : entry.getValue().select("[data-expected]")) {
                    assertThat(limit.text()).as(limit.outerHtml()).isEqualTo(edition.limit(limit));
                }
            }
            assertThat(walked).isGreaterThan(4000);
        }
    }

    @Test
    void no_number_stands_in_a_table_or_card_without_saying_what_it_is() {
        for (SiteWalk edition : both()) {
            edition.pages().forEach((file, page) -> assertThat(SiteWalk.unmarked(page))
                    .as(file.toString())
                    .isEmpty());
        }
    }

    @Test
    void the_parts_of_a_period_add_up_to_its_whole() {
        Element table = internal.page("index.html").expectFirst("#f-parts-XZ01-ip_type details table");
        List<Element> rows = table.select("tbody tr");
        assertThat(rows).hasSize(8);
        String[] quarters = {"2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"};
        for (int i = 0; i < rows.size(); i++) {
            BigDecimal sum = rows.get(i).select("td").stream()
                    .map(cell -> new BigDecimal(cell.text()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(internal.whole("XZ01", quarters[i], "640502"));
        }
    }

    @Test
    void the_data_files_hold_for_each_figure_the_text_of_the_table() throws IOException {
        String data = Files.readString(out.resolve("internal/data/XZ01.js"));
        // the district's months and quarters in the order of the periods, joined by bars; XZ01 has no status but ok
        String district = data.substring(data.indexOf("\"640502\":[\"") + 11);
        String[] values = district.substring(0, district.indexOf('"')).split("\\|", -1);
        List<Period> periods = TWIN.periods();
        assertThat(values).hasSize(periods.size());
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i])
                    .as(periods.get(i).toString())
                    .isEqualTo(internal.whole("XZ01", periods.get(i).toString(), "640502")
                            .toPlainString());
        }
    }

    @Test
    void the_public_edition_holds_nothing_of_a_submission_a_case_a_party_or_a_warning() throws IOException {
        List<String> secrets = new ArrayList<>(List.of(TwinLists.PARTY, TwinLists.CASE, TwinLists.FILE));
        for (SubmissionRecord r : TWIN.submissions()) {
            secrets.add(r.submission().sha256());
            secrets.add(r.submission().file());
        }
        TWIN.warnings(org.ipwarehouse.warehouse.api.WarningQuery.all()).forEach(w -> secrets.add(w.id()));
        TWIN.deadlines().forEach(d -> secrets.add(d.itemNo()));
        String inside = text(out.resolve("internal"));
        String outside = text(out.resolve("public"));
        assertThat(inside).contains(TwinLists.PARTY, TwinLists.CASE, TwinLists.FILE);
        assertThat(secrets).allSatisfy(secret -> assertThat(outside).doesNotContain(secret));
        assertThat(Pattern.compile("[0-9a-f]{64}").matcher(outside).find()).isFalse();
        assertThat(outside).doesNotContain("data-why=\"", "ipw warnings", "ipw overdue");
    }

    @Test
    void a_figure_that_the_public_may_not_see_is_a_star_in_page_and_data() throws IOException {
        // the twin hides counts of one and two: XZ05, referred crimes, is 2.1 a quarter and 0 or 1 a month
        assertThat(open.page("i/XZ05.html").select("#series td [data-figure]").eachText())
                .contains("*");
        assertThat(internal.page("i/XZ05.html")
                        .select("#series td [data-figure]")
                        .eachText())
                .doesNotContain("*");
        assertThat(Files.readString(out.resolve("public/data/XZ05.js"))).contains("*");
    }

    @Test
    void a_chart_of_months_that_are_not_told_does_not_say_that_there_was_nothing() {
        // the card beside it tells the quarter
        assertThat(emptyCharts(open)).contains("TS05");
        assertThat(emptyCharts(internal)).doesNotContain("TS05");
        assertThat(open.page("complaints.html").text()).doesNotContain("这段时间没有数值");
    }

    /** Indicators of which a chart says that it has nothing to list. */
    private static List<String> emptyCharts(SiteWalk site) {
        return site.page("complaints.html").select(".nothing").stream()
                .filter(panel -> panel.text().contains("这张图没有可以列出的数值，本期的数见指标页"))
                .map(panel -> panel.select("a").attr("href").replaceAll(".*/|\\.html", ""))
                .toList();
    }

    @Test
    void no_request_can_leave_a_page() throws IOException {
        Pattern elsewhere = Pattern.compile("(?:https?:)?//[a-zA-Z0-9]");
        for (SiteWalk edition : both()) {
            for (Map.Entry<Path, Document> entry : edition.pages().entrySet()) {
                Document page = entry.getValue();
                String html = page.outerHtml().replaceAll("xmlns(:\\w+)?=['\"][^'\"]*['\"]", "");
                assertThat(elsewhere.matcher(html).find())
                        .as(entry.getKey().toString())
                        .isFalse();
                assertThat(page.select("iframe, object, embed, image, script:not([src]), [onclick]"))
                        .isEmpty();
                assertThat(page.select("meta[http-equiv=Content-Security-Policy]")
                                .attr("content"))
                        .startsWith("default-src 'none'; script-src 'self' file:;");
            }
        }
        for (String name : List.of("site.js", "charts.js", "site.css")) {
            assertThat(elsewhere
                            .matcher(Files.readString(out.resolve("public/assets/" + name))
                                    .replaceAll("(?m)^\\s*//.*$|path://", ""))
                            .find())
                    .isFalse();
            assertThat(Files.readString(out.resolve("public/assets/" + name))).doesNotContain("fetch(", "XMLHttp");
        }
    }

    @Test
    void every_page_says_that_its_data_are_synthetic_on_screen_in_print_and_in_its_title() {
        for (SiteWalk edition : both()) {
            for (Document page : edition.pages().values()) {
                assertThat(page.select(".banner").text()).startsWith("演示数据 · synthetic");
                assertThat(page.select("style").html()).contains("@page{@top-center{content:\"演示数据 · synthetic\"}}");
                assertThat(page.title()).endsWith("演示数据 · synthetic");
            }
        }
    }

    @Test
    void a_warehouse_of_real_reports_has_no_banner(@TempDir Path other) throws IOException {
        List<Path> real = SiteWriter.of(HOME)
                .write(InMemoryWarehouse.withoutSyntheticData(), other, OPTIONS.only(Audience.INTERNAL));
        assertThat(real).hasSize(2);
        assertThat(Files.readString(real.get(1))).doesNotContain("演示数据 · synthetic");
    }

    @Test
    void every_chart_has_a_title_a_finding_in_both_languages_a_drawing_and_its_table() {
        for (Document page : internal.pages().values()) {
            for (Element chart : page.select("figure.chart")) {
                assertThat(chart.select("h3 > .zh, h3 > .en")).hasSize(2);
                assertThat(chart.expectFirst(".finding .zh").text()).endsWith("。");
                assertThat(chart.expectFirst(".finding .en").text()).endsWith(".");
                assertThat(chart.select("svg desc").text())
                        .isEqualTo(chart.expectFirst(".finding .zh").text());
                assertThat(chart.select("details table tbody tr")).hasSizeGreaterThan(1);
            }
        }
        assertThat(internal.page("index.html").select("figure.chart")).hasSize(5);
    }

    @Test
    void names_are_unique_in_a_page() {
        internal.pages().forEach((file, page) -> {
            List<String> ids = page.select("[id]").eachAttr("id");
            assertThat(ids).as(file.toString()).doesNotHaveDuplicates();
            for (Element labelled : page.select("[aria-labelledby]")) {
                assertThat(ids).contains(labelled.attr("aria-labelledby").split(" "));
            }
        });
    }

    @Test
    void the_board_has_all_tasks_in_their_groups_and_counts_their_states() {
        Document tasks = internal.page("tasks.html");
        assertThat(tasks.select(".tasks .group")).hasSize(5);
        assertThat(tasks.select(".tasks tbody tr:not(.group)")).hasSize(17);
        int counted = tasks.expectFirst(".states").select("b .num").eachText().stream()
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(counted).isEqualTo(17);
        // 17 tasks by three units in the twin, each with its light and word
        assertThat(tasks.select(".lights td.light")).hasSize(51);
        assertThat(tasks.select(".lights td.light span[role=img]").eachAttr("aria-label"))
                .doesNotContain("");
        assertThat(open.page("tasks.html").select(".lights")).isEmpty();
    }

    @Test
    void only_open_warnings_are_listed_each_with_its_rows() {
        Document page = internal.page("warnings.html");
        // three warnings, one of them closed; one of the two open ones is red
        assertThat(page.select("[data-count='warnings|open']").text()).isEqualTo("2");
        assertThat(page.select("[data-count='warnings|red']").text()).isEqualTo("1");
        assertThat(page.select(".alarms tbody tr")).hasSize(2);
        assertThat(page.select(".alarms .evidence").text()).contains(TwinLists.FILE, "9月", "第17行");
        // of three deadlines one is open and far off: not pressing
        assertThat(page.select(".deadlines tbody tr")).hasSize(2);
    }

    @Test
    void each_account_of_a_source_closes_and_so_does_their_sum() {
        List<Element> rows = internal.page("quality.html").select(".accounts tbody tr");
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
        assertThat(internal.page("quality.html")
                        .select(".attention-files tbody th")
                        .eachText())
                .containsExactly(
                        "行政案件台账_2026年9月_演示数据.xlsx",
                        "投诉汇总（新模板）_演示数据.xlsx",
                        "投诉明细_2026年9月_演示数据.csv",
                        "双公示_2026年9月_演示数据.xlsx",
                        "赋码批次_2026年7月_演示数据.csv");
    }

    @Test
    void what_came_late_or_not_at_all_is_seen_by_shape_and_word_not_by_colour_alone() {
        Document page = internal.page("quality.html");
        Element missing = page.expectFirst(".arrivals td.missing span");
        assertThat(missing.text()).isEqualTo("○");
        assertThat(missing.attr("aria-label")).isEqualTo("缺报");
        assertThat(page.select(".arrivals td.late")).hasSize(3);
        assertThat(page.select(".arrivals tbody tr")).hasSize(9);
        assertThat(page.select(".arrivals thead th")).hasSize(13);
    }

    @Test
    void townships_stand_in_the_order_of_their_codes_with_limits_instead_of_a_rank() {
        Element table = internal.page("index.html").expectFirst(".spot-table");
        List<String> regions = table.select("tbody tr").eachAttr("data-region");
        assertThat(regions).hasSize(12).endsWith("640502000"); // the unknown township last
        assertThat(regions.subList(0, 11)).isSorted();
        // the twin's four with a base: above, within, below, too few
        assertThat(table.select("svg.range").eachAttr("aria-label")).containsExactly("高于控制限", "在控制限内", "低于控制限", "件数太少");
        assertThat(internal.page("index.html")
                        .select("figure.spots .finding .zh")
                        .text())
                .contains("连续两期")
                .doesNotContain("第一");
    }

    @Test
    void a_rule_that_is_not_configured_gives_no_number_and_says_why() {
        Document page = internal.page("i/TS04.html");
        assertThat(page.select(".now .value .num").text()).isEqualTo("…");
        assertThat(page.text()).contains("规则未配置", "期限尚未录入");
    }

    @Test
    void an_indicator_s_page_says_how_it_is_defined_how_it_changed_and_how_to_reach_its_rows() {
        Document page = internal.page("i/XZ01.html");
        assertThat(page.select("h1 .zh").text()).isEqualTo("知识产权行政案件立案数");
        assertThat(page.select(".facts dt .zh").eachText()).contains("计算", "归期", "来源", "责任单位", "口径");
        assertThat(page.select("code[data-why]").text()).isEqualTo("ipw why XZ01 2026Q3");
        // one value was replaced: 7 before, on 8 October
        assertThat(page.expectFirst("#revisions tbody td").text()).isEqualTo("7");
        assertThat(page.select("#revisions tbody").text()).contains("2026-10-08");
        assertThat(page.select("#series details tbody tr")).hasSize(36);
        assertThat(open.page("i/XZ01.html").select("#revisions tbody")).isEmpty();
    }

    @Test
    void more_cases_are_neither_good_nor_bad() {
        Document front = internal.page("index.html");
        assertThat(front.select(".card:has(a[href='i/XZ01.html']) .change").eachAttr("class"))
                .containsOnly("change neutral");
        assertThat(front.select(".card:has(a[href='i/GS01.html']) .change").eachAttr("class"))
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
    void a_map_of_townships_of_what_has_none_is_refused_with_file_and_line(@TempDir Path other) throws IOException {
        Path home = other.resolve("home");
        copy(HOME.resolve("reports/style"), home.resolve("reports/style"));
        copy(Dashboards.folder(HOME), Dashboards.folder(home));
        Path page = Dashboards.folder(home).resolve("complaints.yaml");
        String text = Files.readString(page).replace("townships: {indicator: TS01}", "townships: {indicator: SF01}");
        Files.writeString(page, text);
        long line = text.substring(0, text.indexOf("- townships:")).lines().count() + 1;
        assertThatThrownBy(() -> SiteWriter.of(home).write(TWIN, other.resolve("site"), OPTIONS))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("complaints.yaml:" + (line - 1) + "：")
                .hasMessageContaining("SF01 不分乡镇");
    }

    @Test
    void the_same_warehouse_gives_the_same_bytes(@TempDir Path other) throws IOException {
        SiteWriter.of(HOME).write(TWIN, other, OPTIONS);
        assertThat(bytes(other)).isEqualTo(bytes(out));
    }

    private static Map<String, Integer> bytes(Path folder) throws IOException {
        Map<String, Integer> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString(), java.util.Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    private static String text(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
