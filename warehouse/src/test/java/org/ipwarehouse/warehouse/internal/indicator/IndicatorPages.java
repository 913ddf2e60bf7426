package org.ipwarehouse.warehouse.internal.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Passport;

/** The pages of docs/indicators: one for each indicator, from its passport and its worked example. */
final class IndicatorPages {
    private static final Map<String, String> COMPARISONS = Map.of("yoy", "同比", "qoq", "环比", "to_date", "累计");
    private static final Map<String, String> DIRECTIONS = Map.of("up", "越高越好", "down", "越低越好", "neutral", "中性，须结合解读");
    private static final Map<String, String> FREQUENCIES =
            Map.of("month", "月、季、半年、年、累计", "quarter", "季、半年、年，季末累计", "year", "年，季末累计");

    private final List<Definition> definitions;
    private final WorkedExamples examples;

    IndicatorPages(List<Definition> definitions, WorkedExamples examples) {
        this.definitions = definitions;
        this.examples = examples;
    }

    /** Text by the name of its file. */
    Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        definitions.forEach(d -> pages.put(d.passport().id().code() + ".md", page(d)));
        pages.put("README.md", index());
        return pages;
    }

    private String index() {
        List<String> lines = new ArrayList<>(List.of(
                "# 指标目录 Indicators",
                "",
                "由护照（`warehouse/indicators`）和规格测试中的手算例生成；改了护照或例子后运行",
                "`mvn -q -pl warehouse test -Dtest=IndicatorPagesSpec -Dipw.docs=write`，不要手改。",
                "",
                "| 代码 | 名称 | English | 单位 | 任务 | 来源 | 把握 |",
                "|---|---|---|---|---|---|---|"));
        for (Definition definition : definitions) {
            Passport p = definition.passport();
            lines.add("| [" + p.id() + "](" + p.id() + ".md) | " + p.nameZh() + " | " + p.nameEn() + " | " + p.unit()
                    + " | " + words(p.tasks()) + " | " + words(p.sources()) + " | " + p.confidence() + " |");
        }
        return text(lines);
    }

    private String page(Definition d) {
        Passport p = d.passport();
        List<String> lines = new ArrayList<>();
        lines.add("# " + p.id() + " " + p.nameZh());
        lines.add("");
        lines.add(p.nameEn() + "，第 " + p.version() + " 版，" + p.unit() + "，保留 " + p.decimals() + " 位小数（HALF_UP）");
        lines.addAll(List.of(
                "", "**定义** " + p.definition(), "", "**公式** " + p.formula(), "", "**日期** " + p.dateField(), ""));
        lines.addAll(List.of("| 项 | 内容 |", "|---|---|"));
        row(lines, "时期", FREQUENCIES.getOrDefault(p.frequency(), ""));
        row(lines, "比较", p.comparisons().stream().map(COMPARISONS::get).collect(Collectors.joining("、")));
        row(lines, "方向", DIRECTIONS.getOrDefault(p.direction(), ""));
        row(lines, "分组", words(p.dimensions()));
        row(lines, "区域", d.regions() == Definition.Regions.TOWNSHIPS ? "全区与各乡镇" : "全区");
        row(lines, "任务", words(p.tasks()));
        row(lines, "责任单位", words(p.owners()));
        row(lines, "来源", words(p.sources()));
        row(lines, "关键项", words(d.keyFields()));
        row(lines, "把握", p.confidence());
        lines.addAll(List.of("", "## 怎样算", ""));
        terms(lines, "分子", d.numerator());
        terms(lines, "分母", d.denominator());
        terms(lines, "有则不算（规则未配置）", d.blocked());
        d.disclosures().forEach(note -> lines.add("- 注明：" + note.text() + "（`" + note.when() + "`）"));
        lines.addAll(List.of("", "## 易错", "", p.pitfall().isEmpty() ? "（无）" : p.pitfall(), ""));
        examples.of(p.id().code()).ifPresent(example -> example(lines, example));
        return text(lines);
    }

    private static void row(List<String> lines, String name, String value) {
        lines.add("| " + name + " | " + (value.isEmpty() ? "—" : value) + " |");
    }

    private static void terms(List<String> lines, String name, List<Term> terms) {
        for (Term term : terms) {
            String timing =
                    switch (term.timing()) {
                        case FLOW -> "`" + term.at() + "` 在期内";
                        case CLOSING -> "期末在（`" + term.at() + "` 起" + left(term) + "）";
                        case OPENING -> "期初在（`" + term.at() + "` 起" + left(term) + "）";
                    };
            lines.add("- " + name + "：`" + term.fact() + "` " + measure(term) + "，" + timing + "，条件 `" + term.when()
                    + "`");
        }
    }

    private static String left(Term term) {
        return term.leaves() == null ? "" : "，`" + term.leaves() + "` 止";
    }

    private static String measure(Term term) {
        return switch (term.measure()) {
            case COUNT -> "的行数";
            case SUM -> "的 `" + term.of() + "` 之和";
            case DISTINCT -> "中不同的 `" + term.of() + "` 个数";
            case MEDIAN -> "的 `" + term.of() + "` 中位数";
            case PERCENTILE ->
                "的 `" + term.of() + "` 第 " + term.share().movePointRight(2).toPlainString() + " 百分位数";
        };
    }

    private static void example(List<String> lines, WorkedExamples.Example example) {
        lines.addAll(List.of("## 手算例", "", "*" + example.sentence() + "*", ""));
        example.arithmetic().forEach(line -> lines.add("> " + line + "  "));
        for (WorkedExamples.Drawing drawing : example.drawings()) {
            lines.addAll(List.of("", drawing.title() + "：", "", "```text"));
            lines.addAll(drawing.lines());
            lines.add("```");
        }
    }

    private static String words(List<?> words) {
        return words.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines).stripTrailing() + "\n";
    }
}
