package org.ipwarehouse.reports.superset.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The places of a dashboard: rows of at most 12 columns under headings, as Superset's position tree. */
final class Grid {
    private static final int COLUMNS = 12;

    private final Edition edition;
    private final Map<String, Object> tree = new LinkedHashMap<>();
    private final List<String> children = new ArrayList<>();
    private int made;

    Grid(Edition edition, String title) {
        this.edition = edition;
        tree.put("DASHBOARD_VERSION_KEY", "v2");
        tree.put("ROOT_ID", node("ROOT", "ROOT_ID", List.of("GRID_ID"), List.of(), Map.of()));
        tree.put("HEADER_ID", node("HEADER", "HEADER_ID", List.of(), List.of(), Map.of("text", title)));
    }

    Grid heading(String text) {
        String id = "HEADER-" + ++made;
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("text", text);
        meta.put("headerSize", "SMALL_HEADER");
        meta.put("background", "BACKGROUND_TRANSPARENT");
        tree.put(id, node("HEADER", id, List.of(), List.of("ROOT_ID", "GRID_ID"), meta));
        children.add(id);
        return this;
    }

    Grid note(String markdown, int height) {
        String row = "ROW-" + ++made;
        String id = "MARKDOWN-" + made;
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("width", COLUMNS);
        meta.put("height", height);
        meta.put("code", markdown);
        tree.put(id, node("MARKDOWN", id, List.of(), List.of("ROOT_ID", "GRID_ID", row), meta));
        row(row, List.of(id));
        return this;
    }

    /** Fills rows in the order given; the last of a row that is not full becomes wider. */
    Grid blocks(List<Block> blocks, Map<String, Integer> numbers) {
        List<Block> line = new ArrayList<>();
        int width = 0;
        for (Block block : blocks) {
            boolean isOther = !line.isEmpty() && line.get(0).height() != block.height();
            if (width + block.width() > COLUMNS || isOther) {
                line(line, numbers);
                line.clear();
                width = 0;
            }
            line.add(block);
            width += block.width();
        }
        line(line, numbers);
        return this;
    }

    private void line(List<Block> line, Map<String, Integer> numbers) {
        if (line.isEmpty()) {
            return;
        }
        String row = "ROW-" + ++made;
        List<String> ids = new ArrayList<>();
        int width = COLUMNS / line.size();
        for (Block block : line) {
            String uuid = edition.id("chart", block.draft().id());
            String id = "CHART-" + uuid.substring(0, 8);
            Map<String, Object> meta = new LinkedHashMap<>();
            meta.put("chartId", numbers.get(uuid));
            meta.put("uuid", uuid);
            meta.put("sliceName", block.draft().title());
            meta.put("width", width);
            meta.put("height", block.height());
            tree.put(id, node("CHART", id, List.of(), List.of("ROOT_ID", "GRID_ID", row), meta));
            ids.add(id);
        }
        row(row, ids);
    }

    private void row(String id, List<String> members) {
        tree.put(
                id,
                node(
                        "ROW",
                        id,
                        members,
                        List.of("ROOT_ID", "GRID_ID"),
                        Map.of("background", "BACKGROUND_TRANSPARENT")));
        children.add(id);
    }

    Map<String, Object> tree() {
        Map<String, Object> whole = new LinkedHashMap<>(tree);
        whole.put("GRID_ID", node("GRID", "GRID_ID", children, List.of("ROOT_ID"), Map.of()));
        return whole;
    }

    private static Map<String, Object> node(
            String type, String id, List<String> children, List<String> parents, Map<String, Object> meta) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", id);
        node.put("type", type);
        node.put("children", List.copyOf(children));
        node.put("parents", parents);
        node.put("meta", meta);
        return node;
    }
}
