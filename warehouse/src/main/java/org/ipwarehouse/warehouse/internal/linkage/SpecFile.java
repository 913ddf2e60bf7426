package org.ipwarehouse.warehouse.internal.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Comparison;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Field;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Keep;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Level;
import org.ipwarehouse.warehouse.internal.linkage.Spec.NameWords;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Prior;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Rule;
import org.ipwarehouse.warehouse.internal.linkage.Spec.Training;
import org.ipwarehouse.warehouse.internal.reference.StrictYaml;
import org.jspecify.annotations.Nullable;

/** Reads the file of a linkage; whatever is not known or does not fit together is a fault with its line. */
final class SpecFile {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern STEP = Pattern.compile("([a-z_]+)(?:\\(([a-z0-9_]+)\\))?");
    private static final Set<String> KEYS = Set.of(
            "linkage",
            "meaning",
            "id",
            "exclusive",
            "enterprise_names",
            "fields",
            "comparisons",
            "blocking",
            "largest_block",
            "training",
            "keep");
    private static final double LEAST_SHARE = 1e-9;

    private final StrictYaml document;
    private final Map<String, StrictYaml> entries;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private SpecFile(Path file) {
        document = StrictYaml.read(file);
        entries = document.entries(KEYS);
    }

    static Spec read(Path file) {
        return new SpecFile(file).spec();
    }

    private Spec spec() {
        need("meaning").text();
        for (StrictYaml item : need("fields").items()) {
            Field field = field(item);
            if (fields.put(field.name(), field) != null) {
                throw item.wrong("字段 '" + field.name() + "' 定义了两次", "请只保留一处。");
            }
        }
        @Nullable StrictYaml exclusive = entries.get("exclusive");
        return new Spec(
                document.file(),
                need("linkage").text(),
                word(need("id")),
                exclusive == null ? null : word(exclusive),
                names(),
                List.copyOf(fields.values()),
                need("comparisons").items().stream().map(this::comparison).toList(),
                rules(need("blocking")),
                positive(need("largest_block")),
                training(need("training")),
                keep(need("keep")));
    }

    private NameWords names() {
        @Nullable StrictYaml names = entries.get("enterprise_names");
        if (names == null) {
            return NameWords.NONE;
        }
        Map<String, StrictYaml> kinds = names.entries(Set.of("regions", "forms", "industries"));
        return new NameWords(
                words(names.required(kinds, "regions")),
                words(names.required(kinds, "forms")),
                words(names.required(kinds, "industries")));
    }

    private static Map<String, String> words(StrictYaml kind) {
        Map<String, String> words = new LinkedHashMap<>();
        kind.entries(Set.of()).forEach((canonical, aliases) -> {
            words.put(canonical, canonical);
            for (StrictYaml alias : aliases.items()) {
                if (words.put(alias.text(), canonical) != null && !alias.text().equals(canonical)) {
                    throw alias.wrong("词 '" + alias.text() + "' 出现两次", "一个词只归一类。");
                }
            }
        });
        return words;
    }

    private static Field field(StrictYaml item) {
        Map<String, StrictYaml> keys = item.entries(Set.of("name", "from", "clean"));
        String name = word(item.required(keys, "name"));
        @Nullable StrictYaml from = keys.get("from");
        @Nullable StrictYaml clean = keys.get("clean");
        List<Cleaning> steps = new ArrayList<>();
        if (clean != null) {
            clean.items().forEach(step -> steps.add(step(step)));
        }
        return new Field(name, from == null ? name : word(from), steps);
    }

    private static Cleaning step(StrictYaml text) {
        Matcher form = STEP.matcher(text.text());
        if (!form.matches()) {
            throw text.wrong("'" + text.text() + "' 不是清洗步骤", "写法：trim 或 prefix(3)。");
        }
        Cleaning.Step step = oneOf(text, form.group(1), Cleaning.Step.class);
        String argument = form.group(2) == null ? "" : form.group(2);
        switch (step) {
            case PREFIX, SUFFIX -> require(text, argument.matches("[1-9]\\d?"), "请写明取几个字，如 prefix(3)。");
            case ENTERPRISE -> oneOf(text, argument, EnterpriseName.Part.class);
            default -> require(text, argument.isEmpty(), "这一步没有参数。");
        }
        return new Cleaning(step, argument);
    }

    private Comparison comparison(StrictYaml item) {
        Map<String, StrictYaml> keys = item.entries(Set.of("name", "label", "absent", "levels"));
        String name = word(item.required(keys, "name"));
        @Nullable StrictYaml label = keys.get("label");
        List<Level> levels = new ArrayList<>();
        for (StrictYaml level : item.required(keys, "levels").items()) {
            levels.add(level(level));
        }
        StrictYaml all = item.required(keys, "levels");
        require(all, levels.size() >= 2, "至少两级：一级写明条件，最后一级为其余。");
        for (int i = 0; i < levels.size(); i++) {
            boolean isLast = i == levels.size() - 1;
            require(all, levels.get(i).when().isEmpty() == isLast, "只有最后一级（其余）没有 when。");
        }
        @Nullable StrictYaml absent = keys.get("absent");
        List<String> blank = absent == null
                ? levels.get(0).when().stream()
                        .flatMap(c -> c.fields().stream())
                        .distinct()
                        .toList()
                : absent.items().stream().map(this::known).toList();
        return new Comparison(name, label == null ? name : label.text(), blank, scaled(levels));
    }

    /** The stated shares of a comparison add up to one. */
    private static List<Level> scaled(List<Level> levels) {
        double m = levels.stream().mapToDouble(Level::m).sum();
        double u = levels.stream().mapToDouble(Level::u).sum();
        return levels.stream()
                .map(l -> new Level(l.label(), l.when(), l.m() / m, l.u() / u, l.frequency()))
                .toList();
    }

    private Level level(StrictYaml item) {
        Map<String, StrictYaml> keys = item.entries(Set.of("label", "when", "m", "u", "term_frequency"));
        List<Condition> when = new ArrayList<>();
        @Nullable StrictYaml conditions = keys.get("when");
        if (conditions != null) {
            conditions.items().forEach(c -> when.add(condition(c)));
        }
        @Nullable StrictYaml frequency = keys.get("term_frequency");
        return new Level(
                item.required(keys, "label").text(),
                when,
                share(item.required(keys, "m")),
                share(item.required(keys, "u")),
                frequency == null ? null : known(frequency));
    }

    private Condition condition(StrictYaml item) {
        Map<String, StrictYaml> keys = item.entries(Set.of(
                "exact", "jaro_winkler", "levenshtein", "contains", "days", "swapped", "at_least", "at_most", "with"));
        List<Condition.Kind> kinds = new ArrayList<>();
        for (Condition.Kind kind : Condition.Kind.values()) {
            if (keys.containsKey(kind.name().toLowerCase(Locale.ROOT))) {
                kinds.add(kind);
            }
        }
        require(item, kinds.size() == 1, "每个条件写一种比法：exact、jaro_winkler、levenshtein、contains、days、swapped。");
        Condition.Kind kind = kinds.get(0);
        String field = known(item.required(keys, kind.name().toLowerCase(Locale.ROOT)));
        return switch (kind) {
            case EXACT -> new Condition(kind, field, "", 0);
            case SWAPPED -> new Condition(kind, field, known(item.required(keys, "with")), 0);
            case JARO_WINKLER, CONTAINS -> new Condition(kind, field, "", number(item.required(keys, "at_least")));
            case LEVENSHTEIN, DAYS -> new Condition(kind, field, "", number(item.required(keys, "at_most")));
        };
    }

    private List<Rule> rules(StrictYaml list) {
        List<Rule> rules = new ArrayList<>();
        for (StrictYaml item : list.items()) {
            rules.add(new Rule(item.items().stream().map(this::known).toList()));
            require(item, !rules.get(rules.size() - 1).fields().isEmpty(), "规则至少有一个字段。");
        }
        require(list, !rules.isEmpty(), "至少写一条规则。");
        return rules;
    }

    private Training training(StrictYaml item) {
        Map<String, StrictYaml> keys =
                item.entries(Set.of("random_pairs", "em_pairs", "seed", "rounds", "strength", "sessions", "prior"));
        return new Training(
                positive(item.required(keys, "random_pairs")),
                positive(item.required(keys, "em_pairs")),
                item.required(keys, "seed").integer(),
                positive(item.required(keys, "rounds")),
                number(item.required(keys, "strength")),
                rules(item.required(keys, "sessions")),
                prior(item.required(keys, "prior")));
    }

    private Prior prior(StrictYaml item) {
        Map<String, StrictYaml> keys = item.entries(Set.of("probability", "rules", "recall"));
        @Nullable StrictYaml probability = keys.get("probability");
        if (probability != null) {
            require(item, keys.size() == 1, "先验或写 probability，或写 rules 和 recall。");
            return new Prior(share(probability), List.of(), 1);
        }
        return new Prior(0, rules(item.required(keys, "rules")), share(item.required(keys, "recall")));
    }

    private static Keep keep(StrictYaml item) {
        Map<String, StrictYaml> keys = item.entries(Set.of("weight", "best"));
        int best = item.required(keys, "best").integer();
        require(item, best >= 0, "best 为 0（不限）或正整数。");
        return new Keep(number(item.required(keys, "weight")), best);
    }

    private String known(StrictYaml name) {
        if (!fields.containsKey(name.text())) {
            throw name.wrong("没有字段 '" + name.text() + "'", "fields 中定义的有：" + String.join("、", fields.keySet()) + "。");
        }
        return name.text();
    }

    private static String word(StrictYaml name) {
        require(name, WORD.matcher(name.text()).matches(), "名称用小写英文字母、数字和下划线，以字母开头。");
        return name.text();
    }

    private static double share(StrictYaml value) {
        double share = number(value);
        require(value, share >= LEAST_SHARE && share <= 1, "应在 0 与 1 之间，不含 0。");
        return share;
    }

    private static double number(StrictYaml value) {
        try {
            return Double.parseDouble(value.text());
        } catch (NumberFormatException notANumber) {
            throw value.wrong("'" + value.text() + "' 不是数", "请写十进制数，例如 0.9。");
        }
    }

    private static int positive(StrictYaml value) {
        int number = value.integer();
        require(value, number > 0, "应为正整数。");
        return number;
    }

    private static void require(StrictYaml at, boolean holds, String remedy) {
        if (!holds) {
            throw at.wrong("此处写法不合规定", remedy);
        }
    }

    private static <E extends Enum<E>> E oneOf(StrictYaml at, String name, Class<E> known) {
        List<String> names = new ArrayList<>();
        for (E constant : known.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
            names.add(constant.name().toLowerCase(Locale.ROOT));
        }
        throw at.wrong("不认识 '" + name + "'", "可用：" + String.join("、", names) + "。");
    }

    private StrictYaml need(String key) {
        return document.required(entries, key);
    }
}
