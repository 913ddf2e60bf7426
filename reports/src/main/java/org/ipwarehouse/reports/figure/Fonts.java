package org.ipwarehouse.reports.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.ReportErrors;

/** The fonts of the installation. No font of the machine is ever asked for, so that a chart looks alike everywhere. */
public final class Fonts {
    private final Map<Face, Font> faces;
    private final Path folder;

    private Fonts(Path folder, Map<Face, Font> faces) {
        this.folder = folder;
        this.faces = faces;
    }

    /** @param home the installation; fonts lie in {@code home/reports/style/fonts} */
    public static Fonts load(Path home) {
        Path folder = home.resolve("reports").resolve("style").resolve("fonts");
        Map<Face, Font> faces = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
            faces.put(face, read(folder.resolve(face.file())));
        }
        return new Fonts(folder, faces);
    }

    private static Font read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw ReportErrors.unreadable(file, new java.io.FileNotFoundException("没有这个字体文件"));
        }
        try {
            return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
        } catch (IOException | FontFormatException e) {
            throw ReportErrors.unreadable(file, e);
        }
    }

    /** @param points size in points (pixels of a chart) */
    public Font font(Face face, double points) {
        return of(face).deriveFont((float) points);
    }

    /** The file, for a document that embeds it. */
    public Path file(Face face) {
        return folder.resolve(face.file());
    }

    /** The characters of a text that the sans face lacks, each once, in order; empty if it can be shown. */
    public String missingGlyphs(String text) {
        return missingGlyphs(Face.SANS, text);
    }

    public String missingGlyphs(Face face, String text) {
        Font font = of(face);
        return text.codePoints()
                .filter(code -> !Character.isWhitespace(code) && !font.canDisplay(code))
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** @return the text itself @throws org.ipwarehouse.warehouse.api.Fault where a character has no glyph */
    public String requireGlyphs(String text) {
        String missing = missingGlyphs(text);
        if (!missing.isEmpty()) {
            throw ReportErrors.missingGlyphs(text, missing, "");
        }
        return text;
    }

    private Font of(Face face) {
        return java.util.Objects.requireNonNull(faces.get(face), face.file());
    }
}
