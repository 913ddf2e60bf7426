package org.ipwarehouse.reports.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteInBrowserIT {
    private static final Pattern ASKED = Pattern.compile(
            "\"initiator\":\"file[^\"]*\"[^}]*\"url\":\"https?:|" + "\"url\":\"https?:[^}]*\"initiator\":\"file");
    /** One of each kind. */
    private static final List<String> KINDS = List.of(
            "index.html",
            "enforcement.html",
            "cooperation.html",
            "tasks.html",
            "warnings.html",
            "quality.html",
            "indicators.html",
            "i/XZ01.html");

    @TempDir
    static Path out = Path.of("");

    private static final InMemoryWarehouse TWIN = new InMemoryWarehouse();

    @BeforeAll
    static void write() {
        SiteWriter.of(SiteSpec.HOME).write(TWIN, out, SiteSpec.OPTIONS);
    }

    @Test
    void a_real_browser_shows_the_page_without_error_or_request(@TempDir Path scratch) throws Exception {
        Browser.Visit visit = browser().visit(out.resolve("internal/index.html"), scratch);
        Document dom = Jsoup.parse(visit.dom());
        assertThat(visit.messages()).doesNotContain("CONSOLE", "Uncaught", "Refused to");
        assertThat(ASKED.matcher(visit.netLog()).find()).isFalse();
        // the script ran: it marks the page, fills the filters, and gives the headings of the table their buttons
        assertThat(dom.select("html.js.ready")).hasSize(1);
        assertThat(dom.select(".filters select[name=period] option"))
                .hasSize(TWIN.periods().size());
        assertThat(dom.select(".filters select[name=township] option")).hasSize(13);
        assertThat(dom.select("table.sortable th button.sort")).hasSize(6);
    }

    @Test
    void a_filter_shows_the_very_texts_of_the_indicator_table(@TempDir Path scratch) throws Exception {
        Path page = out.resolve("internal/index.html");
        Path filtered = out.resolve("internal/filtered.html");
        // the address chooses; a file given on the command line cannot carry one, so a copy asks for it itself
        Files.writeString(
                out.resolve("internal/assets/choose.js"), "location.hash = 'period=2026Q2&township=640502101';");
        Files.writeString(
                filtered,
                Files.readString(page)
                        .replace(
                                "<script src=\"assets/site.js\"",
                                "<script src=\"assets/choose.js\" defer></script><script src=\"assets/site.js\""));
        Document dom = Jsoup.parse(browser().dom(filtered, scratch));
        Files.delete(filtered);
        SiteWalk walk = new SiteWalk(out.resolve("internal"), TWIN);
        List<Element> numbers = dom.select("[data-figure]");
        assertThat(numbers).hasSizeGreaterThan(300);
        for (Element number : numbers) {
            assertThat(number.text()).as(number.outerHtml()).isEqualTo(walk.said(number));
        }
        assertThat(dom.select(".card [data-figure^=XZ01|2026Q2|640502101]")).isNotEmpty();
        // the row of the district stays the district's
        assertThat(dom.select("table.townships tr.total [data-figure]").eachAttr("data-figure"))
                .allMatch(ref -> ref.contains("|2026Q2|640502|"));
    }

    @Test
    void every_kind_of_page_is_accessible_in_both_languages_and_fits_four_widths(@TempDir Path scratch)
            throws Exception {
        Files.copy(axe(), out.resolve("internal/assets/axe.min.js"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        String pages =
                KINDS.stream().map(k -> "'" + k + "'").collect(java.util.stream.Collectors.joining(",", "[", "]"));
        Path harness = out.resolve("internal/harness.html");
        Files.writeString(
                harness,
                Files.readString(Path.of("src/test/resources/browser/harness.html"))
                        .replace("/*PAGES*/[]", pages));
        String dom = browser()
                .dom(
                        harness,
                        scratch,
                        "--allow-file-access-from-files",
                        "--window-size=1960,1080",
                        "--virtual-time-budget=600000");
        Files.delete(harness);
        Files.delete(out.resolve("internal/assets/axe.min.js"));
        List<String> report =
                Jsoup.parse(dom).expectFirst("#report").wholeText().lines().toList();
        assertThat(report).endsWith("FINISHED");
        assertThat(report).noneMatch(line -> line.startsWith("AXE") || line.startsWith("WIDE"));
        assertThat(report.stream().filter(line -> line.startsWith("JUDGED"))).hasSize(2 * KINDS.size());
    }

    @Test
    void without_scripts_nothing_is_missing_but_the_filters(@TempDir Path scratch) throws Exception {
        // the browser's own switch for scripts also stops it from handing out the page: the page's policy forbids them
        Path plain = out.resolve("internal/plain.html");
        String page = Files.readString(out.resolve("internal/index.html"));
        Files.writeString(plain, page.replace("script-src 'self' file:", "script-src 'none'"));
        Document dom = Jsoup.parse(browser().dom(plain, scratch));
        Files.delete(plain);
        assertThat(dom.select("html.js")).isEmpty();
        assertThat(dom.select(".filters option")).isEmpty();
        // four trends and the parts are drawn already, each with its table
        assertThat(dom.select(".plot > svg")).hasSize(5);
        assertThat(dom.select("figure.chart details table tbody tr")).hasSizeGreaterThan(100);
        assertThat(dom.select(".card .value [data-figure]")).hasSize(8);
    }

    @Test
    void the_script_that_breaks_is_noticed(@TempDir Path scratch) throws Exception {
        Path script = out.resolve("public/assets/site.js");
        String right = Files.readString(script);
        Files.writeString(script, right.replace("'use strict';", "'use strict'; noSuchThing();"));
        assertThat(browser().visit(out.resolve("public/index.html"), scratch).messages())
                .contains("noSuchThing");
        Files.writeString(script, right);
    }

    @Test
    void on_paper_every_sheet_says_that_the_data_are_synthetic(@TempDir Path scratch) throws Exception {
        Path pdf = scratch.resolve("page.pdf");
        browser().print(out.resolve("internal/index.html"), pdf, scratch);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isBetween(3, 12);
            for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(sheet);
                text.setEndPage(sheet);
                assertThat(text.getText(document)).as("sheet " + sheet).contains("synthetic");
                assertThat(document.getPage(sheet - 1).getMediaBox().getWidth()).isBetween(594f, 596f);
            }
        }
    }

    private static Path axe() throws IOException {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        Path tools = Path.of(System.getenv().getOrDefault("IPW_TEST_TOOLS", cache + "/ipw/test-tools"));
        if (Files.isDirectory(tools)) {
            try (var found = Files.walk(tools, 2)) {
                var script = found.filter(f -> f.endsWith("axe.min.js")).findFirst();
                if (script.isPresent()) {
                    return script.get();
                }
            }
        }
        System.out.println("SKIPPED: no axe-core, run sh scripts/test-tools.sh");
        return abort("no axe-core: run sh scripts/test-tools.sh");
    }

    private static Browser browser() {
        return Browser.find().orElseGet(() -> {
            System.out.println("SKIPPED: no chromium on PATH, the page was not opened in a browser");
            return abort("no chromium on PATH");
        });
    }
}
