package org.ipwarehouse.warehouse.internal.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.AnalystSql.MetricView;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Dimension;

/**
 * The passports as Spark's metric views, one for each fact and date by which its rows are counted. A measure is an
 * aggregate with a FILTER; Spark computes it anew at whatever level a query groups by, as rates and distinct counts need.
 */
public final class MetricViews {
    public static final String LAYER = "metric";

    /** In a metric view a dimension hides the column of its name, which a measure's condition may mean. */
    private static final String BREAKDOWN = "by_";

    /** Digits of a sum and after its point: so that a quotient keeps ten. */
    private static final String NUMBER = "decimal(28,6)";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Source, List<Definition>> carried = new LinkedHashMap<>();
    private final Map<IndicatorId, String> notCarried = new TreeMap<>();

    private record Source(TableName fact, String date) {
        TableName view() {
            String words = date.replaceAll("[^a-z0-9_]+", "_").replaceAll("^_|_$", "");
            return new TableName(LAYER, fact.name() + "_by_" + words);
        }
    }

    public MetricViews(List<Definition> definitions) {
        for (Definition definition : definitions) {
            String reason = reason(definition);
            if (reason.isEmpty()) {
                Term first = definition.numerator().get(0);
                carried.computeIfAbsent(new Source(first.fact(), first.at()), s -> new ArrayList<>())
                        .add(definition);
            } else {
                notCarried.put(definition.passport().id(), reason);
            }
        }
    }

    /** The views in the order of the passports. */
    public List<MetricView> views() {
        return carried.entrySet().stream()
                .map(e -> new MetricView(
                        e.getKey().view(),
                        e.getKey().fact(),
                        e.getKey().date(),
                        List.copyOf(dimensions(e.getKey(), e.getValue()).keySet()),
                        e.getValue().stream().map(d -> d.passport().id()).toList()))
                .toList();
    }

    /** Indicators that a metric view cannot say, with the reason. */
    public Map<IndicatorId, String> notCarried() {
        return Map.copyOf(notCarried);
    }

    /** The definition of a view as YAML, of which JSON is a part. */
    public String yaml(TableName view) {
        Map.Entry<Source, List<Definition>> found = carried.entrySet().stream()
                .filter(e -> e.getKey().view().equals(view))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No metric view " + view));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", "0.1");
        document.put("source", found.getKey().fact().toString());
        document.put("filter", "(" + found.getKey().date() + ") is not null");
        document.put("dimensions", columns(dimensions(found.getKey(), found.getValue())));
        document.put("measures", columns(measures(found.getValue())));
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Map<String, String>> columns(Map<String, String> expressions) {
        return expressions.entrySet().stream()
                .map(e -> Map.of("name", e.getKey(), "expr", e.getValue()))
                .toList();
    }

    private static String reason(Definition definition) {
        List<Term> terms = new ArrayList<>(definition.numerator());
        terms.addAll(definition.denominator());
        Set<TableName> facts = terms.stream().map(Term::fact).collect(Collectors.toSet());
        Set<String> dates = terms.stream().map(Term::at).collect(Collectors.toSet());
        if (terms.stream().anyMatch(t -> t.timing() != Term.Timing.FLOW)) {
            return "期初或期末的存量：同一行要计入进入之后、离开之前的每一期，按日期分组的度量写不出";
        }
        if (facts.size() > 1) {
            return "分子、分母取自不同的表："
                    + facts.stream().map(TableName::toString).sorted().collect(Collectors.joining("、"));
        }
        return dates.size() > 1 ? "各项按不同的日期归期：" + dates.stream().sorted().collect(Collectors.joining("、")) : "";
    }

    /** Region, the periods, and the breakdowns that have one value in each row. */
    private static Map<String, String> dimensions(Source source, List<Definition> definitions) {
        String day = "(" + source.date() + ")";
        Map<String, String> dimensions = new LinkedHashMap<>();
        dimensions.put("region_code", "region_code");
        dimensions.put("period_month", "concat(year(" + day + "), '-', lpad(month(" + day + "), 2, '0'))");
        dimensions.put("period_quarter", "concat(year(" + day + "), 'Q', quarter(" + day + "))");
        dimensions.put("period_half", "concat(year(" + day + "), 'H', if(month(" + day + ") < 7, 1, 2))");
        dimensions.put("period_year", "cast(year(" + day + ") as string)");
        for (Definition definition : definitions) {
            definition.dimensions().values().stream()
                    .filter(d -> !d.many())
                    .forEach(d -> dimensions.put(BREAKDOWN + d.name(), breakdown(d)));
        }
        return dimensions;
    }

    private static String breakdown(Dimension dimension) {
        String text = "cast(" + dimension.column() + " as string)";
        return "case " + text + " when 'true' then '是' when 'false' then '否' else coalesce(" + text + ", '"
                + ScanColumns.NOT_STATED + "') end";
    }

    private static Map<String, String> measures(List<Definition> definitions) {
        Map<String, String> measures = new LinkedHashMap<>();
        for (Definition definition : definitions) {
            String code = definition.passport().id().code();
            String numerator = sum(definition.numerator());
            BigDecimal factor = definition.factor();
            if (definition.isRatio()) {
                String denominator = sum(definition.denominator());
                measures.put(
                        code, "try_divide(" + factor.toPlainString() + " * " + numerator + ", " + denominator + ")");
                measures.put(code + "_n", numerator);
                measures.put(code + "_d", denominator);
            } else {
                boolean isPlain = factor.compareTo(BigDecimal.ONE) == 0;
                measures.put(code, isPlain ? numerator : factor.toPlainString() + " * " + numerator);
            }
        }
        return measures;
    }

    private static String sum(List<Term> terms) {
        Set<String> parts = new LinkedHashSet<>();
        terms.forEach(term -> parts.add("cast(" + aggregate(term) + " as " + NUMBER + ")"));
        if (parts.size() < terms.size()) {
            throw new IllegalArgumentException("The same term stands twice: " + terms);
        }
        return parts.size() == 1 ? parts.iterator().next() : "(" + String.join(" + ", parts) + ")";
    }

    private static String aggregate(Term term) {
        String filter = " filter (where (" + term.when() + "))";
        return switch (term.measure()) {
            case COUNT -> "count(*)" + filter;
            case SUM -> "coalesce(sum(" + term.of() + ")" + filter + ", 0)";
            case DISTINCT -> "count(distinct " + term.of() + ")" + filter;
            case MEDIAN, PERCENTILE ->
                "percentile(" + term.of() + ", " + term.share().toPlainString() + ")" + filter;
        };
    }
}
