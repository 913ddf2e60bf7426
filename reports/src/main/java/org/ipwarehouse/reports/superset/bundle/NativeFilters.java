package org.ipwarehouse.reports.superset.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.reports.dashboard.Dashboard.Filter;

/** What a reader may choose: one period, one township, one type of right. A chart that a choice does not fit is left out of it. */
final class NativeFilters {
    private NativeFilters() {}

    /** @param numbers of the dashboard's charts by UUID */
    static List<Object> of(
            Edition edition,
            String page,
            Set<Filter> wanted,
            List<Block> blocks,
            Map<String, Integer> numbers,
            String dataset) {
        List<Object> filters = new ArrayList<>();
        for (Filter filter : Filter.values()) {
            if (wanted.contains(filter)) {
                List<Integer> excluded = blocks.stream()
                        .filter(b -> !b.filters().contains(word(filter)))
                        .map(b -> numbers.get(edition.id("chart", b.draft().id())))
                        .toList();
                if (excluded.size() < blocks.size()) {
                    filters.add(one(edition, page, filter, excluded, dataset));
                }
            }
        }
        return filters;
    }

    static String word(Filter filter) {
        return filter.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, Object> one(
            Edition edition, String page, Filter filter, List<Integer> excluded, String dataset) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(
                "id",
                "NATIVE_FILTER-" + edition.id("filter", page, word(filter)).substring(0, 8));
        one.put("name", label(filter));
        one.put("type", "NATIVE_FILTER");
        one.put("filterType", "filter_select");
        one.put("targets", List.of(Map.of("datasetUuid", dataset, "column", Map.of("name", column(filter)))));
        one.put("scope", Map.of("rootPath", List.of("ROOT_ID"), "excluded", excluded));
        one.put("cascadeParentIds", List.of());
        one.put("defaultDataMask", Map.of("extraFormData", Map.of(), "filterState", Map.of(), "ownState", Map.of()));
        Map<String, Object> control = new LinkedHashMap<>();
        control.put("multiSelect", false);
        control.put("enableEmptyFilter", false);
        control.put("defaultToFirstItem", false);
        control.put("inverseSelection", false);
        control.put("searchAllOptions", false);
        control.put("sortAscending", filter != Filter.PERIOD);
        one.put("controlValues", control);
        one.put("description", hint(filter));
        one.put("adhoc_filters", only(filter));
        return one;
    }

    private static String label(Filter filter) {
        return switch (filter) {
            case PERIOD -> "期间（季度）";
            case TOWNSHIP -> "乡镇";
            case IP_TYPE -> "知识产权类型";
        };
    }

    private static String hint(Filter filter) {
        return switch (filter) {
            case PERIOD -> "不选为最近一个季度。走势图不受影响。";
            case TOWNSHIP -> "不选为全区。";
            case IP_TYPE -> "不选为全部类型；没有按类型统计的指标显示为无数据。";
        };
    }

    private static String column(Filter filter) {
        return switch (filter) {
            case PERIOD -> "period";
            case TOWNSHIP -> "region_name";
            case IP_TYPE -> "ip_type";
        };
    }

    /** Which values are offered. */
    private static List<Object> only(Filter filter) {
        return switch (filter) {
            case PERIOD -> List.of(condition("period_kind", "==", "quarter"));
            case TOWNSHIP -> List.of(condition("region_level", "==", "township"));
            case IP_TYPE -> List.of(condition("dimension", "==", "ip_type"));
        };
    }

    private static Map<String, Object> condition(String column, String operator, String value) {
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("clause", "WHERE");
        condition.put("expressionType", "SIMPLE");
        condition.put("subject", column);
        condition.put("operator", operator);
        condition.put("comparator", value);
        return condition;
    }
}
