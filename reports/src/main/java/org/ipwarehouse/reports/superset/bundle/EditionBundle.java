package org.ipwarehouse.reports.superset.bundle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipwarehouse.reports.dashboard.Dashboard;
import org.ipwarehouse.reports.dashboard.Dashboards;
import org.ipwarehouse.reports.dashboard.Panel;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.reports.figure.Palette;
import org.ipwarehouse.reports.serving.Mart;
import org.ipwarehouse.warehouse.api.Passport;

/**
 * All objects of one edition.
 *
 * @param objects databases, datasets, charts, dashboards
 * @param blocks the charts with what they have to show, by UUID
 * @param notices what the files ask for and Superset does not get, with file and line
 */
public record EditionBundle(
        Edition edition, List<SupersetObject> objects, Map<String, ChartCheck> checks, List<String> notices) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public EditionBundle {
        objects = List.copyOf(objects);
        checks = Map.copyOf(checks);
        notices = List.copyOf(notices);
    }

    /**
     * @param isSynthetic whether the pages must say that their data are made up
     * @param passports of the warehouse as this audience sees it
     */
    public static EditionBundle of(
            Edition edition,
            Dashboards dashboards,
            List<Passport> passports,
            Labels labels,
            Palette palette,
            boolean isSynthetic) {
        return new Making(edition, passports, labels, palette, isSynthetic).of(dashboards);
    }

    private static final class Making {
        private final Edition edition;
        private final Tables tables;
        private final PanelCharts charts;
        private final Look look;
        private final List<Passport> passports;
        private final boolean isSynthetic;
        private final List<SupersetObject> objects = new ArrayList<>();
        private final Map<String, ChartCheck> checks = new LinkedHashMap<>();
        private final List<String> notices = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        Making(Edition edition, List<Passport> passports, Labels labels, Palette palette, boolean isSynthetic) {
            this.edition = edition;
            this.passports = passports;
            this.tables = new Tables(edition, passports);
            this.charts = new PanelCharts(passports, labels);
            this.look = new Look(palette, labels);
            this.isSynthetic = isSynthetic;
        }

        EditionBundle of(Dashboards dashboards) {
            objects.add(tables.database());
            Mart.of(edition.audience()).forEach(mart -> objects.add(tables.dataset(mart)));
            for (Dashboard page : dashboards.seenBy(edition.audience())) {
                page(page);
            }
            return new EditionBundle(edition, objects, checks, notices);
        }

        private void page(Dashboard page) {
            Map<Dashboard.Section, List<Block>> sections = new LinkedHashMap<>();
            for (Dashboard.Section section : page.sections()) {
                List<Block> blocks = new ArrayList<>();
                for (Panel panel : section.panels()) {
                    List<Block> some = blocks(page, panel);
                    some.forEach(block -> chart(block, page.where(panel)));
                    blocks.addAll(some);
                }
                if (!blocks.isEmpty()) {
                    sections.put(section, blocks);
                }
            }
            if (sections.isEmpty()) {
                notices.add(page.file() + "：" + edition.labelZh() + "版的“"
                        + page.title().zh() + "”在 Superset 里没有可显示的图表，不生成看板。");
            } else {
                objects.add(dashboard(page, sections));
            }
        }

        private List<Block> blocks(Dashboard page, Panel panel) {
            if (panel instanceof Panel.Cards cards) {
                return charts.cards(page.id(), cards);
            }
            if (panel instanceof Panel.Trend trend) {
                return List.of(charts.trend(page.id(), trend));
            }
            if (panel instanceof Panel.Parts parts) {
                return List.of(charts.parts(page.id(), parts));
            }
            if (panel instanceof Panel.Townships townships) {
                return List.of(charts.townships(page.id(), townships));
            }
            if (panel instanceof Panel.Matrix matrix) {
                return List.of(charts.matrix(page.id(), matrix));
            }
            if (panel instanceof Panel.Table table) {
                return charts.table(page.id(), table);
            }
            if (panel instanceof Panel.Funnel funnel) {
                return List.of(charts.funnel(page.id(), funnel));
            }
            if (panel instanceof Panel.Board board) {
                List<Block> made = BoardCharts.of(page.id(), board).stream().toList();
                if (made.isEmpty()) {
                    notices.add(page.where(panel) + "：“" + board.kind().name().toLowerCase(java.util.Locale.ROOT)
                            + "”只在静态页面上有。");
                }
                return made;
            }
            if (panel instanceof Panel.Changes) {
                notices.add(page.where(panel) + "：“变化的构成”只在静态页面上有。");
            }
            // the opening sentence is words, and words that are stored would grow old: its figures stand on the cards
            return List.of();
        }

        private void chart(Block block, String where) {
            String uuid = edition.id("chart", block.draft().id());
            if (numbers.putIfAbsent(uuid, numbers.size() + 1) == null) {
                objects.add(block.draft()
                        .object(edition, tables.datasetId(block.draft().mart()), where));
                checks.put(
                        uuid,
                        new ChartCheck(
                                block.draft().title(), where, block.draft().metrics(), block.expected()));
            }
        }

        private SupersetObject dashboard(Dashboard page, Map<Dashboard.Section, List<Block>> sections) {
            Grid grid = new Grid(edition, page.title().zh()).note(words(page), isSynthetic ? 14 : 9);
            sections.forEach(
                    (section, blocks) -> grid.heading(section.title().zh()).blocks(blocks, numbers));
            Map<String, Object> content = new LinkedHashMap<>();
            content.put("dashboard_title", title(page));
            content.put("description", page.question().zh());
            content.put("css", "");
            content.put("slug", edition.slug(page.id()));
            content.put("uuid", edition.id("dashboard", page.id()));
            content.put("position", grid.tree());
            content.put("metadata", metadata(page, sections));
            content.put("version", "1.0.0");
            content.put("is_managed_externally", true);
            content.put("published", true);
            return new SupersetObject(
                    SupersetObject.Kind.DASHBOARD,
                    String.valueOf(content.get("uuid")),
                    Edition.dashboardPath(edition.audience(), page.id()),
                    title(page),
                    page.file().toString(),
                    JSON.<ObjectNode>valueToTree(content));
        }

        private String title(Dashboard page) {
            return page.title().zh() + (edition.code().equals("public") ? "（公开）" : "");
        }

        private String words(Dashboard page) {
            String made = isSynthetic ? "**演示数据，不是真实情况 · Synthetic data**\n\n" : "";
            return made + page.question().zh() + "　图上的数与公报、静态页面相同；不选条件时为全区、最近一个季度。数值不相加：选择乡镇或类型，显示的是该乡镇、该类型自己的数。";
        }

        private Map<String, Object> metadata(Dashboard page, Map<Dashboard.Section, List<Block>> sections) {
            List<Block> blocks =
                    sections.values().stream().flatMap(List::stream).toList();
            Map<String, Object> metadata = new LinkedHashMap<>();
            metadata.put("color_scheme", "supersetColors");
            metadata.put("label_colors", look.labelColors(shown(page)));
            metadata.put("cross_filters_enabled", true);
            metadata.put("refresh_frequency", 0);
            metadata.put("timed_refresh_immune_slices", List.of());
            metadata.put("expanded_slices", Map.of());
            metadata.put("default_filters", "{}");
            metadata.put("chart_configuration", Map.of());
            metadata.put(
                    "native_filter_configuration",
                    NativeFilters.of(
                            edition, page.id(), page.filters(), blocks, numbers, tables.datasetId(Mart.FIGURE)));
            return metadata;
        }

        private List<Passport> shown(Dashboard page) {
            return passports.stream()
                    .filter(p -> page.indicators().contains(p.id()))
                    .toList();
        }
    }

    /** Charts of this edition, in the order of the pages. */
    public Stream<SupersetObject> charts() {
        return objects.stream().filter(o -> o.kind() == SupersetObject.Kind.CHART);
    }
}
