package org.ipwarehouse.reports.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.util.EnumSet;
import org.ipwarehouse.reports.figure.Face;
import org.ipwarehouse.reports.figure.Fonts;

/** The four vendored faces under the family names that the template and the charts ask for. */
final class PdfFonts {
    private PdfFonts() {}

    static String family(Face face) {
        return switch (face) {
            case SERIF, SERIF_BOLD -> "Noto Serif SC";
            case SANS, SANS_BOLD -> "Noto Sans SC";
        };
    }

    static void embed(PdfRendererBuilder builder, Fonts fonts) {
        for (Face face : Face.values()) {
            int weight = face == Face.SERIF_BOLD || face == Face.SANS_BOLD ? 700 : 400;
            builder.useFont(
                    fonts.file(face).toFile(),
                    family(face),
                    weight,
                    FontStyle.NORMAL,
                    true,
                    EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
        }
    }
}
