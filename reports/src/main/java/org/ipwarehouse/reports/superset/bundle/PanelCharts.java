package org.ipwarehouse.reports.superset.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.dashboard.Panel;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.reports.serving.Mart;
import org.ipwarehouse.reports.superset.bundle.ChartDraft.Condition;
import org.ipwarehouse.reports.superset.bundle.ChartDraft.Order;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;

/** The charts of panels that show figures. */
final class PanelCharts {
    private static final String PERIOD = "period";
    private static final String TOWNSHIP = "township";
    private static final String IP_TYPE = "ip_type";
    private static final List<String> ALL = List.of(PERIOD, TOWNSHIP, IP_TYPE);
    private static final int SERIES = 10_000;

    private final Map<IndicatorId, Passport> passports;
    private final Labels labels;

    PanelCharts(List<Passport> passports, Labels labels) {
        this.passports = passports.stream().collect(Collectors.toMap(Passport::id, Function.identity()));
        this.labels = labels;
    }

    private Passport passport(IndicatorId id) {
        return java.util.Objects.requireNonNull(passports.get(id), id::code);
    }

    /** Figures of a year are the shortest that a yearly indicator has. */
    static Period.Kind length(Passport p) {
        return p.frequency().equals("year") ? Period.Kind.YEAR : Period.Kind.QUARTER;
    }

    private static Condition of(Period.Kind kind) {
        return new Condition("period_kind", "==", kind.name().toLowerCase(Locale.ROOT));
    }

    private static Condition of(IndicatorId id) {
        return new Condition("indicator", "==", id.code());
    }

    /** The last so many months: rows are numbered backwards from the newest, four to a month. */
    private static Condition within(int months) {
        return new Condition("pick", "<", 4 * months);
    }

    List<Block> cards(String page, Panel.Cards cards) {
        List<Block> blocks = new ArrayList<>();
        for (IndicatorId id : cards.indicators()) {
            Passport p = passport(id);
            Map<String, Object> look = new LinkedHashMap<>();
            look.put("metric", id.code());
            look.put("header_font_size", 0.4);
            look.put("subtitle", p.unit() + "　" + id);
            look.put("subtitle_font_size", 0.15);
            look.put("y_axis_format", Look.format(p));
            look.put("time_format", "smart_date");
            ChartDraft draft = new ChartDraft(
                    page + "/card/" + id,
                    p.nameZh(),
                    p.definition(),
                    "big_number_total",
                    Mart.FIGURE,
                    List.of(),
                    List.of(id.code()),
                    List.of(of(id), of(length(p))),
                    List.of(),
                    SERIES,
                    look);
            blocks.add(new Block(draft, 3, 20, shelf -> Sheets.one(shelf, p, length(p)), ALL));
        }
        return blocks;
    }

    Block trend(String page, Panel.Trend trend) {
        Passport p = passport(trend.indicator());
        boolean isAgainst =
                trend.against() == Panel.Against.YEAR_BEFORE && p.comparisons().contains("yoy");
        List<String> metrics = isAgainst ? List.of(p.id().code(), p.id() + "_base") : List.of(p.id().code());
        Map<String, Object> look = series(PERIOD, metrics, List.of());
        look.put("seriesType", "line");
        look.put("markerEnabled", trend.months() <= 24);
        look.put("markerSize", 5);
        look.put("y_axis_format", Look.format(p));
        look.put("show_legend", isAgainst);
        ChartDraft draft = new ChartDraft(
                page + "/trend/" + p.id() + "/" + trend.months(),
                p.nameZh() + "（" + p.unit() + "，近" + trend.months() + "个月）",
                p.definition(),
                "echarts_timeseries_line",
                Mart.FIGURE,
                List.of(PERIOD),
                metrics,
                List.of(of(p.id()), of(Period.Kind.MONTH), within(trend.months())),
                List.of(new Order(metrics.get(0), false)),
                SERIES,
                look);
        return new Block(
                draft, 6, 42, shelf -> Sheets.months(shelf, p, trend.months(), isAgainst), List.of(TOWNSHIP, IP_TYPE));
    }

    Block parts(String page, Panel.Parts parts) {
        Passport p = passport(parts.indicator());
        Period.Kind kind = length(p);
        int months = parts.periods() * (kind == Period.Kind.YEAR ? 12 : 3);
        Map<String, Object> look = series(PERIOD, List.of(p.id().code()), List.of("dimension_label"));
        look.put("seriesType", "bar");
        look.put("stack", "Stack");
        look.put("show_legend", true);
        look.put("y_axis_format", Look.format(p));
        ChartDraft draft = new ChartDraft(
                page + "/parts/" + p.id() + "/" + parts.by(),
                p.nameZh() + "按" + labels.dimension(parts.by()) + "（" + p.unit() + "）",
                p.definition(),
                "echarts_timeseries_bar",
                Mart.FIGURE,
                List.of(PERIOD, "dimension_label"),
                List.of(p.id().code()),
                List.of(of(p.id()), of(kind), new Condition("dimension", "==", parts.by()), within(months)),
                List.of(new Order(p.id().code(), false)),
                SERIES,
                look);
        return new Block(draft, 12, 46, shelf -> Sheets.parts(shelf, p, parts.by(), months, labels), List.of(TOWNSHIP));
    }

    Block townships(String page, Panel.Townships townships) {
        Passport p = passport(townships.indicator());
        Map<String, Object> look = series("region_name", List.of(p.id().code()), List.of());
        look.put("seriesType", "bar");
        look.put("orientation", "horizontal");
        look.put("show_value", true);
        look.put("show_legend", false);
        look.put("y_axis_format", Look.format(p));
        ChartDraft draft = new ChartDraft(
                page + "/townships/" + p.id(),
                "各乡镇" + p.nameZh() + "（" + p.unit() + "）",
                p.definition(),
                "echarts_timeseries_bar",
                Mart.FIGURE,
                List.of("region_name"),
                List.of(p.id().code()),
                List.of(of(p.id()), of(length(p)), new Condition("region_level", "==", "township")),
                List.of(new Order(p.id().code(), false)),
                SERIES,
                look);
        return new Block(
                draft,
                6,
                50,
                shelf -> Sheets.townships(shelf, List.of(p), List.of("region_name")),
                List.of(PERIOD, IP_TYPE));
    }

    Block matrix(String page, Panel.Matrix matrix) {
        Passport p = passport(matrix.indicator());
        Map<String, Object> look = new LinkedHashMap<>();
        look.put("x_axis", PERIOD);
        look.put("groupby", "region_name");
        look.put("metric", p.id().code());
        look.put("sort_x_axis", "alpha_asc");
        look.put("sort_y_axis", "alpha_asc");
        look.put("normalize_across", "heatmap");
        look.put("legend_type", "continuous");
        look.put("linear_color_scheme", "schemeBlues");
        look.put("xscale_interval", -1);
        look.put("yscale_interval", -1);
        look.put("left_margin", "auto");
        look.put("bottom_margin", "auto");
        look.put("value_bounds", java.util.Arrays.asList(null, null));
        look.put("y_axis_format", Look.format(p));
        look.put("show_legend", true);
        look.put("show_percentage", false);
        look.put("show_values", true);
        ChartDraft draft = new ChartDraft(
                page + "/matrix/" + p.id(),
                "各乡镇逐月" + p.nameZh() + "（" + p.unit() + "，近" + matrix.months() + "个月）",
                p.definition(),
                "heatmap_v2",
                Mart.FIGURE,
                List.of(PERIOD, "region_name"),
                List.of(p.id().code()),
                List.of(
                        of(p.id()),
                        of(Period.Kind.MONTH),
                        new Condition("region_level", "==", "township"),
                        within(matrix.months())),
                List.of(),
                SERIES,
                look);
        return new Block(draft, 12, 54, shelf -> Sheets.matrix(shelf, p, matrix.months()), List.of(IP_TYPE));
    }

    /** One row an indicator, or one row a township. Yearly indicators make a table of their own. */
    List<Block> table(String page, Panel.Table table) {
        if (table.rows() == Panel.Rows.TOWNSHIPS) {
            return List.of(townshipTable(page, table.indicators()));
        }
        List<Block> blocks = new ArrayList<>();
        for (Period.Kind kind : List.of(Period.Kind.QUARTER, Period.Kind.YEAR)) {
            List<Passport> some = table.indicators().stream()
                    .map(this::passport)
                    .filter(p -> length(p) == kind)
                    .toList();
            if (!some.isEmpty()) {
                blocks.add(indicatorTable(page, some, kind));
            }
        }
        return blocks;
    }

    private Block indicatorTable(String page, List<Passport> some, Period.Kind kind) {
        List<String> keys = List.of("indicator", "indicator_name", "unit");
        List<String> metrics =
                List.of("picked_value_text", "picked_yoy_text", "picked_qoq_text", "picked_status_label");
        List<String> codes = some.stream().map(p -> p.id().code()).toList();
        ChartDraft draft = new ChartDraft(
                page + "/table/" + kind.name().toLowerCase(Locale.ROOT) + "/" + codes.get(0),
                kind == Period.Kind.YEAR ? "年度指标" : "指标一览",
                "数值、同比、环比按发布口径写出；“…”缺报，“—”不存在或不宜比较，“*”不公布。",
                "table",
                Mart.FIGURE,
                keys,
                metrics,
                List.of(new Condition("indicator", "IN", codes), of(kind)),
                List.of(new Order("order_indicator", true)),
                1000,
                tableLook(keys, metrics, "order_indicator"));
        return new Block(
                draft, 12, Math.min(60, 14 + 5 * some.size()), shelf -> Sheets.indicators(shelf, some, kind), ALL);
    }

    private Block townshipTable(String page, List<IndicatorId> ids) {
        List<Passport> some = ids.stream()
                .map(this::passport)
                .filter(p -> length(p) == Period.Kind.QUARTER)
                .toList();
        List<String> keys = List.of("region_code", "region_name");
        List<String> metrics = some.stream().map(p -> p.id().code()).toList();
        ChartDraft draft = new ChartDraft(
                page + "/township-table/" + ids.get(0),
                "各乡镇主要指标",
                "按乡镇代码排列，不作排名；空格为没有数值。",
                "table",
                Mart.FIGURE,
                keys,
                metrics,
                List.of(
                        new Condition("indicator", "IN", metrics),
                        of(Period.Kind.QUARTER),
                        new Condition("region_level", "==", "township")),
                List.of(new Order("order_region", true)),
                1000,
                tableLook(keys, metrics, "order_region"));
        return new Block(draft, 12, 64, shelf -> Sheets.townships(shelf, some, keys), List.of(PERIOD, IP_TYPE));
    }

    /** @param order metric by which the rows stand, ascending; "" for a list of rows */
    static Map<String, Object> tableLook(List<String> keys, List<String> metrics, String order) {
        Map<String, Object> look = new LinkedHashMap<>();
        look.put("query_mode", metrics.isEmpty() ? "raw" : "aggregate");
        look.put("groupby", metrics.isEmpty() ? List.of() : keys);
        look.put("metrics", metrics);
        look.put("all_columns", metrics.isEmpty() ? keys : List.of());
        look.put("percent_metrics", List.of());
        if (!order.isEmpty()) {
            look.put("timeseries_limit_metric", order);
        }
        look.put("order_desc", false);
        look.put("table_timestamp_format", "%Y-%m-%d");
        look.put("show_cell_bars", false);
        look.put("color_pn", false);
        look.put("include_search", false);
        look.put("allow_rearrange_columns", false);
        return look;
    }

    Block funnel(String page, Panel.Funnel funnel) {
        List<Passport> stages = funnel.indicators().stream().map(this::passport).toList();
        List<String> codes = stages.stream().map(p -> p.id().code()).toList();
        Map<String, Object> look = new LinkedHashMap<>();
        look.put("groupby", List.of("indicator_name"));
        look.put("metric", "picked_value");
        look.put("sort_by_metric", true);
        look.put("color_scheme", "supersetColors");
        look.put("number_format", ",d");
        look.put("label_type", "key_value");
        look.put("tooltip_label_type", 5);
        look.put("show_labels", true);
        look.put("show_legend", false);
        ChartDraft draft = new ChartDraft(
                page + "/funnel/" + codes.get(0),
                funnel.title().zh(),
                "各环节件数；各环节是不同的事项，不是同一批案件的去向。",
                "funnel",
                Mart.FIGURE,
                List.of("indicator_name"),
                List.of("picked_value"),
                List.of(new Condition("indicator", "IN", codes), of(Period.Kind.QUARTER)),
                List.of(new Order("picked_value", false)),
                100,
                look);
        return new Block(draft, 6, 42, shelf -> Sheets.stages(shelf, stages), ALL);
    }

    private static Map<String, Object> series(String axis, List<String> metrics, List<String> groups) {
        Map<String, Object> look = new LinkedHashMap<>();
        look.put("x_axis", axis);
        look.put("metrics", metrics);
        look.put("groupby", groups);
        look.put("x_axis_sort_asc", true);
        look.put("x_axis_sort_series", "name");
        look.put("x_axis_sort_series_ascending", true);
        look.put("xAxisForceCategorical", true);
        look.put("order_desc", true);
        look.put("truncate_metric", true);
        look.put("show_empty_columns", true);
        look.put("sort_series_type", "sum");
        look.put("color_scheme", "supersetColors");
        look.put("legendType", "scroll");
        look.put("legendOrientation", "top");
        look.put("rich_tooltip", true);
        look.put("y_axis_bounds", java.util.Arrays.asList(null, null));
        look.put("truncateYAxis", false);
        look.put("zoomable", false);
        return look;
    }
}
