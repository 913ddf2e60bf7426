package org.ipwarehouse.reports.release;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.Revised;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/** What lies beside the documents of an edition: digests, and notices to the public. */
final class Papers {
    static final String SUMS = "SHA256SUMS";
    static final String WITHDRAWAL = "撤回公告.html";
    static final String CORRECTION = "更正公告.html";

    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");

    private static final String STYLE =
            "body{max-width:46em;margin:2em auto;padding:0 1em;font-family:serif;line-height:1.7}"
                    + "h1{font-size:1.4em;text-align:center}table{border-collapse:collapse;width:100%;border-top:2px solid;"
                    + "border-bottom:2px solid}th{border-bottom:1px solid}th,td{padding:.2em .5em;text-align:left}"
                    + "td:nth-child(5),td:nth-child(6){text-align:right;white-space:nowrap}";

    private final Path folder;

    Papers(Path folder) {
        this.folder = folder;
    }

    /** Digests in the form of {@code sha256sum -c}, and what was signed by whom. */
    void manifest(Release release) {
        StringBuilder sums = new StringBuilder();
        release.documents()
                .forEach(d ->
                        sums.append(d.sha256()).append("  ").append(d.name()).append('\n'));
        save(SUMS, sums.toString());
        StringBuilder text = new StringBuilder();
        text.append("版次 ").append(release.id()).append('\n');
        text.append("期间 ").append(release.period().labelZh()).append('\n');
        text.append("数据时点 ").append(release.vintage()).append('\n');
        text.append("数字 ")
                .append(release.figures())
                .append(" 个，SHA-256 ")
                .append(release.figureDigest())
                .append('\n');
        text.append("程序 ").append(release.context().software()).append('\n');
        text.append("披露规则 ").append(release.context().policy()).append('\n');
        text.append("模板用语 ").append(release.context().writersFiles()).append('\n');
        text.append("指标口径 ").append(release.context().definitions()).append('\n');
        release.steps().forEach(step -> text.append(step.state().labelZh())
                .append(' ')
                .append(step.by())
                .append(' ')
                .append(step.at())
                .append(step.reason().isEmpty() ? "" : " " + step.reason())
                .append('\n'));
        save("MANIFEST.txt", text.toString());
    }

    void withdrawal(Release release) {
        Release.Step step = release.last();
        save(
                WITHDRAWAL,
                page(
                        "撤回公告",
                        "<p>" + escaped(release.period().labelZh()) + "统计公报（版次 " + escaped(release.id()) + "）自"
                                + day(step) + "起撤回，请停止引用。</p><p>原因：" + escaped(step.reason()) + "</p>"));
    }

    /** The words for what figures are of. */
    record Names(Map<IndicatorId, Passport> passports, Map<RegionCode, String> regions, Labels labels) {
        static Names of(Warehouse warehouse, Labels labels) {
            Map<IndicatorId, Passport> passports = new HashMap<>();
            warehouse.indicators().forEach(p -> passports.put(p.id(), p));
            Map<RegionCode, String> regions = new HashMap<>();
            warehouse.regions().forEach(r -> regions.put(r.code(), r.nameZh()));
            return new Names(passports, regions, labels);
        }
    }

    /** Lists what the corrected edition says otherwise. */
    void correction(Release before, Release after, List<Revised> revised, Names names) {
        StringBuilder rows = new StringBuilder();
        for (Revised entry : revised) {
            Figure was = java.util.Objects.requireNonNull(entry.revision().before());
            Passport passport = names.passports().get(was.indicator());
            rows.append("<tr><td>")
                    .append(escaped(
                            passport == null
                                    ? was.indicator().code()
                                    : passport.nameZh() + "（" + passport.unit() + "）"))
                    .append("</td><td>")
                    .append(escaped(was.period().labelZh()))
                    .append("</td><td>")
                    .append(escaped(names.regions()
                            .getOrDefault(was.region(), was.region().value())))
                    .append("</td><td>")
                    .append(escaped(
                            was.dimension().isEmpty()
                                    ? "合计"
                                    : names.labels().value(was.dimension(), was.dimensionValue())))
                    .append("</td><td>")
                    .append(shown(was, passport))
                    .append("</td><td>")
                    .append(shown(entry.revision().figure(), passport))
                    .append("</td><td>")
                    .append(escaped(entry.reasonZh()))
                    .append("</td></tr>\n");
        }
        save(
                CORRECTION,
                page(
                        "更正公告",
                        "<p>" + escaped(after.period().labelZh()) + "统计公报版次 " + escaped(before.id()) + " 由版次 "
                                + escaped(after.id()) + " 更正。原因："
                                + escaped(after.steps().get(0).reason())
                                + "</p><table><thead><tr><th>指标</th><th>期间</th><th>地区</th><th>分组</th><th>原数</th>"
                                + "<th>更正后</th><th>原因</th></tr></thead><tbody>\n" + rows + "</tbody></table>"));
    }

    private static String shown(Figure figure, @Nullable Passport passport) {
        BigDecimal value = figure.value();
        if (value == null) {
            return figure.status().symbol();
        }
        return passport == null ? value.toPlainString() : FigureText.value(passport, value);
    }

    private static LocalDate day(Release.Step step) {
        return LocalDate.ofInstant(step.at(), BUSINESS);
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>" + title + "</title><style>"
                + STYLE + "</style></head><body><h1>" + title + "</h1>\n" + body + "\n</body></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void save(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw ReportErrors.unwritable(folder.resolve(name), e);
        }
    }
}
