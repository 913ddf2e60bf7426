package org.ipwarehouse.reports.site;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.ipwarehouse.reports.ReportErrors;

/** The templates and the shared files of {@code reports/style/site}; a template is parsed once. */
final class Templates {
    private static final Version FREEMARKER = Configuration.VERSION_2_3_34;

    private final Path folder;
    private final Configuration configuration;

    Templates(Path home) {
        this.folder = home.resolve("reports").resolve("style").resolve("site");
        this.configuration = configuration(folder);
    }

    private static Configuration configuration(Path folder) {
        try {
            Configuration made = new Configuration(FREEMARKER);
            made.setDirectoryForTemplateLoading(folder.toFile());
            made.setDefaultEncoding("UTF-8");
            made.setLocale(Locale.ROOT);
            made.setNumberFormat("computer");
            made.setLogTemplateExceptions(false);
            made.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
            made.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
            made.setObjectWrapper(new DefaultObjectWrapperBuilder(FREEMARKER).build());
            return made;
        } catch (IOException e) {
            throw ReportErrors.unreadable(folder, e);
        }
    }

    String render(String template, Map<String, ?> model) {
        try {
            StringWriter html = new StringWriter(1 << 16);
            configuration.getTemplate(template).process(model, html);
            return html.toString();
        } catch (IOException | TemplateException e) {
            throw ReportErrors.templateMistake(folder.resolve(template), e);
        }
    }

    String text(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ReportErrors.unreadable(file, e);
        }
    }
}
