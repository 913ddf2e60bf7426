package org.ipwarehouse.reports.document;

import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.bulletin.FontPlan;
import org.ipwarehouse.reports.bulletin.WrittenPlace;
import org.ipwarehouse.reports.figure.Face;
import org.ipwarehouse.reports.figure.Fonts;

/** Holds all text against the embedded faces before anything is written: a name must never print as an empty box. */
final class GlyphCheck {
    private final Fonts fonts;
    private final WrittenPlace places;

    /** @param places finds the line that a character comes from */
    GlyphCheck(Fonts fonts, WrittenPlace places) {
        this.fonts = fonts;
        this.places = places;
    }

    /**
     * @throws org.ipwarehouse.warehouse.api.Fault naming the characters, the place they stand at and the line they come
     *     from
     */
    void require(Bulletin bulletin) {
        Set<Face> faces = new TreeSet<>();
        for (FontPlan.Role role : FontPlan.Role.values()) {
            faces.add(bulletin.fonts().of(role).pdf());
        }
        bulletin.pieces().forEach(piece -> faces.forEach(face -> require(bulletin, face, piece)));
    }

    private void require(Bulletin bulletin, Face face, Bulletin.Piece piece) {
        String missing = fonts.missingGlyphs(face, piece.text());
        if (!missing.isEmpty()) {
            throw ReportErrors.missingGlyphs(
                    piece.place() + "：" + piece.text(), missing, places.of(bulletin.series(), missing));
        }
    }
}
