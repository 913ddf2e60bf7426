package org.ipwarehouse.reports.bulletin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipwarehouse.reports.ReportErrors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads the outline of a cleaned body. Text that Word split into several runs is one text again. */
final class OutlineReader {
    private final Path file;
    private final Map<String, String> styles = new HashMap<>();
    private int number;

    OutlineReader(Path file, @Nullable Document styles) {
        this.file = file;
        if (styles != null) {
            WordCleaner.children(styles.getDocumentElement(), "style").forEach(this::style);
        }
    }

    /** Word in Chinese calls the style of a heading "1" and names it "heading 1". */
    private void style(Element style) {
        WordCleaner.children(style, "name")
                .forEach(name -> styles.put(attribute(style, "styleId"), attribute(name, "val")));
    }

    Outline read(Document document) {
        List<Outline.Element> elements = new ArrayList<>();
        Element body =
                WordCleaner.children(document.getDocumentElement(), "body").get(0);
        int place = 0;
        for (Element child : WordCleaner.children(body)) {
            String name = child.getLocalName();
            if (name.equals("p")) {
                elements.add(paragraph(child, place));
                place++;
            } else if (name.equals("tbl")) {
                elements.add(table(child, place));
                place++;
            }
        }
        return new Outline(file, elements);
    }

    private Outline.Para paragraph(Element paragraph, int place) {
        number++;
        List<Outline.Piece> pieces = new ArrayList<>();
        List<Element> runs = WordCleaner.children(paragraph, "r");
        for (int i = 0; i < runs.size(); i++) {
            StringBuilder text = new StringBuilder();
            for (Element content : WordCleaner.children(runs.get(i))) {
                text.append(
                        switch (content.getLocalName()) {
                            case "t" -> content.getTextContent();
                            case "tab" -> "\t";
                            case "br", "cr" -> "\n";
                            case "noBreakHyphen" -> "-";
                            default -> "";
                        });
            }
            if (!text.isEmpty()) {
                pieces.add(new Outline.Piece(text.toString(), i));
            }
        }
        return new Outline.Para(file, place, number, styleOf(paragraph), pieces);
    }

    private String styleOf(Element paragraph) {
        for (Element properties : WordCleaner.children(paragraph, "pPr")) {
            for (Element style : WordCleaner.children(properties, "pStyle")) {
                String id = attribute(style, "val");
                return styles.getOrDefault(id, id).toLowerCase(Locale.ROOT);
            }
        }
        return "normal";
    }

    private Outline.Grid table(Element table, int place) {
        List<List<Outline.Para>> rows = new ArrayList<>();
        for (Element row : WordCleaner.children(table, "tr")) {
            List<Outline.Para> cells = new ArrayList<>();
            for (Element cell : WordCleaner.children(row, "tc")) {
                List<Element> paragraphs = WordCleaner.children(cell, "p");
                cells.add(paragraph(paragraphs.get(0), place));
                requirePlain(cell, paragraphs, cells.get(cells.size() - 1));
            }
            rows.add(cells);
        }
        List<Integer> widths = new ArrayList<>();
        WordCleaner.children(table, "tblGrid").forEach(grid -> WordCleaner.children(grid, "gridCol")
                .forEach(column -> widths.add(Integer.parseInt(attribute(column, "w")))));
        rows.forEach(row -> requireColumns(row, widths));
        return new Outline.Grid(place, rows, widths);
    }

    private static void requirePlain(Element cell, List<Element> paragraphs, Outline.Para first) {
        boolean merged = WordCleaner.children(cell, "tcPr").stream()
                .anyMatch(p -> !WordCleaner.children(p, "gridSpan").isEmpty()
                        || !WordCleaner.children(p, "vMerge").isEmpty());
        if (merged
                || paragraphs.size() > 1
                || !WordCleaner.children(cell, "tbl").isEmpty()) {
            throw first.mistake("模板里的表有合并的单元格、嵌套的表，或一格里有几段。", "每格只写一段，不合并；复杂的表在 bulletin.yaml 里定义，用 {table:名称} 放进来。");
        }
    }

    private void requireColumns(List<Outline.Para> row, List<Integer> widths) {
        if (row.isEmpty() || row.size() != widths.size()) {
            throw ReportErrors.specMistake(
                    file.toString(),
                    "模板里的表有一行是" + row.size() + "格，表头是" + widths.size() + "列"
                            + (row.isEmpty() ? "。" : "：“" + row.get(0).text() + "”。"),
                    "让每行的格数一样。");
        }
    }

    private static String attribute(Element element, String name) {
        return element.getAttributeNS(WordCleaner.W, name);
    }
}
