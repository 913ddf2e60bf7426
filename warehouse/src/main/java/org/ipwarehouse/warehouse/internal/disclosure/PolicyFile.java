package org.ipwarehouse.warehouse.internal.disclosure;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.internal.reference.StrictYaml;

/** Reads {@code warehouse/disclosure/policy.yaml} strictly. The grammar is docs/disclosure.md. */
final class PolicyFile {
    private static final Set<String> KEYS = Set.of(
            "effective_from",
            "small_count",
            "count_width",
            "amount_width_percent",
            "least_denominator",
            "least_contributors",
            "largest_share_percent",
            "remainder_percent",
            "small_remainder",
            "money_pattern",
            "default_class",
            "classes",
            "source");
    private static final Set<String> GRAIN_KEYS = Set.of("region", "breakdown", "periods");

    private final StrictYaml node;
    private final Map<String, StrictYaml> entries;

    private PolicyFile(StrictYaml node) {
        this.node = node;
        entries = node.entries(KEYS);
    }

    static Path of(Path home) {
        return home.resolve("warehouse/disclosure/policy.yaml");
    }

    /** The policy that holds on a day. @throws Fault with file and line */
    static Policy load(Path home, LocalDate day) {
        StrictYaml document = StrictYaml.read(of(home));
        StrictYaml versions = document.required(document.entries(Set.of("versions")), "versions");
        PolicyFile holding = null;
        LocalDate since = LocalDate.MIN;
        for (StrictYaml item : versions.items()) {
            PolicyFile version = new PolicyFile(item);
            LocalDate from = version.day("effective_from");
            version.policy();
            if (!from.isAfter(day) && !from.isBefore(since)) {
                holding = version;
                since = from;
            }
        }
        if (holding == null) {
            throw versions.wrong("没有在 " + day + " 生效的披露规则", "请补上 effective_from 不晚于该日的一版。");
        }
        return holding.policy();
    }

    private Policy policy() {
        Map<String, List<Policy.Grain>> classes = classes();
        String byDefault = need("default_class").text();
        if (!classes.containsKey(byDefault)) {
            throw need("default_class")
                    .wrong("没有披露类别 '" + byDefault + "'", "可用：" + String.join("、", classes.keySet()) + "。");
        }
        return new Policy(
                atLeast("small_count", 2),
                atLeast("count_width", 1),
                percent("amount_width_percent"),
                atLeast("least_denominator", 1),
                atLeast("least_contributors", 2),
                percent("largest_share_percent"),
                percent("remainder_percent"),
                remainders(need("small_remainder")),
                pattern("money_pattern"),
                byDefault,
                classes);
    }

    private Map<String, List<Policy.Grain>> classes() {
        Map<String, List<Policy.Grain>> classes = new HashMap<>();
        need("classes").entries(Set.of("public", "aggregated", "internal")).forEach((name, grains) -> {
            List<Policy.Grain> read = new ArrayList<>();
            grains.items().forEach(grain -> read.add(grain(grain)));
            classes.put(name, List.copyOf(read));
        });
        for (String name : List.of("public", "aggregated", "internal")) {
            if (!classes.containsKey(name)) {
                throw need("classes").wrong("缺少披露类别 " + name, "请补上；什么都不公布的写 []。");
            }
        }
        return classes;
    }

    private static Policy.Grain grain(StrictYaml node) {
        Map<String, StrictYaml> keys = node.entries(GRAIN_KEYS);
        Set<Period.Kind> kinds = EnumSet.noneOf(Period.Kind.class);
        for (StrictYaml kind : node.required(keys, "periods").items()) {
            kinds.add(kind(kind));
        }
        return new Policy.Grain(
                either(node.required(keys, "region"), "district", "townships"),
                either(node.required(keys, "breakdown"), "total", "dimensions"),
                kinds);
    }

    private static Policy.Remainders remainders(StrictYaml node) {
        try {
            return Policy.Remainders.valueOf(node.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw node.wrong("不认识 '" + node.text() + "'", "可用：hidden、detail、shown。");
        }
    }

    private static Period.Kind kind(StrictYaml node) {
        try {
            return Period.Kind.valueOf(node.text().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw node.wrong("不认识期间 '" + node.text() + "'", "可用：month、quarter、half、year、to_date。");
        }
    }

    private static boolean either(StrictYaml node, String yes, String no) {
        if (!node.text().equals(yes) && !node.text().equals(no)) {
            throw node.wrong("不认识 '" + node.text() + "'", "可用：" + yes + "、" + no + "。");
        }
        return node.text().equals(yes);
    }

    private int atLeast(String key, int least) {
        int number = need(key).integer();
        if (number < least) {
            throw need(key).wrong(key + " 小于 " + least, "请写不小于 " + least + " 的整数。");
        }
        return number;
    }

    private BigDecimal percent(String key) {
        String text = need(key).text();
        if (!text.matches("\\d{1,2}(\\.\\d{1,4})?|100")) {
            throw need(key).wrong("'" + text + "' 不是 0 到 100 的百分数", "例如 80。");
        }
        return new BigDecimal(text);
    }

    private String pattern(String key) {
        try {
            return Pattern.compile(need(key).text()).pattern();
        } catch (PatternSyntaxException broken) {
            throw need(key).wrong("'" + need(key).text() + "' 不是合法的正则表达式", "例如 _yuan。");
        }
    }

    private LocalDate day(String key) {
        try {
            return LocalDate.parse(need(key).text());
        } catch (DateTimeParseException notADay) {
            throw need(key).wrong("'" + need(key).text() + "' 不是日期", "例如 2024-01-01。");
        }
    }

    private StrictYaml need(String key) {
        return node.required(entries, key);
    }
}
