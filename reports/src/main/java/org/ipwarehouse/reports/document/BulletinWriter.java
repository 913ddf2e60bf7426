package org.ipwarehouse.reports.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.chart.ChartRenderer;
import org.ipwarehouse.reports.figure.Fonts;

/** Writes a bulletin in all its formats: the door of this room. */
public final class BulletinWriter {
    private final Path home;

    /** @param home the installation: template, fonts and palette are read from it */
    public BulletinWriter(Path home) {
        this.home = home;
    }

    /**
     * @param folder made if it is not there
     * @return the files: DOCX, PDF, HTML
     * @throws org.ipwarehouse.warehouse.api.Fault where a character has no glyph (nothing is written then), the template
     *     has a mistake, or the folder cannot be written
     */
    public List<Path> write(Bulletin bulletin, Path folder) {
        Fonts fonts = Fonts.load(home);
        new GlyphCheck(fonts).require(bulletin);
        ChartRenderer charts = ChartRenderer.of(home);
        String html = new HtmlWriter(home, charts).write(bulletin);
        byte[] pdf = new PdfWriter(fonts).write(html, bulletin.edition());
        byte[] docx = new DocxWriter(charts).write(bulletin);
        String name = fileName(bulletin);
        return List.of(
                save(folder.resolve(name + ".docx"), docx),
                save(folder.resolve(name + ".pdf"), pdf),
                save(folder.resolve(name + ".html"), html.getBytes(StandardCharsets.UTF_8)));
    }

    /** 中卫市沙坡头区知识产权保护工作统计公报_2026Q3_演示数据 */
    private static String fileName(Bulletin bulletin) {
        String name = bulletin.title() + "_" + bulletin.period();
        return bulletin.isSynthetic() ? name + "_演示数据" : name;
    }

    private static Path save(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException unwritable) {
            throw ReportErrors.unwritable(file, unwritable);
        }
    }
}
