package org.ipwarehouse.reports.document;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.chart.ChartRenderer;

/** Writes a bulletin as one self-contained XHTML page by the writers' template; the PDF is made from it. */
public final class HtmlWriter {
    private static final String TEMPLATE = "bulletin.ftlh";

    private final Path folder;
    private final ChartRenderer charts;

    /** @param home the installation; the template, the same for all series, lies in {@code home/reports/style} */
    public HtmlWriter(Path home, ChartRenderer charts) {
        this.folder = home.resolve("reports").resolve("style");
        this.charts = charts;
    }

    public String write(Bulletin bulletin) {
        StringWriter page = new StringWriter();
        try {
            configuration().getTemplate(TEMPLATE).process(new HtmlModel(charts).of(bulletin), page);
        } catch (TemplateException mistake) {
            throw ReportErrors.templateMistake(folder.resolve(TEMPLATE), mistake);
        } catch (IOException unreadable) {
            throw ReportErrors.unreadable(folder.resolve(TEMPLATE), unreadable);
        }
        return page.toString();
    }

    private Configuration configuration() throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setDirectoryForTemplateLoading(folder.toFile());
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("computer");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }
}
