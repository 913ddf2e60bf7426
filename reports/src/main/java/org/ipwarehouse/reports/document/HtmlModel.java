package org.ipwarehouse.reports.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipwarehouse.reports.bulletin.Block;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.bulletin.FontPlan;
import org.ipwarehouse.reports.bulletin.Run;
import org.ipwarehouse.reports.chart.ChartRenderer;
import org.ipwarehouse.reports.figure.Face;

/** A bulletin as the plain maps and lists that a template reads. */
final class HtmlModel {
    private final ChartRenderer charts;
    private int headings;
    private int pictures;

    HtmlModel(ChartRenderer charts) {
        this.charts = charts;
    }

    Map<String, Object> of(Bulletin bulletin) {
        List<Map<String, Object>> blocks = bulletin.blocks().stream()
                .filter(block -> !isBlank(block))
                .map(this::block)
                .toList();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", bulletin.title());
        model.put("issue", bulletin.issue());
        model.put("mark", bulletin.mark());
        model.put("fronted", bulletin.blocks().stream().anyMatch(HtmlModel::isTitle));
        model.put("fonts", fonts(bulletin.fonts()));
        model.put("blocks", blocks);
        model.put(
                "bookmarks",
                blocks.stream()
                        .filter(block -> Integer.valueOf(1).equals(block.get("level")))
                        .toList());
        return model;
    }

    /** A blank line of a template is space; a page has its own. */
    private static boolean isBlank(Block block) {
        return block instanceof Block.Paragraph paragraph && paragraph.text().isBlank();
    }

    private static boolean isTitle(Block block) {
        return block instanceof Block.Paragraph paragraph && paragraph.role() == Block.Role.TITLE;
    }

    private static Map<String, Object> fonts(FontPlan plan) {
        Map<String, Object> fonts = new LinkedHashMap<>();
        for (FontPlan.Role role : FontPlan.Role.values()) {
            Face face = plan.of(role).pdf();
            boolean serif = face == Face.SERIF || face == Face.SERIF_BOLD;
            boolean bold = face == Face.SERIF_BOLD || face == Face.SANS_BOLD;
            fonts.put(
                    role.key(),
                    Map.of(
                            "family", PdfFonts.family(face),
                            "fallback", serif ? "serif" : "sans-serif",
                            "weight", bold ? "700" : "400"));
        }
        return fonts;
    }

    private Map<String, Object> block(Block block) {
        if (block instanceof Block.Heading heading) {
            headings++;
            return Map.of("kind", "heading", "level", heading.level(), "text", heading.text(), "id", "h" + headings);
        }
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.role() == Block.Role.NOTE_TITLE
                    ? Map.of("kind", "note_title", "text", paragraph.text())
                    : Map.of("kind", "paragraph", "role", key(paragraph.role()), "text", paragraph.text());
        }
        return block instanceof Block.Grid grid ? grid(grid) : picture((Block.Picture) block);
    }

    private static Map<String, Object> grid(Block.Grid grid) {
        List<Map<String, Object>> columns = grid.columns().stream()
                .map(column ->
                        Map.<String, Object>of("lines", List.of(column.title().split("\n")), "share", column.share()))
                .toList();
        List<Map<String, Object>> rows =
                grid.rows().stream().map(row -> row(grid.columns(), row)).toList();
        return Map.of(
                "kind",
                "grid",
                "caption",
                grid.caption(),
                "unit",
                grid.unit(),
                "columns",
                columns,
                "rows",
                rows,
                "keep",
                grid.rows().size() <= DocxTable.KEPT_ROWS);
    }

    private static Map<String, Object> row(List<Block.Column> columns, Block.Row row) {
        List<Map<String, String>> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(Map.of(
                    "text",
                    Run.join(row.cells().get(i)),
                    "align",
                    key(columns.get(i).align())));
        }
        return Map.of("cells", cells, "total", row.emphasised());
    }

    private Map<String, Object> picture(Block.Picture picture) {
        pictures++;
        ChartPlate plate = ChartPlate.of(picture.chart());
        String style = String.format(
                Locale.ROOT, "style=\"width: %.1fpt; height: %.1fpt\" ", plate.widthInPoints(), plate.heightInPoints());
        String svg = charts.svg(picture.chart(), plate.size(), "chart" + pictures);
        return Map.of(
                "kind",
                "picture",
                "caption",
                picture.caption(),
                "svg",
                svg.replaceFirst("<svg ", "<svg " + style + alternative(picture)));
    }

    /** The renderer of the PDF looks for {@code alt}; a browser reads the description inside. */
    private static String alternative(Block.Picture picture) {
        String text = picture.alternative()
                .replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;");
        return "alt=\"" + java.util.regex.Matcher.quoteReplacement(text) + "\" ";
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
