package org.ipwarehouse.reports.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Takes the clock and chance out of a PDF: its dates and its identifier come from the edition's day. */
final class StablePdf {
    private StablePdf() {}

    static void fix(PDDocument document, LocalDate day) throws IOException {
        Calendar date = GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC));
        document.getDocumentInformation().setCreationDate(date);
        document.getDocumentInformation().setModificationDate(date);
        document.setDocumentId(day.toEpochDay());
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8)
                    .replaceAll("(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[^<]*", "$1" + day + "T00:00:00+00:00");
            metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        }
    }
}
