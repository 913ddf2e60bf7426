package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Dimension;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Disclosure;
import org.ipwarehouse.warehouse.internal.indicator.Definition.Regions;
import org.ipwarehouse.warehouse.internal.indicator.Term.Measure;
import org.ipwarehouse.warehouse.internal.indicator.Term.Timing;
import org.ipwarehouse.warehouse.internal.reference.StrictYaml;
import org.jspecify.annotations.Nullable;

/** Reads one passport strictly: each mistake is a fault with file and line. The grammar is docs/passports.md. */
final class PassportFile {
    private static final Set<String> KEYS = Set.of(
            "indicator",
            "name_zh",
            "name_en",
            "version",
            "definition",
            "formula",
            "date_field",
            "kind",
            "unit",
            "factor",
            "decimals",
            "direction",
            "fact",
            "numerator",
            "denominator",
            "blocked",
            "provisional_when",
            "disclose",
            "regions",
            "dimensions",
            "comparisons",
            "small_base",
            "tasks",
            "owners",
            "sources",
            "pitfall",
            "confidence",
            "evidence",
            "frequency",
            "key_fields",
            "least_sample",
            "disclosure_class",
            "contributors");
    private static final Set<String> TERM_KEYS = Set.of(
            "fact",
            "count",
            "sum",
            "distinct",
            "median",
            "percentile",
            "share",
            "when",
            "at",
            "level",
            "enters",
            "leaves",
            "provisional_when");
    private static final Set<String> COMPARISONS = Set.of("yoy", "qoq", "to_date");
    private static final Set<String> DISCLOSURE_CLASSES = Set.of("public", "aggregated", "internal");
    private static final Set<String> DIRECTIONS = Set.of("up", "down", "neutral");

    private final StrictYaml document;
    private final Map<String, StrictYaml> entries;
    private final String topic;

    private PassportFile(Path file) {
        document = StrictYaml.read(file);
        entries = document.entries(KEYS);
        Path folder = file.toAbsolutePath().getParent();
        topic = folder == null ? "" : String.valueOf(folder.getFileName());
    }

    static Definition read(Path file) {
        return new PassportFile(file).definition();
    }

    private Definition definition() {
        Passport passport = passport();
        boolean isRate = passport.isRate();
        List<Term> denominator = entries.containsKey("denominator") ? terms("denominator") : List.of();
        if (isRate && denominator.isEmpty()) {
            throw document.wrong("kind: rate 而没有 denominator", "请补上 denominator，或把 kind 改为 count、amount、stock。");
        }
        return new Definition(
                passport,
                terms("numerator"),
                denominator,
                decimal("factor", isRate ? "100" : "1"),
                regions(),
                dimensions(),
                entries.containsKey("blocked") ? terms("blocked") : List.of(),
                disclosures(),
                decimal("small_base", passport.kind() == Passport.Kind.COUNT ? "10" : "0"),
                texts("evidence"),
                frequency(),
                texts("key_fields"),
                entries.containsKey("least_sample") ? need("least_sample").integer() : 0,
                disclosureClass());
    }

    private Passport passport() {
        List<String> comparisons = need("comparisons").texts();
        requireKnown("comparisons", comparisons, COMPARISONS);
        requireKnown("direction", List.of(text("direction")), DIRECTIONS);
        return new Passport(
                id(),
                text("name_zh"),
                text("name_en"),
                text("definition"),
                text("formula"),
                text("date_field"),
                text("unit"),
                need("decimals").integer(),
                RoundingMode.HALF_UP,
                kind(),
                text("direction"),
                List.copyOf(dimensions().keySet()),
                comparisons,
                need("tasks").items().stream().map(StrictYaml::integer).toList(),
                need("owners").texts(),
                need("sources").texts(),
                text("pitfall"),
                text("confidence"),
                need("version").integer(),
                topic,
                lower(frequency()));
    }

    private String disclosureClass() {
        if (!entries.containsKey("disclosure_class")) {
            return "";
        }
        requireKnown("disclosure_class", List.of(text("disclosure_class")), DISCLOSURE_CLASSES);
        return text("disclosure_class");
    }

    private Definition.Frequency frequency() {
        return entries.containsKey("frequency")
                ? oneOf(need("frequency"), Definition.Frequency.class)
                : Definition.Frequency.MONTH;
    }

    private List<String> texts(String key) {
        return entries.containsKey(key) ? need(key).texts() : List.of();
    }

    private IndicatorId id() {
        try {
            return new IndicatorId(text("indicator"));
        } catch (IllegalArgumentException notACode) {
            throw need("indicator").wrong("'" + text("indicator") + "' 不是指标代码", "请写两个大写字母加两位数字，例如 XZ01。");
        }
    }

    private Passport.Kind kind() {
        return oneOf(need("kind"), Passport.Kind.class);
    }

    private Regions regions() {
        return oneOf(need("regions"), Regions.class);
    }

    private List<Term> terms(String key) {
        List<Term> terms = new ArrayList<>();
        for (StrictYaml item : need(key).items()) {
            terms.add(term(item));
        }
        if (terms.isEmpty()) {
            throw need(key).wrong(key + " 是空的", "请至少写一项。");
        }
        return terms;
    }

    private Term term(StrictYaml item) {
        Map<String, StrictYaml> keys = item.entries(TERM_KEYS);
        Measure measure = measure(item, keys);
        boolean isLevel = keys.containsKey("level");
        String at = item.required(keys, isLevel ? "enters" : "at").text();
        @Nullable StrictYaml leaves = keys.get("leaves");
        if (!isLevel && leaves != null) {
            throw leaves.wrong("leaves 只用于存量", "请加上 level: closing 或 opening，或删去 leaves。");
        }
        if (isLevel && (measure == Measure.MEDIAN || measure == Measure.PERCENTILE)) {
            throw item.wrong("中位数和分位数不能用于存量", "请删去 level，改写 at。");
        }
        return new Term(
                TableName.parse(keys.getOrDefault("fact", need("fact")).text()),
                measure,
                measure == Measure.COUNT
                        ? ""
                        : item.required(keys, lower(measure)).text(),
                item.required(keys, "when").text(),
                isLevel ? oneOf(item.required(keys, "level"), Timing.class) : Timing.FLOW,
                at,
                leaves == null ? null : leaves.text(),
                provisional(keys),
                share(item, keys, measure),
                measure == Measure.SUM && entries.containsKey("contributors") ? text("contributors") : "");
    }

    /** Which part of the values lies below a percentile; a median is the half. */
    private static BigDecimal share(StrictYaml item, Map<String, StrictYaml> keys, Measure measure) {
        if (measure != Measure.PERCENTILE) {
            return measure == Measure.MEDIAN ? new BigDecimal("0.5") : BigDecimal.ZERO;
        }
        StrictYaml share = item.required(keys, "share");
        if (!share.text().matches("0\\.\\d+")) {
            throw share.wrong("'" + share.text() + "' 不是 0 与 1 之间的小数", "例如 share: 0.9。");
        }
        return new BigDecimal(share.text());
    }

    /** A term's own condition, else that of the passport. */
    private String provisional(Map<String, StrictYaml> keys) {
        StrictYaml own = keys.getOrDefault("provisional_when", entries.get("provisional_when"));
        return own == null ? "" : own.text();
    }

    private static Measure measure(StrictYaml item, Map<String, StrictYaml> keys) {
        List<Measure> named = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (keys.containsKey(lower(measure))) {
                named.add(measure);
            }
        }
        if (named.size() != 1) {
            throw item.wrong(
                    "一项须恰有 count、sum、distinct、median、percentile 之一",
                    "例如 {count: rows, at: decided_on, when: is_ip_case}。");
        }
        return named.get(0);
    }

    private Map<String, Dimension> dimensions() {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        need("dimensions").entries(Set.of()).forEach((name, value) -> {
            boolean many = value.text().endsWith("[]");
            String column = many ? value.text().substring(0, value.text().length() - 2) : value.text();
            dimensions.put(name, new Dimension(name, column, many));
        });
        return dimensions;
    }

    private List<Disclosure> disclosures() {
        List<Disclosure> disclosures = new ArrayList<>();
        if (entries.containsKey("disclose")) {
            for (StrictYaml item : need("disclose").items()) {
                Map<String, StrictYaml> keys = item.entries(Set.of("text", "when"));
                disclosures.add(new Disclosure(
                        item.required(keys, "text").text(),
                        item.required(keys, "when").text()));
            }
        }
        return disclosures;
    }

    private BigDecimal decimal(String key, String otherwise) {
        if (!entries.containsKey(key)) {
            return new BigDecimal(otherwise);
        }
        try {
            return new BigDecimal(text(key));
        } catch (NumberFormatException notANumber) {
            throw need(key).wrong("'" + text(key) + "' 不是数", "请写十进制数，例如 0.0001。");
        }
    }

    private void requireKnown(String key, List<String> values, Set<String> known) {
        for (String value : values) {
            if (!known.contains(value)) {
                throw need(key)
                        .wrong(
                                key + " 不认识 '" + value + "'",
                                "可用：" + String.join("、", known.stream().sorted().toList()) + "。");
            }
        }
    }

    private static <E extends Enum<E>> E oneOf(StrictYaml value, Class<E> known) {
        List<String> names = new ArrayList<>();
        for (E constant : known.getEnumConstants()) {
            if (lower(constant).equals(value.text())) {
                return constant;
            }
            names.add(lower(constant));
        }
        throw value.wrong("不认识 '" + value.text() + "'", "可用：" + String.join("、", names) + "。");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private StrictYaml need(String key) {
        return document.required(entries, key);
    }

    private String text(String key) {
        return need(key).text();
    }
}
