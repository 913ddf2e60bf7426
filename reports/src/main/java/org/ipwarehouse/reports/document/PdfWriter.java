package org.ipwarehouse.reports.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.ipwarehouse.reports.figure.Fonts;

/** Makes a PDF of the bulletin's page: fonts embedded and subset, tagged, charts as vectors, bytes by contents alone. */
public final class PdfWriter {
    static {
        // its progress is of no interest to those who publish
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final Fonts fonts;

    public PdfWriter(Fonts fonts) {
        this.fonts = fonts;
    }

    /**
     * @param html well-formed XHTML that needs nothing from outside
     * @param day the date that stands in the file as its creation
     */
    public byte[] write(String html, LocalDate day) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withProducer("ip-warehouse");
        // nothing outside the page may be asked for
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        PdfFonts.embed(builder, fonts);
        builder.withHtmlContent(html, null);
        return render(builder, day);
    }

    private static byte[] render(PdfRendererBuilder builder, LocalDate day) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            StablePdf.fix(document, day);
            document.save(bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}
