package org.ipwarehouse.reports.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipwarehouse.reports.SpecNode;
import org.ipwarehouse.reports.dashboard.Panel.Against;
import org.ipwarehouse.reports.dashboard.Panel.Kind;
import org.ipwarehouse.reports.dashboard.Panel.Rows;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;

/** Reads one panel: {@code - trend: {indicator: XZ01, months: 24}}. */
final class PanelReader {
    private static final Set<String> PANELS =
            Set.of("lead", "cards", "trend", "parts", "townships", "matrix", "table", "funnel", "board", "changes");
    private static final int DEFAULT_MOST = 20;

    private final Map<IndicatorId, Passport> passports;

    PanelReader(List<Passport> passports) {
        this.passports = passports.stream().collect(Collectors.toUnmodifiableMap(Passport::id, Function.identity()));
    }

    Panel read(SpecNode node) {
        Map<String, SpecNode> entries = node.entries(PANELS);
        if (entries.size() != 1) {
            throw node.mistake("一项只能有一种图表，这里有" + entries.size() + "种。", "每种另起一行，以“- ”开头。");
        }
        Map.Entry<String, SpecNode> only = entries.entrySet().iterator().next();
        SpecNode panel = only.getValue();
        return switch (only.getKey()) {
            case "lead" -> new Panel.Lead(indicators(keys(panel, "indicators").child("indicators"), 6));
            case "cards" -> new Panel.Cards(indicators(keys(panel, "indicators").child("indicators"), 12));
            case "trend" -> trend(keys(panel, "indicator", "months", "against"));
            case "parts" -> parts(keys(panel, "indicator", "by", "periods"));
            case "changes" -> changes(keys(panel, "indicator", "by"));
            case "townships" -> new Panel.Townships(byTownship(keys(panel, "indicator")));
            case "matrix" -> matrix(keys(panel, "indicator", "months"));
            case "table" -> table(keys(panel, "indicators", "rows"));
            case "funnel" -> funnel(keys(panel, "title", "indicators"));
            default -> board(keys(panel, "shows", "most"));
        };
    }

    private static SpecNode keys(SpecNode node, String... known) {
        node.entries(Set.of(known));
        return node;
    }

    private Panel trend(SpecNode node) {
        IndicatorId id = indicator(node.child("indicator"));
        if (!passport(id).frequency().equals("month")) {
            throw node.child("indicator").mistake("指标 " + id + " 没有月度数值，画不出逐月走势。", "用 parts、table，或换一个按月的指标。");
        }
        Against against =
                node.find("against").map(word -> choice(word, Against.values())).orElse(Against.YEAR_BEFORE);
        return new Panel.Trend(id, between(node.child("months"), 3, 36), against);
    }

    private Panel changes(SpecNode node) {
        if (node.child("by").text().equals("township")) {
            IndicatorId id = indicator(node.child("indicator"));
            if (passport(id).isRate()) {
                throw node.child("indicator").mistake("指标 " + id + " 是比率，变化不能分解为部分。", "改用件数或金额类指标。");
            }
            return new Panel.Changes(id, "township");
        }
        Panel.Parts parts = partsOf(node, 2);
        return new Panel.Changes(parts.indicator(), parts.by());
    }

    private Panel parts(SpecNode node) {
        return partsOf(node, between(node.child("periods"), 2, 12));
    }

    private Panel.Parts partsOf(SpecNode node, int periods) {
        IndicatorId id = indicator(node.child("indicator"));
        Passport passport = passport(id);
        String dimension = node.child("by").text();
        if (!passport.dimensions().contains(dimension)) {
            throw node.child("by")
                    .mistake(
                            "指标 " + id + " 不能按“" + dimension + "”分。",
                            "可用的维度：" + String.join("、", passport.dimensions()) + "。");
        }
        if (passport.isRate()) {
            throw node.child("indicator").mistake("指标 " + id + " 是比率，不能分解为部分。", "改用件数或金额类指标。");
        }
        return new Panel.Parts(id, dimension, periods);
    }

    private Panel matrix(SpecNode node) {
        IndicatorId id = byTownship(node);
        if (!passport(id).frequency().equals("month")) {
            throw node.child("indicator").mistake("指标 " + id + " 没有月度数值。", "换一个按月的指标。");
        }
        return new Panel.Matrix(id, between(node.child("months"), 3, 24));
    }

    private Panel table(SpecNode node) {
        Rows rows = choice(node.child("rows"), Rows.values());
        return new Panel.Table(indicators(node.child("indicators"), rows == Rows.TOWNSHIPS ? 8 : 40), rows);
    }

    private Panel funnel(SpecNode node) {
        List<IndicatorId> stages = indicators(node.child("indicators"), 8);
        for (SpecNode stage : node.child("indicators").items()) {
            Passport.Kind kind = passport(new IndicatorId(stage.text())).kind();
            if (kind != Passport.Kind.COUNT && kind != Passport.Kind.STOCK) {
                throw stage.mistake("指标 " + stage.text() + " 不是件数，不能作漏斗的一环。", "改用件数类指标。");
            }
        }
        if (stages.size() < 2) {
            throw node.child("indicators").mistake("漏斗至少要两环。", "补上后面的环节。");
        }
        return new Panel.Funnel(Words.of(node.child("title"), 20, 60), stages);
    }

    private Panel board(SpecNode node) {
        Kind kind = choice(node.child("shows"), Kind.values());
        int most = node.find("most").map(m -> between(m, 1, 500)).orElse(DEFAULT_MOST);
        return new Panel.Board(kind, most);
    }

    private IndicatorId byTownship(SpecNode node) {
        return indicator(node.child("indicator"));
    }

    List<IndicatorId> indicators(SpecNode node, int most) {
        List<IndicatorId> indicators =
                node.items().stream().map(this::indicator).toList();
        if (indicators.isEmpty() || indicators.size() > most) {
            throw node.mistake("这里有" + indicators.size() + "个指标，可写1到" + most + "个。", "增减指标，或分成几项。");
        }
        if (Set.copyOf(indicators).size() < indicators.size()) {
            throw node.mistake("同一个指标写了两次。", "删去重复的。");
        }
        return indicators;
    }

    private IndicatorId indicator(SpecNode node) {
        IndicatorId id;
        try {
            id = new IndicatorId(node.text());
        } catch (IllegalArgumentException e) {
            throw node.mistake("“" + node.text() + "”不是指标代码。", "写成两个大写字母加两位数字，例如 XZ01。");
        }
        if (!passports.containsKey(id)) {
            throw node.mistake("没有指标 " + id + "。", "查看 warehouse/indicators，或用 ipw figures 列出已有指标。");
        }
        return id;
    }

    private Passport passport(IndicatorId id) {
        return Objects.requireNonNull(passports.get(id), id::code);
    }

    static int between(SpecNode node, int least, int most) {
        int number = node.number();
        if (number < least || number > most) {
            throw node.mistake("“" + number + "”超出范围。", "写 " + least + " 到 " + most + " 之间的整数。");
        }
        return number;
    }

    /** The constant that a word of the file names, in lower case. */
    static <E extends Enum<E>> E choice(SpecNode node, E[] constants) {
        return Stream.of(constants)
                .filter(c -> DashboardReader.word(c).equals(node.text()))
                .findFirst()
                .orElseThrow(() -> node.mistake(
                        "不认识“" + node.text() + "”。",
                        "可用的有："
                                + Stream.of(constants)
                                        .map(DashboardReader::word)
                                        .collect(Collectors.joining("、")) + "。"));
    }
}
