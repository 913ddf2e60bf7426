package org.ipwarehouse.reports.document;

import java.nio.file.*;
import java.time.LocalDate;
import org.ipwarehouse.reports.bulletin.*;
import org.ipwarehouse.reports.chart.ChartRenderer;
import org.ipwarehouse.reports.figure.Fonts;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.warehouse.api.Period;
import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void look() throws Exception {
        Path home = Path.of("..");
        Bulletin b = BulletinComposer.quarterly(home)
                .compose(new InMemoryWarehouse(), Period.parse("2026Q3"), LocalDate.of(2026, 10, 20));
        Fonts fonts = Fonts.load(home);
        new GlyphCheck(fonts).require(b);
        ChartRenderer charts = ChartRenderer.of(home);
        Path out = Files.createDirectories(Path.of("target/look"));
        long t = System.nanoTime();
        Files.write(out.resolve("b.docx"), new DocxWriter(charts).write(b));
        System.err.println("docx " + (System.nanoTime() - t) / 1e6);
        t = System.nanoTime();
        String html = new HtmlWriter(home, charts).write(b);
        Files.writeString(out.resolve("b.html"), html);
        System.err.println("html " + (System.nanoTime() - t) / 1e6);
        t = System.nanoTime();
        Files.write(out.resolve("b.pdf"), new PdfWriter(fonts).write(html, b.edition()));
        System.err.println("pdf " + (System.nanoTime() - t) / 1e6);
        Files.write(out.resolve("b2.docx"), new DocxWriter(charts).write(b));
        Files.write(out.resolve("b2.pdf"), new PdfWriter(fonts).write(html, b.edition()));
    }
}
