package org.ipwarehouse.reports.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.bulletin.WrittenPlace;
import org.ipwarehouse.reports.chart.ChartRenderer;
import org.ipwarehouse.reports.figure.Fonts;

/** Writes a bulletin in all its formats: the door of this room. */
public final class BulletinWriter {
    /** Of the table for machines: plain letters, so that its address needs no escapes. */
    private static final String TABLE = "indicators.csv";

    private static final String SDMX = "indicators.sdmx.csv";

    private final Path home;

    /** @param home the installation: template, fonts and palette are read from it */
    public BulletinWriter(Path home) {
        this.home = home;
    }

    /**
     * @param folder made if it is not there
     * @return the files: DOCX, PDF, HTML, the data annex (XLSX), the indicator table (CSV), its description (JSON), and
     *     the same table as SDMX-CSV
     * @throws org.ipwarehouse.warehouse.api.Fault where a character has no glyph (nothing is written then), the template
     *     has a mistake, or the folder cannot be written
     */
    public List<Path> write(Bulletin bulletin, Path folder) {
        Fonts fonts = Fonts.load(home);
        new GlyphCheck(fonts, new WrittenPlace(home)).require(bulletin);
        ChartRenderer charts = ChartRenderer.of(home);
        Shelf files = new Shelf(folder, fileName(bulletin));
        String html = new HtmlWriter(home, charts).write(bulletin);
        files.add(".docx", new DocxWriter(charts).write(bulletin));
        files.add(".pdf", new PdfWriter(fonts).write(html, bulletin.edition()));
        files.add(".html", utf8(html));
        files.add("_数据附表.xlsx", new XlsxWriter(bulletin).write());
        CsvWriter table = new CsvWriter(bulletin.indicators());
        files.put(TABLE, utf8(table.csv()));
        files.put(TABLE + "-metadata.json", utf8(new CsvDescription(bulletin).of(TABLE)));
        files.put(SDMX, utf8(table.sdmx()));
        // all of it is made before any of it is written
        return files.save();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What is to be written, in the order in which readers are told of it. */
    private static final class Shelf {
        private final Path folder;
        private final String name;
        private final Map<Path, byte[]> contents = new LinkedHashMap<>();

        Shelf(Path folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        void add(String ending, byte[] content) {
            put(name + ending, content);
        }

        void put(String file, byte[] content) {
            contents.put(folder.resolve(file), content);
        }

        List<Path> save() {
            List<Path> saved = new ArrayList<>();
            contents.forEach((file, content) -> saved.add(BulletinWriter.save(file, content)));
            return saved;
        }
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
