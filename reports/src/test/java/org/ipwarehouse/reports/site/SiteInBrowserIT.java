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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteInBrowserIT {
    private static final Pattern ASKED = Pattern.compile(
            "\"initiator\":\"file[^\"]*\"[^}]*\"url\":\"https?:|" + "\"url\":\"https?:[^}]*\"initiator\":\"file");

    @Test
    void a_real_browser_shows_the_page_without_error_or_request(@TempDir Path folder) throws Exception {
        Browser.Visit visit = browser().visit(site(folder).get(0), folder);
        Document dom = Jsoup.parse(visit.dom());
        assertThat(visit.messages()).doesNotContain("CONSOLE", "Uncaught", "Refused to");
        assertThat(ASKED.matcher(visit.netLog()).find()).isFalse();
        assertThat(dom.select("main > section").eachAttr("id"))
                .containsExactly("headline", "trends", "townships", "structure", "tasks", "quality", "indicators");
        // the script ran: it marks the page and turns the headings of the township table into buttons
        assertThat(dom.select("html.js")).hasSize(1);
        assertThat(dom.select("table.sortable th button.sort")).hasSize(6);
        assertThat(dom.select("svg[role=img]")).hasSize(14);
    }

    @Test
    void the_script_that_breaks_is_noticed(@TempDir Path folder) throws Exception {
        Path page = site(folder).get(0);
        Files.writeString(page, Files.readString(page).replace("'use strict';", "'use strict'; noSuchThing();"));
        assertThat(browser().visit(page, folder).messages()).contains("noSuchThing");
    }

    @Test
    void on_paper_every_sheet_says_that_the_data_are_synthetic(@TempDir Path folder) throws Exception {
        Path pdf = folder.resolve("page.pdf");
        browser().print(site(folder).get(0), pdf, folder);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isBetween(4, 12);
            for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(sheet);
                text.setEndPage(sheet);
                assertThat(text.getText(document)).as("sheet " + sheet).contains("synthetic");
                assertThat(document.getPage(sheet - 1).getMediaBox().getWidth()).isBetween(594f, 596f);
            }
        }
    }

    private static List<Path> site(Path folder) throws IOException {
        Path out = Files.createDirectories(folder.resolve("site"));
        return SiteWriter.of(SiteSpec.HOME).write(new InMemoryWarehouse(), out, SiteSpec.OPTIONS);
    }

    private static Browser browser() {
        return Browser.find().orElseGet(() -> {
            System.out.println("SKIPPED: no chromium on PATH, the page was not opened in a browser");
            return abort("no chromium on PATH");
        });
    }
}
