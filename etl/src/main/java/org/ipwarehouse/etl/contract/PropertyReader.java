package org.ipwarehouse.etl.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.standardise.AmountText;
import org.ipwarehouse.warehouse.api.ColumnType;

/** One entry of {@code schema[].properties[]} to a {@link Field}. */
final class PropertyReader {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,2}),\\s*(\\d{1,2})\\)");
    private static final Pattern COUNT = Pattern.compile("digits=(?:[1-9]|1\\d|20)");
    private static final Map<String, Field.Privacy> CLASSES = Map.of(
            "public", Field.Privacy.P,
            "internal", Field.Privacy.I,
            "personal", Field.Privacy.D,
            "sensitive", Field.Privacy.S);

    private final CodeLists codeLists;

    PropertyReader(CodeLists codeLists) {
        this.codeLists = codeLists;
    }

    Field read(YamlMap property) {
        YamlMap custom = property.custom(Odcs.OUR_PROPERTY);
        String name = name(property);
        ColumnType type = type(property);
        int[] size = decimalSize(property, type);
        List<String> aliases = new ArrayList<>();
        aliases.add(property.required("physicalName"));
        aliases.addAll(custom.texts("aliases"));
        String unit = unit(custom, type);
        return new Field(
                name,
                property.required("businessName"),
                aliases,
                type,
                size[0],
                size[1],
                required(property, custom),
                privacy(property),
                codeList(custom),
                unknownCode(custom),
                unit,
                rules(property, custom, type),
                maxLength(property, type),
                freeText(custom, type),
                measure(custom, type));
    }

    private static String name(YamlMap property) {
        String name = property.required("name");
        if (!name.isEmpty() && !WORD.matcher(name).matches()) {
            property.mistake("name", "字段名只能用小写字母、数字和下划线：" + name);
        }
        return name;
    }

    private static ColumnType type(YamlMap property) {
        String text = property.required("logicalType");
        ColumnType type = Odcs.LOGICAL_TYPES.get(text);
        if (type == null && !text.isEmpty()) {
            property.mistake(
                    "logicalType",
                    "不认识的类型 " + text + "，可用 "
                            + String.join(
                                    "、",
                                    Odcs.LOGICAL_TYPES.keySet().stream()
                                            .sorted()
                                            .toList()));
        }
        return type == null ? ColumnType.TEXT : type;
    }

    private static int[] decimalSize(YamlMap property, ColumnType type) {
        if (type != ColumnType.DECIMAL) {
            return new int[] {0, 0};
        }
        Matcher m = DECIMAL.matcher(property.text("physicalType"));
        int[] size = m.matches() ? new int[] {Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))} : new int[2];
        if (size[0] < 1 || size[0] > 38 || size[1] > size[0]) {
            property.mistake("physicalType", "number 字段须写 physicalType: decimal(位数,小数位)");
            return new int[] {18, 2};
        }
        return size;
    }

    private static Field.Required required(YamlMap property, YamlMap custom) {
        boolean always = property.flag("required");
        String mandatory = custom.text("mandatory");
        if (!mandatory.isEmpty() && (always || !mandatory.equals("conditional"))) {
            custom.mistake("mandatory", "mandatory 只能写 conditional，且 required 须为 false");
        }
        if (always) {
            return Field.Required.YES;
        }
        return mandatory.isEmpty() ? Field.Required.NO : Field.Required.CONDITIONAL;
    }

    private static Field.Privacy privacy(YamlMap property) {
        String text = property.required("classification");
        Field.Privacy privacy = CLASSES.get(text);
        if (privacy == null && !text.isEmpty()) {
            property.mistake("classification", "不认识的分级 " + text + "，可用 public、internal、personal、sensitive");
        }
        // what is not understood is treated as the most private
        return privacy == null ? Field.Privacy.S : privacy;
    }

    private String codeList(YamlMap custom) {
        String name = custom.text("codeList");
        if (!name.isEmpty() && codeLists.list(name).isEmpty()) {
            custom.mistake("codeList", "没有码表 etl/codelists/" + name + ".csv");
            return "";
        }
        return name;
    }

    private static Field.UnknownCode unknownCode(YamlMap custom) {
        String text = custom.text("unknownCode");
        if (!Set.of("", "reject", "keep").contains(text)) {
            custom.mistake("unknownCode", "unknownCode 只能写 reject 或 keep");
        }
        if (!text.isEmpty() && !custom.has("codeList")) {
            custom.mistake("unknownCode", "没有 codeList 就不能写 unknownCode");
        }
        return text.equals("keep") ? Field.UnknownCode.KEEP : Field.UnknownCode.REJECT;
    }

    private static String unit(YamlMap custom, ColumnType type) {
        String unit = custom.text("unit");
        if (!unit.isEmpty() && (!unit.equals("元") || type != ColumnType.DECIMAL)) {
            custom.mistake("unit", "unit 只用于金额，且只能写 元（其他计量写 measure）");
        }
        return unit;
    }

    private static int maxLength(YamlMap property, ColumnType type) {
        YamlMap options = property.map("logicalTypeOptions", Set.of());
        if (type != ColumnType.TEXT || options == null || !options.has("maxLength")) {
            return 0;
        }
        int length = options.number("maxLength", 1);
        if (length < 1) {
            options.mistake("maxLength", "maxLength 应为正整数");
        }
        return length;
    }

    private static boolean freeText(YamlMap custom, ColumnType type) {
        boolean free = custom.flag("freeText");
        boolean codesOnly =
                custom.has("codeList") && !custom.text("unknownCode").equals("keep");
        if (free && (type != ColumnType.TEXT || codesOnly)) {
            custom.mistake("freeText", "freeText 只用于文本字段，有码表的须写 unknownCode: keep");
        }
        return free;
    }

    private static String measure(YamlMap custom, ColumnType type) {
        String measure = custom.text("measure");
        if (!measure.isEmpty() && type != ColumnType.DECIMAL && type != ColumnType.INTEGER) {
            custom.mistake("measure", "measure 只用于数");
        }
        return measure;
    }

    private static List<String> rules(YamlMap property, YamlMap custom, ColumnType type) {
        List<String> rules = new ArrayList<>(custom.texts("rules"));
        for (String text : rules) {
            FieldRule rule = FieldRule.of(text).orElse(null);
            if (rule == null) {
                custom.mistake("rules", "不认识的规则 " + text);
            } else if (rule == FieldRule.DIGITS && !COUNT.matcher(text).matches()) {
                custom.mistake("rules", "digits 应写作 digits=8 的形式，1至20位：" + text);
            } else if (!rule.fits(type)) {
                custom.mistake("rules", "规则 " + text + " 不适用于这种类型");
            }
        }
        if (rules.contains(FieldRule.MULTI.id()) && !custom.has("codeList")) {
            custom.mistake("rules", "规则 multi 须有 codeList");
        }
        sentUnit(custom, rules);
        options(property, type, rules);
        return rules;
    }

    private static void sentUnit(YamlMap custom, List<String> rules) {
        String sent = custom.text("sentUnit");
        if (sent.isEmpty()) {
            return;
        }
        if (!custom.has("unit") || AmountText.shiftOf(sent) < 0) {
            custom.mistake("sentUnit", "sentUnit 应为 元、千元、万元或亿元，且须同时写 unit: 元");
        }
        rules.add(FieldRule.SENT_UNIT.id() + "=" + sent);
    }

    private static void options(YamlMap property, ColumnType type, List<String> rules) {
        YamlMap options = property.map("logicalTypeOptions", Odcs.TYPE_OPTIONS.getOrDefault(type, Set.of()));
        if (options == null || type != ColumnType.INTEGER && type != ColumnType.DECIMAL) {
            return;
        }
        bound(options, "minimum", FieldRule.MIN, rules);
        bound(options, "maximum", FieldRule.MAX, rules);
    }

    private static void bound(YamlMap options, String key, FieldRule rule, List<String> rules) {
        if (!options.has(key)) {
            return;
        }
        try {
            rules.add(rule.id() + "=" + new BigDecimal(options.text(key)).toPlainString());
        } catch (NumberFormatException notANumber) {
            options.mistake(key, key + " 应为数");
        }
    }
}
