package org.ipwarehouse.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.ipwarehouse.reports.bulletin.BulletinComposer;
import org.ipwarehouse.reports.chart.ChartRenderer;
import org.ipwarehouse.reports.figure.Fonts;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.warehouse.api.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** The PDF against the standards for keeping (PDF/A, ISO 19005-2) and for all readers (PDF/UA, ISO 14289-1), by veraPDF. */
@SuppressWarnings("NullAway.Init") // set by JUnit
class ArchivalPdfTest {
    private static final Path HOME = Path.of("..");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);
    private static byte[] pdf;

    @BeforeAll
    static void write() {
        VeraGreenfieldFoundryProvider.initialise();
        var bulletin = BulletinComposer.quarterly(HOME).compose(new InMemoryWarehouse(), Period.parse("2026Q3"), DAY);
        String html = new HtmlWriter(HOME, ChartRenderer.of(HOME)).write(bulletin);
        pdf = new PdfWriter(Fonts.load(HOME)).write(html, DAY);
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_U", "PDFA_2_A", "PDFUA_1"})
    void it_keeps_every_rule_of(PDFAFlavour flavour) throws Exception {
        assertThat(failures(pdf, flavour)).isEmpty();
    }

    @Test
    void a_rule_that_is_broken_is_found() throws Exception {
        byte[] untitled = remade(document -> document.getDocumentCatalog().setMetadata(null));
        assertThat(failures(untitled, PDFAFlavour.PDFA_2_U)).isNotEmpty();
    }

    @Test
    void it_says_its_language_and_shows_its_title() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(document.getDocumentInformation().getTitle())
                    .contains("统计公报")
                    .contains("2026年第三季度");
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
        }
    }

    private interface Change {
        void in(PDDocument document) throws IOException;
    }

    private static byte[] remade(Change change) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            change.in(document);
            document.save(out);
        }
        return out.toByteArray();
    }

    private static List<String> failures(byte[] file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(test -> test.getStatus() == TestAssertion.Status.FAILED)
                    .map(test -> test.getRuleId().getClause() + "-"
                            + test.getRuleId().getTestNumber() + " " + test.getMessage() + " "
                            + test.getLocation().getContext())
                    .distinct()
                    .limit(20)
                    .toList();
        }
    }

    static {
        // veraPDF logs what it finds; the assertions say it better
        java.util.logging.Logger.getLogger("org.verapdf").setLevel(java.util.logging.Level.SEVERE);
    }
}
